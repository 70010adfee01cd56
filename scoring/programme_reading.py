"""Reading a programme's data file (docs/programmes.md). Checks all of it, decides nothing."""

from dataclasses import replace
from datetime import date

from scoring.document import Raw, Reader
from scoring.issues import Code, Issue
from scoring.obligations import SentBack
from scoring.programme_items import MARKS, QUARTERS, TRACKS, Debtors, ReportDuty, Task
from scoring.programme_papers import Above, Amendment, Exempted, Flag, ShownFigure
from scoring.programmes import Lateness, Programme
from scoring.timing import Before, Roll, read_timing, timing_by_hand

# Stands in for a year that could not be read, so that the tasks are still checked.
_UNREAD_YEAR = 1945
_LONGEST_CORRECTION = 366


def parse_programme(raw: Raw) -> tuple[Programme | None, tuple[Issue, ...]]:
    """Read a programme's data file; every issue carries its path."""
    issues: list[Issue] = []
    reader = Reader(raw, "", issues)
    year = reader.whole("year", _UNREAD_YEAR, _UNREAD_YEAR, 2100)
    if not reader.has("year"):
        reader.report(Code.KEY_MISSING, "year", key="year")
    programme = _programme(reader, year)
    _check_codes(programme, reader)
    reader.finish()
    return (None if issues else programme), tuple(issues)


def _programme(reader: Reader, year: int) -> Programme:
    before, roll = _before(reader) or Before.EXCLUDED, _roll(reader) or Roll.KEEP
    return Programme(
        code=reader.text("programme"),
        title=reader.text("title"),
        issuer=reader.text("issuer"),
        year=year,
        number=reader.text("number", ""),
        adopted=reader.day("adopted"),
        tasks=tuple(_task(child, year, before, roll) for child in reader.children("tasks")),
        reports=tuple(_report(child, year, before, roll) for child in reader.children("reports")),
        receivers=reader.texts("receivers"),
        lateness=Lateness(reader.one_of("lateness", tuple(Lateness), Lateness.SERVER)),
        under=tuple(_above(child) for child in reader.children("under")),
        receiver_units=reader.texts("receiver_units"),
        before=before,
        roll=roll,
        sent_back=_sent_back(reader),
        amendments=tuple(_amendment(child) for child in reader.children("amendments")),
        flags=tuple(_flag(child) for child in reader.children("flags")),
        figures=tuple(_figure(child) for child in reader.children("figures")),
        exempt=tuple(_exempted(child) for child in reader.children("exempt")),
    )


def _task(reader: Reader, year: int, before: Before, roll: Roll) -> Task:
    own_before, own_roll, anchor = _before(reader), _roll(reader), reader.day("anchor")
    rules = {"before": own_before or before, "roll": own_roll, "usual_roll": roll, "anchor": anchor}
    task = Task(
        no=reader.text("no"),
        title=reader.text("title"),
        directs=reader.text("directs", ""),
        carries_out=reader.text("carries_out", ""),
        timing=read_timing(reader.text("when", ""), year, **rules),
        debtors=_debtors(reader.mapping("debtors")),
        source=reader.text("source", ""),
        before=own_before,
        roll=own_roll,
        due=_day_near(reader, "due", year, years_before=0),
        due_note=reader.text("due_note", ""),
        anchor=anchor,
        offices=reader.texts("offices"),
        track=_track(reader),
        added=_day_near(reader, "added", year),
        follows=reader.text("follows", ""),
    )
    if task.added is not None and not task.source:
        reader.report(Code.KEY_MISSING, reader.at("source"), key="source")
    reader.finish()
    return task if task.due is None else replace(task, timing=timing_by_hand(task.timing, task.due))


def _report(reader: Reader, year: int, before: Before, roll: Roll) -> ReportDuty:
    locked = reader.has("lock_days_after")
    duty = ReportDuty(
        form=reader.text("form"),
        title=reader.text("title"),
        debtors=_debtors(reader.mapping("debtors")),
        due_days_after=reader.whole("due_days_after", 0, -366, 366),
        lock_days_after=reader.whole("lock_days_after", 0, -366, 3660) if locked else None,
        periods=_periods(reader),
        dues=_days(reader.mapping("due_on"), year),
        when=_words(reader.mapping("when")),
        cut_offs=_days(reader.mapping("cut_off"), year),
        before=_before(reader) or before,
        roll=_roll(reader) or roll,
        offices=reader.texts("offices"),
        track=_track(reader),
        directs=reader.text("directs", ""),
        source=reader.text("source", ""),
        on_request=reader.flag("on_request", default=False),
    )
    reader.finish()
    return duty


def _before(reader: Reader) -> Before | None:
    if not reader.has("before"):
        return None
    return Before(reader.one_of("before", tuple(Before), Before.EXCLUDED))


def _roll(reader: Reader) -> Roll | None:
    return Roll(reader.one_of("roll", tuple(Roll), Roll.KEEP)) if reader.has("roll") else None


def _track(reader: Reader) -> str:
    return reader.one_of("track", TRACKS, "") if reader.has("track") else ""


def _periods(reader: Reader) -> tuple[str, ...]:
    if not reader.has("periods"):
        return QUARTERS
    found = reader.texts("periods", MARKS)
    if not found:
        reader.report(Code.KEY_MISSING, reader.at("periods"), key="periods")
    return found


def _days(reader: Reader | None, year: int) -> tuple[tuple[str, date], ...]:
    """By mark; not before the programme's year."""
    if reader is None:
        return ()
    found = tuple((mark, _day_near(reader, mark, year, years_before=0)) for mark in MARKS)
    reader.finish()
    return tuple((mark, day) for mark, day in found if day is not None)


def _day_near(reader: Reader, key: str, year: int, *, years_before: int = 1) -> date | None:
    """A day of the programme's year or the next: any other is a slip of the pen."""
    day = reader.day(key)
    first, last = date(year - years_before, 1, 1), date(year + 1, 12, 31)
    if day is not None and not first <= day <= last:
        reader.report(Code.VALUE_OUTSIDE, reader.at(key), value=day, least=first, most=last)
    return day


def _words(reader: Reader | None) -> tuple[tuple[str, str], ...]:
    if reader is None:
        return ()
    found = tuple((mark, reader.text(mark, "")) for mark in MARKS)
    reader.finish()
    return tuple((mark, words) for mark, words in found if words)


def _debtors(reader: Reader | None) -> Debtors:
    if reader is None:
        return Debtors()
    debtors = Debtors(reader.texts("kinds"), reader.texts("units"))
    reader.finish()
    return debtors


def _sent_back(reader: Reader) -> SentBack | None:
    kept = reader.is_word("sent_back", "keeps")
    within = None if kept else reader.mapping("sent_back")
    if within is None:
        return None
    if not within.has("days"):
        within.report(Code.KEY_MISSING, within.at("days"), key="days")
    days = within.whole("days", 1, 1, _LONGEST_CORRECTION)
    count = within.one_of("count", ("working", "calendar"), "working")
    within.finish()
    return SentBack(days, working=count == "working")


def _above(reader: Reader) -> Above:
    above = Above(
        number=reader.text("number", ""),
        dated=reader.day("dated"),
        issuer=reader.text("issuer", ""),
        title=reader.text("title", ""),
        programme=reader.text("programme", ""),
    )
    reader.finish()
    return above


def _amendment(reader: Reader) -> Amendment:
    found = Amendment(reader.text("number"), reader.day("dated"), reader.text("summary", ""))
    reader.finish()
    return found


def _flag(reader: Reader) -> Flag:
    found = Flag(reader.text("where", ""), reader.text("printed", ""), reader.text("note"))
    reader.finish()
    return found


def _figure(reader: Reader) -> ShownFigure:
    found = ShownFigure(reader.text("key"), reader.text("label"), reader.text("source", ""))
    reader.finish()
    return found


def _exempted(reader: Reader) -> Exempted:
    found = Exempted(
        unit=reader.text("unit"),
        reason=reader.text("reason"),
        task=reader.text("task", ""),
        form=reader.text("form", ""),
    )
    reader.finish()
    return found


def _check_codes(programme: Programme, reader: Reader) -> None:
    numbers, forms = _checked_numbers(programme, reader), {one.form for one in programme.reports}
    for position, task in enumerate(programme.tasks):
        known = (numbers | forms) - {task.no}
        if task.follows and task.follows not in known:
            _unknown(reader, f"tasks[{position}].follows", task.follows, known)
    for position, one in enumerate(programme.exempt):
        if one.task and one.task not in numbers:
            _unknown(reader, f"exempt[{position}].task", one.task, numbers)
        if one.form and one.form not in forms:
            _unknown(reader, f"exempt[{position}].form", one.form, forms)


def _checked_numbers(programme: Programme, reader: Reader) -> set[str]:
    seen: set[str] = set()
    for position, task in enumerate(programme.tasks):
        if task.no in seen:
            reader.report(Code.CODE_TWICE, f"tasks[{position}].no", value=task.no)
        seen.add(task.no)
    return seen


def _unknown(reader: Reader, at: str, value: str, known: set[str]) -> None:
    reader.report(Code.NOT_ONE_OF, at, value=value, known=", ".join(sorted(known)), near="")

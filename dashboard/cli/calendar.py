"""`calendar`, `read-when`, `legal-deadlines`: working days, words about time, days of the law."""

from datetime import date

import click

from dashboard import wording
from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import DAY, database, json_option, say_json, say_rows
from dashboard.views.working_year import KINDS
from data_access.accounts import OPERATOR
from data_access.actions.calendar import set_day
from data_access.calendar_days import FIRST_DAY, LAST_DAY
from data_access.queries import calendar as questions
from data_access.queries.calendar import CalendarDay, Read, Reckoned
from scoring.legal_terms import LEGAL_DEADLINES, Count, LegalDeadline, Relation
from scoring.timing import Before, Due, Roll
from scoring.timing_readings import Question
from scoring.workdays import DayKind

_YEARS = click.IntRange(FIRST_DAY.year, LAST_DAY.year)
_MOST_DAYS = 3660
_CHOICES = ("kept", "previous", "next")
_RELATIONS = {
    Relation.AT_MOST: "chậm nhất",
    Relation.AT_LEAST: "ít nhất",
    Relation.AT_LEAST_BEFORE: "trước ít nhất",
}
_QUESTIONS = {
    Question.DAY_OFF: "Hạn trùng ngày nghỉ.",
    Question.PAST_THE_WORDS: "Ngày làm việc liền sau đã quá lời văn.",
    Question.BOTH_WORDS: "Vừa ghi “chậm nhất” vừa ghi “trước ngày”.",
    Question.NO_YEAR: "Không ghi năm: lấy năm của chương trình.",
    Question.LEFT_OVER: "Còn chữ chưa hiểu: {words}.",
    Question.WEEKDAY: "Thứ ghi trong văn bản không phải là thứ của ngày ấy.",
    Question.UNREAD: "Đề nghị ghi rõ ngày cuối cùng đúng hạn.",
    Question.MONTHLY: "Không theo dõi hạn từng tháng.",
    Question.NO_ANCHOR: "Chưa có ngày làm mốc (--anchor).",
    Question.UNCERTAIN_DAY: "Lịch nghỉ quanh ngày này chưa chắc chắn.",
}
_COUNTS = {Count.WORKING: "ngày làm việc", Count.CALENDAR: "ngày", Count.MONTHS: "tháng"}


@click.group()
def calendar() -> None:
    """Lịch làm việc của cơ quan: ngày nghỉ, ngày làm bù, ngày chưa chắc chắn."""


@calendar.command(name="list")
@click.option("--year", required=True, type=_YEARS, help="Năm.")
@json_option
@click.pass_context
def calendar_list(ctx: click.Context, year: int, as_json: bool) -> None:
    """Những ngày khác với ngày thường trong tuần, kèm căn cứ."""
    found = questions.year(database(ctx), OPERATOR, year)
    if as_json:
        say_json([_entry(one) for one in found])
        return
    rows = [(wording.day_text(one.day), KINDS[one.kind], one.label, one.source) for one in found]
    say_rows(("Ngày", "Là ngày", "Nội dung", "Căn cứ"), rows)


@calendar.command(name="set")
@click.argument("day", type=DAY)
@click.argument("kind", type=click.Choice([kind.value for kind in DayKind]))
@click.option("--label", required=True, metavar="TEXT", help="Nội dung, ví dụ Nghỉ bù Tết.")
@click.option("--source", required=True, metavar="TEXT", help="Căn cứ: số, ký hiệu văn bản.")
@acts
def calendar_set(deed: Deed, day: date, kind: str, label: str, source: str) -> None:
    """Ghi một ngày nghỉ, làm bù, ngày thường hoặc chưa chắc chắn; bản ghi sau được tính."""
    set_day(deed.engine, deed.actor, day, DayKind(kind), label, source, deed.moments)
    said = f"Đã ghi ngày {wording.day_text(day)}: {KINDS[kind]}."
    deed.say({"day": day, "kind": kind}, said)


@calendar.command()
@click.option("--from", "first", required=True, type=DAY, help="Kể từ ngày; ngày này không tính.")
@click.option("--days", required=True, type=click.IntRange(0, _MOST_DAYS), help="Số ngày làm việc.")
@json_option
@click.pass_context
def add(ctx: click.Context, first: date, days: int, as_json: bool) -> None:
    """Ngày làm việc thứ n kể từ một ngày; có ngày chưa chắc chắn thì nói cả hai cách tính."""
    found = questions.reckon(database(ctx), first, days)
    if as_json:
        say_json(_reckoned(found))
        return
    click.echo(wording.day_text(found.day))
    if found.otherwise is not None:
        days_met = ", ".join(map(wording.day_text, found.uncertain))
        click.echo(f"Nếu {days_met} là ngày làm việc: {wording.day_text(found.otherwise)}")


@click.command(name="read-when")
@click.argument("text")
@click.option("--year", required=True, type=_YEARS, help="Năm của chương trình, kế hoạch.")
@click.option("--before", type=click.Choice([one.value for one in Before]), help="“Trước ngày”.")
@click.option("--roll", type=click.Choice([one.value for one in Roll]), help="Hạn trùng ngày nghỉ.")
@click.option("--anchor", type=DAY, help="Ngày làm mốc của “trong n ngày kể từ ngày …”.")
@json_option
@click.pass_context
def read_when(
    ctx: click.Context,
    text: str,
    year: int,
    before: str | None,
    roll: str | None,
    anchor: date | None,
    as_json: bool,
) -> None:
    """Đọc thử một cụm từ về thời gian như trong kế hoạch."""
    found = questions.read(
        database(ctx),
        text,
        year,
        before=Before(before or Before.EXCLUDED),
        roll=Roll(roll) if roll else None,
        anchor=anchor,
    )
    if as_json:
        say_json(_read(found))
        return
    click.echo(wording.reading_text(found.timing))
    for question in found.timing.questions:
        click.echo(_QUESTIONS[question].format(words=" ".join(found.timing.unknown)))
    if found.choices is not None:
        kept, previous, following = map(wording.day_text, found.choices)
        click.echo(f"Giữ {kept}, lùi về {previous} hoặc chuyển tới {following}.")


@click.command(name="legal-deadlines")
@json_option
def legal_deadlines(as_json: bool) -> None:
    """Thời hạn theo Luật Thực hiện dân chủ ở cơ sở; đề nghị đối chiếu văn bản hiện hành."""
    if as_json:
        say_json([dict(vars(one)) for one in LEGAL_DEADLINES])
        return
    rows = [(one.track, one.what, _term(one), one.anchor, one.article) for one in LEGAL_DEADLINES]
    say_rows(("Loại hình", "Việc", "Thời hạn", "Kể từ", "Điều"), rows)


def _term(one: LegalDeadline) -> str:
    return f"{_RELATIONS[one.relation]} {one.n} {_COUNTS[one.count]}"


def _entry(one: CalendarDay) -> dict[str, object]:
    return {
        "day": one.day,
        "kind": one.kind.value,
        "label": one.label,
        "source": one.source,
        "by": one.by or None,
        "at": one.at,
    }


def _reckoned(found: Reckoned) -> dict[str, object]:
    return {"day": found.day, "otherwise": found.otherwise, "uncertain": list(found.uncertain)}


def _read(found: Read) -> dict[str, object]:
    timing, offered = found.timing, found.choices
    return {
        "printed": timing.printed,
        "reading": timing.reading.value,
        "due": timing.due,
        "dues": [_due(due) for due in timing.dues],
        "questions": [question.value for question in timing.questions],
        "unknown": list(timing.unknown),
        "choices": None if offered is None else dict(zip(_CHOICES, offered, strict=True)),
    }


def _due(due: Due) -> dict[str, object]:
    return {
        "period": due.period,
        "day": due.day,
        "hour": due.hour and f"{due.hour:%H:%M}",
        "printed": due.printed,
        "otherwise": due.otherwise,
    }

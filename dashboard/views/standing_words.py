"""One duty in words: what it is called, when it is due and since when, who directs it, when its
unit was reminded."""

from collections.abc import Mapping
from datetime import date

from dashboard.views.table import ABSENT, Link
from dashboard.wording import day_text, with_period
from data_access.recommended_duties import INSPECTION, RECOMMENDATION
from data_access.standings import Standing
from scoring.obligations import DUE_SOON_DAYS, OPEN, State
from scoring.self_score import period_words
from scoring.units import Unit

DUTY, SUBMIT = "viec", "nop-bao-cao"
NEVER = "chưa nhắc"
KEY = "ma"


def is_recommended(standing: Standing) -> bool:
    """What an inspection recommended has no number in a programme."""
    owed = standing.obligation
    task = owed.task or ""
    return owed.programme.startswith(INSPECTION) and task.startswith(RECOMMENDATION)


def title_of(standing: Standing) -> str:
    """A task is called by its number in the programme too: two may have like titles."""
    owed = standing.obligation
    if is_recommended(standing):
        return f"Kiến nghị: {owed.title}"
    if owed.task is not None:
        return f"{owed.task}. {owed.title}"
    return with_period(owed.title, period_words(owed.period))


def taken_over(former: Unit | None) -> str:
    """From which unit that ended a duty came; empty where it was always its unit's own."""
    return f"nhận lại từ {former.label}" if former else ""


def unit_words(unit: Unit, former: Unit | None) -> str:
    return f"{unit.label}, {taken_over(former)}" if former else unit.label


def work_words(standing: Standing) -> str:
    """Its title and, in a list of one unit's own, which other unit's it was."""
    said = taken_over(standing.former)
    return f"{title_of(standing)} ({said})" if said else title_of(standing)


def due_text(standing: Standing) -> str:
    """The last day on time, with its hour where the plan names one."""
    owed, last = standing.obligation, standing.last_day
    if last is None:
        return ABSENT
    # An extension has no hour.
    hour = f"{owed.hour:%H:%M} " if owed.hour and last == owed.due else ""
    return f"{hour}{day_text(last)}"


def due_word(standing: Standing) -> str:
    return "hạn nộp bản sửa" if standing.sent_back else "hạn"


def first_due(standing: Standing) -> str:
    """The day that was moved stays visible beside the one that counts, and why it was moved where
    a correction is waited for."""
    due, back = standing.obligation.due, standing.sent_back
    moved = due is not None and standing.last_day not in (None, due)
    said = (
        f"trả lại để sửa ngày {day_text(back)}" if back else "",
        f"hạn đầu {day_text(due)}" if moved else "",
    )
    return "; ".join(words for words in said if words)


def countdown(standing: Standing, day: date) -> str:
    """How long it is late, or how long there is still time; nothing for what has no day, is met,
    or is not owed."""
    last = standing.last_day
    if last is None or standing.state not in OPEN:
        return ""
    if standing.days_late:
        return f"quá {standing.days_late} ngày"
    left = (last - day).days
    return "hết hạn hôm nay" if left == 0 else f"còn {left} ngày"


def is_nearly_due(standing: Standing, day: date) -> bool:
    """More time that is about to end is as pressing as a day that was never moved."""
    last = standing.last_day
    if standing.state is State.EXTENDED and last is not None:
        return (last - day).days <= DUE_SOON_DAYS
    return standing.state is State.DUE_SOON


def reminded_text(standing: Standing) -> tuple[str, str]:
    """The latest reminder, and how many there were where it is more than one."""
    days = standing.reminded
    if not days:
        return NEVER, ""
    return day_text(max(days)), f"{len(days)} lần" if len(days) > 1 else ""


def directs_text(standing: Standing, offices: Mapping[str, str]) -> str:
    """The offices by title, with their holders where known; else the words as printed."""
    named = ", ".join(offices.get(code, code) for code in standing.offices)
    return named or standing.directs or ABSENT


def duty_link(standing: Standing) -> Link:
    return Link(DUTY, ((KEY, str(standing.obligation.key)),))


def submit_link(standing: Standing) -> Link | None:
    """Where a form is handed in, made out for the unit it was laid on; a task is reported in the
    progress report, which is one."""
    owed = standing.obligation
    if owed.form is None:
        return None
    named = (("form", owed.form), ("period", str(owed.period)), ("unit", owed.key.unit))
    return Link(SUBMIT, named)

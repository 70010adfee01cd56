"""What one unit has to do now: points to explain, returns sent back, duties past their day or
nearly due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.views.names import Names
from dashboard.views.standing_words import (
    countdown,
    due_text,
    duty_link,
    submit_link,
    taken_over,
    title_of,
)
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.views.unfinished import card_link
from dashboard.wording import REVIEWS, STATES, day_text, period_name
from data_access.queries.returns import SubmissionEntry
from data_access.reviews import ReviewState
from data_access.score_events import ScoreEvent, ScoreEventKind
from data_access.standings import Standing
from scoring.obligations import State

NOTHING_TO_DO = (
    "Đơn vị không có việc quá hạn, sắp đến hạn, báo cáo bị trả lại hoặc điểm phải giải trình."
)
EXPLAIN = "yêu cầu giải trình, chưa trả lời"
_EXPLAIN = ScoreEventKind.EXPLANATION_ASKED
_URGENT = (State.OVERDUE, State.EXTENDED, State.DUE_SOON)
_SUBMIT = "nop-bao-cao"


@dataclass(frozen=True)
class OwnWork:
    said: str
    table: Table | None


def own_work(
    standings: Sequence[Standing],
    entries: Sequence[SubmissionEntry],
    unit: str,
    names: Names,
    day: date,
    asked: Sequence[ScoreEvent] = (),
) -> OwnWork:
    """`standings` are all duties as they stand, `entries` what the unit has handed in, `asked` the
    questions about points that wait for an answer."""
    urgent = [one for one in standings if one.unit.code == unit and one.state in _URGENT]
    returned = [one for one in entries if one.in_force and one.review is ReviewState.SENT_BACK]
    ordered = sorted(urgent, key=lambda one: (_URGENT.index(one.state), -one.days_late))
    explain = [one for one in asked if one.unit == unit and one.kind is _EXPLAIN]
    rows = [_explain_row(one) for one in explain]
    rows += [_returned_row(one, names) for one in returned] + [_row(one, day) for one in ordered]
    if not rows:
        return OwnWork(NOTHING_TO_DO, None)
    columns = (Column("Việc, báo cáo"), Column("Tình trạng"), Column("Hạn"))
    title = f"{len(rows)} việc của đơn vị cần làm"
    return OwnWork("", Table(columns, tuple(rows), title, shape=Shape.STACKED))


def _explain_row(asked: ScoreEvent) -> Row:
    what = f"Giải trình điểm tiêu chí {asked.criterion}"
    return Row(
        (
            Cell(what, link=card_link(asked), detail=period_name(asked.period)),
            Cell(EXPLAIN, alarm=True),
            Cell(day_text(asked.due) if asked.due else ABSENT),
        )
    )


def _returned_row(entry: SubmissionEntry, names: Names) -> Row:
    named = (("form", entry.form), ("period", str(entry.period)), ("unit", entry.unit))
    when = period_name(entry.period) if entry.period else ""
    return Row(
        (
            Cell(names.form(entry.form), link=Link(_SUBMIT, named), detail=when),
            Cell(REVIEWS[entry.review], alarm=True),
            Cell(ABSENT),
        )
    )


def _row(one: Standing, day: date) -> Row:
    """A form leads to where it is handed in, a task to its own page."""
    return Row(
        (
            Cell(title_of(one), taken_over(one.former), link=submit_link(one) or duty_link(one)),
            Cell(state=STATES[one.state]),
            Cell(due_text(one), detail=countdown(one, day)),
        )
    )

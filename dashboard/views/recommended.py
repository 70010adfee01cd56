"""Kiến nghị after inspections, with how each stands on a day."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import STATES, StateWords, day_text
from data_access.queries.inspections import VisitStanding
from data_access.recommendations import Recommendation
from scoring.obligations import State

# As of every other duty: docs/deadlines.md §2.
_SOON = timedelta(days=14)
_DONE = StateWords("đã thực hiện", "●", "#2F6B4F", "#E4EFE8")
_DONE_LATE = StateWords("thực hiện trễ", "◐", "#8A5A00", "#FBF0D9")
_COLUMNS = (
    Column("Kiến nghị", wide=True),
    Column("Đơn vị", unbroken=True),
    Column("Hạn", number=True),
    Column("Tình trạng"),
    Column("Tiêu chí"),
)


def recommended(
    visits: Sequence[VisitStanding],
    day: date,
    title: str = "",
    titles: Mapping[str, str] = MappingProxyType({}),
) -> Table | None:
    """Open ones first, each by its day. `titles` of criteria tables, by code."""
    told = [(one, told) for one in visits for told in one.recommendations]
    if not told:
        return None
    told.sort(key=lambda pair: (pair[1].done is not None, pair[1].due, pair[1].id))
    rows = tuple(_row(one, told, day, titles) for one, told in told)
    return Table(_COLUMNS, rows, title or _title(told, day), shape=Shape.STACKED)


def state_of(one: Recommendation, day: date) -> StateWords:
    if one.done is not None:
        return _DONE if one.done.day <= one.due else _DONE_LATE
    if one.is_overdue(day):
        return STATES[State.OVERDUE]
    return STATES[State.DUE_SOON if one.due - day <= _SOON else State.NOT_DUE]


def _title(told: Sequence[tuple[VisitStanding, Recommendation]], day: date) -> str:
    done = sum(one.done is not None for _, one in told)
    late = sum(one.is_overdue(day) for _, one in told)
    return f"{len(told)} kiến nghị: {done} đã thực hiện, {late} quá hạn"


def _row(one: VisitStanding, told: Recommendation, day: date, titles: Mapping[str, str]) -> Row:
    done = told.done
    said = f"{day_text(done.day)}: {done.text}" if done else _late(told, day)
    return Row(
        (
            Cell(told.text, detail=f"kiểm tra ngày {day_text(one.visit.day)}"),
            Cell(one.unit.label, link=Link("don-vi", (("unit", told.unit),))),
            Cell(day_text(told.due), alarm=told.is_overdue(day)),
            Cell(state=state_of(told, day), detail=said),
            Cell(told.criterion or ABSENT, detail=titles.get(told.criteria, told.criteria)),
        )
    )


def _late(told: Recommendation, day: date) -> str:
    if told.is_overdue(day):
        return f"quá hạn {(day - told.due).days} ngày"
    again = bool(told.events)
    return "đã mở lại" if again else ""

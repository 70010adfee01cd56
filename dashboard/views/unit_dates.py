"""The dates of a unit, as they go into a calendar: what is due on which day, and which duty it is
of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.views.standing_words import first_due, work_words
from dashboard.views.table import ABSENT
from data_access.standings import Standing
from scoring.obligations import State

_OPEN = (State.OVERDUE, State.EXTENDED, State.DUE_SOON, State.NOT_DUE)


@dataclass(frozen=True)
class Dated:
    """One duty on its last day on time. `key` names it for ever, wherever its day moves to."""

    key: str
    day: date
    title: str
    said: str


@dataclass(frozen=True)
class UnitDates:
    name: str
    dates: tuple[Dated, ...]


def unit_dates(
    standings: Sequence[Standing], name: str, first: date, last: date, *, illustrative: bool
) -> UnitDates:
    """What is still open and due from `first` to `last`, the earliest first."""
    found = [
        Dated(str(one.obligation.key), day, f"Hạn: {work_words(one)}", _said(one, illustrative))
        for one in standings
        if one.state in _OPEN and not one.closed
        for day in (one.last_day,)
        if day is not None and first <= day <= last
    ]
    return UnitDates(name, tuple(sorted(found, key=lambda one: (one.day, one.key))))


def _said(one: Standing, illustrative: bool) -> str:
    owed = one.obligation
    lines = (
        f"Đơn vị: {one.unit.name}",
        f"Chương trình, kế hoạch: {one.programme}",
        f"Trước {owed.hour:%H:%M}" if owed.hour and one.last_day == owed.due else "",
        first_due(one),
        f"Chỉ đạo: {one.directs}" if one.directs not in ("", ABSENT) else "",
        "Số liệu minh họa" if illustrative else "",
    )
    return "\n".join(line for line in lines if line)

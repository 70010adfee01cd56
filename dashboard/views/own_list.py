"""*Của tôi* of a unit: what it has to do now, what comes in the next three months, and what has no
day."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.own_work import OwnWork
from dashboard.views.standing_words import (
    countdown,
    due_text,
    duty_link,
    first_due,
    is_nearly_due,
    title_of,
    work_words,
)
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import STATES
from data_access.standings import Standing
from scoring.obligations import State

PAGE, TITLE = "cua-toi", "Của tôi"
CALENDAR = "/tai/lich/{unit}.ics"
MONTHS_AHEAD = 3
COMING = "Sau đó, trong ba tháng tới"
NOTHING_COMES = "Sau đó không có việc nào đến hạn trong ba tháng tới."
_COLUMNS = (
    Column("Việc, báo cáo"),
    Column("Hạn", number=True),
    Column("Thời gian còn lại", number=True),
    Column("Tình trạng"),
)


@dataclass(frozen=True)
class OwnList:
    """`undated` is what has no day and is still open, folded away."""

    heading: Heading
    work: OwnWork
    months: Table | None
    undated: Table | None
    nothing_comes: str
    ways: tuple[tuple[str, Link], ...]


def own_list(
    standings: Sequence[Standing], work: OwnWork, unit: str, label: str, scene: Scene
) -> OwnList:
    """`standings` are all duties of the unit as they stand on the day of view."""
    late = sum(one.state is State.OVERDUE for one in standings)
    soon = sum(is_nearly_due(one, scene.day) for one in standings)
    coming = months(standings, scene.day)
    return OwnList(
        heading(TITLE, _title(label, late, soon), scene),
        work,
        coming,
        _undated(standings),
        "" if coming else NOTHING_COMES,
        (
            ("Nộp báo cáo", Link("nop-bao-cao", (("unit", unit),))),
            ("Tải lịch (.ics)", Link(CALENDAR.format(unit=unit))),
        ),
    )


def _title(label: str, late: int, soon: int) -> str:
    said = [f"{late} việc quá hạn" if late else "", f"{soon} việc sắp đến hạn" if soon else ""]
    words = ", ".join(one for one in said if one) or "không có việc quá hạn, sắp đến hạn"
    return f"{label}: {words}"


def months(standings: Sequence[Standing], day: date) -> Table | None:
    """What comes after the work at hand, due within three months of the day, month by month."""
    until = months_on(day, MONTHS_AHEAD)
    coming = [one for one in standings if one.state is State.NOT_DUE and _last(one) <= until]
    coming.sort(key=lambda one: (_last(one), title_of(one)))
    if not coming:
        return None
    rows = []
    for (year, month), held in groupby(coming, key=lambda one: _month(_last(one))):
        found = [_row(one, day) for one in held]
        summary = f"{len(found)} việc"
        rows += [Row((Cell(f"Tháng {month}/{year}", summary),), heading=True), *found]
    return Table(_COLUMNS, tuple(rows), COMING, Shape.STACKED)


def months_on(day: date, count: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _last(one: Standing) -> date:
    return one.last_day or date.max


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _row(one: Standing, day: date) -> Row:
    return Row(
        (
            Cell(work_words(one), one.programme, link=duty_link(one)),
            Cell(due_text(one), first_due(one)),
            Cell(countdown(one, day)),
            Cell(state=STATES[one.state]),
        )
    )


def _undated(standings: Sequence[Standing]) -> Table | None:
    held = [one for one in standings if one.state is State.NO_DEADLINE]
    if not held:
        return None
    rows = tuple(Row((Cell(work_words(one), one.programme, link=duty_link(one)),)) for one in held)
    title = f"{len(rows)} việc không ấn định thời hạn"
    return Table((Column("Việc, báo cáo"),), rows, title)

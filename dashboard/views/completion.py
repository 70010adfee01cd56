"""Who has reported and who has not: the map, the table beside it, one unit's duties beneath."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.standing_words import due_text, duty_link, taken_over, work_words
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.views.tiles import TileMap, tile_map
from dashboard.wording import (
    STATES,
    day_text,
    moment_text,
    period_name,
    vietnamese_order,
)
from data_access.catalogue import Tile
from data_access.queries.obligations import Standing, Status
from scoring.obligations import State
from scoring.periods import Period
from scoring.self_score import period_words

PAGE = "ban-do"
TITLE = "Bản đồ hoàn thành"

CHOOSE = (
    "Chọn một ô trên sơ đồ hoặc một tên trong bảng để xem nhiệm vụ, báo cáo của đơn vị trong kỳ."
)

# Whoever is to be reminded stands first.
_ORDER = (
    State.OVERDUE,
    State.EXTENDED,
    State.DUE_SOON,
    State.LATE,
    State.ON_TIME,
    State.NOT_DUE,
    State.NO_DEADLINE,
    State.NOT_ARISEN,
    State.EXEMPT,
)


@dataclass(frozen=True)
class Completion:
    heading: Heading
    map: TileMap
    table: Table


def completion(
    status: Status, tiles: Sequence[Tile], period: Period, scene: Scene, unit: str | None
) -> Completion:
    """The state of one form in one period; `unit` is the one asked about, marked in the table."""
    said = f"đã nộp {status.received}/{status.expected}, chưa nộp {status.missing}"
    return Completion(
        heading(TITLE, period_name(period), scene, said),
        tile_map(status.standings, tiles, PAGE),
        state_table(status.standings, unit),
    )


def state_table(standings: Sequence[Standing], unit: str | None = None, title: str = "") -> Table:
    """The same as the map, in words: a row for each unit, linked to its duties."""
    columns = (
        Column("Đơn vị"),
        Column("Tình trạng"),
        Column("Hạn nộp", number=True, minor=True),
        Column("Nhận lúc", number=True, minor=True),
        Column("Trễ (ngày)", number=True),
    )
    ordered = sorted(standings, key=_first_to_remind)
    return Table(columns, tuple(_state_row(one, unit) for one in ordered), title)


def duties(standings: Sequence[Standing], unit: str | None, period: Period) -> Table | None:
    """All that one unit owes in the period; None when no unit is chosen or it owes nothing."""
    own = [one for one in standings if one.unit.code == unit]
    if not own:
        return None
    columns = (
        Column("Nội dung"),
        Column("Tình trạng"),
        Column("Hạn", number=True),
        Column("Hoàn thành, nhận báo cáo", number=True),
        Column("Chỉ đạo"),
    )
    title = f"{own[0].unit.label}: nhiệm vụ, báo cáo trong {period_words(period)}"
    return Table(columns, tuple(_duty_row(one) for one in own), title, shape=Shape.STACKED)


def _first_to_remind(standing: Standing) -> tuple[int, int, tuple]:
    return (
        _ORDER.index(standing.state),
        -standing.days_late,
        vietnamese_order(standing.unit.label),
    )


def _state_row(standing: Standing, unit: str | None) -> Row:
    code = standing.unit.code
    cells = (
        Cell(standing.unit.label, taken_over(standing.former), link=Link(PAGE, (("unit", code),))),
        Cell(state=STATES[standing.state]),
        Cell(due_text(standing)),
        Cell(_received(standing)),
        Cell(_days(standing), alarm=standing.state is State.OVERDUE),
    )
    return Row(cells, chosen=code == unit)


def _duty_row(standing: Standing) -> Row:
    return Row(
        (
            Cell(work_words(standing), detail=_extension(standing), link=duty_link(standing)),
            Cell(state=STATES[standing.state]),
            Cell(due_text(standing)),
            Cell(_met(standing)),
            Cell(standing.directs or ABSENT),
        )
    )


def _met(standing: Standing) -> str:
    """A task by its own day, a form by the moment it came in: each is what decides its state."""
    return day_text(standing.completed_on) if standing.completed_on else _received(standing)


def _received(standing: Standing) -> str:
    return moment_text(standing.received) if standing.received else ABSENT


def _days(standing: Standing) -> str:
    return str(standing.days_late) if standing.days_late else ABSENT


def _extension(standing: Standing) -> str:
    owed = standing.obligation
    if owed.extended_to is None or owed.due is None:
        return ""
    return f"Được gia hạn từ {day_text(owed.due)} đến {day_text(owed.extended_to)}"

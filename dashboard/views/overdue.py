"""What is past its day and still open: who, what, since when, how long, under whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dashboard.views.completion import due_text, title_of
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import vietnamese_order
from data_access.queries.obligations import Standing

TITLE = "Nhiệm vụ quá hạn"
BY_UNIT, BY_TASK = "don-vi", "nhiem-vu"
GROUPINGS = {BY_UNIT: "Theo đơn vị", BY_TASK: "Theo nhiệm vụ, báo cáo"}

_NOTHING = "Không có nhiệm vụ, báo cáo nào quá hạn tại ngày xem."


@dataclass(frozen=True)
class Overdue:
    """`nothing` is the sentence that stands in the table's place when nothing is overdue."""

    heading: Heading
    table: Table | None
    nothing: str = ""


def overdue(standings: Sequence[Standing], scene: Scene, grouping: str, label: str = "") -> Overdue:
    """`standings` come oldest first and stay so inside a group; the longest group stands first.
    `label` is the one unit they were asked of."""
    if not standings:
        words = f"{label}: không có việc quá hạn" if label else "Không có việc quá hạn"
        return Overdue(heading(TITLE, words, scene), None, _NOTHING)
    tasks = sum(one.obligation.task is not None for one in standings)
    said = f"{tasks} nhiệm vụ, {len(standings) - tasks} báo cáo"
    units = len({one.unit.code for one in standings})
    at = label or f"{units} đơn vị"
    title = f"{len(standings)} việc quá hạn ở {at}"
    return Overdue(heading(TITLE, title, scene, said), _table(standings, grouping))


def _table(standings: Sequence[Standing], grouping: str) -> Table:
    by_task = grouping == BY_TASK
    columns = (
        Column("Đơn vị" if by_task else "Nhiệm vụ, báo cáo"),
        Column("Hạn", number=True),
        Column("Quá hạn (ngày)", number=True),
        Column("Chỉ đạo"),
    )
    # The programme is worth its line only where there are several to tell apart.
    named = len({one.programme for one in standings}) > 1
    rows = [row for group in _groups(standings, by_task) for row in _rows(group, by_task, named)]
    return Table(columns, tuple(rows), shape=Shape.STACKED)


def _groups(standings: Sequence[Standing], by_task: bool) -> list[list[Standing]]:
    def name(one: Standing) -> tuple:
        return vietnamese_order(title_of(one) if by_task else one.unit.label)

    found = [list(group) for _, group in groupby(sorted(standings, key=name), key=name)]
    return sorted(found, key=lambda group: -max(one.days_late for one in group))


def _rows(group: Sequence[Standing], by_task: bool, named: bool) -> list[Row]:
    first, longest = group[0], max(one.days_late for one in group)
    name = title_of(first) if by_task else first.unit.label
    link = None if by_task else Link("ban-do", (("unit", first.unit.code),))
    summary = f"{len(group)} {'đơn vị' if by_task else 'việc'}, lâu nhất {longest} ngày"
    return [Row((Cell(name, summary, link=link),), heading=True)] + [
        _row(one, by_task, named) for one in group
    ]


def _row(standing: Standing, by_task: bool, named: bool) -> Row:
    name = standing.unit.label if by_task else title_of(standing)
    return Row(
        (
            Cell(name, detail=standing.programme if named else ""),
            Cell(due_text(standing)),
            Cell(str(standing.days_late), alarm=True),
            Cell(standing.directs or ABSENT),
        )
    )

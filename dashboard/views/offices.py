"""Chức danh on the screen: who holds which office on a day, and who held one before."""

from collections.abc import Mapping, Sequence

from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import day_text
from data_access.queries.offices import Holder, OfficeHistory

NO_OFFICES = "Chưa có chức danh nào. Đề nghị ghi các chức danh của Ban Chỉ đạo trước."
VACANT = "(khuyết)"
CHOSEN = "chuc-danh"
_COLUMNS = (
    Column("Chức danh"),
    Column("Người giữ"),
    Column("Từ ngày", number=True),
    Column("Văn bản"),
)
_HISTORY = (
    Column("Người giữ"),
    Column("Từ ngày", number=True),
    Column("Văn bản"),
    Column("Người ghi"),
)


def offices_table(
    holders: Sequence[Holder], units: Mapping[str, str], page: str, user: str
) -> Table | None:
    """By unit; the reader's own offices are marked."""
    if not holders:
        return None
    rows: list[Row] = []
    above = None
    for one in holders:
        if one.office.unit != above:
            above = one.office.unit
            rows.append(Row((Cell(units.get(above, above)),), heading=True))
        rows.append(_row(one, page, user))
    return Table(_COLUMNS, tuple(rows), shape=Shape.STACKED)


def history_table(history: OfficeHistory) -> Table | None:
    """Everybody who held it, the last one first."""
    rows = tuple(
        Row(
            (
                Cell(one.name or VACANT),
                Cell(day_text(one.from_day)),
                Cell(one.document),
                Cell(one.by, detail=f"ghi ngày {day_text(one.at.date())}"),
            )
        )
        for one in reversed(history.holdings)
    )
    return Table(_HISTORY, rows, f"Ai đã giữ: {history.office.title}", shape=Shape.STACKED)


def holder_words(one: Holder) -> str:
    """ "Phó Trưởng Ban: Nguyễn Văn A"; the office alone while nobody holds it."""
    return f"{one.office.title}: {one.name}" if one.name else f"{one.office.title} {VACANT}"


def _row(one: Holder, page: str, user: str) -> Row:
    held = one.holding
    cells = (
        Cell(one.office.title, one.office.code, link=Link(page, ((CHOSEN, one.office.code),))),
        Cell((one.name or VACANT) if held else ABSENT),
        Cell(day_text(held.from_day) if held else ABSENT),
        Cell(held.document if held else ""),
    )
    return Row(cells, chosen=one.user is not None and one.user == user)

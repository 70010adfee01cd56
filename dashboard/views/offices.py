"""Chức danh on the screen: who holds which office on a day, and who held one before."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import day_text
from data_access.offices import Holding
from data_access.queries.offices import Holder, OfficeHistory

NO_OFFICES = "Chưa có chức danh nào. Đề nghị ghi các chức danh của Ban Chỉ đạo trước."
VACANT = "(khuyết)"
CHOSEN = "chuc-danh"
_DAY = timedelta(days=1)
_COLUMNS = (
    Column("Chức danh"),
    Column("Người giữ"),
    Column("Từ ngày", number=True),
    Column("Văn bản"),
    Column("Lịch sử"),
)
_HISTORY = (
    Column("Người giữ"),
    Column("Từ ngày", number=True),
    Column("Đến ngày", number=True),
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
    """Everybody who held it, the last one first, each until the day before the next."""
    every = history.holdings
    following = (*every[1:], None)
    rows = tuple(
        Row(
            (
                Cell(one.name or VACANT),
                Cell(day_text(one.from_day)),
                Cell(_until(one, after)),
                Cell(one.document),
                Cell(one.by, detail=f"ghi ngày {day_text(one.at.date())}"),
            )
        )
        for one, after in reversed(tuple(zip(every, following, strict=True)))
    )
    return Table(_HISTORY, rows, f"Ai đã giữ: {history.office.title}", shape=Shape.STACKED)


def _until(one: Holding, after: Holding | None) -> str:
    """What was typed in again for the same day never counted."""
    if after is None:
        return "nay"
    return "đã ghi lại" if after.from_day == one.from_day else day_text(after.from_day - _DAY)


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
        Cell("Ai đã giữ", link=Link(page, ((CHOSEN, one.office.code),))) if held else Cell(ABSENT),
    )
    return Row(cells, chosen=one.user is not None and one.user == user)

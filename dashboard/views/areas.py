"""Phân công địa bàn on the screen: each office with the units it follows."""

from collections.abc import Collection, Set

from dashboard.views.offices import holder_words
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import day_text, vietnamese_order
from data_access.queries.areas import Area, Areas, FollowedUnit

NO_AREAS = "Chưa phân công địa bàn cho chức danh nào."
SHEET = "tep/phieu-dia-ban"
_NAMED = 20
_COLUMNS = (
    Column("Đơn vị"),
    Column("Từ ngày", number=True),
    Column("Quyết định"),
    Column("Phiếu địa bàn"),
)


def areas_table(found: Areas, page: str, user: str, may_open: Set[str]) -> Table | None:
    """By office, in the order of the paper; the reader's own area is marked. `may_open`: the units
    whose sheet he may have."""
    if not found.areas:
        return None
    rows: list[Row] = []
    for area in found.areas:
        words, count = holder_words(area.holder), f"{len(area.units)} đơn vị"
        rows.append(Row((Cell(words, detail=count),), heading=True))
        own = area.holder.user is not None and area.holder.user == user
        rows += [_row(one, page, may_open, own=own) for one in _ordered(area)]
    notes = (unfollowed_words(found),) if found.unfollowed else ()
    return Table(_COLUMNS, tuple(rows), shape=Shape.STACKED, notes=notes)


def unfollowed_words(found: Areas) -> str:
    names = [one.label for one in found.unfollowed]
    more = f" và {len(names) - _NAMED} đơn vị khác" if len(names) > _NAMED else ""
    said = ", ".join(names[:_NAMED])
    return f"Chưa phân công theo dõi {len(names)} đơn vị cùng loại: {said}{more}."


def also_followed(found: Areas, office: str, units: Collection[str]) -> str:
    """Who else follows some of the units that an office was given; empty where nobody does."""
    said = [
        f"{one.unit.label} cũng đang do {holder_words(area.holder)} theo dõi"
        for area in found.areas
        for one in _ordered(area)
        if area.holder.office.code != office and one.unit.code in units
    ]
    more = f"; và {len(said) - _NAMED} đơn vị khác cũng có người theo dõi" if said[_NAMED:] else ""
    return f"{'; '.join(said[:_NAMED])}{more}." if said else ""


def sheet_link(unit: str) -> Link:
    """The A4 about a unit as of the day of view."""
    return Link(SHEET, (("unit", unit),))


def _ordered(area: Area) -> list[FollowedUnit]:
    return sorted(area.units, key=lambda one: vietnamese_order(one.unit.label))


def _row(one: FollowedUnit, page: str, may_open: Set[str], *, own: bool) -> Row:
    decided, code = one.assignment.decided, one.unit.code
    sheet = Cell("Tải phiếu (PDF)", link=sheet_link(code)) if code in may_open else Cell(ABSENT)
    dated = f"ngày {day_text(decided.decided_on)}" if decided.decided_on else ""
    return Row(
        (
            Cell(one.unit.label, link=Link(page, (("unit", code), ("xem", None)))),
            Cell(day_text(decided.from_day)),
            Cell(decided.decision, detail=dated),
            sheet,
        ),
        chosen=own,
    )

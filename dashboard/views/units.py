"""Units on the screen: the list of them, and one with how it began, ended and was succeeded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.views.areas import sheet_link
from dashboard.views.long_lists import Paging
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import StateWords, capital, day_text
from data_access.queries.units import UnitHistory
from data_access.unit_changes import KeptEnding
from data_access.unit_kinds import unit_kind
from scoring.succession import Ending
from scoring.units import Unit

MOST = 100
ENDINGS: Mapping[Ending, str] = {
    Ending.ENDED: "Kết thúc hoạt động",
    Ending.MERGED: "Sáp nhập",
    Ending.SPLIT: "Chia tách",
}
_ENDED = StateWords("đã kết thúc", "–", "#6B6459", "#FFFFFF", bordered=True)
_COMING = StateWords("chưa thành lập", "○", "#4A5568", "#EDEFF2")
_ACTIVE = StateWords("đang hoạt động", "●", "#2F6B4F", "#E4EFE8")
_COLUMNS = (
    Column("Đơn vị"),
    Column("Loại"),
    Column("Trực thuộc", minor=True),
    Column("Khối, cụm", minor=True),
    Column("Tình trạng"),
)
_CHANGES = (
    Column("Thay đổi"),
    Column("Ngày cuối", number=True),
    Column("Văn bản"),
    Column("Kế thừa"),
)


@dataclass(frozen=True)
class UnitDetail:
    """`said` are its labels and words, `changes` what became of it or of those it took over."""

    title: str
    said: tuple[tuple[str, str], ...]
    changes: Table | None
    ways: tuple[tuple[str, Link], ...]


def units_table(
    units: Sequence[Unit], names: Mapping[str, str], page: str, pages: Paging, day: date
) -> Table:
    shown = units[pages.first : pages.last]
    rows = tuple(_row(one, names, page, day) for one in shown)
    return Table(_COLUMNS, rows, shape=Shape.STACKED)


def unit_detail(
    history: UnitHistory,
    names: Mapping[str, str],
    followers: Sequence[str],
    day: date,
    *,
    may_open: bool,
) -> UnitDetail:
    """`may_open`: the reader may see the unit's own affairs too."""
    unit = history.unit
    ended = (history.ended,) if history.ended else ()
    changes = (*history.withdrawn, *history.came_from, *ended)
    ways = (
        ("Phiếu địa bàn (PDF)", sheet_link(unit.code)),
        ("Việc của đơn vị", Link("cua-toi", (("unit", unit.code),))),
        ("Kiểm tra", Link("kiem-tra", (("unit", unit.code),))),
    )
    said = tuple(_said(history, names, followers, day))
    return UnitDetail(unit.name, said, _changes(changes, names), ways if may_open else ())


def state_of(unit: Unit, day: date) -> StateWords:
    if unit.exists_on(day):
        return _ACTIVE
    return _COMING if unit.exists_from is not None and day < unit.exists_from else _ENDED


def _row(unit: Unit, names: Mapping[str, str], page: str, day: date) -> Row:
    state = state_of(unit, day)
    since = f"đến hết {day_text(unit.exists_to)}" if unit.exists_to else _since(unit)
    return Row(
        (
            Cell(unit.label, detail=unit.code, link=Link(page, (("unit", unit.code),))),
            Cell(capital(unit_kind(unit.kind))),
            Cell(names.get(unit.parent or "", ABSENT)),
            Cell(unit.group or ABSENT),
            Cell(state=state, detail=since),
        )
    )


def _since(unit: Unit) -> str:
    return f"từ {day_text(unit.exists_from)}" if unit.exists_from else ""


def _said(
    history: UnitHistory, names: Mapping[str, str], followers: Sequence[str], day: date
) -> Iterator[tuple[str, str]]:
    unit = history.unit
    yield "Mã, loại", f"{unit.code}, {unit_kind(unit.kind)}"
    if unit.parent:
        yield "Trực thuộc", names.get(unit.parent, unit.parent)
    began = " theo ".join(part for part in (_since(unit), history.founded_by) if part)
    if began:
        yield "Hoạt động", began
    if unit.exists_to:
        yield "Ngày cuối cùng", day_text(unit.exists_to)
    if unit.exists_on(day):
        yield "Theo dõi địa bàn", "; ".join(followers) or "chưa phân công"
    elif history.beneath:
        left = ", ".join(one.label for one in history.beneath[:10])
        yield "Còn trực thuộc", f"{len(history.beneath)} đơn vị vẫn hoạt động: {left}"


def _changes(changes: Sequence[KeptEnding], names: Mapping[str, str]) -> Table | None:
    if not changes:
        return None
    rows = tuple(_change(one, names) for one in changes)
    return Table(_CHANGES, rows, "Lịch sử", shape=Shape.STACKED)


def _change(one: KeptEnding, names: Mapping[str, str]) -> Row:
    ending = one.ending
    heirs = "; ".join(
        names.get(heir.unit, heir.unit) + (" (nhận việc còn dở)" if heir.takes_duties else "")
        for heir in ending.heirs
    )
    return Row(
        (
            Cell(names.get(ending.unit, ending.unit), detail=_what(one)),
            Cell(day_text(ending.last_day)),
            Cell(ending.document, detail=f"ngày {day_text(ending.dated)}"),
            Cell(heirs or "không có; việc còn dở kết thúc"),
        )
    )


def _what(one: KeptEnding) -> str:
    kind, back = ENDINGS[one.ending.kind].lower(), one.withdrawn
    if back is None:
        return kind
    return f"{kind}; đã rút lại ngày {day_text(back.at.date())}: {back.reason}"

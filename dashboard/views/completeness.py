"""How complete the returns are: five figures for each row, and for every percentage the names that
are counted in it and the names that are not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from dashboard.views.completeness_names import NameList, is_of_several, names_of
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.long_lists import PAGE_NUMBER, Paging, paging
from dashboard.views.overview import KeyFigure
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.views.tracks import NO_TRACK, track_order, track_words
from dashboard.wording import capital, number_text, period_name, vietnamese_order
from data_access.queries.completeness import By, Completeness, Expected, Five, Group
from data_access.unit_kinds import unit_kind
from scoring.periods import Period

PAGE, FILE = "day-du", "tep/day-du"
TITLE = "Mức độ đầy đủ"
SECTION, BY, FORM, GROUP, NAMES = "muc", "xep", "form", "dong", "ds"
RATES, SHEET = "", "ma-tran"
SECTIONS: Mapping[str, str] = {RATES: "Tỷ lệ nộp báo cáo", SHEET: "Từng đơn vị, từng kỳ"}
LEVELS: Mapping[str, tuple[By, str]] = {
    "": (By.KIND, "Cấp, loại đơn vị"),
    "cum": (By.GROUP, "Cụm, khối"),
    "loai-hinh": (By.TRACK, "Loại hình cơ sở"),
    "cap-tren": (By.PARENT, "Đơn vị cấp trên"),
    "bieu": (By.FORM, "Biểu mẫu"),
    "chuong-trinh": (By.PROGRAMME, "Chương trình, kế hoạch"),
}
# Every row, and a row of what the units name nothing for.
TOTAL, NONE = "tong", "khong"
RECEIVED, ON_TIME = "nop", "han"
EVERY_FORM = "Tất cả biểu mẫu"
ALL = "Tất cả"
BACK = "Xem tất cả các dòng"
NOTHING = "Không có báo cáo nào phải nộp: không ai được giao, hoặc đều không phải nộp."
_NO_KEY = {
    By.GROUP: "Không thuộc cụm, khối nào",
    By.TRACK: NO_TRACK,
    By.PARENT: "Không có đơn vị cấp trên",
}
_NOTES = (
    "Phải nộp không tính đơn vị không phải nộp và không phát sinh. Tỷ lệ nộp = đã nộp / phải nộp; "
    "tỷ lệ đúng hạn = nộp đúng hạn / phải nộp. Bấm vào tỷ lệ để xem tên các đơn vị.",
)
_LISTED = 200


@dataclass(frozen=True)
class Choice:
    """What the address chooses: of what the rows are, a form, a unit with those beneath it, and
    whose names are wanted: of which row, for which of the two rates."""

    by: str = ""
    form: str = ""
    unit: str = ""
    group: str = ""
    names: str = ""
    page: int = 1

    @property
    def level(self) -> By:
        return LEVELS.get(self.by, LEVELS[""])[0]

    def here(self) -> tuple[tuple[str, str], ...]:
        """What every link of the page says again."""
        named = ((BY, self.by), (FORM, self.form))
        return tuple((name, value) for name, value in named if value)


@dataclass(frozen=True)
class Rates:
    """`names` are the two lists behind the percentage that was asked for, `of` says which; then the
    table holds its row alone, and `back` leads to all."""

    heading: Heading
    strip: tuple[KeyFigure, ...] = ()
    said: str = ""
    table: Table | None = None
    back: Link | None = None
    of: str = ""
    names: tuple[NameList, ...] = ()
    pages: Paging = Paging()
    ways: tuple[tuple[str, Link], ...] = ()


def rates(found: Completeness, choice: Choice, period: Period, scene: Scene, *said: str) -> Rates:
    """`said`: the form and the unit it is narrowed to, in words."""
    head = heading(TITLE, period_name(period), scene, *said)
    if not found.total.members:
        return Rates(head, said=NOTHING)
    of, lists, pages = _names(found, choice)
    file = Link(FILE, (*choice.here(), ("period", str(period))))
    return Rates(
        head,
        tuple(_strip(found.total.five, choice)),
        table=rates_table(found, choice),
        back=Link(PAGE, choice.here()) if lists else None,
        of=of,
        names=lists,
        pages=pages,
        ways=(("Tải bảng tính", file),),
    )


def percent_text(rate: Fraction | None) -> str:
    """One place, half up; what is not whole never reads 100, what is not nothing never 0. Nobody
    expected is a dash."""
    if rate is None:
        return ABSENT
    text = number_text(100 * rate, 1)
    if text == "100,0" and rate != 1:
        text = "99,9"
    if text == "0,0" and rate:
        text = "0,1"
    return f"{text} %"


def rates_table(found: Completeness, choice: Choice) -> Table:
    """A row for each group, the whole above them; where names are asked for, of those alone."""
    columns = (
        Column(LEVELS.get(choice.by, LEVELS[""])[1]),
        Column("Phải nộp", number=True),
        Column("Đã nộp", number=True),
        Column("Đúng hạn", number=True, minor=True),
        Column("Nộp trễ", number=True, minor=True),
        Column("Chưa nộp", number=True),
        Column("Tỷ lệ nộp", number=True),
        Column("Tỷ lệ đúng hạn", number=True),
    )
    whole = _row(ALL, TOTAL, found.total.five, choice, whole=True)
    rows = [
        _row(_label(group, choice.level), group.key or NONE, group.five, choice)
        for group in _ordered(found.rows, choice.level)
        if not _opened(found, choice) or choice.group == (group.key or NONE)
    ]
    return Table(columns, (whole, *rows), shape=Shape.STACKED, notes=_NOTES)


def _opened(found: Completeness, choice: Choice) -> Group | None:
    """The row whose names are asked for; None for an address that names none, or no such list."""
    if choice.names not in (RECEIVED, ON_TIME):
        return None
    by_key = {row.key or NONE: row for row in found.rows} | {TOTAL: found.total}
    return by_key.get(choice.group)


def _strip(five: Five, choice: Choice) -> Iterator[KeyFigure]:
    received, on_time = _to(choice, TOTAL, RECEIVED), _to(choice, TOTAL, ON_TIME)
    yield KeyFigure("Báo cáo phải nộp", str(five.expected), "xem tên các đơn vị", received)
    said = f"tỷ lệ nộp {percent_text(five.rate)}"
    yield KeyFigure("Đã nộp", f"{five.received} / {five.expected}", said, received)
    said = f"tỷ lệ đúng hạn {percent_text(five.on_time_rate)}, nộp trễ {five.late}"
    yield KeyFigure("Nộp đúng hạn", f"{five.on_time} / {five.expected}", said, on_time)
    said = "xem tên để đôn đốc" if five.missing else "đã nộp đủ"
    yield KeyFigure("Chưa nộp", str(five.missing), said, received, alarm=bool(five.missing))


def _row(label: str, key: str, five: Five, choice: Choice, *, whole: bool = False) -> Row:
    counts = (five.expected, five.received, five.on_time, five.late, five.missing)
    received, on_time = (_to(choice, key, kind) for kind in (RECEIVED, ON_TIME))
    return Row(
        (
            Cell(label),
            *(Cell(str(count)) for count in counts),
            Cell(percent_text(five.rate), link=received),
            Cell(percent_text(five.on_time_rate), link=on_time),
        ),
        heading=whole,
        chosen=bool(choice.names) and key == choice.group,
    )


def _to(choice: Choice, group: str, names: str) -> Link:
    return Link(PAGE, (*choice.here(), (GROUP, group), (NAMES, names)))


def _ordered(rows: Sequence[Group], level: By) -> list[Group]:
    if level is By.TRACK:
        return sorted(rows, key=lambda row: track_order(row.key))
    return sorted(rows, key=lambda row: (not row.key, vietnamese_order(_label(row, level))))


def _label(row: Group, level: By) -> str:
    if not row.key:
        return _NO_KEY.get(level, ALL)
    if level is By.KIND:
        return capital(unit_kind(row.key))
    return track_words(row.key) if level is By.TRACK else row.label


def _names(found: Completeness, choice: Choice) -> tuple[str, tuple[NameList, ...], Paging]:
    """Numerator first, then the rest of the denominator: together they are all who are expected."""
    row = _opened(found, choice)
    if row is None:
        return "", (), Paging()
    inside, outside = _two_lists(row, choice.names)
    several = is_of_several(row.members)
    longest = max(len(inside[1]), len(outside[1]))
    here = (*choice.here(), (GROUP, choice.group), (NAMES, choice.names))
    pages = paging(longest, _LISTED, choice.page, partial(_page, here))
    label = ALL if choice.group == TOTAL else _label(row, choice.level)
    lists = tuple(_listed(*one, pages, several=several) for one in (inside, outside))
    return f"{label}: {_rate_words(row.five, choice.names)}", lists, pages


_Titled = tuple[str, tuple[Expected, ...]]


def _two_lists(row: Group, names: str) -> tuple[_Titled, _Titled]:
    if names == RECEIVED:
        return ("Đã nộp", row.received_names), ("Chưa nộp", row.missing_names)
    rest = (*row.late_names, *row.missing_names)
    return ("Nộp đúng hạn", row.on_time_names), ("Nộp trễ hoặc chưa nộp", rest)


def _rate_words(five: Five, names: str) -> str:
    if names == RECEIVED:
        return f"tỷ lệ nộp {percent_text(five.rate)} ({five.received}/{five.expected})"
    return f"tỷ lệ đúng hạn {percent_text(five.on_time_rate)} ({five.on_time}/{five.expected})"


def _listed(title: str, members: tuple[Expected, ...], pages: Paging, *, several: bool) -> NameList:
    shown = names_of(members, several=several)[pages.first : pages.last]
    return NameList(f"{title}: {len(members)}", shown, pages.first + 1)


def _page(here: Sequence[tuple[str, str]], number: int) -> Link:
    return Link(PAGE, (*here, (PAGE_NUMBER, str(number))))

"""The ranking on a screen: the printed table's own words, with bars and a link to each unit."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.left_open import NOTHING_OPEN, LeftOpen
from dashboard.views.publication import PAGE, Official
from dashboard.views.ranking import RankingTable
from dashboard.views.ranking import Row as RankingRow
from dashboard.views.ranking_columns import Column as RankingColumn
from dashboard.views.ranking_columns import Sort
from dashboard.views.receipts import ESTIMATE
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.views.unfinished import Unfinished, before_publishing
from dashboard.wording import moment_text, period_name, vietnamese_order
from data_access.queries.scores import RankingResult
from scoring import self_score
from scoring.criteria_terms import TableKind
from scoring.periods import Period
from scoring.self_score import period_words

TITLE = "Đánh giá, xếp loại"

_PROFILES = (
    ("dang", "In theo thể thức văn bản của Đảng"),
    ("nha-nuoc", "In theo thể thức văn bản hành chính"),
)
_FORMATS = ("pdf", "xlsx")
_CORRECTING = (
    "Đính chính là một lần công bố mới, ghi rõ lý do; bảng đã công bố trước vẫn được giữ để đối "
    "chiếu. Các đơn vị có dòng điểm được mở lại thì tính lại theo thẩm định mới; nếu không có đơn "
    "vị nào được mở lại thì tính lại tất cả theo số liệu hiện nay."
)
_NUMBERS = frozenset({Sort.POINTS, Sort.TOTAL, Sort.PLACE})


@dataclass(frozen=True)
class Prints:
    """One way to set the printed table, in each kind of file."""

    words: str
    links: tuple[tuple[str, Link], ...]


@dataclass(frozen=True)
class Decisions:
    """What the reader may decide of it, what the table leaves to people and what still waits for
    somebody; empty for whoever only reads."""

    decides: bool = False
    left_open: LeftOpen = NOTHING_OPEN
    unfinished: Unfinished | None = None


ONLY_READS = Decisions()


@dataclass(frozen=True)
class Places:
    """`instead` stands in the table's place where there is none to show. `to_publish` asks for
    the decision and is empty once it is taken or is not this reader's to take; `unfinished` is
    what it would leave undone; `to_number` and `to_correct` are publications that wait for their
    number or may get another one, or may be corrected."""

    heading: Heading
    period: Period
    group: str | None = None
    criteria: str | None = None
    table: Table | None = None
    prints: tuple[Prints, ...] = ()
    to_publish: str = ""
    unfinished: Table | None = None
    instead: str = ""
    official: Official | None = None
    to_number: int | None = None
    numbered: bool = False
    to_correct: int | None = None
    correcting: str = ""
    left_open: LeftOpen = NOTHING_OPEN
    published_units: tuple[tuple[str, str], ...] = ()
    back: Link | None = None
    groups: tuple[str, ...] = ()


def places(
    result: RankingResult,
    table: RankingTable,
    labels: Mapping[str, str],
    scene: Scene,
    official: Official | None = None,
    decisions: Decisions = ONLY_READS,
    estimates: Set[str] = frozenset(),
) -> Places:
    """`labels` are the units' short names by code, `estimates` the codes of those whose figures
    are ước."""
    published, decides = result.published, decisions.decides
    to_publish = _question(result) if decides and published is None and result.cards else ""
    current = published is not None and (official is None or official.stands)
    page, title = _page(result), period_name(result.period)
    return Places(
        heading(page, title, scene, table.qualifier, _published(result)),
        result.period,
        result.group,
        result.criteria.code,
        _table(table, labels, _most(result), estimates),
        _prints(result) if published is None or current else (),
        to_publish,
        _unfinished(result, decisions) if to_publish else None,
        official=official,
        to_number=published.id if decides and current else None,
        numbered=bool(published and published.decision),
        to_correct=published.id if decides and current else None,
        correcting=_CORRECTING if decides and current else "",
        left_open=decisions.left_open,
        published_units=_units(result, labels) if decides and current else (),
        back=None if current or published is None else Link(PAGE, (("cong-bo", None),)),
    )


def not_shown(words: str, period: Period, scene: Scene) -> Places:
    """The period can still be changed: only this one's ranking is not for this reader yet."""
    return Places(heading(TITLE, period_name(period), scene), period, instead=words)


def short_table(result: RankingResult, table: RankingTable, labels: Mapping[str, str]) -> Table:
    """Place, unit and total alone, for a page that shows other things too."""
    kept = _positions(table, (Sort.PLACE, Sort.UNIT, Sort.TOTAL))
    columns = tuple(_column(table.columns[at], minor=False) for at in kept)
    most = _most(result)
    rows = tuple(
        Row(tuple(_cell(table, row, at, labels, most) for at in kept))
        for row in table.rows
        if row.ranked
    )
    waiting = sum(not row.ranked for row in table.rows)
    notes = (f"{waiting} đơn vị chưa xếp thứ: xem Đánh giá, xếp loại.",) if waiting else ()
    title = f"{TITLE} ({table.qualifier})" if table.qualifier else TITLE
    return Table(columns, rows, title, notes=notes)


def _page(result: RankingResult) -> str:
    """Of several tables, the page says which."""
    main = result.criteria.form == self_score.CODE
    return TITLE if main else f"{TITLE} · {result.criteria.title}"


def _units(result: RankingResult, labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    named = ((card.unit, labels.get(card.unit, card.name)) for card in result.cards)
    return tuple(sorted(named, key=lambda one: vietnamese_order(one[1])))


def _table(
    table: RankingTable, labels: Mapping[str, str], most: Decimal, estimates: Set[str]
) -> Table:
    order = _screen_order(table)
    columns = tuple(_column(table.columns[at], minor=_is_minor(table, at)) for at in order)
    rows: list[Row] = []
    for group in table.groups:
        if group.heading:
            rows.append(Row((Cell(group.heading),), heading=True))
        rows += [
            Row(tuple(_marked(table, row, at, labels, most, estimates) for at in order))
            for row in group.rows
        ]
    return Table(columns, tuple(rows), notes=table.notes, shape=Shape.NOTED)


def _marked(
    table: RankingTable,
    row: RankingRow,
    at: int,
    labels: Mapping[str, str],
    most: Decimal,
    estimates: Set[str],
) -> Cell:
    cell = _cell(table, row, at, labels, most)
    is_name = table.columns[at].sort is Sort.UNIT
    return replace(cell, detail=ESTIMATE) if is_name and row.unit in estimates else cell


def _screen_order(table: RankingTable) -> list[int]:
    """The place stands first: on a screen nobody counts the rows."""
    first = _positions(table, (Sort.PLACE, Sort.UNIT, Sort.TOTAL))
    dropped = {*first, *_positions(table, (Sort.ORDER,))}
    return first + [at for at in range(len(table.columns)) if at not in dropped]


def _positions(table: RankingTable, sorts: Sequence[Sort]) -> list[int]:
    """In that order; a table without points or without places has no such column."""
    found = {column.sort: at for at, column in reversed(list(enumerate(table.columns)))}
    return [found[sort] for sort in sorts if sort in found]


def _is_minor(table: RankingTable, at: int) -> bool:
    return table.columns[at].sort is Sort.POINTS


def _column(column: RankingColumn, minor: bool) -> Column:
    unbroken = column.sort in (Sort.UNIT, Sort.CLASS)
    return Column(column.heading, column.sort in _NUMBERS, minor, unbroken)


def _cell(
    table: RankingTable, row: RankingRow, at: int, labels: Mapping[str, str], most: Decimal
) -> Cell:
    cell, sort = row.cells[at], table.columns[at].sort
    if sort is Sort.UNIT:
        words = labels.get(row.unit, cell.text)
        return Cell(words, link=Link(PAGE, (("unit", row.unit),)))
    if sort is Sort.TOTAL and cell.value is not None:
        return Cell(cell.text, bar=_share(Decimal(cell.value), most))
    return Cell(cell.text)


def _most(result: RankingResult) -> Decimal:
    """What a full bar stands for: the most points there were to get, or got with bonuses."""
    found = [card.max for card in result.cards]
    found += [card.total for card in result.cards if card.total is not None]
    return max(found, default=Decimal(1))


def _share(points: Decimal, most: Decimal) -> float:
    return round(float(100 * points / most), 1) if most > 0 and points > 0 else 0.0


def _published(result: RankingResult) -> str:
    if result.published is None:
        return "dự thảo, chưa công bố"
    return f"đã công bố lúc {moment_text(result.published.at)}"


def _prints(result: RankingResult) -> tuple[Prints, ...]:
    return tuple(
        Prints(words, tuple((kind.upper(), _print(result, profile, kind)) for kind in _FORMATS))
        for profile, words in _PROFILES
    )


def _print(result: RankingResult, profile: str, kind: str) -> Link:
    table = None if result.criteria.form == self_score.CODE else result.criteria.code
    chosen = (("period", str(result.period)), ("group", result.group), ("theo", table))
    return Link("tep/xep-loai", (*chosen, ("profile", profile), ("format", kind)), keeps=False)


def _question(result: RankingResult) -> str:
    ranked, waiting = len(result.ranking.places), len(result.ranking.unranked)
    if result.criteria.kind is TableKind.PASS_FAIL:
        ranked, waiting = waiting, 0
    left = f"; {waiting} đơn vị chưa xếp thứ" if waiting else ""
    of = f" ({result.group})" if result.group else ""
    return (
        f"Công bố kết quả {period_words(result.period)} của {ranked} "
        f"đơn vị{of}{left}. Sau khi công bố, bảng giữ nguyên; thay đổi phải làm bằng đính chính."
    )


def _unfinished(result: RankingResult, decisions: Decisions) -> Table | None:
    left = decisions.unfinished
    return before_publishing(left, result.ranking.unranked) if left else None

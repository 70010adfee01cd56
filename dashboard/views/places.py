"""The ranking on a screen: the printed table's own words, with bars and a link to each unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.ranking import RankingTable
from dashboard.views.ranking import Row as RankingRow
from dashboard.views.ranking_columns import Column as RankingColumn
from dashboard.views.ranking_columns import Sort
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import moment_text, period_name
from data_access.queries.scores import RankingResult
from scoring.periods import Period
from scoring.self_score import period_words

PAGE = "xep-loai"
TITLE = "Đánh giá, xếp loại"

_PROFILES = (
    ("dang", "In theo thể thức văn bản của Đảng"),
    ("nha-nuoc", "In theo thể thức văn bản hành chính"),
)
_FORMATS = ("pdf", "xlsx")
_NUMBERS = frozenset({Sort.POINTS, Sort.TOTAL, Sort.PLACE})


@dataclass(frozen=True)
class Prints:
    """One way to set the printed table, in each kind of file."""

    words: str
    links: tuple[tuple[str, Link], ...]


@dataclass(frozen=True)
class Places:
    """`instead` stands in the table's place where there is none to show; `to_publish` asks for
    the decision and is empty once it is taken or is not this reader's to take."""

    heading: Heading
    table: Table | None = None
    prints: tuple[Prints, ...] = ()
    to_publish: str = ""
    instead: str = ""


def places(
    result: RankingResult,
    table: RankingTable,
    labels: Mapping[str, str],
    scene: Scene,
    *,
    decides: bool,
) -> Places:
    """`labels` are the units' short names by code; `decides`: the reader may publish."""
    undecided = result.published is None and decides and bool(result.ranking.places)
    return Places(
        heading(TITLE, period_name(result.period), scene, table.qualifier, _published(result)),
        _table(table, labels, _most(result)),
        _prints(result),
        _question(result) if undecided else "",
    )


def not_shown(words: str, period: Period, scene: Scene) -> Places:
    """The period can still be changed: only this one's ranking is not for this reader yet."""
    return Places(heading(TITLE, period_name(period), scene), instead=words)


def short_table(result: RankingResult, table: RankingTable, labels: Mapping[str, str]) -> Table:
    """Place, unit and total alone, for a page that shows other things too."""
    kept = [_position(table, Sort.PLACE), _position(table, Sort.UNIT), _position(table, Sort.TOTAL)]
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


def _table(table: RankingTable, labels: Mapping[str, str], most: Decimal) -> Table:
    order = _screen_order(table)
    columns = tuple(_column(table.columns[at], minor=_is_minor(table, at)) for at in order)
    rows: list[Row] = []
    for group in table.groups:
        if group.heading:
            rows.append(Row((Cell(group.heading),), heading=True))
        rows += [
            Row(tuple(_cell(table, row, at, labels, most) for at in order)) for row in group.rows
        ]
    return Table(columns, tuple(rows), notes=table.notes, shape=Shape.NOTED)


def _screen_order(table: RankingTable) -> list[int]:
    """The place stands first: on a screen nobody counts the rows."""
    first = [
        _position(table, Sort.PLACE),
        _position(table, Sort.UNIT),
        _position(table, Sort.TOTAL),
    ]
    dropped = {*first, _position(table, Sort.ORDER)}
    return first + [at for at in range(len(table.columns)) if at not in dropped]


def _position(table: RankingTable, sort: Sort) -> int:
    return next(at for at, column in enumerate(table.columns) if column.sort is sort)


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
    chosen = (("period", str(result.period)), ("group", result.group))
    return Link("tep/xep-loai", (*chosen, ("profile", profile), ("format", kind)), keeps=False)


def _question(result: RankingResult) -> str:
    ranked, waiting = len(result.ranking.places), len(result.ranking.unranked)
    left = f"; {waiting} đơn vị chưa xếp thứ" if waiting else ""
    return (
        f"Công bố kết quả {period_words(result.period)} của {ranked} "
        f"đơn vị{left}. Sau khi công bố, bảng giữ nguyên; thay đổi phải làm bằng đính chính."
    )

"""The tile map: one square for each unit, at its place in the grid, in the words of its state."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.standing_words import unit_words
from dashboard.views.table import Link
from dashboard.wording import STATES, StateWords, day_text, moment_text
from data_access.catalogue import Tile
from data_access.queries.obligations import Standing
from scoring.obligations import State

CAPTION = "Sơ đồ ô, không phải bản đồ."

# Letters that fit on one line of a tile at the size of type used.
_LINE = 10

# A row without units separates what has no territory; it need not be as high as a tile.
_EMPTY_ROW = 0.3


@dataclass(frozen=True)
class Square:
    """`row` may be broken: empty rows of the grid are lower. `lines` never break a word."""

    unit: str
    name: str
    lines: tuple[str, ...]
    row: float
    column: int
    state: StateWords
    sentence: str
    link: Link


@dataclass(frozen=True)
class LegendEntry:
    state: StateWords
    count: int


@dataclass(frozen=True)
class TileMap:
    """`elsewhere` are those expected to report that have no square."""

    squares: tuple[Square, ...]
    legend: tuple[LegendEntry, ...]
    elsewhere: tuple[tuple[str, StateWords], ...]
    rows: float
    columns: int
    caption: str = CAPTION


def tile_map(standings: Sequence[Standing], tiles: Sequence[Tile], page: str) -> TileMap:
    """One state for each unit: `standings` are those of one form in one period. What a unit took
    over beside its own is named beneath, a square shows its own."""
    heights = _heights(tiles)
    by_unit = {tile.unit: tile for tile in tiles}
    placed = {code: one for code, one in _by_unit(standings).items() if code in by_unit}
    squares = [_square(one, by_unit[code], heights, page) for code, one in placed.items()]
    others = [one for one in standings if placed.get(one.unit.code) is not one]
    return TileMap(
        tuple(squares),
        _legend(standings),
        tuple((unit_words(one.unit, one.former), STATES[one.state]) for one in others),
        max(heights.values(), default=0) + 1,
        max((tile.column for tile in tiles), default=0) + 1,
    )


def _by_unit(standings: Sequence[Standing]) -> dict[str, Standing]:
    """One for each unit: its own before what it took over."""
    found: dict[str, Standing] = {}
    for one in standings:
        before = found.setdefault(one.unit.code, one)
        if before.former is not None and one.former is None:
            found[one.unit.code] = one
    return found


def name_lines(name: str) -> tuple[str, ...]:
    """Break between words only, as few times as the tile's width allows."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= _LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def sentence_of(standing: Standing) -> str:
    """The whole state in one sentence, for whoever points at the unit."""
    name = unit_words(standing.unit, standing.former)
    words = STATES[standing.state].word
    due = standing.last_day
    until = f", hạn {day_text(due)}" if due else ""
    if standing.state is State.OVERDUE:
        return f"{name}: {words}{until}, đã quá {standing.days_late} ngày."
    if standing.received is None:
        return f"{name}: {words}{until}."
    late = f" (trễ {standing.days_late} ngày)" if standing.days_late else ""
    return f"{name}: {words}, nhận lúc {moment_text(standing.received)}{until}{late}."


def _heights(tiles: Sequence[Tile]) -> dict[int, float]:
    used, heights, top = {tile.row for tile in tiles}, {}, 0.0
    for row in range(max(used, default=-1) + 1):
        heights[row] = top
        top += 1 if row in used else _EMPTY_ROW
    return heights


def _square(standing: Standing, tile: Tile, heights: dict[int, float], page: str) -> Square:
    return Square(
        standing.unit.code,
        standing.unit.label,
        name_lines(standing.unit.label),
        heights[tile.row],
        tile.column,
        STATES[standing.state],
        sentence_of(standing),
        Link(page, (("unit", standing.unit.code),)),
    )


def _legend(standings: Sequence[Standing]) -> tuple[LegendEntry, ...]:
    """In the order of the states, every state that occurs."""
    counts = Counter(standing.state for standing in standings)
    return tuple(LegendEntry(STATES[state], counts[state]) for state in State if counts[state])

"""How wide each column is, and whether the paper is turned: A4 upright if the columns fit."""

from dataclasses import dataclass
from math import ceil

from dashboard.printing.profiles import Profile
from dashboard.views.ranking import RankingTable
from dashboard.views.ranking_columns import Sort

SHORT_SIDE, LONG_SIDE = 210.0, 297.0

# In millimetres, for type of 12 points; smaller type needs that much less.
_TYPE = 12
_LEAST = {
    Sort.ORDER: 10.0,
    Sort.POINTS: 16.0,
    Sort.TOTAL: 16.0,
    Sort.PLACE: 13.0,
    Sort.CLASS: 41.0,
    Sort.UNIT: 48.0,
    Sort.NOTE: 28.0,
}
_LEAST_SHORT = {Sort.UNIT: 26.0, Sort.NOTE: 20.0}
# Whole sentences in a narrow column would make the tallest rows of the page.
_LEAST_FOR_SENTENCES = 50.0
_TEXTS = (Sort.UNIT, Sort.NOTE)
_SHORT_TEXT, _SENTENCE = 22, 60
_PADDING = 3.0
_STEPS = 24
# Of a type's size, in millimetres: the mean letter, and a little for words that do not fill a line.
_LETTER = 0.162
_SMALLEST_TYPE = 0.6


@dataclass(frozen=True)
class Paper:
    """`scale` below 1: so many columns that the type of the table is smaller."""

    landscape: bool
    widths: tuple[float, ...]
    scale: float

    @property
    def height(self) -> float:
        return SHORT_SIDE if self.landscape else LONG_SIDE


def paper_for(table: RankingTable, profile: Profile) -> Paper:
    margins = profile.margins.left + profile.margins.right
    smaller = profile.table_size / _TYPE
    least = [smaller * _least(table, index) for index in range(len(table.columns))]
    landscape = sum(least) > SHORT_SIDE - margins
    room = (LONG_SIDE if landscape else SHORT_SIDE) - margins
    scale = min(1.0, room / sum(least))
    widths = tuple(width * scale for width in least)
    size = profile.table_size * max(scale, _SMALLEST_TYPE)
    return Paper(landscape, _spread(table, widths, room, size), max(scale, _SMALLEST_TYPE))


def _least(table: RankingTable, index: int) -> float:
    sort = table.columns[index].sort
    longest = max(map(len, _texts(table, index)), default=0)
    if sort in _LEAST_SHORT and longest <= _SHORT_TEXT:
        return _LEAST_SHORT[sort]
    return _LEAST_FOR_SENTENCES if sort is Sort.NOTE and longest > _SENTENCE else _LEAST[sort]


def _spread(
    table: RankingTable, widths: tuple[float, ...], room: float, size: float
) -> tuple[float, ...]:
    """What is left of the page goes to names and notes, so that the rows need the fewest lines."""
    unit, note = (index for index, column in enumerate(table.columns) if column.sort in _TEXTS)
    spare = max(0.0, room - sum(widths))
    tried = [spare * step / _STEPS for step in range(_STEPS, -1, -1)]

    def lines(given: float) -> int:
        names = _lines(table, unit, widths[unit] + given, size)
        notes = _lines(table, note, widths[note] + spare - given, size)
        return sum(map(max, zip(names, notes, strict=True)))

    # Of equally good ones nearer the widest names: every row has a name, few have a note.
    fewest = min(map(lines, tried))
    good = [given for given in tried if lines(given) == fewest]
    given = good[len(good) // 4]
    added = {unit: given, note: spare - given}
    return tuple(width + added.get(index, 0.0) for index, width in enumerate(widths))


def _lines(table: RankingTable, index: int, width: float, size: float) -> list[int]:
    """Estimated: only the proportions between the columns hang on it."""
    letter = _LETTER * size / (width - _PADDING)
    return [ceil(len(text) * letter) for text in _texts(table, index)]


def _texts(table: RankingTable, index: int) -> list[str]:
    return [row.cells[index].text for row in table.rows]

"""What calamine does not show of a sheet: errors, uncomputed formulas, percentages, merges, old
fonts."""

from dataclasses import dataclass, field

from data_access.workbook.book import Position
from data_access.workbook.legacy_fonts import Run

WireRange = tuple[int, int, int, int]


class Extent:
    """The box around all typed cells. calamine fills it densely, so one stray cell at the far
    corner of a sheet would cost gigabytes."""

    def __init__(self) -> None:
        self._rows, self._columns = [1 << 30, 0], [1 << 30, 0]

    def take_in(self, first: Position, last: Position) -> None:
        for ends, low, high in zip((self._rows, self._columns), first, last, strict=True):
            ends[0], ends[1] = min(ends[0], low), max(ends[1], high)

    @property
    def size(self) -> tuple[int, int]:
        """How many rows and columns."""
        rows, columns = (max(0, ends[1] - ends[0] + 1) for ends in (self._rows, self._columns))
        return rows, columns


@dataclass(frozen=True)
class Unshown:
    """Filled cell by cell while a sheet is walked through; positions count from 1. `fonts` are old
    ones a whole cell is written in, `runs` stand where a cell changes from or to one."""

    errors: dict[Position, str] = field(default_factory=dict)
    formulas: dict[Position, str] = field(default_factory=dict)
    percents: set[Position] = field(default_factory=set)
    merged: list[WireRange] = field(default_factory=list)
    fonts: dict[Position, str] = field(default_factory=dict)
    runs: dict[Position, tuple[Run, ...]] = field(default_factory=dict)
    extent: Extent = field(default_factory=Extent)

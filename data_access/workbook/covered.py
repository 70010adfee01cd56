"""What is seen in a cell where cells are merged. Knows sheets, knows no form."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data_access.workbook.book import Cell, MergedRange, Position, Sheet

# Taller ranges are few; listing them under each of their rows would be dear.
_TALL = 100


@dataclass(frozen=True)
class Covered:
    """A sheet's merged ranges by row, so that a cell need not be held against all of them."""

    cells: Mapping[Position, Cell]
    by_row: Mapping[int, Sequence[MergedRange]]
    tall: Sequence[MergedRange]

    def at(self, row: int, column: int) -> Cell | None:
        """The cell; within a merged range, the value that is seen there."""
        for area in (*self.by_row.get(row, ()), *self.tall):
            if area.covers(row, column):
                # What a program left in the covered cells is not shown.
                return self.cells.get((area.first_row, area.first_column))
        return self.cells.get((row, column))


def covered(sheet: Sheet, first_row: int) -> Covered:
    """From `first_row` down."""
    by_row: dict[int, list[MergedRange]] = defaultdict(list)
    tall = []
    for area in sheet.merged:
        if area.last_row - area.first_row > _TALL:
            tall.append(area)
            continue
        for row in range(max(area.first_row, first_row), area.last_row + 1):
            by_row[row].append(area)
    return Covered(sheet.cells, by_row, tall)

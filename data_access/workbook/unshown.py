"""What calamine does not show of a sheet: errors, uncomputed formulas, percentages, merges."""

from dataclasses import dataclass, field

from data_access.workbook.book import Position

WireRange = tuple[int, int, int, int]


@dataclass(frozen=True)
class Unshown:
    """Filled cell by cell while a sheet is walked through; positions count from 1."""

    errors: dict[Position, str] = field(default_factory=dict)
    formulas: dict[Position, str] = field(default_factory=dict)
    percents: set[Position] = field(default_factory=set)
    merged: list[WireRange] = field(default_factory=list)

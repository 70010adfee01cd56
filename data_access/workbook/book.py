"""A workbook's cells, whatever file they came from. Knows no file format and no form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from data_access.workbook.text import is_blank
from scoring.numbers import decimal_comma

Position = tuple[int, int]
CellValue = str | Decimal | bool | date | datetime


class CellKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    BOOLEAN = "boolean"
    DATE = "date"
    ERROR = "error"
    FORMULA_WITHOUT_VALUE = "formula"
    UNCLEAR_TEXT = "unclear"


@dataclass(frozen=True)
class Cell:
    """One cell. A PERCENT holds the figure as people read it: 87 for a stored 0.87 shown as 87%;
    an ERROR holds its text (#DIV/0!), a formula without a stored result holds the formula. An
    UNCLEAR_TEXT is in an old font and cannot be told apart from Unicode; it holds what is stored.
    `since_1904`: the workbook counts its days from there."""

    value: CellValue
    kind: CellKind
    since_1904: bool = False

    @property
    def text(self) -> str:
        """The value as a person in Vietnam would have typed it."""
        if self.kind in (CellKind.NUMBER, CellKind.PERCENT):
            return decimal_comma(self.value) + ("%" if self.kind is CellKind.PERCENT else "")
        if self.kind is CellKind.DATE:
            return _day(self.value)
        if self.kind is CellKind.BOOLEAN:
            return "TRUE" if self.value else "FALSE"
        return self.value

    @property
    def is_blank(self) -> bool:
        return self.kind is CellKind.TEXT and is_blank(self.value)


def _day(value: date | datetime) -> str:
    # strftime leaves years before 1000 unpadded on some systems.
    day = f"{value.day:02}/{value.month:02}/{value.year:04}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{day} {value.hour:02}:{value.minute:02}"
    return day


@dataclass(frozen=True)
class MergedRange:
    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def covers(self, row: int, column: int) -> bool:
        return (
            self.first_row <= row <= self.last_row
            and self.first_column <= column <= self.last_column
        )


@dataclass(frozen=True)
class Sheet:
    """`cells` is keyed by (row, column) counted from 1 and holds what is typed, once each."""

    name: str
    hidden: bool = False
    cells: Mapping[Position, Cell] = field(default_factory=dict)
    merged: tuple[MergedRange, ...] = ()

    def at(self, row: int, column: int) -> Cell | None:
        """The cell; within a merged range, the value that is seen there."""
        covering = next((area for area in self.merged if area.covers(row, column)), None)
        # What a program left in the covered cells is not shown.
        place = (covering.first_row, covering.first_column) if covering else (row, column)
        return self.cells.get(place)


@dataclass(frozen=True)
class Book:
    sheets: tuple[Sheet, ...]


def address(row: int, column: int) -> str:
    """(14, 3) is C14."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


@lru_cache(maxsize=1 << 16)
def position(address: str) -> Position:
    """C14 is (14, 3); raises ValueError for anything else."""
    letters = address.rstrip("0123456789")
    if not letters.isalpha() or not letters.isascii():
        raise ValueError(f"not a cell: {address!r}")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(address[len(letters) :]), column

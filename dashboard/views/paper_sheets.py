"""A workbook to be printed, as a value: sheets of ready words and numbers. Knows no domain."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class PaperColumn:
    """`width` is in characters."""

    heading: str
    width: int
    number: bool = False


@dataclass(frozen=True)
class PaperCell:
    """A figure has its `value`; `mark` stands behind it; `key` names what it was added up from."""

    text: str = ""
    value: Decimal | None = None
    mark: str = ""
    key: str = ""


@dataclass(frozen=True)
class PaperRow:
    """`level` 0 is a heading of a block, 1 a row, 2 a row beneath another."""

    cells: tuple[PaperCell, ...]
    level: int = 1


@dataclass(frozen=True)
class PaperSheet:
    """`name` is the tab's. An annex is numbered and signed by nobody."""

    name: str
    title: str
    columns: tuple[PaperColumn, ...]
    rows: tuple[PaperRow, ...]
    notes: tuple[str, ...] = ()
    annex: bool = False


@dataclass(frozen=True)
class PaperBook:
    """`marks` (provisional, illustrative) run along the head of every page; `file_name` has no
    extension."""

    title: str
    scope: tuple[str, ...]
    marks: tuple[str, ...]
    sheets: tuple[PaperSheet, ...]
    file_name: str

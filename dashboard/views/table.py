"""A table as a value, ready to be drawn on a screen. Knows no HTML and no domain."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.wording import StateWords

ABSENT = "–"


@dataclass(frozen=True)
class Link:
    """A page of this site, or a file of it; `keeps` carries period, day and unit along."""

    address: str
    params: tuple[tuple[str, str | None], ...] = ()
    keeps: bool = True


class Shape(StrEnum):
    """What becomes of a row where the screen is narrow: it stays a row, it becomes a small sheet,
    or what stands after its third cell goes beneath."""

    PLAIN = "plain"
    STACKED = "stacked"
    NOTED = "noted"


@dataclass(frozen=True)
class Column:
    """`minor` columns are left out where the screen is narrow; `unbroken` words keep one line;
    `wide` ones keep room for a sentence beside columns with longer ones."""

    heading: str
    number: bool = False
    minor: bool = False
    unbroken: bool = False
    wide: bool = False


@dataclass(frozen=True)
class Basis:
    """One thing that what stands in a cell rests on."""

    label: str
    words: str
    link: Link | None = None


@dataclass(frozen=True)
class Span:
    """From where to where something may move, and where it stands: drawn on a line from `first` to
    `last`. `sentence` says the same in words."""

    low: int
    high: int
    at: int
    last: int
    sentence: str
    first: int = 1


@dataclass(frozen=True)
class Part:
    """How many of a whole are in one state; drawn side by side with the others, in proportion."""

    state: StateWords
    count: int


@dataclass(frozen=True)
class Cell:
    """Ready words; `bar` is a share of 100, drawn before them, `parts` are what a whole is made of,
    `basis` is folded beneath them."""

    text: str = ""
    detail: str = ""
    state: StateWords | None = None
    bar: float | None = None
    link: Link | None = None
    alarm: bool = False
    basis: tuple[Basis, ...] = ()
    span: Span | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Row:
    """A heading row stands above the rows it sums up; a chosen row is the one asked about."""

    cells: tuple[Cell, ...]
    heading: bool = False
    chosen: bool = False


@dataclass(frozen=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    shape: Shape = Shape.PLAIN
    notes: tuple[str, ...] = ()

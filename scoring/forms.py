"""Forms: what is asked on a spreadsheet. Knows rows, headings and limits; knows no Excel."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scoring.facts import Absent
from scoring.periods import Period


class Kind(StrEnum):
    NUMBER = "number"
    COUNT = "count"
    POINTS = "points"
    YES_NO = "yes_no"
    CHOICE = "choice"
    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True)
class Choice:
    code: str
    label: str


YES_NO = (Choice("1", "Có"), Choice("0", "Không"))


@dataclass(frozen=True)
class Field:
    """One cell to be filled in: the column it stands in, the key its answer is kept under."""

    key: str
    column: str
    kind: Kind
    required: bool = True
    least: Decimal | None = None
    most: Decimal | None = None
    # Above this the answer is let in with a warning: a claim is kept as claimed, counted as capped.
    expected_most: Decimal | None = None
    places: int = 2
    choices: tuple[Choice, ...] = ()
    absences: frozenset[Absent] = frozenset()
    longest: int = 1000
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True)
class Row:
    """One printed row. `code` identifies it on the sheet (first column) and is unique in the form;
    `level` 0 is a heading of a block, 1 a criterion or task, 2 a figure asked beneath it."""

    code: str
    printed: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...] = ()
    level: int = 1

    def text(self, column: str) -> str:
        return dict(self.printed).get(column, "")


@dataclass(frozen=True)
class Column:
    """`key` joins it to fields and printed texts; `width` is in characters; numbers align right."""

    key: str
    heading: str
    width: int
    number: bool = False


@dataclass(frozen=True)
class PartOfWhole:
    """Warn when the part exceeds the whole: ratios over 100 % happen, but rarely on purpose."""

    part: str
    whole: str


@dataclass(frozen=True)
class CompletionDate:
    """Warn when a completion date stands beside a state that is not "done"."""

    state: str
    done: str
    day: str


@dataclass(frozen=True)
class Mark:
    """What a workbook says of itself: which form and version, whose, for when."""

    form: str
    version: str
    unit: str
    period: Period


@dataclass(frozen=True)
class Form:
    """A form made out for one unit and one period; template, parser and documentation come from it.

    The first column holds the row codes. `header` are the lines of the official header block on
    the left, `scope` the lines beneath the title (unit, period), `guide` the instructions.
    """

    mark: Mark
    title: str
    sheet: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    guide: tuple[str, ...] = ()
    checks: tuple[PartOfWhole | CompletionDate, ...] = ()
    illustrative: bool = False

    def fields(self) -> tuple[Field, ...]:
        return tuple(field for row in self.rows for field in row.fields)

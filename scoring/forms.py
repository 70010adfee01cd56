"""Forms: what is asked on a spreadsheet. Knows rows, headings and limits; knows no Excel."""

from dataclasses import dataclass, replace
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


class Measure(StrEnum):
    """How a figure may be added up. A FLOW arose in the period: over periods and units. A STOCK is
    the state at its end: over units only. FROM_JANUARY counts from 1 January to the period's end:
    over units only, for the later period already holds the earlier ones."""

    FLOW = "flow"
    STOCK = "stock"
    FROM_JANUARY = "from_january"


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
    # None: not a figure that is added up.
    measure: Measure | None = None


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
    """`key` joins it to fields and printed texts; `width` is in characters; numbers align right;
    `muted` prints in grey what only helps, such as the last period's figure."""

    key: str
    heading: str
    width: int
    number: bool = False
    muted: bool = False


@dataclass(frozen=True)
class Listing:
    """Rows that the unit writes itself, one for each thing it reports, numbered from 1.

    `fields` are those of one row; their keys become "{key}.{number}.{field key}". `required` holds
    for a row in which anything is written. A listing without any row must say in its first cell
    that nothing arose, kept under "{key}": an empty sheet is not a zero.
    """

    key: str
    fields: tuple[Field, ...]
    printed: int = 15
    most: int = 500

    def row(self, number: int) -> Row:
        fields = tuple(
            replace(field, key=f"{self.key}.{number}.{field.key}") for field in self.fields
        )
        return Row(str(number), (("code", str(number)),), fields)


@dataclass(frozen=True)
class FormSheet:
    """One sheet: `name` is its tab, `title` stands beneath the form's own. The first column holds
    the row codes. Fixed `rows`, or a `listing`."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    listing: Listing | None = None
    title: str = ""

    def printed_rows(self) -> tuple[Row, ...]:
        """What the template shows: the fixed rows, then the empty ones of the listing."""
        if self.listing is None:
            return self.rows
        return (*self.rows, *(self.listing.row(n) for n in range(1, self.listing.printed + 1)))


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


class When(StrEnum):
    """Of which period a compared figure is. PREVIOUS: the quarter before, in the same year only for
    figures from January."""

    SAME = "same"
    PREVIOUS = "previous"


@dataclass(frozen=True)
class Operand:
    """A sum of answers. A key of a listing holds "*" for its number ("II.*.options"): all rows.
    `form` None: this form. `plus`: a further sum, of another form or period."""

    keys: tuple[str, ...]
    form: str | None = None
    when: When = When.SAME
    plus: "Operand | None" = None

    def parts(self) -> tuple["Operand", ...]:
        """This sum, then those added to it."""
        return (self, *(self.plus.parts() if self.plus else ()))


class Relation(StrEnum):
    AT_MOST = "<="
    EQUAL = "="
    AT_LEAST = ">="


@dataclass(frozen=True)
class Comparison:
    """A check written in the form's own data file: `left` stands in `relation` to `right`, else
    `message` is said at the cell of `at`. Nothing is said where any figure is missing.

    Where `at` holds "*" the check is made for each row of that listing by itself, and "*" in its
    keys of the same listing is that row's number."""

    at: str
    left: Operand
    relation: Relation
    right: Operand
    message: str
    blocks: bool = False


Check = PartOfWhole | CompletionDate | Comparison


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

    `header` are the lines of the official header block on the left, `scope` the lines beneath the
    title (unit, period), `guide` the instructions.
    """

    mark: Mark
    title: str
    sheets: tuple[FormSheet, ...]
    header: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    guide: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    illustrative: bool = False

    def fields(self) -> tuple[Field, ...]:
        """Those of every printed row, in reading order."""
        rows = (row for sheet in self.sheets for row in sheet.printed_rows())
        return tuple(field for row in rows for field in row.fields)

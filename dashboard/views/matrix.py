"""Every unit by form and period on one sheet: a mark for each, the whole sentence behind it."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dashboard.views.standing_words import DUTY, KEY, unit_words
from dashboard.views.table import ABSENT, Cell, Column, Link, Part, Row, Table
from dashboard.wording import QUARTERS, STATES, StateWords, vietnamese_order
from data_access.queries.completeness import Matrix, MatrixColumn, MatrixRow
from scoring.obligations import NOT_EXPECTED, DutyKey, State
from scoring.self_score import period_words

# Whoever is to be reminded stands first.
_ORDER = (
    State.OVERDUE,
    State.EXTENDED,
    State.DUE_SOON,
    State.LATE,
    State.NOT_DUE,
    State.ON_TIME,
    State.NO_DEADLINE,
    State.NOT_ARISEN,
    State.EXEMPT,
)
_MET = (State.ON_TIME, State.LATE)
UNITS, RECEIVED = "Đơn vị", "Đã nộp"


@dataclass(frozen=True)
class Box:
    """One unit's form in one period; None as a state: the unit does not owe it."""

    state: StateWords | None = None
    sentence: str = ""
    link: Link | None = None


@dataclass(frozen=True)
class Head:
    """A column: the period in short, how it is called in full, how many have reported."""

    mark: str
    called: str
    counted: str


@dataclass(frozen=True)
class Line:
    unit: str
    label: str
    boxes: tuple[Box, ...]
    counted: str


@dataclass(frozen=True)
class Sheet:
    """`forms`: title and number of columns of each, side by side. The counts of the columns are of
    every unit, whichever lines are shown."""

    forms: tuple[tuple[str, int], ...]
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    legend: tuple[Part, ...]


def narrowed(
    found: Matrix,
    form: str | None = None,
    units: Collection[str] | None = None,
    *,
    lacking: bool = False,
) -> Matrix:
    """One form's columns, some units' lines, those alone that have something overdue; a unit that
    owes nothing in what is left has no line."""
    kept = [at for at, one in enumerate(found.columns) if form in (None, one.form)]
    rows = (
        MatrixRow(row.unit, tuple(row.states[at] for at in kept), row.former)
        for row in found.rows
        if units is None or row.unit.code in units
    )
    wanted = State.OVERDUE if lacking else None
    shown = (row for row in rows if any(row.states) and (wanted is None or wanted in row.states))
    return Matrix(tuple(found.columns[at] for at in kept), tuple(shown))


def sheet(found: Matrix) -> Sheet:
    """Columns in the order of the question, units in the order people look names up."""
    forms = Counter((one.programme, one.form, one.title) for one in found.columns)
    rows = sorted(found.rows, key=lambda row: vietnamese_order(_label(row)))
    heads = (
        _head(column, [row.states[at] for row in rows]) for at, column in enumerate(found.columns)
    )
    return Sheet(
        tuple((title, count) for (_, _, title), count in forms.items()),
        tuple(heads),
        tuple(_line(row, found.columns) for row in rows),
        _legend(state for row in rows for state in row.states if state is not None),
    )


def sheet_table(view: Sheet) -> Table:
    """The same for a workbook: a row a unit, the state in words in each cell."""
    columns = (Column(UNITS), *(Column(one.called) for one in view.heads), Column(RECEIVED))
    rows = tuple(
        Row((Cell(line.label), *(Cell(state=box.state) for box in line.boxes), Cell(line.counted)))
        for line in view.lines
    )
    return Table(columns, rows)


def _head(column: MatrixColumn, states: Iterable[State | None]) -> Head:
    quarter = column.period.quarter
    mark = "Năm" if quarter is None else QUARTERS[quarter - 1]
    return Head(mark, f"{column.title}, {period_words(column.period)}", _counted(states))


def _line(row: MatrixRow, columns: Sequence[MatrixColumn]) -> Line:
    boxes = tuple(_box(row, at, column) for at, column in enumerate(columns))
    return Line(row.unit.code, _label(row), boxes, _counted(row.states))


def _label(row: MatrixRow) -> str:
    return unit_words(row.unit, row.former)


def _counted(states: Iterable[State | None]) -> str:
    """Of those expected; nobody expected is a dash, not a zero."""
    expected = [one for one in states if one is not None and one not in NOT_EXPECTED]
    received = sum(one in _MET for one in expected)
    return f"{received}/{len(expected)}" if expected else ABSENT


def _box(row: MatrixRow, at: int, column: MatrixColumn) -> Box:
    state = row.states[at]
    if state is None:
        return Box()
    words = STATES[state]
    debtor = row.former or row.unit
    key = DutyKey(column.programme, debtor.code, "", column.form, str(column.period))
    said = f"{_label(row)}: {column.title}, {period_words(column.period)}: {words.word}"
    return Box(words, said, Link(DUTY, ((KEY, str(key)),)))


def _legend(states: Iterable[State]) -> tuple[Part, ...]:
    counts = Counter(states)
    return tuple(Part(STATES[state], counts[state]) for state in _ORDER if counts[state])

"""How complete the returns of a period are: five figures, by level, and the names behind them.

Expected is what is neither exempt nor does not arise; received and missing are parts of it, so that
expected = received + missing and received = on time + late, in each row and in the total.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from sqlalchemy import Connection, Engine

from data_access import catalogue, duties
from data_access.accounts import Actor
from data_access.database import reading
from data_access.duty_lines import Line
from data_access.owed_duties import Asked
from data_access.owed_forms import require_form
from data_access.unit_kinds import unit_kind
from scoring.obligations import NOT_EXPECTED, State
from scoring.periods import Period
from scoring.units import Unit


class By(StrEnum):
    """Of what the rows are: levels (kinds of units), groups, kinds of grassroots, units above,
    forms, programmes."""

    KIND = "kind"
    GROUP = "group"
    TRACK = "track"
    PARENT = "parent"
    FORM = "form"
    PROGRAMME = "programme"


@dataclass(frozen=True)
class Five:
    """DHIS2's five figures; rates are exact, None where nothing is expected."""

    expected: int
    received: int
    on_time: int
    late: int
    missing: int

    @property
    def rate(self) -> Fraction | None:
        return Fraction(self.received, self.expected) if self.expected else None

    @property
    def on_time_rate(self) -> Fraction | None:
        return Fraction(self.on_time, self.expected) if self.expected else None


class Expected(NamedTuple):
    """One return that is expected of one unit; `title`: of the form, as its programme calls it.
    `debtor`: code of the unit it was laid on, another where this one took it over."""

    unit: Unit
    form: str
    title: str
    period: Period
    programme: str
    state: State
    debtor: str


@dataclass(frozen=True)
class Group:
    """`key`: code of what the row is of, empty where the units name none; `label`: its title."""

    key: str
    label: str
    members: tuple[Expected, ...]

    @property
    def five(self) -> Five:
        on_time, late = len(self.on_time_names), len(self.late_names)
        expected, received = len(self.members), on_time + late
        return Five(expected, received, on_time, late, expected - received)

    @property
    def received_names(self) -> tuple[Expected, ...]:
        return self._in(State.ON_TIME, State.LATE)

    @property
    def on_time_names(self) -> tuple[Expected, ...]:
        return self._in(State.ON_TIME)

    @property
    def late_names(self) -> tuple[Expected, ...]:
        return self._in(State.LATE)

    @property
    def missing_names(self) -> tuple[Expected, ...]:
        return tuple(one for one in self.members if one.state not in (State.ON_TIME, State.LATE))

    def _in(self, *states: State) -> tuple[Expected, ...]:
        return tuple(one for one in self.members if one.state in states)


@dataclass(frozen=True)
class Completeness:
    """`rows` by key; every member of `total` is a member of exactly one of them."""

    rows: tuple[Group, ...]
    total: Group


@dataclass(frozen=True)
class MatrixColumn:
    programme: str
    form: str
    title: str
    period: Period


@dataclass(frozen=True)
class MatrixRow:
    """A state for each column; None where the unit does not owe it. `former`: the unit that ended
    and whose duties these were; None of the row of the unit's own."""

    unit: Unit
    states: tuple[State | None, ...]
    former: Unit | None = None


@dataclass(frozen=True)
class Matrix:
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]


def completeness(
    engine: Engine,
    actor: Actor,
    day: date,
    *,
    period: Period,
    form: str | None = None,
    by: str = By.KIND,
    unit: str | None = None,
) -> Completeness:
    """Of a year all its periods; `unit`: of this one and those beneath it."""
    with reading(engine) as connection:
        if form is not None:
            require_form(connection, form)
        units = catalogue.units(connection)
        within = None if unit is None else _with_those_beneath(connection, unit, units)
        asked = Asked(period=period, form=form, returns=True)
        lines = duties.lines(connection, day, asked, actor)
    counted = (line for line in lines if line.state not in NOT_EXPECTED)
    kept = (line for line in counted if within is None or line.unit.code in within)
    return _grouped(kept, By(by), {one.code: one.label for one in units})


def matrix(engine: Engine, actor: Actor, day: date, year: int) -> Matrix:
    """Unit × form × period of the returns of a year. What a unit took over from another has a row
    of its own."""
    with reading(engine) as connection:
        lines = duties.lines(connection, day, Asked(year, returns=True), actor)
    columns = tuple(sorted({_column(line) for line in lines}, key=_place))
    cells: dict[tuple[str, str], dict[MatrixColumn, Line]] = defaultdict(dict)
    for line in lines:
        cells[line.unit.code, line.owed.inherited_from][_column(line)] = line
    return Matrix(columns, tuple(_row(cells[key], columns) for key in sorted(cells)))


def _row(cells: Mapping[MatrixColumn, Line], columns: Sequence[MatrixColumn]) -> MatrixRow:
    found = [cells.get(column) for column in columns]
    first = next(line for line in found if line is not None)
    return MatrixRow(first.unit, tuple(line and line.state for line in found), first.former)


def _grouped(lines: Iterable[Line], by: By, labels: Mapping[str, str]) -> Completeness:
    members: defaultdict[str, list[Expected]] = defaultdict(list)
    titles: dict[str, str] = {}
    placed, titled = _KEYS[by], _TITLES.get(by)
    for line in lines:
        key = placed(line)
        members[key].append(_expected(line))
        if titled is not None and key not in titles:
            titles[key] = titled(line)
    known = labels if by is By.PARENT else titles
    rows = tuple(Group(key, known.get(key, key), tuple(members[key])) for key in sorted(members))
    return Completeness(rows, Group("", "", tuple(one for row in rows for one in row.members)))


def _expected(line: Line) -> Expected:
    owed = line.owed
    return Expected(
        line.unit,
        owed.form or "",
        owed.title,
        owed.period,
        owed.programme,
        line.state,
        line.debtor,
    )


def _with_those_beneath(connection: Connection, code: str, units: Iterable[Unit]) -> frozenset[str]:
    beneath: defaultdict[str | None, list[str]] = defaultdict(list)
    for unit in units:
        beneath[unit.parent].append(unit.code)
    found: set[str] = set()
    waiting = [catalogue.unit(connection, code).code]
    while waiting:
        above = waiting.pop()
        # Two units put beneath each other by mistake end it too.
        if above not in found:
            found.add(above)
            waiting += beneath[above]
    return frozenset(found)


def _column(line: Line) -> MatrixColumn:
    owed = line.owed
    return MatrixColumn(owed.programme, owed.form or "", owed.title, owed.period)


def _place(column: MatrixColumn) -> tuple[str, str, date, bool]:
    """By programme and form, each year after its quarters."""
    period = column.period
    return column.programme, column.form, period.last_day, period.is_year


_KEYS: Mapping[By, Callable[[Line], str]] = {
    By.KIND: lambda line: line.unit.kind,
    By.GROUP: lambda line: line.unit.group or "",
    By.TRACK: lambda line: line.owed.track,
    By.PARENT: lambda line: line.unit.parent or "",
    By.FORM: lambda line: line.owed.form or "",
    By.PROGRAMME: lambda line: line.owed.programme,
}
# What has no title of its own is called by its code.
_TITLES: Mapping[By, Callable[[Line], str]] = {
    By.KIND: lambda line: unit_kind(line.unit.kind),
    By.FORM: lambda line: line.owed.title,
    By.PROGRAMME: lambda line: line.programme,
}

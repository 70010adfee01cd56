"""What is owed and how it stands on a day. Who has reported is no secret."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Engine

from data_access import catalogue, documents
from data_access.accounts import Actor
from data_access.database import reading
from data_access.fulfilments import Known, known_on
from data_access.owed_forms import require_form
from scoring.obligations import NOT_EXPECTED, Fulfilment, Obligation, State, days_late, state_on
from scoring.periods import Period
from scoring.programmes import Programme
from scoring.units import Unit


@dataclass(frozen=True)
class Standing:
    """One obligation as it stands on a day; `programme` is the programme's title. `arrived`: the
    day an office's register has for what was `received` through it."""

    obligation: Obligation
    unit: Unit
    programme: str
    state: State
    days_late: int
    received: datetime | None
    directs: str
    completed_on: date | None = None
    arrived: date | None = None


@dataclass(frozen=True)
class Status:
    """How many of those expected have reported; expected = received + missing."""

    expected: int
    received: int
    on_time: int
    late: int
    missing: int
    standings: tuple[Standing, ...]


def standing(
    engine: Engine,
    actor: Actor,
    day: date,
    period: Period | None = None,
    form: str | None = None,
) -> tuple[Standing, ...]:
    """Every obligation of the period (a year: of all its periods), or those of one form."""
    with reading(engine) as connection:
        units = catalogue.units(connection)
        return _standing_of(connection, units, day, period, form)


def status(engine: Engine, actor: Actor, period: Period, form: str | None, day: date) -> Status:
    """Of one form, or of every form that is owed; a year counts its quarters and itself."""
    if form is not None:
        with reading(engine) as connection:
            require_form(connection, form)
    every = standing(engine, actor, day, period, form)
    standings = tuple(one for one in every if one.obligation.form is not None)
    expected = [one for one in standings if one.state not in NOT_EXPECTED]
    on_time = sum(one.state is State.ON_TIME for one in expected)
    late = sum(one.state is State.LATE for one in expected)
    received = on_time + late
    missing = len(expected) - received
    return Status(len(expected), received, on_time, late, missing, standings)


def overdue(
    engine: Engine, actor: Actor, day: date, unit: str | None = None
) -> tuple[Standing, ...]:
    """Tasks and forms past their last day and still open, oldest first."""
    with reading(engine) as connection:
        whole = unit is None
        units = catalogue.units(connection) if whole else (catalogue.unit(connection, unit),)
        standings = _standing_of(connection, units, day)
    late = [one for one in standings if one.state is State.OVERDUE]
    return tuple(sorted(late, key=lambda one: (-one.days_late, one.unit.code)))


def _standing_of(
    connection: Connection,
    units: tuple[Unit, ...],
    day: date,
    period: Period | None = None,
    form: str | None = None,
) -> tuple[Standing, ...]:
    programmes = documents.programmes(connection)
    known = known_on(connection, programmes, day, tasks=form is None)
    return tuple(
        one
        for programme in programmes
        for one in _standings(programme, units, known, day, period, form)
    )


def _standings(
    programme: Programme,
    units: tuple[Unit, ...],
    known: Known,
    day: date,
    period: Period | None,
    form: str | None,
) -> Iterable[Standing]:
    by_code = {unit.code: unit for unit in units}
    directs = {task.no: task.directs for task in programme.tasks}
    for owed in _owed(programme, units, form):
        unit = by_code[owed.unit]
        if (period is None or period.contains(owed.period)) and unit.exists_on(
            owed.period.last_day
        ):
            yield _standing(owed, unit, programme.title, known, day, directs)


def _owed(programme: Programme, units: tuple[Unit, ...], form: str | None) -> Iterable[Obligation]:
    if form is None:
        yield from programme.obligations(units)
    for duty in programme.reports:
        if duty.form == form:
            yield from programme.report_obligations(duty, units)


def _standing(
    owed: Obligation,
    unit: Unit,
    programme: str,
    known: Known,
    day: date,
    directs: dict[str, str],
) -> Standing:
    met = known.of(owed)
    fulfilment = met.fulfilment if met else None
    return Standing(
        owed,
        unit,
        programme,
        state_on(owed, fulfilment, day),
        days_late(owed, fulfilment, day),
        met.received if met else None,
        directs.get(owed.task or "", ""),
        _completed_on(owed, fulfilment),
        met.arrived if met else None,
    )


def _completed_on(owed: Obligation, fulfilment: Fulfilment | None) -> date | None:
    """A task's own day, which is not the day its report came in."""
    if owed.task is None or fulfilment is None or fulfilment.not_arisen:
        return None
    return fulfilment.day

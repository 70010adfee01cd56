"""Every duty as it stands on a day: what programmes ask and inspections recommend, with what was
extended, exempted, taken over and met by the end of that day.

Only the years, forms and tasks that are asked for are read, and a unit is looked at alone only
where something concerns it alone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from data_access import catalogue
from data_access.accounts import Actor
from data_access.calendar_days import office_calendar
from data_access.closings import closed_on
from data_access.duty_changes import changes_on
from data_access.duty_lines import DayOfView, Line
from data_access.fulfilments import known_on
from data_access.owed_duties import Asked, Duty, duties_of, wanted
from data_access.programme_versions import programmes_on
from data_access.recommended_duties import recommended_duties
from data_access.reminders import reminded_on
from data_access.standings import Standing
from data_access.successions import Successions, all_holders, predecessors, successions_on
from data_access.trees import tree_of
from scoring.obligations import (
    DutyKey,
    Fulfilment,
    Obligation,
    correction_asked,
    days_late,
    last_day_on,
)
from scoring.periods import Period, parse_period
from scoring.units import Unit

Reminded = Mapping[str, tuple[date, ...]]


def on(
    connection: Connection,
    day: date,
    *,
    year: int | None = None,
    period: Period | None = None,
    unit: str | None = None,
    debtor: str | None = None,
    form: str | None = None,
    programme: str | None = None,
    chased: bool = False,
    actor: Actor | None = None,
) -> tuple[Standing, ...]:
    """`period`: of a year all its periods. `chased`: without the programmes that are closed. What
    `actor` may not know of is left out; without an actor nothing is."""
    asked = Asked(year, period, unit, debtor, form, programme, chased=chased)
    return written_out(connection, day, lines(connection, day, asked, actor))


def lines(
    connection: Connection, day: date, asked: Asked, actor: Actor | None = None
) -> list[Line]:
    """In the programmes' order, then the units'; what inspections recommend comes last."""
    units = catalogue.units(connection)
    passed_on = successions_on(connection, units, day)
    debtors = _debtors(asked, passed_on)
    handed_in_by = None if debtors is None else all_holders(debtors, passed_on)
    duties = _duties(connection, units, day, asked, debtors)
    recommended = recommended_duties(connection, day, asked, debtors, actor)
    programmes = {one.owed.programme for one in (*duties, *recommended)}
    view = DayOfView(
        day,
        {unit.code: unit for unit in units},
        known_on(connection, wanted(duties), day, handed_in_by),
        changes_on(connection, day, sorted(programmes), debtors, passed_on),
        open=asked.open,
    )
    of_programmes = (line for duty in duties for line in view.of_duty(duty))
    found = [*of_programmes, *(view.of_recommended(one) for one in recommended)]
    seen = None if actor is None else tree_of(connection, actor)
    return [
        line
        for line in found
        if asked.unit in (None, line.unit.code)
        and asked.debtor in (None, line.debtor)
        and (seen is None or line.unit.code in seen)
    ]


def written_out(connection: Connection, day: date, found: Iterable[Line]) -> tuple[Standing, ...]:
    written = tuple(found)
    if not written:
        return ()
    reminded = reminded_on(connection, day, _first_reminder(written))
    closed = closed_on(connection, day)
    return tuple(
        _standing(line, day, reminded, closed=line.owed.programme in closed) for line in written
    )


def _first_reminder(found: Iterable[Line]) -> date:
    """Nobody is reminded of anything before the year that comes before its own."""
    return date(min(line.owed.period.year for line in found) - 1, 1, 1)


def find(
    connection: Connection, day: date, key: DutyKey, actor: Actor | None = None
) -> Standing | None:
    """One duty, whoever owes it now; None where nobody does."""
    asked = Asked(
        period=parse_period(key.period),
        form=key.form or None,
        programme=key.programme,
        debtor=key.unit,
    )
    found = lines(connection, day, asked, actor)
    named = (line for line in found if line.obligation.key == key)
    return next(iter(written_out(connection, day, named)), None)


def _debtors(asked: Asked, passed_on: Successions) -> Collection[str] | None:
    """On whom the duties were laid that are asked for; None: on anybody."""
    if asked.debtor is not None:
        # Its successors too: whether they owe the like decides what their returns meet.
        return all_holders({asked.debtor}, passed_on)
    return None if asked.unit is None else predecessors(asked.unit, passed_on)


def _duties(
    connection: Connection,
    units: Sequence[Unit],
    day: date,
    asked: Asked,
    debtors: Collection[str] | None,
) -> list[Duty]:
    closed = closed_on(connection, day) if asked.chased else frozenset()
    programmes = programmes_on(connection, asked.years, day, asked.programme, closed)
    calendar = office_calendar(connection, sorted({one.year for one in programmes}))
    return [
        duty
        for programme in programmes
        for duty in duties_of(programme, units, calendar, asked, day, debtors)
    ]


def _standing(line: Line, day: date, reminded: Reminded, *, closed: bool) -> Standing:
    owed, met = line.obligation, line.met
    fulfilment = met.fulfilment if met else None
    return Standing(
        owed,
        line.unit,
        line.programme,
        line.state,
        days_late(owed, fulfilment, day),
        met.received if met else None,
        owed.directs,
        _completed_on(owed, fulfilment),
        met.arrived if met else None,
        met.proof if met else None,
        reminded.get(str(owed.key), ()) if reminded else (),
        closed,
        last_day_on(owed, fulfilment, day),
        correction_asked(owed, fulfilment, day),
        line.former,
    )


def _completed_on(owed: Obligation, fulfilment: Fulfilment | None) -> date | None:
    """A task's own day, which is not the day its report came in."""
    if owed.task is None or fulfilment is None or fulfilment.not_arisen:
        return None
    return fulfilment.day

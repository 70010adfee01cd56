"""What was met, and when, as it was known at the end of a day. Decides nothing about lateness.

Only the forms, periods and tasks that are asked for are read.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, String, func, select, type_coerce

from data_access.clock import end_of
from data_access.columns import moment_kept
from data_access.returns import FirstReceived, handed_in
from data_access.sent_back import FormPeriod, Round, Rounds, sent_back_rounds
from data_access.tables import submission
from data_access.task_reports import TaskInPeriod, TaskOfProgramme, tasks_met
from scoring.obligations import Fulfilment, Obligation
from scoring.periods import Period
from scoring.programmes import Lateness, Programme

_NEVER: Round = (None, None)


@dataclass(frozen=True)
class Wanted:
    """What is asked for: forms with their periods; tasks by programme and number, with the periods
    in which each is due; `corrected`: of those forms the ones whose programme gives days for a
    correction."""

    programmes: Mapping[str, Programme]
    forms: frozenset[FormPeriod]
    tasks: Mapping[TaskOfProgramme, tuple[Period, ...]]
    corrected: frozenset[FormPeriod]


class Met(NamedTuple):
    """A fulfilment with both moments of its return: the server's, and an office's register.
    `proof`: number of the return in force that says so."""

    fulfilment: Fulfilment
    received: datetime
    proof: int | None = None
    arrived: date | None = None


class Came(NamedTuple):
    """The first of the versions that came of a return, the last one, and the number of that. The
    moments are as kept: most are never looked at."""

    received: str
    arrived: date | None
    last: str
    newest: int


@dataclass(frozen=True)
class Known:
    """All that was met as of one day: returns by form and period, then by unit; tasks by programme,
    number and period, then by unit."""

    forms: Mapping[FormPeriod, Mapping[str, Came]]
    tasks: Mapping[TaskInPeriod, Mapping[str, Met]]
    lateness: Mapping[str, Lateness]
    rounds: Rounds

    def of(self, owed: Obligation, unit: str) -> Met | None:
        """What `unit` handed in for the duty; it need not be the unit that owes it."""
        return self.by_unit(owed)(unit)

    def by_unit(self, owed: Obligation) -> Callable[[str], Met | None]:
        """The same, for a duty of many units."""
        if owed.form is None:
            return self._task(owed).get
        came_of, rule = self._form(owed).get, self.lateness[owed.programme]
        form, period = owed.form, str(owed.period)

        def met(unit: str) -> Met | None:
            came = came_of(unit)
            return came and _met(came, rule, self.rounds.get((form, unit, period), _NEVER))

        return met

    def after(self, owed: Obligation, unit: str, since: date | None) -> Met | None:
        """What came after a day alone; of a return its last version."""
        met = self.of(owed, unit)
        if met is None or since is None or met.fulfilment.day > since:
            return met
        came = self._form(owed).get(unit)
        last = moment_kept(came.last) if came else None
        if came is None or last is None or last.date() <= since:
            return None
        return Met(Fulfilment(last.date(), at=last), last, came.newest)

    def done(self, owed: Obligation, day: date) -> Collection[str]:
        """Units that met it by `day` for sure: nothing of theirs was sent back."""
        if owed.form is None:
            met = self._task(owed).items()
            return {unit for unit, one in met if one.fulfilment.day <= day}
        came = self._form(owed).keys()
        return came - self._sent_back(owed) if self.rounds else came

    def _form(self, owed: Obligation) -> Mapping[str, Came]:
        return self.forms.get((owed.form or "", owed.period), {})

    def _task(self, owed: Obligation) -> Mapping[str, Met]:
        return self.tasks.get((owed.programme, owed.task or "", owed.period), {})

    def _sent_back(self, owed: Obligation) -> set[str]:
        place = (owed.form, str(owed.period))
        return {unit for form, unit, period in self.rounds if (form, period) == place}


def _met(came: Came, rule: Lateness, back: Round) -> Met:
    received = moment_kept(came.received)
    day = FirstReceived(received, came.arrived).counted(rule)
    return Met(Fulfilment(day, False, received, *back), received, came.newest, came.arrived)


def known_on(
    connection: Connection, wanted: Wanted, day: date, units: Collection[str] | None = None
) -> Known:
    """What had been received by the end of `day`, of these units alone where some are named."""
    before = end_of(day)
    programmes = wanted.programmes.values()
    reported = tasks_met(connection, programmes, wanted.tasks, before, units)
    return Known(
        _forms(connection, wanted.forms, before, units),
        {key: {unit: Met(*met) for unit, met in one.items()} for key, one in reported.items()},
        {one.code: one.lateness for one in programmes},
        sent_back_rounds(connection, wanted.corrected, before),
    )


def _forms(
    connection: Connection,
    asked: Collection[FormPeriod],
    before: datetime,
    units: Collection[str] | None,
) -> dict[FormPeriod, dict[str, Came]]:
    found: dict[FormPeriod, dict[str, Came]] = {}
    kept = submission.c
    received = type_coerce(kept.received, String)
    columns = (func.min(received), func.min(kept.arrived), func.max(received), func.max(kept.id))
    for form, period in asked:
        one = (kept.form == form) & (kept.period == str(period))
        if units is not None:
            one &= kept.unit.in_(units)
        chosen = select(kept.unit, *columns).where(one, handed_in(before)).group_by(kept.unit)
        rows = connection.execute(chosen).all()
        found[form, period] = {unit: Came(*came) for unit, *came in rows}
    return found

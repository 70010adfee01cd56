"""What the progress returns say of tasks: which are met, since when, by which return."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, Subquery, select

from data_access.returns import FirstReceived, in_force
from data_access.tables import entry, submission
from scoring import progress
from scoring.obligations import Fulfilment
from scoring.periods import Period, parse_period, periods_of_year
from scoring.programmes import Programme
from scoring.progress import TaskReport, fulfilment_of

TaskOfProgramme = tuple[str, str]
TaskInPeriod = tuple[str, str, Period]
# How it was met, when the last return that speaks of it came in, the one that decides.
Reported = tuple[Fulfilment, datetime, int]
_Cells = Mapping[str, Mapping[int, str]]

_MET = (progress.DONE, progress.NOT_ARISEN)


class _Return(NamedTuple):
    """A progress return in force; `counted`: the day that decides lateness by its programme."""

    id: int
    unit: str
    period: Period
    received: datetime
    counted: date


def tasks_met(
    connection: Connection,
    programmes: Iterable[Programme],
    tasks: Mapping[TaskOfProgramme, tuple[Period, ...]],
    before: datetime,
    units: Collection[str] | None = None,
) -> dict[TaskInPeriod, dict[str, Reported]]:
    """By unit (those named alone, where some are), of each task in each of the periods in which it
    is due. What is open, or nobody speaks of, is left out. Of a task that is due several times a
    year, the reports that end after the due period before it and by its own end speak of it."""
    if not tasks:
        return {}
    known = {one.code: one for one in programmes}
    periods = [one for year in {p.year for p in known.values()} for one in periods_of_year(year)]
    newest = in_force(progress.CODE, periods, before, units)
    returns = _returns(connection, newest, known)
    states = _cells(connection, newest, tasks, "state")
    days = _cells(connection, newest, tasks, "completed_on")
    return {
        (code, number, due): _met(number, returns[code], dues, due, states[number], days[number])
        for (code, number), dues in tasks.items()
        for due in dues
    }


def _met(
    number: str,
    returns: Sequence[_Return],
    dues: tuple[Period, ...],
    due: Period,
    states: Mapping[int, str],
    days: Mapping[int, str],
) -> dict[str, Reported]:
    found: dict[str, Reported] = {}
    for unit, said in _by_unit(returns, states, dues, due).items():
        if states[said[-1].id] not in _MET:
            continue
        fulfilment = _fulfilment(number, said, states, days)
        if fulfilment is not None:
            found[unit] = (fulfilment, max(one.received for one in said), said[-1].id)
    return found


def _returns(
    connection: Connection, newest: Subquery, programmes: Mapping[str, Programme]
) -> dict[str, list[_Return]]:
    """By programme, the reports of later periods last."""
    kept = submission.c
    heads = select(kept.id, kept.form_version, kept.unit, kept.period, kept.received, kept.arrived)
    heads = heads.join(newest, newest.c.id == kept.id).where(kept.form_version.in_(programmes))
    periods: dict[str, Period] = {}
    found: dict[str, list[_Return]] = {code: [] for code in programmes}
    for number, code, unit, name, received, arrived in connection.execute(heads).all():
        period = periods.get(name) or periods.setdefault(name, parse_period(name))
        counted = FirstReceived(received, arrived).counted(programmes[code].lateness)
        found[code].append(_Return(number, unit, period, received, counted))
    for returns in found.values():
        returns.sort(key=lambda one: (one.period.last_day, one.counted))
    return found


def _cells(
    connection: Connection, newest: Subquery, tasks: Iterable[TaskOfProgramme], column: str
) -> _Cells:
    """What one column of the form says, by number of the task, then by return."""
    prefix, suffix = "task.", f".{column}"
    keys = sorted({f"{prefix}{number}{suffix}" for _, number in tasks})
    chosen = select(entry.c.submission, entry.c.key, entry.c.value)
    chosen = chosen.join(newest, newest.c.id == entry.c.submission).where(entry.c.key.in_(keys))
    found: dict[str, dict[int, str]] = {key: {} for key in keys}
    for submission_id, key, value in connection.execute(chosen).all():
        found[key][submission_id] = value
    return {key[len(prefix) : -len(suffix)]: cells for key, cells in found.items()}


def _by_unit(
    returns: Iterable[_Return], said: Mapping[int, str], dues: tuple[Period, ...], due: Period
) -> dict[str, list[_Return]]:
    """Those that speak of a task as far as it is due in one period, in the order of `returns`."""
    found: dict[str, list[_Return]] = defaultdict(list)
    for period, of_period in groupby(returns, key=lambda one: one.period):
        if _due_in(period, dues) == due:
            for one in of_period:
                if one.id in said:
                    found[one.unit].append(one)
    return found


def _due_in(reported: Period, dues: tuple[Period, ...]) -> Period:
    """The first due period that ends with or after the one reported, else the last."""
    ended = (due for due in dues if due.last_day >= reported.last_day)
    return next(ended, dues[-1])


def _fulfilment(
    number: str, said: Iterable[_Return], states: Mapping[int, str], days: Mapping[int, str]
) -> Fulfilment | None:
    return fulfilment_of(
        TaskReport(number, one.period, one.counted, states[one.id], _day(days.get(one.id)))
        for one in said
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

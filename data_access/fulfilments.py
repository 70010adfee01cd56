"""What was met, and when, as it was known at the end of a day. Decides nothing about lateness."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, or_, select

from data_access.clock import end_of
from data_access.returns import FirstReceived, first_received, in_force
from data_access.tables import entry, submission
from scoring import progress
from scoring.obligations import Fulfilment, Obligation
from scoring.periods import Period, parse_period, periods_of_year
from scoring.programmes import Lateness, Programme
from scoring.progress import TaskReport, fulfilment_of

_PREFIX = "task."


@dataclass(frozen=True)
class Met:
    """A fulfilment with both moments of its return: the server's, and an office's register."""

    fulfilment: Fulfilment
    received: datetime
    arrived: date | None = None


@dataclass(frozen=True)
class Known:
    """All that was met as of one day: forms by form, unit, period; tasks by programme, unit, no."""

    forms: Mapping[tuple[str, str, str], FirstReceived]
    tasks: Mapping[tuple[str, str, str], Met]
    lateness: Mapping[str, Lateness]

    def of(self, owed: Obligation) -> Met | None:
        if owed.form is None:
            return self.tasks.get((owed.programme, owed.unit, owed.task or ""))
        first = self.forms.get((owed.form, owed.unit, str(owed.period)))
        if first is None:
            return None
        day = first.counted(self.lateness[owed.programme])
        return Met(Fulfilment(day), first.received, first.arrived)


def known_on(
    connection: Connection, programmes: Sequence[Programme], day: date, *, tasks: bool
) -> Known:
    """What had been received by the end of `day`; with `tasks`, also what it says of tasks."""
    years = sorted({programme.year for programme in programmes})
    periods = [one for year in years for one in periods_of_year(year)]
    lateness = {programme.code: programme.lateness for programme in programmes}
    forms = first_received(connection, periods, end_of(day))
    reported = _tasks(connection, periods, end_of(day), lateness) if tasks else {}
    return Known(forms, reported, lateness)


@dataclass
class _Said:
    """What one return says of one task, while its cells are being gathered."""

    received: datetime
    arrived: date | None
    state: str = ""
    completed_on: date | None = None


def _tasks(
    connection: Connection,
    quarters: Sequence[Period],
    before: datetime,
    lateness: Mapping[str, Lateness],
) -> dict[tuple[str, str, str], Met]:
    reports: dict[tuple[str, str, str], list[TaskReport]] = defaultdict(list)
    received: dict[tuple[str, str, str], datetime] = {}
    for (programme, unit, task, period), said in _gathered(connection, quarters, before).items():
        if said.state:
            key = (programme, unit, task)
            rule = lateness.get(programme, Lateness.SERVER)
            day = FirstReceived(said.received, said.arrived).counted(rule)
            report = TaskReport(task, parse_period(period), day, said.state, said.completed_on)
            reports[key].append(report)
            received[key] = max(said.received, received.get(key, said.received))
    met = ((key, fulfilment_of(said)) for key, said in reports.items())
    return {key: Met(found, received[key]) for key, found in met if found is not None}


def _gathered(
    connection: Connection, quarters: Sequence[Period], before: datetime
) -> dict[tuple[str, str, str, str], _Said]:
    """By programme, unit, task and period. The form's version is the programme's code."""
    newest = in_force(progress.CODE, quarters, before)
    kept = submission.c
    heads = select(kept.id, kept.form_version, kept.unit, kept.period, kept.received, kept.arrived)
    heads = heads.join(newest, newest.c.id == kept.id).order_by(kept.period)
    returns = {row.id: row for row in connection.execute(heads)}
    asked = or_(entry.c.key.like("%.state"), entry.c.key.like("%.completed_on"))
    cells = select(entry.c.submission, entry.c.key, entry.c.value)
    cells = cells.join(newest, newest.c.id == entry.c.submission).where(asked)
    found: dict[tuple[str, str, str, str], _Said] = {}
    for number, key, value in connection.execute(cells).all():
        head = returns[number]
        task, _, column = key.removeprefix(_PREFIX).rpartition(".")
        place = (head.form_version, head.unit, task, head.period)
        said = found.setdefault(place, _Said(head.received, head.arrived))
        if column == "state":
            said.state = value
        else:
            said.completed_on = date.fromisoformat(value)
    return found

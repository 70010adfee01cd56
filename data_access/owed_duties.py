"""What programmes ask: each duty once, as its first debtor owes it, with all who are bound by it.

A duty hardly ever differs from debtor to debtor, so that thousands of them are reckoned together.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data_access.fulfilments import Wanted
from scoring.obligations import Obligation
from scoring.periods import Period
from scoring.programme_items import Debtors, ReportDuty, Task
from scoring.programmes import Programme
from scoring.units import Unit
from scoring.workdays import WorkCalendar


@dataclass(frozen=True)
class Asked:
    """Which duties are looked at; None: all. `unit` owes it now, on `debtor` it was laid; `due_by`:
    only what had its first due day by then; `returns`: forms alone; `chased`: of no programme that
    is closed; `open`: only what is not met."""

    year: int | None = None
    period: Period | None = None
    unit: str | None = None
    debtor: str | None = None
    form: str | None = None
    programme: str | None = None
    due_by: date | None = None
    returns: bool = False
    chased: bool = False
    open: bool = False

    def wants(self, owed: Obligation) -> bool:
        of_year = self.year in (None, owed.period.year)
        in_period = self.period is None or self.period.contains(owed.period)
        was_due = self.due_by is None or (owed.due is not None and owed.due <= self.due_by)
        of_programme = self.programme in (None, owed.programme)
        return of_year and in_period and was_due and of_programme

    @property
    def years(self) -> tuple[int, ...] | None:
        """Whose programmes may ask it: a duty may be due in the year after its programme's."""
        year = self.year if self.period is None else self.period.year
        return None if year is None else (year - 1, year)


@dataclass(frozen=True)
class Duty:
    """`owed` as the debtors owe it of whom the programme says nothing else, `alone` as the others
    do: those it exempts, or asks on request. `dues`: the periods in which the same task or form is
    due."""

    programme: Programme
    owed: Obligation
    debtors: tuple[Unit, ...]
    alone: Mapping[str, Obligation]
    dues: tuple[Period, ...] = ()

    def of(self, unit: str) -> Obligation:
        return self.alone.get(unit) or replace(self.owed, unit=unit)


def duties_of(
    programme: Programme,
    units: Sequence[Unit],
    calendar: WorkCalendar,
    asked: Asked,
    day: date,
    debtors: Collection[str] | None = None,
) -> Iterator[Duty]:
    """Those that are asked for, in the programme's order; of these debtors alone, where some are
    named."""
    bound: dict[Debtors, tuple[Unit, ...]] = {}
    known = _as_known(programme, day)
    for part in _parts(known, asked):
        if part.debtors not in bound:
            every = known.debtors(part, units)
            bound[part.debtors] = tuple(u for u in every if debtors is None or u.code in debtors)
        if bound[part.debtors]:
            yield from _of_part(known, part, bound[part.debtors], units, calendar, asked)


def wanted(duties: Iterable[Duty]) -> Wanted:
    """What has to be read to know how these were met."""
    programmes, forms, tasks, corrected = {}, set(), {}, set()
    for duty in duties:
        owed, programme = duty.owed, duty.programme
        programmes[programme.code] = programme
        if owed.form is None:
            tasks[programme.code, owed.task or ""] = duty.dues
            continue
        forms.add((owed.form, owed.period))
        if owed.sent_back is not None:
            corrected.add((owed.form, owed.period))
    return Wanted(programmes, frozenset(forms), tasks, frozenset(corrected))


def _as_known(programme: Programme, day: date) -> Programme:
    """A task that was added later is owed, and asks for others, from its day on."""
    known = tuple(one for one in programme.tasks if one.added is None or one.added <= day)
    return programme if known == programme.tasks else replace(programme, tasks=known)


def _parts(programme: Programme, asked: Asked) -> Iterator[Task | ReportDuty]:
    if asked.form is None and not asked.returns:
        yield from programme.tasks
    yield from (one for one in programme.reports if asked.form in (None, one.form))


def _of_part(
    programme: Programme,
    part: Task | ReportDuty,
    debtors: tuple[Unit, ...],
    units: Sequence[Unit],
    calendar: WorkCalendar,
    asked: Asked,
) -> Iterator[Duty]:
    requested = _is_requested(programme, part)
    freed = {one.unit for one in programme.exempt}
    apart = tuple(unit for unit in debtors if requested or unit.code in freed)
    usual = [unit for unit in debtors if unit not in apart][:1]
    like_first = _obligations(programme, part, usual, calendar)
    # A request names whom it binds by the tree that all units make.
    alone = _obligations(programme, part, units if requested else apart, calendar)
    dues = tuple(dict.fromkeys(one.period for one in (*like_first, *alone)))
    for period in dues:
        mine = {one.unit: one for one in alone if one.period == period}
        owed = next(one for one in (*like_first, *mine.values()) if one.period == period)
        if any(asked.wants(one) for one in (owed, *mine.values())):
            yield Duty(programme, owed, debtors, mine, dues)


def _is_requested(programme: Programme, part: Task | ReportDuty) -> bool:
    """Whether some task asks for it, perhaps of some of its debtors alone."""
    name = part.no if isinstance(part, Task) else part.form
    return any(task.follows == name for task in programme.tasks)


def _obligations(
    programme: Programme, part: Task | ReportDuty, units: Iterable[Unit], calendar: WorkCalendar
) -> tuple[Obligation, ...]:
    """Whenever they began or end: when a duty binds whom is not this module's to say."""
    always = [replace(unit, exists_from=None, exists_to=None) for unit in units]
    if isinstance(part, Task):
        return programme.task_obligations(part, always, calendar)
    return programme.report_obligations(part, always, calendar)

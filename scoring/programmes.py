"""A programme: its tasks, who owes them, and the obligations that follow. Knows no database.

docs/programmes.md says what each of its keys means.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from scoring.obligations import Obligation, SentBack
from scoring.periods import Period, periods_of_year
from scoring.programme_items import ReportDuty, Task
from scoring.programme_papers import Above, Amendment, Exempted, Flag, ShownFigure
from scoring.timing import Before, Due, Roll, Timing, read_timing, timing_by_hand
from scoring.units import Unit, of_issuer
from scoring.workdays import PLAIN, WorkCalendar


class Lateness(StrEnum):
    """Which of a return's two moments decides whether it is late: the server's, or the day on which
    the paper reached the office that entered it."""

    SERVER = "server"
    ARRIVAL = "arrival"


@dataclass(frozen=True)
class Programme:
    """A plan or regulation issued by a unit for a year, with its number and date as printed.

    `receivers` (đầu mối) are those whom one return to this programme serves, `receiver_units` the
    codes of those that are units here. `before`, `roll`: of every task that says nothing else."""

    code: str
    title: str
    issuer: str
    year: int
    number: str
    adopted: date | None
    tasks: tuple[Task, ...]
    reports: tuple[ReportDuty, ...]
    receivers: tuple[str, ...] = ()
    lateness: Lateness = Lateness.SERVER
    under: tuple[Above, ...] = ()
    receiver_units: tuple[str, ...] = ()
    before: Before = Before.EXCLUDED
    roll: Roll = Roll.KEEP
    sent_back: SentBack | None = None
    amendments: tuple[Amendment, ...] = ()
    flags: tuple[Flag, ...] = ()
    figures: tuple[ShownFigure, ...] = ()
    exempt: tuple[Exempted, ...] = ()

    def timing_of(self, task: Task, calendar: WorkCalendar = PLAIN) -> Timing:
        read = read_timing(
            task.timing.printed,
            self.year,
            before=task.before or self.before,
            roll=task.roll,
            usual_roll=self.roll,
            anchor=task.anchor,
            calendar=calendar,
        )
        if task.due is not None:
            return timing_by_hand(read, task.due, calendar)
        # A reason without a day: a person decided that there is no deadline, whatever the words.
        return replace(read, dues=(), questions=(), by_hand=True) if task.due_note else read

    def readings(self, calendar: WorkCalendar = PLAIN) -> tuple[tuple[str, Timing], ...]:
        """Everything about time that a person confirms: tasks by number, reports as FORM:MARK."""
        tasks = ((task.no, self.timing_of(task, calendar)) for task in self.tasks)
        reports = (
            (f"{duty.form}:{period.mark}", timing)
            for duty in self.reports
            for period in periods_of_year(self.year)
            if duty.asked_in(period) and (timing := duty.timing(period, calendar))
        )
        return (*tasks, *reports)

    def questions(self, calendar: WorkCalendar = PLAIN) -> tuple[tuple[str, Timing], ...]:
        """Those of the readings about which something has to be asked."""
        return tuple(one for one in self.readings(calendar) if one[1].questions)

    def debtors(self, of: Task | ReportDuty, units: Iterable[Unit]) -> tuple[Unit, ...]:
        """Whom a duty binds among `units`: by kind those of the issuer's own tree (where the issuer
        is among them), by code whoever is named."""
        known = tuple(units)
        return _bound(of, known, self.own_tree(known))

    def own_tree(self, units: Iterable[Unit]) -> frozenset[str]:
        """Codes of the units whom a rule of the issuer can bind. To know whether one unit is bound,
        it and the issuer with all above them, and one unit beneath the issuer, suffice."""
        return frozenset(unit.code for unit in of_issuer(self.issuer, units))

    def task_obligations(
        self, task: Task, units: Iterable[Unit], calendar: WorkCalendar = PLAIN
    ) -> tuple[Obligation, ...]:
        known = tuple(units)
        return tuple(self._of_task(task, known, self.own_tree(known), calendar))

    def report_obligations(
        self, duty: ReportDuty, units: Iterable[Unit], calendar: WorkCalendar = PLAIN
    ) -> tuple[Obligation, ...]:
        known = tuple(units)
        return tuple(self._of_report(duty, known, self.own_tree(known), calendar))

    def obligations(
        self, units: Iterable[Unit], calendar: WorkCalendar = PLAIN
    ) -> tuple[Obligation, ...]:
        known = tuple(units)
        own = self.own_tree(known)
        tasks = (one for task in self.tasks for one in self._of_task(task, known, own, calendar))
        reports = (
            one for duty in self.reports for one in self._of_report(duty, known, own, calendar)
        )
        return (*tasks, *reports)

    def _of_task(
        self, task: Task, units: Sequence[Unit], own: frozenset[str], calendar: WorkCalendar
    ) -> Iterator[Obligation]:
        # The request for a form is answered with that form, not twice.
        if any(duty.form == task.follows for duty in self.reports):
            return
        timing = self.timing_of(task, calendar)
        asked = self._requests(task.no, units, own) if timing.on_request else {}
        for unit in _bound(task, units, own):
            for due in timing.dues or (Due(Period(self.year), None),):
                if _existed(unit, due, task.added):
                    owed = _of_task(self.code, task, unit, due)
                    requested = not timing.on_request or unit.code in asked
                    yield self._laid(owed, requested, calendar)

    def _of_report(
        self, duty: ReportDuty, units: Sequence[Unit], own: frozenset[str], calendar: WorkCalendar
    ) -> Iterator[Obligation]:
        """By unit, then by period."""
        dues = {
            period: duty.due_in(period, calendar)
            for period in periods_of_year(self.year)
            if duty.asked_in(period)
        }
        asked = self._requests(duty.form, units, own)
        for unit in _bound(duty, units, own):
            for period, usual in dues.items():
                on_request = duty.owed_on_request(period)
                request = asked.get(unit.code)
                due = self._requested_due(usual, request, calendar) if on_request else usual
                if _existed(unit, due):
                    owed = _of_report(self.code, duty, unit, due, duty.lock(period, calendar))
                    yield self._laid(owed, not on_request or request is not None, calendar)

    def _requests(self, of: str, units: Sequence[Unit], own: frozenset[str]) -> dict[str, Task]:
        """By unit, the last request for this task or form."""
        followers = (task for task in self.tasks if task.follows == of)
        return {unit.code: task for task in followers for unit in _bound(task, units, own)}

    def _requested_due(self, usual: Due, request: Task | None, calendar: WorkCalendar) -> Due:
        dues = () if request is None else self.timing_of(request, calendar).dues
        return replace(dues[-1], period=usual.period) if dues else usual

    def _laid(self, owed: Obligation, requested: bool, calendar: WorkCalendar) -> Obligation:
        """With what the programme says of all its duties."""
        freed = next(
            (one for one in self.exempt if one.frees(owed.unit, owed.task or "", owed.form or "")),
            None,
        )
        if freed is None and requested and self.sent_back is None:
            return owed
        back = None if self.sent_back is None else replace(self.sent_back, calendar=calendar)
        reason = "" if freed is None else freed.reason
        return replace(
            owed,
            requested=requested,
            sent_back=back,
            exempt=freed is not None,
            exempt_reason=reason,
        )


def _bound(of: Task | ReportDuty, units: Sequence[Unit], own: frozenset[str]) -> tuple[Unit, ...]:
    return tuple(unit for unit in units if of.debtors.bind(unit, own))


def _existed(unit: Unit, due: Due, added: date | None = None) -> bool:
    """Whether the unit was there between the day from which it is owed and the day it is due: one
    founded later or ended before is not bound."""
    begins = max(due.period.first_day, added or date.min)
    ends = min(due.period.last_day, due.day or date.max)
    founded = unit.exists_from is None or unit.exists_from <= max(begins, ends)
    return founded and (unit.exists_to is None or begins <= unit.exists_to)


def _of_task(programme: str, task: Task, unit: Unit, due: Due) -> Obligation:
    return Obligation(
        unit.code,
        programme,
        task.title,
        due.period,
        due.day,
        task=task.no,
        hour=due.hour,
        printed_due=due.printed,
        directs=task.directs,
        offices=task.offices,
        track=task.track,
        source=task.source,
        added=task.added,
    )


def _of_report(
    programme: str, duty: ReportDuty, unit: Unit, due: Due, lock: date | None
) -> Obligation:
    return Obligation(
        unit.code,
        programme,
        duty.title,
        due.period,
        due.day,
        lock,
        form=duty.form,
        hour=due.hour,
        printed_due=due.printed,
        cut_off=duty.cut_off(due.period),
        directs=duty.directs,
        offices=duty.offices,
        track=duty.track,
        source=duty.source,
    )

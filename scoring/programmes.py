"""A programme: its tasks, who owes them, and the obligations that follow. Knows no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scoring.document import Raw, Reader
from scoring.issues import Code, Issue
from scoring.obligations import Obligation
from scoring.periods import Period, periods_of_year
from scoring.timing import Timing, read_timing
from scoring.units import Unit

QUARTERS = ("Q1", "Q2", "Q3", "Q4")
MARKS = (*QUARTERS, "Y")


class Lateness(StrEnum):
    """Which of a return's two moments decides whether it is late: the server's, or the day on which
    the paper reached the office that entered it."""

    SERVER = "server"
    ARRIVAL = "arrival"


@dataclass(frozen=True)
class Debtors:
    """Whom a duty binds: all units of some kinds, and units by code."""

    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def bind(self, unit: Unit) -> bool:
        return unit.kind in self.kinds or unit.code in self.units


@dataclass(frozen=True)
class Task:
    """One item of a programme; people are bound by office (`directs`), never by name."""

    no: str
    title: str
    directs: str
    carries_out: str
    timing: Timing
    debtors: Debtors
    source: str = ""


@dataclass(frozen=True)
class ReportDuty:
    """A form owed for each period whose mark is in `periods`: due and locked so many days after the
    period's last day, but on the day itself where the plan names one (`dues`, by mark)."""

    form: str
    title: str
    debtors: Debtors
    due_days_after: int
    lock_days_after: int | None = None
    periods: tuple[str, ...] = QUARTERS
    dues: tuple[tuple[str, date], ...] = ()

    def asked_in(self, period: Period) -> bool:
        return period.mark in self.periods

    def due(self, period: Period) -> date:
        named = dict(self.dues).get(period.mark)
        return named or period.last_day + timedelta(days=self.due_days_after)

    def lock(self, period: Period) -> date | None:
        """Never before the day it is due."""
        if self.lock_days_after is None:
            return None
        return max(self.due(period), period.last_day + timedelta(days=self.lock_days_after))


@dataclass(frozen=True)
class Programme:
    """A plan or regulation issued by a unit for a year, with its number and date as printed.
    `receivers` (đầu mối) are those whom one return to this programme serves."""

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

    def task_obligations(self, task: Task, units: Iterable[Unit]) -> tuple[Obligation, ...]:
        period = task.timing.period or Period(self.year)
        return tuple(
            Obligation(unit.code, self.code, task.title, period, task.timing.due, task=task.no)
            for unit in units
            if task.debtors.bind(unit)
        )

    def report_obligations(self, duty: ReportDuty, units: Iterable[Unit]) -> tuple[Obligation, ...]:
        asked = [period for period in periods_of_year(self.year) if duty.asked_in(period)]
        return tuple(
            Obligation(
                unit.code,
                self.code,
                duty.title,
                period,
                duty.due(period),
                duty.lock(period),
                form=duty.form,
            )
            for unit in units
            if duty.debtors.bind(unit)
            for period in asked
        )

    def obligations(self, units: Iterable[Unit]) -> tuple[Obligation, ...]:
        known = tuple(units)
        tasks = (owed for task in self.tasks for owed in self.task_obligations(task, known))
        reports = (owed for duty in self.reports for owed in self.report_obligations(duty, known))
        return (*tasks, *reports)


# Stands in for a year that could not be read, so that the tasks are still checked.
_UNREAD_YEAR = 1945


def parse_programme(raw: Raw) -> tuple[Programme | None, tuple[Issue, ...]]:
    """Read a programme's data file; every issue carries its path."""
    issues: list[Issue] = []
    reader = Reader(raw, "", issues)
    year = reader.whole("year", _UNREAD_YEAR, _UNREAD_YEAR, 2100)
    if not reader.has("year"):
        reader.report(Code.KEY_MISSING, "year", key="year")
    programme = Programme(
        code=reader.text("programme"),
        title=reader.text("title"),
        issuer=reader.text("issuer"),
        year=year,
        number=reader.text("number", ""),
        adopted=reader.day("adopted"),
        tasks=tuple(_task(child, year) for child in reader.children("tasks")),
        reports=tuple(_report(child, year) for child in reader.children("reports")),
        receivers=reader.texts("receivers"),
        lateness=Lateness(reader.one_of("lateness", tuple(Lateness), Lateness.SERVER)),
    )
    _report_twice(programme, reader)
    reader.finish()
    return (None if issues else programme), tuple(issues)


def _task(reader: Reader, year: int) -> Task:
    task = Task(
        no=reader.text("no"),
        title=reader.text("title"),
        directs=reader.text("directs", ""),
        carries_out=reader.text("carries_out", ""),
        timing=read_timing(reader.text("when", ""), year),
        debtors=_debtors(reader.mapping("debtors")),
        source=reader.text("source", ""),
    )
    reader.finish()
    return task


def _report(reader: Reader, year: int) -> ReportDuty:
    locked = reader.has("lock_days_after")
    duty = ReportDuty(
        form=reader.text("form"),
        title=reader.text("title"),
        debtors=_debtors(reader.mapping("debtors")),
        due_days_after=reader.whole("due_days_after", 0, -366, 366),
        lock_days_after=reader.whole("lock_days_after", 0, -366, 3660) if locked else None,
        periods=_periods(reader),
        dues=_dues(reader.mapping("due_on"), year),
    )
    reader.finish()
    return duty


def _periods(reader: Reader) -> tuple[str, ...]:
    if not reader.has("periods"):
        return QUARTERS
    found = reader.texts("periods", MARKS)
    if not found:
        reader.report(Code.KEY_MISSING, reader.at("periods"), key="periods")
    return found


def _dues(reader: Reader | None, year: int) -> tuple[tuple[str, date], ...]:
    if reader is None:
        return ()
    found = tuple((mark, reader.day(mark)) for mark in MARKS)
    first, last = date(year, 1, 1), date(year + 1, 12, 31)
    for mark, day in found:
        if day is not None and not first <= day <= last:
            reader.report(Code.VALUE_OUTSIDE, reader.at(mark), value=day, least=first, most=last)
    reader.finish()
    return tuple((mark, day) for mark, day in found if day is not None)


def _debtors(reader: Reader | None) -> Debtors:
    if reader is None:
        return Debtors()
    debtors = Debtors(reader.texts("kinds"), reader.texts("units"))
    reader.finish()
    return debtors


def _report_twice(programme: Programme, reader: Reader) -> None:
    seen: set[str] = set()
    for position, task in enumerate(programme.tasks):
        if task.no in seen:
            reader.report(Code.CODE_TWICE, f"tasks[{position}].no", value=task.no)
        seen.add(task.no)

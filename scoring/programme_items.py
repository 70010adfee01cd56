"""What a programme lays on units: tasks, and forms owed for periods; whom they bind, and when."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scoring.periods import Period
from scoring.timing import Before, Due, Roll, Timing, read_timing, timing_by_hand
from scoring.units import Unit
from scoring.workdays import PLAIN, WorkCalendar

QUARTERS = ("Q1", "Q2", "Q3", "Q4")
MARKS = (*QUARTERS, "Y")
# The three kinds of grassroots of the law: communes, agencies and public units, enterprises.
TRACKS = ("xa", "co-quan", "doanh-nghiep")


@dataclass(frozen=True)
class Debtors:
    """Whom a duty binds: all units of some kinds, and units by code."""

    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def bind(self, unit: Unit, own: Collection[str]) -> bool:
        """`own`: codes of the issuer's tree; units of another are bound by name alone."""
        return unit.code in self.units or (unit.kind in self.kinds and unit.code in own)


@dataclass(frozen=True)
class Task:
    """One item of a programme; people are bound by office (`directs`), never by name.

    `timing`: as read with weekends alone; `Programme.timing_of` reads it with a calendar. `before`
    and `roll`: None where the programme's hold. `due`: the day that a person read, for the reason
    in `due_note`. `added`: from which day it is owed. `follows`: the task or form it requests.
    """

    no: str
    title: str
    directs: str
    carries_out: str
    timing: Timing
    debtors: Debtors
    source: str = ""
    before: Before | None = None
    roll: Roll | None = None
    due: date | None = None
    due_note: str = ""
    anchor: date | None = None
    offices: tuple[str, ...] = ()
    track: str = ""
    added: date | None = None
    follows: str = ""


@dataclass(frozen=True)
class ReportDuty:
    """A form owed for each period whose mark is in `periods`: due as its words say (`when`), else
    on the day the plan names (`dues`), else so many days after the period's last day; locked so
    many days after that last day. All by mark."""

    form: str
    title: str
    debtors: Debtors
    due_days_after: int
    lock_days_after: int | None = None
    periods: tuple[str, ...] = QUARTERS
    dues: tuple[tuple[str, date], ...] = ()
    when: tuple[tuple[str, str], ...] = ()
    cut_offs: tuple[tuple[str, date], ...] = ()
    before: Before = Before.EXCLUDED
    roll: Roll = Roll.KEEP
    offices: tuple[str, ...] = ()
    track: str = ""
    directs: str = ""
    source: str = ""
    on_request: bool = False

    def asked_in(self, period: Period) -> bool:
        return period.mark in self.periods

    def timing(self, period: Period, calendar: WorkCalendar = PLAIN) -> Timing | None:
        """How its words for this period were read; None where there are none."""
        words = dict(self.when).get(period.mark)
        if words is None:
            return None
        rules = {"before": self.before, "usual_roll": self.roll, "calendar": calendar}
        read = read_timing(words, period.year, **rules)
        named = dict(self.dues).get(period.mark)
        return timing_by_hand(read, named, calendar) if named and not read.dues else read

    def due_in(self, period: Period, calendar: WorkCalendar = PLAIN) -> Due:
        timing = self.timing(period, calendar)
        if timing is not None:
            last = timing.dues[-1] if timing.dues else Due(period, None)
            return replace(last, period=period)
        named = dict(self.dues).get(period.mark)
        printed = named or period.last_day + timedelta(days=self.due_days_after)
        return Due(period, self.roll.moved(printed, calendar), printed=printed)

    def due(self, period: Period, calendar: WorkCalendar = PLAIN) -> date | None:
        """The last day on time; None where the words of the period name none."""
        return self.due_in(period, calendar).day

    def owed_on_request(self, period: Period) -> bool:
        timing = self.timing(period)
        return self.on_request or (timing is not None and timing.on_request)

    def lock(self, period: Period, calendar: WorkCalendar = PLAIN) -> date | None:
        """Never before the day it is due."""
        if self.lock_days_after is None:
            return None
        locked = period.last_day + timedelta(days=self.lock_days_after)
        return max(self.due(period, calendar) or locked, locked)

    def cut_off(self, period: Period) -> date:
        """The day up to which its figures are counted."""
        return dict(self.cut_offs).get(period.mark, period.last_day)

"""Obligations: what one unit owes in one period, and its state on a day. Never asks the clock.

docs/deadlines.md, section 2, says when each state holds.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import NamedTuple

from scoring.periods import Period, parse_period
from scoring.workdays import PLAIN, WorkCalendar

DUE_SOON_DAYS = 14
# Asia/Ho_Chi_Minh: no other hour since 1975.
_HANOI = timezone(timedelta(hours=7))


class State(StrEnum):
    NOT_DUE = "not_due"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    ON_TIME = "on_time"
    LATE = "late"
    EXTENDED = "extended"
    NOT_ARISEN = "not_arisen"
    EXEMPT = "exempt"
    NO_DEADLINE = "no_deadline"


# Nobody is expected to do what does not arise, is exempted, or is not asked for.
NOT_EXPECTED = frozenset({State.NOT_ARISEN, State.EXEMPT})
OPEN = frozenset({State.NOT_DUE, State.DUE_SOON, State.OVERDUE, State.EXTENDED, State.NO_DEADLINE})


class DutyKey(NamedTuple):
    """The name of one duty. `unit` is the unit it was laid on, also after a successor took it over:
    so what was said of it (an extension, a reminder) stays with it."""

    programme: str
    unit: str
    task: str
    form: str
    period: str

    def __str__(self) -> str:
        return "|".join(self)


def parse_duty_key(text: str) -> DutyKey:
    """Read "PROGRAMME|UNIT|TASK|FORM|PERIOD"; raises ValueError for anything else."""
    parts = text.split("|")
    if len(parts) != 5 or not parts[0] or not parts[1] or bool(parts[2]) == bool(parts[3]):
        raise ValueError(f"not the key of a duty: {text!r}")
    parse_period(parts[4])
    return DutyKey(*parts)


@dataclass(frozen=True)
class Extension:
    """More time, granted on a day: it counts from then on. `grantor` allowed it, `by` entered
    it."""

    until: date
    granted_on: date
    reason: str = ""
    grantor: str = ""
    decision: str = ""
    by: str = ""


@dataclass(frozen=True)
class SentBack:
    """How long a unit has for a correction, counted from the day after a return was sent back."""

    days: int
    working: bool = True
    calendar: WorkCalendar = PLAIN

    def last_day(self, sent_back: date) -> date:
        if self.working:
            return self.calendar.add(sent_back, self.days)
        return sent_back + timedelta(days=self.days)


@dataclass(frozen=True)
class Obligation:
    """What a unit owes for one task or one form in one period.

    `due` is the last day on time (None: no deadline, never overdue), until `hour` where one is
    named; after `lock` nothing is taken. `printed_due`: the day before it was moved off a day off;
    `cut_off`: the day up to which figures are counted. `added`: of a task added during the year,
    from which day it is owed. `requested` is False of what is owed on request and was not
    requested. `sent_back`: the time for a correction (None: the first return counts).
    """

    unit: str
    programme: str
    title: str
    period: Period
    due: date | None
    lock: date | None = None
    task: str | None = None
    form: str | None = None
    extensions: tuple[Extension, ...] = ()
    exempt: bool = False
    exempt_reason: str = ""
    hour: time | None = None
    printed_due: date | None = None
    cut_off: date | None = None
    inherited_from: str = ""
    directs: str = ""
    offices: tuple[str, ...] = ()
    track: str = ""
    source: str = ""
    added: date | None = None
    requested: bool = True
    sent_back: SentBack | None = None

    @property
    def key(self) -> DutyKey:
        owed_by = self.inherited_from or self.unit
        return DutyKey(self.programme, owed_by, self.task or "", self.form or "", str(self.period))

    @property
    def extended_to(self) -> date | None:
        """The end of the longest extension of all."""
        return max((one.until for one in self.extensions), default=None)

    @property
    def last_day_on_time(self) -> date | None:
        return self.last_day_known(date.max)

    def last_day_known(self, day: date) -> date | None:
        """The due day, or the end of the longest extension granted by `day` where it is later."""
        if self.due is None:
            return None
        known = (one.until for one in self.extensions if one.granted_on <= day)
        return max((self.due, *known))


@dataclass(frozen=True)
class Fulfilment:
    """When the obligation was first met. A later correction does not make it late again, unless the
    programme says how long one may take.

    `at`: the moment it was received here, where one is known, perhaps days after `day`; on that day
    alone can an hour have passed, and an extension granted later no longer helps. `sent_back`: the
    day on which it was last sent back for correction, `corrected`: the day of the first return
    after that.
    """

    day: date
    not_arisen: bool = False
    at: datetime | None = None
    sent_back: date | None = None
    corrected: date | None = None


def state_on(obligation: Obligation, fulfilment: Fulfilment | None, day: date) -> State:
    """The state on `day`; what comes after `day` has not happened yet."""
    if obligation.exempt:
        return State.EXEMPT
    if not obligation.requested:
        return State.NOT_ARISEN
    met = _known(fulfilment, day)
    if met is not None and met.not_arisen:
        return State.NOT_ARISEN
    if met is None or _to_be_corrected(obligation, met, day):
        return _state_when_open(obligation, met, day)
    return State.LATE if _days_late_when_met(obligation, met, day) else State.ON_TIME


def days_late(obligation: Obligation, fulfilment: Fulfilment | None, day: date) -> int:
    """Calendar days past the last day on time: at the fulfilment or, while open, on `day`."""
    if obligation.exempt or not obligation.requested:
        return 0
    met = _known(fulfilment, day)
    if met is not None and met.not_arisen:
        return 0
    if met is not None and not _to_be_corrected(obligation, met, day):
        return _days_late_when_met(obligation, met, day)
    last = last_day_on(obligation, fulfilment, day)
    return 0 if last is None else max(0, (day - last).days)


def last_day_on(obligation: Obligation, fulfilment: Fulfilment | None, day: date) -> date | None:
    """The last day on time as known on `day`, for a correction where one is being waited for."""
    last, met = obligation.last_day_known(day), _known(fulfilment, day)
    if last is None or met is None or not _waits(obligation, met, day):
        return last
    return _last_day_of_correction(obligation, met, day, last)


def correction_asked(
    obligation: Obligation, fulfilment: Fulfilment | None, day: date
) -> date | None:
    """The day on which a correction was asked for that is still waited for; None: none is, or the
    programme gives no days for it."""
    met = _known(fulfilment, day)
    return met.sent_back if met is not None and _waits(obligation, met, day) else None


def _known(fulfilment: Fulfilment | None, day: date) -> Fulfilment | None:
    return fulfilment if fulfilment is not None and fulfilment.day <= day else None


def _state_when_open(obligation: Obligation, met: Fulfilment | None, day: date) -> State:
    last = last_day_on(obligation, met, day)
    if last is None or obligation.due is None:
        return State.NO_DEADLINE
    if day > last:
        return State.OVERDUE
    known = obligation.last_day_known(day) or last
    if known > obligation.due and obligation.due < day <= known:
        return State.EXTENDED
    return State.DUE_SOON if (last - day).days <= DUE_SOON_DAYS else State.NOT_DUE


def _sent_back(obligation: Obligation, met: Fulfilment, day: date) -> tuple[SentBack, date] | None:
    """The time that the programme gives for a correction, and the day by which it was asked for."""
    rule, asked_on = obligation.sent_back, met.sent_back
    if rule is None or asked_on is None or asked_on > day:
        return None
    return rule, asked_on


def _waits(obligation: Obligation, met: Fulfilment, day: date) -> bool:
    """Whether a correction was asked for and has not come."""
    if _sent_back(obligation, met, day) is None:
        return False
    return met.corrected is None or met.corrected > day


def _to_be_corrected(obligation: Obligation, met: Fulfilment, day: date) -> bool:
    """Open again; but what was late at first stays late, whatever is still to come."""
    return _waits(obligation, met, day) and not _days_late_at_first(obligation, met, day)


def _last_day_of_correction(obligation: Obligation, met: Fulfilment, day: date, last: date) -> date:
    """Never before the last day on time itself."""
    asked = _sent_back(obligation, met, day)
    return last if asked is None else max(last, asked[0].last_day(asked[1]))


def _days_late_when_met(obligation: Obligation, met: Fulfilment, day: date) -> int:
    """At first, else of the correction that came by `day`; an extension granted after that no
    longer helps."""
    late, corrected = _days_late_at_first(obligation, met, day), met.corrected
    if late or corrected is None or corrected > day or _sent_back(obligation, met, day) is None:
        return late
    last = obligation.last_day_known(corrected)
    if last is None:
        return 0
    return max(0, (corrected - _last_day_of_correction(obligation, met, day, last)).days)


def _days_late_at_first(obligation: Obligation, met: Fulfilment, day: date) -> int:
    """An extension granted after it was received does not make a late return punctual."""
    received = met.day if met.at is None else max(met.day, _local(met.at).date())
    last = obligation.last_day_known(min(day, received))
    if last is None:
        return 0
    return max((met.day - last).days, _hour_passed(obligation, met, last))


def _hour_passed(obligation: Obligation, met: Fulfilment, last: date) -> int:
    """1 where it came on the last day, but after the hour; an extension has no hour."""
    if obligation.hour is None or met.at is None or last != obligation.due:
        return 0
    received = _local(met.at)
    return int(met.day == received.date() == last and received.time() > obligation.hour)


def _local(moment: datetime) -> datetime:
    return moment.astimezone(_HANOI) if moment.tzinfo else moment

"""Obligations: what one unit owes in one period, and its state on a day. Never asks the clock."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scoring.periods import Period

DUE_SOON_DAYS = 14


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


@dataclass(frozen=True)
class Obligation:
    """What a unit owes for one task or one form in one period.

    `due` is the last day on time (None: no deadline, never overdue); after `lock` nothing is taken;
    `extended_to` keeps the old due day visible beside it.
    """

    unit: str
    programme: str
    title: str
    period: Period
    due: date | None
    lock: date | None = None
    task: str | None = None
    form: str | None = None
    extended_to: date | None = None
    exempt: bool = False

    @property
    def last_day_on_time(self) -> date | None:
        if self.due is None or self.extended_to is None:
            return self.due
        return max(self.due, self.extended_to)


@dataclass(frozen=True)
class Fulfilment:
    """When the obligation was first met. A later correction does not make it late again."""

    day: date
    not_arisen: bool = False


def state_on(obligation: Obligation, fulfilment: Fulfilment | None, day: date) -> State:
    """The state on `day`; a fulfilment after `day` has not happened yet."""
    if obligation.exempt:
        return State.EXEMPT
    if fulfilment is not None and fulfilment.day <= day:
        return _state_when_met(obligation, fulfilment)
    return _state_when_open(obligation, day)


def _state_when_met(obligation: Obligation, fulfilment: Fulfilment) -> State:
    if fulfilment.not_arisen:
        return State.NOT_ARISEN
    last = obligation.last_day_on_time
    return State.LATE if last is not None and fulfilment.day > last else State.ON_TIME


def _state_when_open(obligation: Obligation, day: date) -> State:
    last = obligation.last_day_on_time
    if last is None:
        return State.NO_DEADLINE
    if day > last:
        return State.OVERDUE
    if obligation.extended_to is not None and day > obligation.due:
        return State.EXTENDED
    return State.DUE_SOON if (last - day).days <= DUE_SOON_DAYS else State.NOT_DUE


def days_late(obligation: Obligation, fulfilment: Fulfilment | None, day: date) -> int:
    """Calendar days past the last day on time: at the fulfilment or, while open, on `day`."""
    last = obligation.last_day_on_time
    if last is None or obligation.exempt:
        return 0
    met = fulfilment is not None and fulfilment.day <= day
    if met and fulfilment.not_arisen:
        return 0
    return max(0, ((fulfilment.day if met else day) - last).days)

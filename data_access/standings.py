"""One duty as it stands on a day: what every list, page and message of duties is made from."""

from dataclasses import dataclass
from datetime import date, datetime

from scoring.obligations import Extension, Obligation, State
from scoring.units import Unit


@dataclass(frozen=True)
class Standing:
    """One obligation as it stands on a day; `programme` is the programme's title. `arrived`: the
    day an office's register has for what was `received` through it. `proof`: number of the return
    that proves it. `reminded`: the days on which its unit was reminded of it. `closed`: its
    programme was summed up, so nobody is chased any more. `last_day`: the last day on time, of a
    correction where one is waited for; `sent_back`: the day on which that one was asked for.
    `former`: the unit that ended and whose duty it was; None where it was always its own."""

    obligation: Obligation
    unit: Unit
    programme: str
    state: State
    days_late: int
    received: datetime | None
    directs: str
    completed_on: date | None = None
    arrived: date | None = None
    proof: int | None = None
    reminded: tuple[date, ...] = ()
    closed: bool = False
    last_day: date | None = None
    sent_back: date | None = None
    former: Unit | None = None

    @property
    def programme_code(self) -> str:
        return self.obligation.programme

    @property
    def extension(self) -> Extension | None:
        """The longest that was granted by the day of view."""
        return max(self.obligation.extensions, key=lambda one: one.until, default=None)

    @property
    def reason(self) -> str:
        """Why the unit need not do it; empty where it must."""
        return self.obligation.exempt_reason

    @property
    def inherited_from(self) -> str:
        """Code of the unit that ended and whose duty it was; empty where it was always its own."""
        return self.obligation.inherited_from

    @property
    def offices(self) -> tuple[str, ...]:
        """Codes of the offices (chức danh) that direct it."""
        return self.obligation.offices

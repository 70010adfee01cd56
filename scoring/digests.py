"""Which duties one person is reminded of on one day: one digest for one address, none where there
is nothing to say. Never asks the clock, writes no letters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from scoring.obligations import Obligation, State
from scoring.reminder_days import Step


class Audience(StrEnum):
    """A unit's own people, a member who follows or directs, one who leads the whole."""

    UNIT = "unit"
    MEMBER = "member"
    LEADER = "leader"


@dataclass(frozen=True)
class OpenDuty:
    """A duty that is open on the day. `last_day` on time, as known that day; `step` is the rung of
    the ladder that the day falls on, None where nobody is reminded of it today. `corrects`: it was
    handed in and sent back, and the days are those of the correction."""

    obligation: Obligation
    state: State
    days_late: int
    last_day: date | None
    step: Step | None = None
    corrects: bool = False


@dataclass(frozen=True)
class Reader:
    """Somebody with an address: of `unit` (a unit's own people), or of the committee, following
    `units` and directing through `offices`. A leader reads of `units`, or (None) of all there
    are."""

    address: str
    name: str
    audience: Audience
    unit: str | None = None
    units: frozenset[str] | None = None
    offices: frozenset[str] = field(default_factory=frozenset)

    def reads_of(self, obligation: Obligation) -> bool:
        if self.audience is Audience.UNIT:
            return obligation.unit == self.unit
        follows = obligation.unit in (self.units or frozenset())
        if self.audience is Audience.LEADER:
            return follows or self.units is None
        return follows or not self.offices.isdisjoint(obligation.offices)


@dataclass(frozen=True)
class Digest:
    """`duties` are those reminded of today, the latest first; `overdue` counts all that is past its
    day, the others too. `unit` where the reader is one unit's."""

    reader: Reader
    duties: tuple[OpenDuty, ...]
    overdue: int

    @property
    def address(self) -> str:
        return self.reader.address


def digests(readers: Iterable[Reader], open_duties: Sequence[OpenDuty]) -> tuple[Digest, ...]:
    """By address. Whoever is read to in several ways gets one digest, of all of them together."""
    by_address: dict[str, list[Reader]] = {}
    for reader in readers:
        by_address.setdefault(reader.address, []).append(reader)
    found = (_digest(mine, open_duties) for _, mine in sorted(by_address.items()))
    return tuple(one for one in found if one.duties)


def _digest(readers: Sequence[Reader], open_duties: Sequence[OpenDuty]) -> Digest:
    mine = [one for one in open_duties if any(each.reads_of(one.obligation) for each in readers)]
    reminded = sorted((one for one in mine if one.step is not None), key=_latest_first)
    overdue = sum(one.state is State.OVERDUE for one in mine)
    return Digest(_leading(readers), tuple(reminded), overdue)


def _leading(readers: Sequence[Reader]) -> Reader:
    """The one with the widest view gives the digest its name and its form."""
    return max(readers, key=lambda one: list(Audience).index(one.audience))


def _latest_first(one: OpenDuty) -> tuple:
    owed = one.obligation
    last = one.last_day or date.max
    return (-one.days_late, last, owed.unit, str(owed.period), owed.title)

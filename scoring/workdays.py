"""Working days: Monday to Friday less the days off kept, and the Saturdays worked for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

_SATURDAY = 5
_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """What an entry makes of a day. ORDINARY: as the week has it. UNCERTAIN: off, so that nobody is
    late by it, but every reckoning that meets it says what the other reading would be."""

    OFF = "off"
    WORKED = "worked"
    ORDINARY = "ordinary"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class WorkCalendar:
    """`off`: days on which offices are closed, the uncertain ones among them; `worked`: days of a
    weekend on which they are open in exchange; `labels`: what a day is called."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    uncertain: frozenset[date] = frozenset()
    labels: Mapping[date, str] = field(default_factory=dict, compare=False, repr=False)

    def is_working(self, day: date) -> bool:
        if day in self.worked:
            return True
        return day.weekday() < _SATURDAY and day not in self.off

    def between(self, after: date, until: date) -> int:
        """How many working days there are after the one day up to and including the other."""
        days = range(1, (until - after).days + 1)
        return sum(self.is_working(after + timedelta(days=number)) for number in days)

    def add(self, anchor: date, n: int) -> date:
        """The n-th working day after the anchor, which does not count itself (Civil Code 2015,
        Article 147); before it where n is negative. 0: the anchor, or the next working day."""
        if n == 0:
            return self.next(anchor)
        step, day = (_DAY if n > 0 else -_DAY), anchor
        for _ in range(abs(n)):
            day = self._working(day + step, step)
        return day

    def next(self, day: date) -> date:
        """The day itself where it is worked, else the first working day after it."""
        return self._working(day, _DAY)

    def previous(self, day: date) -> date:
        """The day itself where it is worked, else the last working day before it."""
        return self._working(day, -_DAY)

    def without_uncertain(self) -> "WorkCalendar":
        """The other reading: the uncertain days are days like any other of the week."""
        if not self.uncertain:
            return self
        return WorkCalendar(self.off - self.uncertain, self.worked, labels=self.labels)

    def uncertain_between(self, first: date, last: date) -> tuple[date, ...]:
        """The uncertain days from the one to the other, both included, that no weekend covers."""
        met = (day for day in self.uncertain if first <= day <= last)
        return tuple(sorted(day for day in met if day.weekday() < _SATURDAY))

    def _working(self, day: date, step: timedelta) -> date:
        while not self.is_working(day):
            day += step
        return day


# Weekends alone, for what needs no calendar of offices.
PLAIN = WorkCalendar()

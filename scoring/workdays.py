"""Working days: Monday to Friday less the days off kept, and the Saturdays worked for them."""

from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True)
class WorkCalendar:
    """`off`: weekdays on which offices are closed; `worked`: days of a weekend on which they are
    open in exchange."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        if day in self.worked:
            return True
        return day.weekday() < _SATURDAY and day not in self.off

    def between(self, after: date, until: date) -> int:
        """How many working days there are after the one day up to and including the other."""
        days = range(1, (until - after).days + 1)
        return sum(self.is_working(after + timedelta(days=number)) for number in days)

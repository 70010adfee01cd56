"""When a unit is reminded of a duty: 7, 3, 1, 0 days before; then 1, 3, 7 and each 7 days late."""

from dataclasses import dataclass
from datetime import date

from scoring.obligations import OPEN, State

_BEFORE = frozenset({7, 3, 1, 0})
_LATE = frozenset({1, 3, 7})
_EACH = 7


@dataclass(frozen=True, order=True)
class Step:
    """A rung of the ladder: so many days after the last day on time; negative before it."""

    days: int

    @property
    def is_late(self) -> bool:
        return self.days > 0


def step(last: date | None, state: State, day: date) -> Step | None:
    """The rung on which a duty stands on `day`; None: nobody is reminded of it today. `last`: its
    last day on time as known then, of a correction where one is waited for."""
    if state not in OPEN or last is None:
        return None
    days = (day - last).days
    return Step(days) if _is_rung(days) else None


def _is_rung(days: int) -> bool:
    if days <= 0:
        return -days in _BEFORE
    return days in _LATE or days % _EACH == 0

"""The figures a return is compared with: the unit's other forms, and the quarter before."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from scoring.forms import When

Figures = Mapping[str, Decimal]


@dataclass(frozen=True)
class Beside:
    """By form (None: the form that is being read) and period; the figures by key."""

    figures: Mapping[tuple[str | None, When], Figures] = field(default_factory=dict)

    def figure(self, form: str | None, when: When, key: str) -> Decimal | None:
        """One figure; for a key of a listing with "*" the sum of its rows; None where none is."""
        known = self.figures.get((form, when), {})
        if "*" not in key:
            return known.get(key)
        pattern = listed(key)
        found = [figure for name, figure in known.items() if pattern.fullmatch(name)]
        return sum(found, Decimal(0)) if found else None


NOTHING_BESIDE = Beside()


def listed(key: str) -> re.Pattern[str]:
    """The keys meant by "II.*.options"."""
    return re.compile("[0-9]+".join(re.escape(part) for part in key.split("*")))

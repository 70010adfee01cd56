"""The points of a whole card by code: what classes, chains and comparisons look up."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol


class Part(Protocol):
    """A leaf or a block as it counts on one card."""

    @property
    def final(self) -> Decimal | None: ...

    @property
    def max(self) -> Decimal | None: ...


@dataclass(frozen=True)
class PartsOfCard:
    """Every leaf and block of one card; None where there are no points yet."""

    total: Decimal | None
    parts: Mapping[str, Part]

    def points(self, code: str) -> Decimal | None:
        part = self.parts.get(code)
        return None if part is None else part.final

    def share(self, code: str) -> Fraction | None:
        """Points in percent of their maximum; None too where there is no maximum."""
        part = self.parts.get(code)
        if part is None or part.final is None or not part.max:
            return None
        return 100 * Fraction(part.final) / Fraction(part.max)

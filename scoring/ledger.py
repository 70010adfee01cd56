"""One unit's lines above the leaves, written down in their order, and what all lines add up to."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Block
from scoring.criteria_terms import Section
from scoring.leaf_scoring import LeafResult
from scoring.leaf_terms import ZERO
from scoring.numbers import rounded
from scoring.rules.outcome import Words
from scoring.scorecards import LineStatus


class Adjustment(NamedTuple):
    """A line above the leaves; `block` is the one it stands in, None: the whole table."""

    code: str
    block: Block | None
    section: Section
    final: Decimal
    say: Words
    status: LineStatus = LineStatus.ADJUSTMENT
    max: Decimal | None = None


class Ledger:
    """While a leaf is pending nothing is written: its points are still to come."""

    def __init__(self, table: CriteriaSet, results: Sequence[LeafResult]) -> None:
        self.rounding = table.rounding
        self.lines: list[Adjustment] = []
        self.unanswered: list[str] = []
        self.pending = [one.leaf for one in results if one.status is LineStatus.PENDING]
        # So that a sum of nothing is printed with its places too.
        self.nothing = rounded(ZERO, table.rounding.places)
        self.total = sum([one.final for one in results if one.final is not None], self.nothing)
        self._above_or_against = [one for one in results if one.section is not Section.STANDARD]

    def of(self, section: Section) -> Decimal:
        """Bonuses or penalties as their lines stand, adjustments included."""
        lines = (*self._above_or_against, *self.lines)
        finals = [one.final for one in lines if one.section is section and one.final is not None]
        return sum(finals, self.nothing)

    def add(
        self,
        mark: str,
        block: Block | None,
        section: Section,
        exact: Fraction | Decimal,
        say: Words,
    ) -> Decimal:
        """Rounded by itself; what comes to 0 is no line."""
        if not exact or self.pending:
            return ZERO
        final = rounded(exact, self.rounding.places, self.rounding.mode)
        return self.write(mark, block, section, final, say) if final else ZERO

    def write(
        self, mark: str, block: Block | None, section: Section, final: Decimal, say: Words
    ) -> Decimal:
        self.lines.append(Adjustment(_code(mark, block), block, section, final, say))
        self.total += final
        return final

    def leave_unanswered(self, mark: str, block: Block | None) -> Decimal:
        self.unanswered.append(_code(mark, block))
        return ZERO


def _code(mark: str, block: Block | None) -> str:
    return mark if block is None else f"{mark}.{block.code}"

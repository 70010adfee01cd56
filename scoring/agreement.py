"""Checks between figures: what must be so, what is said where it is not, and for whom it means
waiting (docs/criteria.md, section 6)."""

from collections.abc import Sequence
from typing import NamedTuple

from scoring.criteria import Check
from scoring.leaf_scoring import KnownUnit, LeafScorer


class Disagreement(NamedTuple):
    """Figures that do not agree; `waits`: the unit is unranked until they do."""

    check: Check
    waits: bool


def disagreements(
    checks: Sequence[Check], unit: KnownUnit, scorers: Sequence[LeafScorer]
) -> tuple[Disagreement, ...]:
    """The checks that do not hold; one that cannot be told says nothing."""
    return tuple(
        Disagreement(check, check.pending and not _appraised(check, unit, scorers))
        for check in checks
        if check.condition.holds(unit.figures) is False
    )


def _appraised(check: Check, unit: KnownUnit, scorers: Sequence[LeafScorer]) -> bool:
    """Whether a person appraised every leaf, due now, that uses one of the figures."""
    named = set(check.condition.figures())
    using = [one for one in scorers if one.due and not named.isdisjoint(one.looks_at)]
    return bool(using) and all(one.leaf.code in unit.facts.appraisals for one in using)

"""On what terms a unit is scored on a leaf: maximum, limits and thresholds, where conditions on the
unit may change them (max_when, most_when, thresholds)."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from scoring.criteria_leaves import Leaf, When
from scoring.criteria_terms import Rounding, Section
from scoring.exact import fraction
from scoring.numbers import rounded
from scoring.rules.outcome import Figures, NoFigure, Setting, weightiest

ZERO = Decimal(0)
ONCE = Fraction(1)


class Terms(NamedTuple):
    """Out of how many points, how many are given or taken at most, the limits of the line, rounded
    as it is (None: without limit), and how the rule stands; `lacking`: a condition could not be
    told."""

    max: Decimal | None
    top: Decimal | None
    least: Decimal | None
    most: Decimal | None
    setting: Setting
    lacking: NoFigure | None = None


class LeafTerms:
    """The terms of one leaf. Where points are only đạt or không đạt it is out of 1."""

    def __init__(self, leaf: Leaf, rounding: Rounding, *, pass_fail: bool) -> None:
        self._leaf = leaf
        self._rounding = rounding
        self._max = Decimal(1) if pass_fail and leaf.max is None else leaf.max
        self.usual = self._terms(self._max, self._max, ONCE)
        self.vary = bool(leaf.max_when or leaf.most_when or leaf.thresholds)

    def of(self, figures: Figures) -> Terms:
        """The usual ones, unless a condition changes them for this unit."""
        if not self.vary:
            return self.usual
        changes = (self._leaf.max_when, self._leaf.most_when, self._leaf.thresholds)
        found = [_first(choices, figures) for choices in changes]
        most, top, times = (None if isinstance(one, NoFigure) else one for one in found)
        most = self._max if most is None else most
        times = ONCE if times is None else Fraction(times)
        return self._terms(most, _lesser(most, top), times)._replace(lacking=weightiest(found))

    def _terms(self, most: Decimal | None, top: Decimal | None, times: Fraction) -> Terms:
        section = self._leaf.section
        penalty, bonus = section is Section.PENALTY, section is Section.BONUS
        setting = Setting(None if most is None else fraction(most), penalty, bonus, times)
        nothing, limit = self._rounded(ZERO), None if top is None else self._rounded(top)
        if penalty:
            return Terms(most, top, None if limit is None else -limit, nothing, setting)
        return Terms(most, top, nothing, limit, setting)

    def _rounded(self, points: Decimal) -> Decimal:
        return rounded(points, self._rounding.places, self._rounding.mode)


def _first(choices: Sequence[When], figures: Figures) -> Decimal | NoFigure | None:
    """The value of the first condition that holds; one that cannot be told hides those after it."""
    for choice in choices:
        holds = choice.condition.holds(figures)
        if isinstance(holds, NoFigure):
            return holds
        if holds:
            return choice.value
    return None


def _lesser(most: Decimal | None, top: Decimal | None) -> Decimal | None:
    return most if top is None else top if most is None else min(most, top)

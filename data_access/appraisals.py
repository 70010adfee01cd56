"""Checking an appraisal against the table before it is written. Knows criteria, no database."""

from decimal import Decimal
from fractions import Fraction

from scoring.criteria import CriteriaSet, Leaf
from scoring.issues import Refusal, Refused
from scoring.periods import Period
from scoring.rules.assessed import Assessed


def require_appraisable(table: CriteriaSet, criterion: str, period: Period) -> Leaf:
    leaf = table.leaf(criterion)
    if leaf is None:
        raise Refused(Refusal.UNKNOWN_CRITERION, criterion=criterion)
    if not leaf.scored_in(period):
        raise Refused(Refusal.CRITERION_NOT_IN_PERIOD, criterion=criterion, period=period)
    return leaf


def require_points(leaf: Leaf, points: Decimal) -> None:
    least, most = leaf.limits
    if not (points.is_finite() and least <= points <= most):
        raise Refused(
            Refusal.POINTS_OUTSIDE, criterion=leaf.code, points=points, least=least, most=most
        )
    step = leaf.rule.step if isinstance(leaf.rule, Assessed) else None
    if step is not None and Fraction(points) % step:
        shown = Decimal(step.numerator) / Decimal(step.denominator)
        raise Refused(Refusal.POINTS_OFF_STEP, criterion=leaf.code, points=points, step=shown)

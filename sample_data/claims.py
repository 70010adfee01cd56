"""What a committee claims for itself: what its figures give, and more where it is generous."""

from collections.abc import Mapping
from decimal import Decimal

from sample_data.committees import Committee
from scoring.criteria import CriteriaSet
from scoring.evaluation import evaluate
from scoring.facts import Appraisal, Figure, UnitFacts, Value
from scoring.periods import Period
from scoring.rules.days_late import DaysLate


def claims(
    table: CriteriaSet, committee: Committee, figures: Mapping[str, Value], period: Period
) -> Mapping[str, Decimal]:
    """By criterion. The fourth quarter's form asks the year's criteria too."""
    year = Period(period.year) if period.quarter == 4 else period
    observed = {
        key: Decimal(0)
        for leaf in table.leaves()
        if isinstance(leaf.rule, DaysLate)
        for key in leaf.rule.figures()
    }
    facts = UnitFacts(
        committee.unit,
        figures={key: Figure(value) for key, value in (dict(figures) | observed).items()},
        # Whatever a person will assess is claimed in full.
        appraisals={
            leaf.code: Appraisal(leaf.max, "") for leaf in table.leaves() if leaf.needs_appraisal
        },
        evidence={leaf.code: Figure(Decimal(1)) for leaf in table.leaves()},
    )
    (card,) = evaluate(table, [facts], year)
    found = {line.code: line.final or Decimal(0) for line in card.lines}
    return found | _inflated(committee, period)


def _inflated(committee: Committee, period: Period) -> Mapping[str, Decimal]:
    given = {code: values[(period.quarter or 4) - 1] for code, values in committee.inflated.items()}
    return {code: Decimal(points) for code, points in given.items() if points is not None}

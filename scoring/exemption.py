"""Units that a table takes out of ranking and comparison (docs/criteria.md, section 8)."""

from scoring.criteria import CriteriaSet
from scoring.rules.outcome import Figures


def exempted(table: CriteriaSet, figures: Figures) -> str | None:
    """The text of the first case that holds; None: none does, or none can be told."""
    held = (one.text for one in table.exempt if one.condition.holds(figures) is True)
    return next(held, None)

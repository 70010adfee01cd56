"""What the figures and forms of a criteria table are called."""

from collections.abc import Iterator

from scoring import progress, self_score
from scoring.asked_inputs import figures_of_leaf
from scoring.criteria import CriteriaSet
from scoring.observed import is_observed, observed_label

FORM_TITLES = {form.CODE: form.TITLE.lower() for form in (self_score, progress)}


def labels_of(table: CriteriaSet) -> dict[str, str]:
    """By key: the inputs' labels, words for what the system observes, titles of forms."""
    observed = {key: observed_label(key, FORM_TITLES) for key in _looked_at(table)}
    own = {table.form: self_score.TITLE.lower()}
    return FORM_TITLES | own | observed | {asked.key: asked.label for asked in table.inputs()}


def _looked_at(table: CriteriaSet) -> Iterator[str]:
    """The observed figures the table names anywhere."""
    named = [key for leaf in table.leaves() for key in figures_of_leaf(leaf)]
    named += [key for veto in (*table.vetoes, *table.class_caps) for key in veto.rule.figures()]
    named += [key for one in (*table.checks, *table.exempt) for key in one.condition.figures()]
    named += [key for tie in table.ranking.chain for key in tie.quantity.figures()]
    for band in table.classes:
        named += [key for one in band.requires for key in one.condition.figures()]
    yield from (key for key in named if is_observed(key))

"""Which figures a criteria table looks at in a period, and how they hang together."""

from collections.abc import Collection, Iterator

from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Input, Leaf
from scoring.forms import PartOfWhole
from scoring.rules.nested import every_rule
from scoring.rules.outcome import Rule
from scoring.rules.proportional import Proportional
from scoring.rules.quantity import Quantity
from scoring.rules.sample import Sample
from scoring.rules.table import Table


def figures_of_leaf(leaf: Leaf) -> tuple[str, ...]:
    """Keys of all figures that decide its points, each once."""
    whens = (*leaf.max_when, *leaf.most_when, *leaf.thresholds)
    conditions = (key for when in whens for key in when.condition.figures())
    return tuple(dict.fromkeys((*leaf.rule.figures(), *conditions)))


def asked_elsewhere(table: CriteriaSet, marks: Collection[str]) -> tuple[Input, ...]:
    """Inputs that something looks at in these periods while their own leaf or veto is not due."""
    used = set(_used(table, marks))
    holders = (*table.leaves(), *table.vetoes, *table.class_caps)
    out = (holder for holder in holders if holder.periods.isdisjoint(marks))
    return tuple(asked for holder in out for asked in holder.inputs if asked.key in used)


def parts_of_wholes(table: CriteriaSet, marks: Collection[str]) -> tuple[PartOfWhole, ...]:
    """A part above its whole is seldom meant: the form warns of it."""
    due = (leaf for leaf in table.leaves() if not leaf.periods.isdisjoint(marks))
    pairs = (pair for leaf in due for rule in every_rule(leaf.rule) for pair in _pairs(rule))
    return tuple(PartOfWhole(part, whole) for part, whole in dict.fromkeys(pairs))


def _used(table: CriteriaSet, marks: Collection[str]) -> Iterator[str]:
    for leaf in table.leaves():
        if not leaf.periods.isdisjoint(marks):
            yield from figures_of_leaf(leaf)
    for veto in (*table.vetoes, *table.class_caps):
        if not veto.periods.isdisjoint(marks):
            yield from veto.rule.figures()
    for one in (*table.checks, *table.exempt):
        yield from one.condition.figures()
    for tie in table.ranking.chain:
        yield from tie.quantity.figures()
    if "Y" in marks:
        for band in table.classes:
            for requirement in band.requires:
                yield from requirement.condition.figures()


def _pairs(rule: Rule) -> Iterator[tuple[str, str]]:
    if isinstance(rule, Proportional):
        yield rule.part, rule.whole
    elif isinstance(rule, Sample):
        yield rule.good, rule.asked
    for quantity in _quantities(rule):
        if quantity.part:
            yield quantity.part, quantity.whole


def _quantities(rule: Rule) -> tuple[Quantity, ...]:
    if isinstance(rule, Table):
        return rule.rows.quantity, rule.columns.quantity
    compared = getattr(rule, "compared", rule)
    quantity = getattr(compared, "quantity", None)
    return () if quantity is None else (quantity,)

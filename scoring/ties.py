"""What parts units with equal totals: the chain of indicators, then what people decided."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from scoring.criteria import CriteriaSet
from scoring.criteria_classes import TieBreak
from scoring.criteria_terms import TableKind, Ties
from scoring.facts import UnitFacts
from scoring.formulas import CardPoints
from scoring.rules.outcome import Figures, NoFigure
from scoring.scorecards import Result


class Scored(Protocol):
    """A standing or a scorecard: what a place looks at."""

    unit: str
    name: str
    group: str | None
    total: Decimal | None
    class_name: str | None
    note: str
    unranked: str | None
    result: Result | None


@dataclass(frozen=True)
class TieKeys:
    """What parts a unit from those with the same total: its value for each indicator of the chain
    (None: no answer), and the order people gave it (None: none yet)."""

    values: tuple[Fraction | None, ...] = ()
    order: Decimal | None = None


def tie_keys(
    table: CriteriaSet, facts: Sequence[UnitFacts], scored: Sequence[Scored]
) -> Mapping[str, TieKeys]:
    """By unit, for those only that something must part: equal totals of one group; in a table
    that only ranks, everybody."""
    if table.ranking.ties is not Ties.CHAIN:
        return {}
    by_unit = {one.unit: one for one in facts}
    return {one.unit: _keys(table, by_unit[one.unit], one) for one in _tied(table, scored)}


def _tied(table: CriteriaSet, scored: Sequence[Scored]) -> Iterable[Scored]:
    standing = [one for one in scored if one.unranked is None]
    if table.kind is TableKind.RANK_ONLY:
        return standing
    shared = Counter((one.group, one.total) for one in standing)
    return [one for one in standing if shared[one.group, one.total] > 1]


def _keys(table: CriteriaSet, facts: UnitFacts, one: Scored) -> TieKeys:
    values = {key: figure.value for key, figure in facts.figures.items()}
    figures = Figures(values, {}, facts.submitted, facts.attributes, facts.group)
    chain = tuple(_measured(tie, figures, one) for tie in table.ranking.chain)
    return TieKeys(chain, facts.tie_order)


def _measured(tie: TieBreak, figures: Figures, card: CardPoints) -> Fraction | None:
    formula = tie.quantity.formula
    if formula is None:
        found = tie.quantity.measure(figures)
        return None if isinstance(found, NoFigure) else found.exact
    number = formula.value(figures, card)
    return None if isinstance(number, NoFigure) else number

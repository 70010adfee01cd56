"""Places when one unit is not there: only rules that compare units can then move anybody else."""

from collections.abc import Iterator, Mapping, Sequence

from scoring.criteria import CriteriaSet
from scoring.facts import UnitFacts
from scoring.periods import Period
from scoring.ranking import Place, Ranking, ranked
from scoring.rules.nested import every_rule
from scoring.rules.peers import Compared


def compares_units(table: CriteriaSet) -> bool:
    """Whether any rule looks at other units' figures: their mean, their leader."""
    return any(True for _ in _compared(table))


def without_each(
    table: CriteriaSet,
    facts: Sequence[UnitFacts],
    period: Period | None,
    units: Sequence[str],
) -> Iterator[tuple[str, Ranking]]:
    """Each of the units with the places of its group without it, scored anew."""
    everybody = any(compared.everybody for compared in _compared(table))
    groups = {one.unit: one.group for one in facts}
    for unit in units:
        group = groups[unit]
        others = [one for one in facts if everybody or one.group == group]
        left = [one for one in others if one.unit != unit]
        yield unit, ranked(table, left, period, group).ranking


def moved_without(
    place: Place, places: Sequence[Place], removed: Mapping[str, Ranking], dense: bool
) -> list[int]:
    """The unit's rank without each other unit of its group, counted as if that one had kept its
    place: who is only moved up by the gap is not moved."""
    moved = []
    for unit, ranking in removed.items():
        rest = [one for one in places if one.unit != unit]
        now = next((one.rank for one in ranking.places if one.unit == place.unit), None)
        if now is not None and len(rest) < len(places):
            moved.append(now + place.rank - _expected(place, rest, dense))
    return moved


def _expected(place: Place, rest: Sequence[Place], dense: bool) -> int:
    better = [one.rank for one in rest if one.rank < place.rank]
    return 1 + (len(set(better)) if dense else len(better))


def _compared(table: CriteriaSet) -> Iterator[Compared]:
    rules = (rule for leaf in table.leaves() for rule in every_rule(leaf.rule))
    return (rule.compared for rule in rules if hasattr(rule, "compared"))

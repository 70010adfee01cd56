"""Places inside peer groups: how equal totals are parted or share; the unranked say why."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from scoring.criteria import CriteriaSet
from scoring.criteria_classes import RankingRule
from scoring.evaluation import evaluate, standings
from scoring.facts import UnitFacts
from scoring.periods import Period
from scoring.quotas import Held, hold
from scoring.rungs import how_placed, joined, rungs_of
from scoring.scorecards import Result, Scorecard, Standing
from scoring.ties import Scored, TieKeys, tie_keys


@dataclass(frozen=True)
class Place:
    rank: int
    unit: str
    name: str
    group: str | None
    # None in a table that only ranks.
    total: Decimal | None
    class_name: str | None
    note: str = ""


@dataclass(frozen=True)
class Unranked:
    unit: str
    name: str
    group: str | None
    reason: str
    class_name: str | None = None
    # Of a table without points, where nobody has a place.
    result: Result | None = None


@dataclass(frozen=True)
class Ranking:
    """Places group by group, then by rank and unit code; nobody is ranked for what is missing."""

    places: tuple[Place, ...]
    unranked: tuple[Unranked, ...]


@dataclass(frozen=True)
class Ranked:
    """Places with the standings they were given for, quotas in both."""

    ranking: Ranking
    standings: tuple[Standing, ...]


@dataclass(frozen=True)
class RankedCards:
    """Places with the whole scorecards they were given for, quotas in both."""

    ranking: Ranking
    cards: tuple[Scorecard, ...]


NO_KEYS: Mapping[str, TieKeys] = MappingProxyType({})
SHARED = RankingRule()
RESULT_WORDS = {Result.PASSED: "Đạt", Result.FAILED: "Không đạt", Result.PENDING: "Chờ"}

Kept = TypeVar("Kept", Place, Standing)


def ranked(
    table: CriteriaSet,
    facts: Sequence[UnitFacts],
    period: Period | None,
    group: str | None = None,
) -> Ranked:
    """Score, part equal totals, hold by quotas. `group` chooses what is returned; every unit
    given is scored, because some rules and quotas look at all of them."""
    return _ranked(table, facts, standings(table, facts, period), group)


def ranked_cards(
    table: CriteriaSet,
    facts: Sequence[UnitFacts],
    period: Period | None,
    group: str | None = None,
    units: Collection[str] | None = None,
) -> RankedCards:
    """As `ranked`, with the cards written out, line by line: of `units`, or of every unit ranked
    or waiting in `group`."""
    found = ranked(table, facts, period, group)
    standing = {one.unit: one for one in found.standings}
    wanted = standing.keys() if units is None else standing.keys() & set(units)
    cards = evaluate(table, facts, period, wanted)
    return RankedCards(found.ranking, tuple(_as_standing(card, standing) for card in cards))


def _ranked(
    table: CriteriaSet, facts: Sequence[UnitFacts], found: Sequence[Standing], group: str | None
) -> Ranked:
    keys = tie_keys(table, facts, found)
    ranking = rank(found, table.ranking, keys)
    decided = {one.unit: one.decided_class for one in facts if one.decided_class}
    held = hold(table, ranking.places, decided)
    return Ranked(
        Ranking(
            tuple(_held(place, held) for place in ranking.places if _in(place, group)),
            tuple(one for one in ranking.unranked if _in(one, group)),
        ),
        tuple(_held(one, held) for one in found if _in(one, group)),
    )


def _in(one: Place | Unranked | Standing, group: str | None) -> bool:
    return group is None or one.group == group


def _held(one: Kept, held: Mapping[str, Held]) -> Kept:
    found = held.get(one.unit)
    if found is None:
        return one
    return replace(one, class_name=found.class_name, note=joined(one.note, found.note))


def _as_standing(card: Scorecard, standings: Mapping[str, Standing]) -> Scorecard:
    """The card with what only the places of all units could tell."""
    one = standings[card.unit]
    more = one.note.removeprefix(card.note).removeprefix("; ")
    return replace(
        card,
        class_name=one.class_name,
        class_reason=f"{card.class_reason}. {more}" if more else card.class_reason,
        note=one.note,
    )


def rank(
    scored: Sequence[Scored],
    rule: RankingRule = SHARED,
    keys: Mapping[str, TieKeys] = NO_KEYS,
    group: str | None = None,
) -> Ranking:
    """Rank one group, or every group by itself. `keys` by unit: needed of those only that the
    chain or people must part, and of every unit in a table without points."""
    chosen = [one for one in scored if group is None or one.group == group]
    groups: dict[str, list[Scored]] = {}
    for one in chosen:
        if _has_place(one, keys):
            groups.setdefault(one.group or "", []).append(one)
    places = (place for name in sorted(groups) for place in _places(groups[name], rule, keys))
    unranked = (_unranked(one) for one in chosen if not _has_place(one, keys))
    return Ranking(tuple(places), tuple(sorted(unranked, key=_by_group_and_unit)))


def _has_place(one: Scored, keys: Mapping[str, TieKeys]) -> bool:
    """A unit with neither a total nor an indicator to go by has none."""
    return one.unranked is None and (one.total is not None or one.unit in keys)


def _by_group_and_unit(one: Unranked) -> tuple[str, str]:
    return one.group or "", one.unit


def _unranked(one: Scored) -> Unranked:
    reason = one.unranked or RESULT_WORDS.get(one.result, "")
    if one.note:
        reason = f"{reason}. {one.note}"
    return Unranked(one.unit, one.name, one.group, reason, one.class_name, one.result)


def _places(
    scored: Sequence[Scored], rule: RankingRule, keys: Mapping[str, TieKeys]
) -> Iterator[Place]:
    rungs, reached = rungs_of(scored, rule, keys), 1
    for position, rung in enumerate(rungs):
        beside = rungs[max(0, position - 1) : position] + rungs[position + 1 : position + 2]
        for one in rung.units:
            note = joined(one.note, how_placed(one, rung, beside, rule, keys))
            yield Place(reached, one.unit, one.name, one.group, one.total, one.class_name, note)
        reached += 1 if rule.dense else len(rung.units)

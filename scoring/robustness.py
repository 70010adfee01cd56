"""Độ ổn định: how far places hang on the weights, on one criterion, on one unit.

docs/ranking.md states the method. Places are given exactly elsewhere; here they are only tried, so
floating point is enough: totals are rounded as printed before they are compared.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

import numpy as np

from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Block
from scoring.facts import UnitFacts
from scoring.periods import Period
from scoring.ranking import Place, Ranked, Ranking, ranked
from scoring.redistribution import spread
from scoring.removal import compares_units, moved_without, without_each
from scoring.scorecards import Standing
from scoring.stability import Cause, Interval, Reversal, Rival, Robustness, Stability

RUNS = 1000
SEED = 10_2022
MILD, STRONG = 0.1, 0.2
# Two units are watched for changing places when at most so many places are between them.
REACH = 5
# What floating point may lack of a half that rounds up.
HAIR = 1e-7


def robustness(
    table: CriteriaSet,
    facts: Sequence[UnitFacts],
    period: Period | None,
    group: str | None = None,
    runs: int = RUNS,
) -> Robustness:
    """Of every unit with a total; a table without points has nothing to weigh."""
    found = ranked(table, facts, period, group)
    removed: Mapping[str, Ranking] = {}
    if compares_units(table):
        units = [place.unit for place in found.ranking.places]
        removed = dict(without_each(table, facts, period, units))
    return robustness_of(table, found, removed, runs)


def robustness_of(
    table: CriteriaSet, found: Ranked, removed: Mapping[str, Ranking], runs: int = RUNS
) -> Robustness:
    """As `robustness`, of what is ranked already; `removed`: the places without each of the units
    (none: no unit is taken away)."""
    standings = {one.unit: one for one in found.standings}
    places = [place for place in found.ranking.places if place.total is not None]
    if not places:
        return Robustness((), ())
    tried = _Tried(table, Totals(table, [standings[place.unit] for place in places]), runs)
    groups = [
        _Group(list(found), tried, removed)
        for _, found in groupby(enumerate(places), key=lambda numbered: numbered[1].group)
    ]
    reversals = [one for group in groups for one in group.reversals()]
    return Robustness(
        tuple(one for group in groups for one in group.units()),
        tuple(sorted(reversals, key=lambda one: (one.cause is not Cause.WEIGHTS, -one.share))),
    )


class _Tried:
    """The totals of every unit under every change: a row for each unit, a column for each run,
    and for each criterion dropped."""

    def __init__(self, table: CriteriaSet, totals: "Totals", runs: int) -> None:
        self.codes = [leaf.code for leaf in table.leaves()]
        self.dense = table.ranking.dense
        self.mild = totals.reweighed(MILD, runs)
        self.strong = totals.reweighed(STRONG, runs)
        self.dropped = totals.without_each_criterion()


class _Group:
    """One peer group, best first."""

    def __init__(
        self, numbered: Sequence[tuple[int, Place]], tried: _Tried, removed: Mapping[str, Ranking]
    ) -> None:
        rows = [row for row, _ in numbered]
        self._places = [place for _, place in numbered]
        self._codes, self._dense = tried.codes, tried.dense
        self._mild, self._strong = tried.mild[rows], tried.strong[rows]
        self._dropped = tried.dropped[rows]
        units = [place.unit for place in self._places]
        self._removed = {unit: removed[unit] for unit in units if unit in removed}

    def units(self) -> Iterator[Stability]:
        columns = (self._mild, self._strong, self._dropped)
        ranks = [ranks_of(totals, self._dense) for totals in columns]
        for row, place in enumerate(self._places):
            mild, strong, dropping = (_interval(place, found[row].tolist()) for found in ranks)
            moved = moved_without(place, self._places, self._removed, self._dense)
            removing = _interval(place, moved) if moved else None
            yield Stability(place, mild, strong, dropping, removing, _rival(row, self._places))

    def reversals(self) -> Iterator[Reversal]:
        for upper, lower in self._near():
            above, below = self._places[upper], self._places[lower]
            share = _reversed(self._strong, upper, lower).mean()
            if share:
                often = Fraction(share).limit_denominator(self._strong.shape[1])
                yield Reversal(above, below, Cause.WEIGHTS, share=often)
            for column in np.flatnonzero(_reversed(self._dropped, upper, lower)):
                yield Reversal(above, below, Cause.CRITERION, self._codes[column])
            yield from self._reversed_by_removal(above, below)

    def _near(self) -> Iterator[tuple[int, int]]:
        for upper, place in enumerate(self._places):
            for lower in range(upper + 1, min(upper + REACH, len(self._places) - 1) + 1):
                if place.rank < self._places[lower].rank:
                    yield upper, lower

    def _reversed_by_removal(self, above: Place, below: Place) -> Iterator[Reversal]:
        for unit, ranking in self._removed.items():
            ranks = {place.unit: place.rank for place in ranking.places}
            both = above.unit in ranks and below.unit in ranks
            if both and ranks[below.unit] < ranks[above.unit]:
                yield Reversal(above, below, Cause.UNIT, unit)


class Totals:
    """What the totals of some units come to under other weights, in units of the last printed
    decimal: a row for each unit."""

    def __init__(self, table: CriteriaSet, standings: Sequence[Standing]) -> None:
        self._table = table
        codes = [leaf.code for leaf in table.leaves()]
        spreads = [spread(table, one) for one in standings]
        self._points = _matrix([one.points for one in spreads], codes)
        self._shares = _matrix([one.shares for one in spreads], codes)
        self._beside = _matrix([one.beside for one in spreads], codes)
        totals = np.array([[float(one.total)] for one in standings])
        self._fixed = totals - self._points.sum(axis=1, keepdims=True)

    def reweighed(self, by: float, runs: int) -> np.ndarray:
        """A column for each run: every criterion, and every topmost block, weighs up to `by` more
        or less. The runs are the same at every call."""
        tops = _tops(self._table)
        names = list(dict.fromkeys(tops))
        drawn = 1 + by * noise(len(tops) + len(names), runs)
        of_block = drawn[len(tops) :][[names.index(top) for top in tops]]
        return self._printed(self._standard(drawn[: len(tops)] * of_block) + self._fixed)

    def without_each_criterion(self) -> np.ndarray:
        """A column for each criterion, bonus and penalty, dropped in turn; what is left of the
        standard points is brought up to the same maximum."""
        weights = 1 - np.eye(self._points.shape[1])
        return self._printed(self._standard(weights) + self._fixed - self._beside)

    def _standard(self, weights: np.ndarray) -> np.ndarray:
        out_of = self._shares @ weights
        points = self._points @ weights
        return np.divide(points, out_of, out=np.zeros_like(points), where=out_of > HAIR)

    def _printed(self, totals: np.ndarray) -> np.ndarray:
        floor, cap = self._table.total_floor, self._table.total_cap
        held = np.clip(
            totals,
            -np.inf if floor is None else float(floor),
            np.inf if cap is None else float(cap),
        )
        return np.floor(held * 10**self._table.rounding.of_total + 0.5 + HAIR)


def ranks_of(totals: np.ndarray, dense: bool) -> np.ndarray:
    """Ranks down each column, equal totals sharing one: 1-2-2-4, or 1-2-2-3."""
    order = np.argsort(-totals, axis=0, kind="stable")
    best_first = np.take_along_axis(totals, order, axis=0)
    lower = np.ones(totals.shape, dtype=bool)
    lower[1:] = best_first[1:] != best_first[:-1]
    if dense:
        counted = np.cumsum(lower, axis=0)
    else:
        position = np.arange(1, len(totals) + 1)[:, np.newaxis]
        counted = np.maximum.accumulate(np.where(lower, position, 0), axis=0)
    ranks = np.empty(totals.shape, dtype=np.int64)
    np.put_along_axis(ranks, order, counted, axis=0)
    return ranks


def noise(rows: int, columns: int) -> np.ndarray:
    """Numbers from −1 to 1 that are the same on every machine and in every version (splitmix64
    of a fixed seed): a published interval can be worked out again."""
    step, first, second = (
        np.uint64(0x9E3779B97F4A7C15),
        np.uint64(0xBF58476D1CE4E5B9),
        np.uint64(0x94D049BB133111EB),
    )
    mixed = np.arange(1, rows * columns + 1, dtype=np.uint64) * step + np.uint64(SEED)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * first
    mixed = (mixed ^ (mixed >> np.uint64(27))) * second
    mixed ^= mixed >> np.uint64(31)
    return ((mixed >> np.uint64(11)) * (2.0 / 2**53) - 1).reshape(rows, columns)


def _matrix(rows: Sequence[Mapping[str, Fraction]], codes: Sequence[str]) -> np.ndarray:
    return np.array([[float(row.get(code, 0)) for code in codes] for row in rows])


def _tops(table: CriteriaSet) -> list[str]:
    """The topmost block of every leaf; one outside every block stands for itself."""
    return [
        node.code
        for node in table.nodes()
        for _ in (node.leaves() if isinstance(node, Block) else (node,))
    ]


def _reversed(totals: np.ndarray, upper: int, lower: int) -> np.ndarray:
    return totals[lower] > totals[upper]


def _interval(place: Place, ranks: Sequence[int]) -> Interval:
    return Interval(min(ranks), max(ranks), Fraction(ranks.count(place.rank), len(ranks)))


def _rival(row: int, places: Sequence[Place]) -> Rival | None:
    """Places are in the order of totals: the nearest is right above or right below."""
    beside = [places[near] for near in (row - 1, row + 1) if 0 <= near < len(places)]
    apart = [(_apart(place, places[row]), place) for place in beside]
    if not apart:
        return None
    margin, rival = min(apart, key=lambda pair: pair[0])
    return Rival(rival.unit, rival.name, rival.rank, margin)


def _apart(one: Place, other: Place) -> Decimal:
    return abs(one.total - other.total)

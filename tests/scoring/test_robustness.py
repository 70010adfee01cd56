"""Độ ổn định: intervals of ranks, the nearest rival, reversals named, and what cannot move."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from scoring.criteria import CriteriaSet
from scoring.facts import UnitFacts
from scoring.ranking import ranked
from scoring.redistribution import spread
from scoring.robustness import MILD, RUNS, SEED, STRONG, Totals, noise, ranks_of, robustness
from scoring.stability import METHOD, Cause, Robustness, Stability
from tests.scoring.builders import table_of, unit

TWO = """
criteria:
  - {code: "1", text: một, max: 10, rule: {type: count, figure: a, points: 1}}
  - {code: "2", text: hai, max: 10, rule: {type: count, figure: b, points: 1}}
"""


def facts(*written: str, group: str = "A") -> list[UnitFacts]:
    return [unit(one, f"{code:03}", group=group) for code, one in enumerate(written, 1)]


def tried(body: str, *written: str, runs: int = 200) -> Robustness:
    return robustness(table_of(body), facts(*written), None, runs=runs)


def by_unit(found: Robustness) -> dict[str, Stability]:
    return {one.place.unit: one for one in found.units}


def named(found: Robustness, cause: Cause) -> list[tuple[str, str, str]]:
    return [(r.upper.unit, r.lower.unit, r.code) for r in found.reversals if r.cause is cause]


def test_who_is_better_on_every_criterion_cannot_be_moved() -> None:
    found = tried(TWO, "a=9 b=9", "a=5 b=5", "a=1 b=1")
    for one in found.units:
        assert (one.best, one.worst) == (one.place.rank, one.place.rank)
        assert one.mild.kept == one.strong.kept == one.dropping.kept == 1
    assert found.reversals == ()


def test_a_hair_between_two_units_of_different_strengths_is_fragile() -> None:
    found = tried(TWO, "a=9.01 b=3", "a=3 b=9", "a=0 b=0")
    first, second, third = found.units
    assert [(one.best, one.worst) for one in found.units] == [(1, 2), (1, 2), (3, 3)]
    assert Fraction(2, 5) < first.strong.kept < Fraction(3, 5)
    assert (first.rival.unit, first.rival.margin) == ("002", Decimal("0.01"))
    assert (third.rival.unit, third.rival.margin) == ("002", Decimal("12.00"))


def test_reversals_are_named_with_their_cause() -> None:
    found = tried(TWO, "a=9.01 b=3", "a=3 b=9")
    assert named(found, Cause.WEIGHTS) == [("001", "002", "")]
    assert named(found, Cause.CRITERION) == [("001", "002", "1")]
    assert found.reversals[0].share == 1 - by_unit(found)["001"].strong.kept


def test_the_same_facts_give_the_same_answer() -> None:
    written = ("a=9 b=3", "a=3 b=8.9", "a=6 b=6")
    assert tried(TWO, *written) == tried(TWO, *written)
    table = table_of(TWO)
    assert robustness(table, facts(*written)[::-1], None, runs=200) == tried(TWO, *written)


def test_the_noise_is_written_down_and_fills_its_range() -> None:
    drawn = noise(20, 500)
    assert drawn.min() >= -1
    assert drawn.max() <= 1
    assert abs(drawn.mean()) < 0.02


def test_the_noise_is_splitmix64_of_the_seed_and_may_never_change() -> None:
    assert noise(2, 3).ravel().tolist() == [_splitmix64(number) for number in range(1, 7)]
    assert (SEED, noise(1, 2).round(9).tolist()) == (102022, [[0.794487466, -0.241811791]])


def _splitmix64(number: int) -> float:
    """In whole numbers, as its author published it."""
    mixed = (number * 0x9E3779B97F4A7C15 + SEED) % 2**64
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) % 2**64
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) % 2**64
    mixed ^= mixed >> 31
    return (mixed >> 11) / 2**52 - 1


def test_ranks_share_and_leave_a_gap_or_not() -> None:
    totals = np.array([[5.0, 1.0], [7.0, 1.0], [5.0, 2.0], [1.0, 1.0]])
    assert ranks_of(totals, dense=False).T.tolist() == [[2, 1, 2, 4], [2, 2, 1, 2]]
    assert ranks_of(totals, dense=True).T.tolist() == [[2, 1, 2, 3], [2, 2, 1, 2]]


BESIDE = """
bonus_cap: 2
bonuses:
  - {code: T, text: t, max: 3, rule: {type: count, figure: t, points: 1}}
  - {code: U, text: u, max: 3, rule: {type: count, figure: u, points: 1}}
penalties: [{code: P, text: p, max: 3, rule: {type: deduction, figure: p, points: 1}}]
"""


def test_a_bonus_dropped_takes_only_what_the_cap_let_it_give() -> None:
    table = table_of(TWO + BESIDE)
    [one] = ranked(table, facts("a=1 b=1 t=2 u=1 p=1"), None).standings
    # 2 + 1 = 3, capped at 2: without T 1 is left, without U still 2.
    assert spread(table, one).beside == {"T": 1, "U": 0, "P": -1}


def test_dropping_a_bonus_or_a_penalty_moves_places_too() -> None:
    found = tried(TWO + BESIDE, "a=5 b=5 t=2 u=0 p=0", "a=6 b=5 t=0 u=0 p=0", "a=6 b=6 t=0 u=0 p=2")
    assert ("001", "002", "T") in named(found, Cause.CRITERION)
    assert ("002", "003", "P") in named(found, Cause.CRITERION)


BLOCKS = """
total_cap: 60
criteria:
  - code: I
    text: Phần I
    weight: 40
    children:
      - {code: "1", text: một, max: 4, rule: {type: count, figure: a, points: 1}}
      - code: "2"
        text: hai
        max: 6
        not_arisen: rescale_block
        rule: {type: proportional, part: b, whole: b_of}
      - {code: "K", kind: bonus, text: cộng, max: 2, rule: {type: count, figure: k, points: 1}}
  - code: II
    text: Phần II
    pick: 1
    children:
      - code: "3"
        text: ba
        max: 20
        not_arisen: rescale_total
        rule: {type: proportional, part: c, whole: c_of}
      - {code: "4", text: bốn, max: 20, rule: {type: count, figure: d, points: 1}}
"""


@pytest.mark.parametrize(
    "written",
    [
        "a=3 b=4 b_of=6 c=12 c_of=20 d=7 k=1",
        "a=3 b=KPS b_of=KPS c=12 c_of=20 d=7 k=0",
        "a=0 b=0 b_of=6 c=0 c_of=20 d=0 k=0",
        "a=4 b=6 b_of=6 c=20 c_of=20 d=20 k=2",
        "a=1 b=2 b_of=6 c=KPS c_of=KPS d=3 k=0",
    ],
)
def test_points_and_maxima_are_spread_without_a_rest(written: str) -> None:
    table: CriteriaSet = table_of(BLOCKS)
    [one] = ranked(table, facts(written), None).standings
    found = spread(table, one)
    assert sum(found.points.values()) == Fraction(one.total) - Fraction(one.plus)
    assert sum(found.shares.values()) == 1


def test_with_the_weights_as_they_are_places_are_as_they_are() -> None:
    written = (
        "a=3 b=4 b_of=6 c=12 c_of=20 d=7 k=1",
        "a=3 b=KPS b_of=KPS c=12 c_of=20 d=7 k=0",
        "a=1 b=2 b_of=6 c=KPS c_of=KPS d=3 k=0",
    )
    found = ranked(table_of(BLOCKS), facts(*written), None)
    standing = {one.unit: one for one in found.standings}
    places = found.ranking.places
    totals = Totals(table_of(BLOCKS), [standing[place.unit] for place in places])
    assert (totals.reweighed(0, 1)[:, 0] / 100).tolist() == [float(one.total) for one in places]


MEAN = """
criteria:
  - {code: "1", text: một, max: 10, rule: {type: count, figure: a, points: 1}}
  - {code: "2", text: hai, max: 3, rule: {type: versus_mean, figure: m}}
"""


def test_one_unit_removed_matters_where_units_are_compared() -> None:
    # The mean of 10, 6, 1 is 5.67: 002 is above it; without 003 the mean is 8 and it is below.
    found = tried(MEAN, "a=5 m=10", "a=6 m=6", "a=7 m=1")
    assert [(one.place.unit, one.place.rank) for one in found.units] == [
        ("002", 1),
        ("001", 2),
        ("003", 3),
    ]
    assert named(found, Cause.UNIT) == [("002", "001", "003")]
    assert (by_unit(found)["002"].removing.best, by_unit(found)["002"].removing.worst) == (1, 2)


def test_one_unit_removed_moves_nobody_where_they_are_not_compared() -> None:
    assert {one.removing for one in tried(TWO, "a=5 b=5", "a=6 b=6").units} == {None}


def test_who_only_moves_up_into_the_gap_has_not_moved() -> None:
    found = tried(MEAN, "a=9 m=10", "a=5 m=9", "a=1 m=8")
    assert {(one.removing.best - one.place.rank, one.removing.kept) for one in found.units} == {
        (0, 1)
    }


def test_each_group_by_itself_and_only_who_has_a_total() -> None:
    given = facts("a=9 b=3", "a=3 b=9", "a=1") + facts("a=1 b=1", group="B")
    found = robustness(
        table_of(TWO), given[:3] + [unit("a=1 b=1", "009", group="B")], None, runs=10
    )
    assert [(one.place.group, one.place.unit) for one in found.units] == [
        ("A", "001"),
        ("A", "002"),
        ("B", "009"),
    ]
    alone = found.units[-1]
    assert (alone.rival, alone.best, alone.worst) == (None, 1, 1)


def test_dense_places_stay_dense_in_the_runs() -> None:
    found = tried(TWO + "ranking: {ties: dense}\n", "a=9 b=9", "a=9 b=9", "a=1 b=1")
    assert [(one.place.rank, one.best, one.worst) for one in found.units] == [
        (1, 1, 1),
        (1, 1, 1),
        (2, 2, 2),
    ]


def test_without_points_there_is_nothing_to_weigh() -> None:
    only = "kind: rank_only\nranking: {chain: [{text: t, figure: a}]}\n"
    body = only + "inputs: [{key: a, label: a, kind: count}]\n"
    assert tried(body, "a=1", "a=2").units == ()


def test_the_method_is_documented_as_it_is_said() -> None:
    document = (Path(__file__).parents[2] / "docs" / "ranking.md").read_text(encoding="utf-8")
    assert METHOD in document
    assert f"seed {SEED}" in document
    assert f"{RUNS:,}".replace(",", ".") in METHOD
    assert all(f"{100 * by:.0f}%" in METHOD for by in (MILD, STRONG))

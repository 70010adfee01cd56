"""So many points for each, at most so many."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from tests.scoring.builders import points, reason, rule_of

HALF = "{type: count, figure: a, points: 0.5}"
MOST = "{type: count, figure: a, points: 1, most: 2}"

ROWS = [
    (HALF, "a=4", Fraction(2), "four halves"),
    (HALF, "a=6", Fraction(3), "exactly the maximum"),
    (HALF, "a=9", Fraction(3), "4.5 held to the maximum"),
    (HALF, "a=1000000000000000000000000000000", Fraction(3), "a huge count"),
    (HALF, "a=0", Fraction(0), "none"),
    (HALF, "a=KPS", Fraction(0), "nothing arose is none"),
    (HALF, "a=KAD", Absent.NOT_APPLICABLE, "not applicable is no count"),
    (HALF, "a=", Absent.NOT_REPORTED, "not reported is no count"),
    (HALF, "a=-2", Fraction(-1), "a negative count; the leaf's limits hold it at 0"),
    (MOST, "a=5", Fraction(2), "the most written, under the maximum"),
]


@pytest.mark.parametrize(
    ("rule", "figures", "expected"), [row[:3] for row in ROWS], ids=[row[3] for row in ROWS]
)
def test_points(rule: str, figures: str, expected: Fraction | Absent) -> None:
    assert points(rule, figures) == expected


def test_the_reason_shows_the_product_and_what_held_it() -> None:
    assert reason(HALF, "a=4") == "a: 4 × 0,5 → 2 điểm"
    assert reason(HALF, "a=9") == "a: 9 × 0,5 = 4,5; tối đa → 3 điểm"


def test_huge_counts_are_written_out() -> None:
    # 10^30 × 0.5: more digits than a decimal context keeps must not break the reason.
    assert "500" + ".000" * 9 in reason(HALF, f"a={10**30}")


def test_the_best_is_the_most() -> None:
    assert rule_of(HALF).best(Fraction(3)) == 3
    assert rule_of(MOST).best(Fraction(3)) == 2
    assert rule_of(HALF).figures() == ("a",)

"""A share of the maximum, exact and never above it."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of

SHARE = "{type: proportional, part: a, whole: b}"
FULL_AT_80 = "{type: proportional, part: a, whole: b, full_at: 80}"

ROWS = [
    # 3 × 5/24 = 15/24 = 0.625
    (SHARE, "a=5 b=24", "3", Fraction(5, 8), "exact, not yet rounded"),
    (SHARE, "a=0 b=24", "3", Fraction(0), "none of them"),
    (SHARE, "a=24 b=24", "3", Fraction(3), "all of them"),
    (SHARE, "a=25 b=24", "3", Fraction(3), "more than all is all"),
    # 4 × 60/80 = 3
    (FULL_AT_80, "a=6 b=10", "4", Fraction(3), "80 % earns everything"),
    (FULL_AT_80, "a=8 b=10", "4", Fraction(4), "exactly at the mark"),
    (FULL_AT_80, "a=9 b=10", "4", Fraction(4), "above the mark"),
    (SHARE, "a=1 b=1000000000000000000000000000000", "3", Fraction(3, 10**30), "a huge whole"),
    (SHARE, "a=0 b=0", "3", Absent.NOT_ARISEN, "of nothing, nothing arose"),
    (SHARE, "a=3 b=0", "3", Absent.NOT_ARISEN, "some of nothing: no division"),
    (SHARE, "a=3", "3", Absent.NOT_REPORTED, "the whole was not reported"),
    (SHARE, "a=3 b=KAD", "3", Absent.NOT_APPLICABLE, "the whole does not apply"),
    (SHARE, "a=KPS b=3", "3", Absent.NOT_ARISEN, "the part did not arise"),
    (SHARE, "a=-1 b=2", "3", Fraction(-3, 2), "a negative part; the leaf's limits hold it at 0"),
    (SHARE, "a=1 b=2", "0", Fraction(0), "a maximum of 0"),
]


@pytest.mark.parametrize(
    ("rule", "figures", "most", "expected"), [r[:4] for r in ROWS], ids=[r[4] for r in ROWS]
)
def test_points(rule: str, figures: str, most: str, expected: Fraction | Absent) -> None:
    assert points(rule, figures, most) == expected


@pytest.mark.parametrize("full_at", ["0", "-1"])
def test_the_mark_must_be_above_0(full_at: str) -> None:
    text = f"{{type: proportional, part: a, whole: b, full_at: {full_at}}}"
    assert read_rule(text)[1] == [("rule.full_at", Code.VALUE_OUTSIDE)]


def test_the_reason_shows_the_division_and_what_was_held() -> None:
    assert reason(SHARE, "a=5 b=24") == ("a / b: 5/24 = 20,8333…%; 3 điểm theo tỷ lệ → 0,625 điểm")
    assert reason(SHARE, "a=11 b=10") == "a / b: 11/10 = 110%; vượt mức, tính 3 điểm"
    assert "(đạt 80% là đủ điểm)" in reason(FULL_AT_80, "a=1 b=10")


def test_the_best_is_the_maximum_and_both_figures_are_looked_at() -> None:
    assert rule_of(SHARE).best(Fraction(3)) == 3
    assert rule_of(SHARE).figures() == ("a", "b")

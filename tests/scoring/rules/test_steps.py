"""Steps above or below a mark, whole or pro rata, held between two ends."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of

ABOVE = "{type: steps, figure: a, from: 92, points: 0.1, most: 0.5}"
PRO_RATA = "{type: steps, figure: a, from: 92, points: 0.1, most: 0.5, whole_steps: false}"
FROM_BASE = "{type: steps, figure: a, base: 2, from: 10, step: 5, points: -0.5}"
BELOW = "{type: steps, figure: a, from: 10, points: 0.5, direction: below}"
LEAST = "{type: steps, figure: a, base: 2, points: -1, least: 0.5}"
SHARE = "{type: steps, percent: {part: a, whole: b}, from: 90, step: 2, points: 1}"

ROWS = [
    (ABOVE, "a=94.7", "0.5", Fraction(1, 5), "two whole steps"),
    (ABOVE, "a=94.999", "0.5", Fraction(1, 5), "a hair under the third"),
    (ABOVE, "a=95", "0.5", Fraction(3, 10), "exactly the third"),
    (ABOVE, "a=92", "0.5", Fraction(0), "at the mark"),
    (ABOVE, "a=91", "0.5", Fraction(0), "never negative"),
    (ABOVE, "a=99", "0.5", Fraction(1, 2), "7 × 0.1 = 0.7, held to 0.5"),
    (PRO_RATA, "a=94.7", "0.5", Fraction(27, 100), "2.7 × 0.1"),
    (PRO_RATA, "a=91.5", "0.5", Fraction(0), "pro rata is never negative either"),
    # 21 − 10 = 11 = 2 whole steps of 5; 2 − 2 × 0.5 = 1
    (FROM_BASE, "a=21", "2", Fraction(1), "taken from a base"),
    (FROM_BASE, "a=10", "2", Fraction(2), "nothing taken"),
    (FROM_BASE, "a=100", "2", Fraction(0), "2 − 18 × 0.5 = −7, held at least 0"),
    (FROM_BASE, "a=0", "2", Fraction(2), "below the mark nothing is taken"),
    (LEAST, "a=9", "2", Fraction(1, 2), "held at least"),
    (BELOW, "a=7.5", "2", Fraction(1), "two whole steps below"),
    (BELOW, "a=12", "2", Fraction(0), "above the mark when counting below"),
    (BELOW, "a=-1000000000000000000000000000000", "2", Fraction(2), "a huge distance"),
    (SHARE, "a=949 b=1000", "3", Fraction(2), "94,9 % is two steps of 2 above 90 %"),
    (SHARE, "a=1 b=0", "3", Absent.NOT_ARISEN, "of nothing, nothing arose"),
    (ABOVE, "a=KAD", "0.5", Absent.NOT_APPLICABLE, "not applicable"),
    (ABOVE, "", "0.5", Absent.NOT_REPORTED, "not reported"),
]


@pytest.mark.parametrize(
    ("rule", "figures", "most", "expected"), [r[:4] for r in ROWS], ids=[r[4] for r in ROWS]
)
def test_points(rule: str, figures: str, most: str, expected: Fraction | Absent) -> None:
    assert points(rule, figures, most) == expected


@pytest.mark.parametrize("step", ["0", "-1"])
def test_a_step_must_be_above_0(step: str) -> None:
    text = f"{{type: steps, figure: a, points: 1, step: {step}}}"
    assert read_rule(text)[1] == [("rule.step", Code.VALUE_OUTSIDE)]


def test_mistakes_are_found_at_their_key() -> None:
    _, found = read_rule("{type: steps, figure: a, direction: aside}")
    assert found == [("rule.points", Code.KEY_MISSING), ("rule.direction", Code.NOT_ONE_OF)]


BEST = [
    (ABOVE, Fraction(1, 2), "the most written"),
    (BELOW, Fraction(3), "the leaf's maximum"),
    (FROM_BASE, Fraction(2), "with points taken, the base"),
    ("{type: steps, figure: a, base: 9, points: -1}", Fraction(3), "a base above the maximum"),
]


@pytest.mark.parametrize(("rule", "best"), [r[:2] for r in BEST], ids=[r[2] for r in BEST])
def test_the_best_it_can_give(rule: str, best: Fraction) -> None:
    assert rule_of(rule).best(Fraction(3)) == best


def test_the_reason_shows_the_steps_and_what_held_them() -> None:
    assert reason(ABOVE, "a=94.7", "0.5") == (
        "a: 94,7; 2 bước trên mốc 92 (mỗi bước 1): 2 × 0,1 → 0,2 điểm"
    )
    assert reason(ABOVE, "a=99").endswith("7 × 0,1 = 0,7; tối đa → 0,5 điểm")
    assert reason(FROM_BASE, "a=100", "2").endswith("2 + 18 × -0,5 = -7; tối thiểu → 0 điểm")
    assert "bước dưới mốc 10" in reason(BELOW, "a=7.5")

"""Points off for each occurrence: taken from a leaf's maximum, or the penalty itself."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of

FIFTH = "{type: deduction, figure: a, points: 0.2}"
MOST = "{type: deduction, figure: a, points: 0.2, most: 1.5}"
SEVERITY = "{type: deduction, each: [{figure: a, points: 1}, {figure: b, points: 2}], most: 3}"

ROWS = [
    # rule, figures, of a leaf with max 2, as a penalty of max 2, why
    (FIFTH, "a=3", "7/5", "3/5", "three at 0.2: 0.6 off"),
    (FIFTH, "a=0", "2", "0", "none"),
    (FIFTH, "a=KPS", "2", "0", "nothing arose is none"),
    (FIFTH, "a=10", "0", "2", "exactly everything"),
    (FIFTH, "a=99", "0", "2", "no more than the maximum"),
    (MOST, "a=9", "1/2", "3/2", "1.8 held to 1.5"),
    (SEVERITY, "a=1 b=KPS", "1", "1", "one of the lighter, none of the heavier"),
    (SEVERITY, "a=1 b=1", "0", "3", "1 + 2 = 3: a leaf has no less than 0"),
]


@pytest.mark.parametrize(
    ("rule", "figures", "left", "taken"), [r[:4] for r in ROWS], ids=[r[4] for r in ROWS]
)
def test_points(rule: str, figures: str, left: str, taken: str) -> None:
    assert points(rule, figures, "2") == Fraction(left)
    assert points(rule, figures, "2", penalty=True) == Fraction(taken)


ABSENT = [
    ("a=1", Absent.NOT_REPORTED, "one of two not reported"),
    ("a=1 b=KAD", Absent.NOT_APPLICABLE, "one of two not applicable"),
    ("a=KPS b=KAD", Absent.NOT_APPLICABLE, "KPS is none, so the other decides"),
    ("a=KAD b=", Absent.NOT_REPORTED, "not reported weighs most"),
]


@pytest.mark.parametrize(
    ("figures", "absent"), [row[:2] for row in ABSENT], ids=[row[2] for row in ABSENT]
)
def test_what_is_missing_among_several(figures: str, absent: Absent) -> None:
    assert points(SEVERITY, figures) is absent


MISTAKES = [
    (
        "{type: deduction, each: []}",
        "rule.each",
        Code.KEY_MISSING,
        "no figure: full points for all",
    ),
    ("{type: deduction, points: 1}", "rule.figure", Code.KEY_MISSING, "no figure"),
    ("{type: deduction, figure: a}", "rule.points", Code.KEY_MISSING, "no points"),
    (
        "{type: deduction, figure: a, each: [{figure: b, points: 1}]}",
        "rule.figure",
        Code.KEY_UNKNOWN,
        "one or several, not both",
    ),
    (
        "{type: deduction, each: [{figure: b, points: 1, most: 1}]}",
        "rule.each[0].most",
        Code.KEY_UNKNOWN,
        "an unknown key within",
    ),
]


@pytest.mark.parametrize(
    ("rule", "path", "code"), [r[:3] for r in MISTAKES], ids=[r[3] for r in MISTAKES]
)
def test_mistakes(rule: str, path: str, code: Code) -> None:
    assert read_rule(rule)[1] == [(path, code)]


def test_the_reason_shows_what_is_taken_and_what_is_left() -> None:
    assert reason(FIFTH, "a=3", "2") == "a: 3 × 0,2 → trừ 0,6 điểm; còn 1,4 điểm"
    assert reason(MOST, "a=9", "2", penalty=True) == "a: 9 × 0,2 = 1,8, tối đa → trừ 1,5 điểm"


def test_the_best_is_the_maximum_and_every_figure_is_looked_at() -> None:
    assert rule_of(SEVERITY).best(Fraction(3)) == 3
    assert rule_of(SEVERITY).figures() == ("a", "b")

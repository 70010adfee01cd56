"""So many of the listed items done; what does not arise or apply leaves the list."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of

SHARE = "{type: checklist, items: [a, b, c]}"
EACH = "{type: checklist, items: [a, b, c], points_each: 0.75}"
MANY = "{type: checklist, items: [a, b, c], points_each: 2}"
REQUIRED = "{type: checklist, items: [a, b, c], required: 2}"

OWN = (
    "{type: checklist, "
    "items: [{figure: a, points: 1}, {figure: b, points: 0.5}, {figure: c, points: 0.5}]"
)
MADE_UP = OWN + ", make_up: true}"

ROWS = [
    (OWN + "}", "a=1 b=KPS c=0", Fraction(1), "own points, nothing made up"),
    (MADE_UP, "a=1 b=KPS c=0", Fraction(4, 3), "1 of 1.5 asked, of 2 in all"),
    (MADE_UP, "a=0 b=KPS c=KAD", Fraction(0), "the one asked is not done"),
    (MADE_UP, "a=1 b=1 c=1", Fraction(2), "nothing to make up"),
    (MADE_UP, "a=KPS b=KPS c=KPS", Absent.NOT_ARISEN, "nothing to make up from"),
    (MADE_UP.replace("0.5", "0"), "a=KPS b=1 c=1", Absent.NOT_ARISEN, "what is asked is worth 0"),
    (SHARE, "a=1 b=1 c=0", Fraction(4, 3), "two thirds of 2"),
    (SHARE, "a=0 b=0 c=0", Fraction(0), "none"),
    (SHARE, "a=1 b=1 c=1", Fraction(2), "all"),
    (SHARE, "a=1 b=0 c=KPS", Fraction(1), "one of two: the third leaves the list"),
    (SHARE, "a=1 b=KAD c=KPS", Fraction(2), "one of one"),
    (SHARE, "a=KPS b=KPS c=KPS", Absent.NOT_ARISEN, "nothing arose in all"),
    (SHARE, "a=KAD b=KAD c=KAD", Absent.NOT_APPLICABLE, "nothing applies"),
    (SHARE, "a=KAD b=KPS c=KAD", Absent.NOT_ARISEN, "a mixture: nothing arose"),
    (SHARE, "a=1 b=1", Absent.NOT_REPORTED, "one not reported"),
    (SHARE, "a=KPS b=KAD c=", Absent.NOT_REPORTED, "one not reported among absences"),
    (SHARE, "a=1 b=1 c=2", Absent.NOT_REPORTED, "neither yes nor no"),
    (EACH, "a=1 b=1 c=0", Fraction(3, 2), "two at 0.75"),
    (EACH, "a=1 b=1 c=1", Fraction(2), "2.25 held to the maximum"),
    (EACH, "a=1 b=KPS c=KPS", Fraction(3, 4), "points each do not depend on the list"),
    (MANY, "a=1 b=1 c=0", Fraction(2), "4 held to the maximum"),
    (REQUIRED, "a=1 b=1 c=0", Fraction(2), "as many as required"),
    (REQUIRED, "a=1 b=0 c=0", Fraction(0), "one short: nothing"),
    (REQUIRED, "a=1 b=KPS c=KAD", Fraction(2), "no more required than are left"),
    (REQUIRED, "a=0 b=KPS c=KAD", Fraction(0), "the one left is not done"),
]


@pytest.mark.parametrize(
    ("rule", "figures", "expected"), [row[:3] for row in ROWS], ids=[row[3] for row in ROWS]
)
def test_points(rule: str, figures: str, expected: Fraction | Absent) -> None:
    assert points(rule, figures, "2") == expected


MISTAKES = [
    ("items: []", "rule.items", Code.KEY_MISSING, "an empty list"),
    ("points_each: 1", "rule.items", Code.KEY_MISSING, "no list"),
    ("items: a", "rule.items", Code.WRONG_TYPE, "not a list"),
    ("items: [a, 0.5]", "rule.items[1]", Code.WRONG_TYPE, "an item is a key"),
    ("items: [a, b], required: 3", "rule.required", Code.VALUE_OUTSIDE, "more than there are"),
    ("items: [a, b], required: 0", "rule.required", Code.VALUE_OUTSIDE, "none required"),
    ("items: [a, b], required: 1.5", "rule.required", Code.WRONG_TYPE, "half an item"),
]


@pytest.mark.parametrize(
    ("keys", "path", "code"), [r[:3] for r in MISTAKES], ids=[r[3] for r in MISTAKES]
)
def test_mistakes(keys: str, path: str, code: Code) -> None:
    assert (path, code) in read_rule(f"{{type: checklist, {keys}}}")[1]


BEST = [(SHARE, Fraction(3)), (EACH, Fraction(9, 4)), (MANY, Fraction(3)), (REQUIRED, Fraction(3))]


@pytest.mark.parametrize(("rule", "best"), BEST)
def test_the_best_it_can_give(rule: str, best: Fraction) -> None:
    assert rule_of(rule).best(Fraction(3)) == best


def test_the_reason_shows_the_count() -> None:
    assert reason(SHARE, "a=1 b=0 c=KPS", "2") == (
        "Đạt 1/2 nội dung (1 nội dung không phát sinh hoặc không áp dụng, không tính) → 1 điểm"
    )
    assert reason(EACH, "a=1 b=0 c=0") == "Đạt 1/3 nội dung; mỗi nội dung 0,75 → 0,75 điểm"
    assert reason(REQUIRED, "a=1 b=0 c=0") == "Đạt 1/3 nội dung; yêu cầu ít nhất 2 → 0 điểm"
    assert reason(SHARE, "a=KPS b=KPS c=KPS") == "Tất cả nội dung đều không phát sinh"


@pytest.mark.parametrize(
    ("rule", "place", "code"),
    [
        (EACH.replace("}", ", make_up: true}"), "rule.make_up", Code.KEY_UNKNOWN),
        (SHARE.replace("}", ", make_up: true}"), "rule.make_up", Code.KEY_UNKNOWN),
        (MADE_UP.replace("points: 1}", "points: -1}"), "rule.items", Code.VALUE_OUTSIDE),
    ],
)
def test_only_own_points_that_add_are_made_up(rule: str, place: str, code: Code) -> None:
    assert (place, code) in read_rule(rule)[1]


def test_what_is_made_up_is_said() -> None:
    assert reason(MADE_UP, "a=1 b=KPS c=0", "2").endswith(
        "cộng điểm từng nội dung, quy đổi theo tổng điểm các nội dung được tính → 1,3333… điểm"
    )
    assert rule_of(MADE_UP).words(None, {}).endswith("quy đổi theo phần còn lại")

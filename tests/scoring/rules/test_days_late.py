"""Days late and missed quarters, as the system observed them."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of

PLAIN = "{type: days_late, form: f, per_day: 0.25}"
GRACE = "{type: days_late, form: f, per_day: 0.25, grace: 1}"
MISSED = "{type: days_late, form: f, per_day: 0.25, most: 1, per_missed: 0.5}"
KEPT = "{type: days_late, form: f, per_day: 0.25, not_submitted: 0.5}"

ROWS = [
    # rule, figures of form f, left of a leaf with max 2, taken by a penalty of max 2, why
    (PLAIN, "late=0", "2", "0", "in time"),
    (PLAIN, "late=-4", "2", "0", "early is not late"),
    (PLAIN, "late=3", "5/4", "3/4", "three days at 0.25"),
    (PLAIN, "late=20", "0", "2", "5 held to the maximum"),
    (PLAIN, "late=KPS", "2", "0", "nothing arose is none"),
    (PLAIN, "late=", "0", "2", "nothing came at all"),
    (PLAIN, "", "0", "2", "nothing is known"),
    (PLAIN, "late=0 missed=1", "0", "2", "one missed quarter without per_missed"),
    (PLAIN, "late=0 missed=KPS", "2", "0", "no missed quarter"),
    (PLAIN, "late=0 missed=-1", "2", "0", "never fewer than none"),
    (GRACE, "late=1", "2", "0", "within the grace"),
    (GRACE, "late=3", "3/2", "1/2", "two days beyond the grace"),
    (MISSED, "late=3 missed=1", "3/4", "5/4", "0.75 for days and 0.5 for the quarter"),
    (MISSED, "late=9 missed=1", "1/2", "3/2", "the days held to 1, the quarter beside it"),
    (MISSED, "late=9 missed=4", "0", "3", "never below 0; the penalty's limits come later"),
    (MISSED, "late= missed=2", "0", "2", "nothing came at all, with per_missed too"),
    (KEPT, "late=", "1/2", "3/2", "what is kept though nothing came"),
    (KEPT, "late=0 missed=2", "1/2", "3/2", "what is kept though one was missed"),
    (KEPT, "late=20", "0", "2", "late is not the same as missing"),
]


@pytest.mark.parametrize(
    ("rule", "figures", "left", "taken"), [r[:4] for r in ROWS], ids=[r[4] for r in ROWS]
)
def test_points(rule: str, figures: str, left: str, taken: str) -> None:
    assert points(rule, observed(figures), "2") == Fraction(left)
    assert points(rule, observed(figures), "2", penalty=True) == Fraction(taken)


def test_a_form_that_does_not_apply_makes_the_leaf_so() -> None:
    assert points(PLAIN, observed("late=KAD")) is Absent.NOT_APPLICABLE
    assert points(PLAIN, observed("late=KAD missed=1")) is Absent.NOT_APPLICABLE


def test_the_reason_says_what_was_observed() -> None:
    assert reason(GRACE, observed("late=3"), "2") == (
        "Nộp biểu f trễ tổng cộng 3 ngày (không tính 1 ngày đầu); "
        "mỗi ngày trừ 0,25, tối đa 2 → trừ 0,5 điểm; còn 1,5 điểm"
    )
    assert reason(MISSED, observed("late=3 missed=1"), "2", penalty=True) == (
        "Nộp biểu f trễ tổng cộng 3 ngày, chưa nộp 1 kỳ; "
        "mỗi ngày trừ 0,25, tối đa 1; mỗi kỳ chưa nộp trừ 0,5 → trừ 1,25 điểm"
    )
    assert reason(PLAIN, observed("late=0 missed=1")) == "Chưa nộp 1 kỳ biểu f → 0 điểm"
    assert reason(PLAIN, observed("late=")) == "Chưa nộp biểu f → 0 điểm"


def test_form_and_points_per_day_are_required() -> None:
    _, found = read_rule("{type: days_late}")
    assert found == [("rule.form", Code.KEY_MISSING), ("rule.per_day", Code.KEY_MISSING)]


def test_the_best_is_the_maximum_and_the_figures_are_observed() -> None:
    assert rule_of(PLAIN).best(Fraction(2)) == 2
    assert rule_of(PLAIN).figures() == ("@days_late.f", "@missed.f")


def observed(written: str) -> str:
    return written.replace("late=", "@days_late.f=").replace("missed=", "@missed.f=")

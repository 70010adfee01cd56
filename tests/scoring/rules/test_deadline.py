"""Early, late and missing returns, as the system observed them."""

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from scoring.rules.outcome import Setting
from tests.scoring.builders import figures, points, read_rule, reason, rule_of

LOSSES = "{type: deadline, form: f, per_late: 1, per_day: 0.25, per_missed: 0.5}"
WORKING = "{type: deadline, form: f, days: working, per_early: 0.1, early_by: 3, per_day: 0.5}"

ROWS = [
    (LOSSES, "", 5, "nothing observed, nothing lost"),
    (LOSSES, "@late.f=1 @days_late.f=4 @missed.f=2", 2, "5 − 1 − 1 − 1"),
    (LOSSES, "@late.f=KPS @missed.f=", 5, "KPS and empty count as 0"),
    (LOSSES, "@late.f=KAD", 5, "only what was missed says that it does not apply"),
    (LOSSES, "@missed.f=KAD @late.f=1", Absent.NOT_APPLICABLE, "the form is not owed"),
    (LOSSES, "@late.f=9", -4, "the leaf's limits are looked at later"),
    (WORKING, "@working_early.f.3=4 @early.f.3=9", "0.4", "working days; nothing to begin with"),
    (WORKING, "@working_days_late.f=1 @days_late.f=3", "-0.5", "late in working days"),
    ("{type: deadline, form: f, base: 2, per_early: 0.5}", "@early.f.1=1", "2.5", "from a base"),
]


@pytest.mark.parametrize(
    ("rule", "written", "expected"), [r[:3] for r in ROWS], ids=[r[3] for r in ROWS]
)
def test_deadline(rule: str, written: str, expected: object) -> None:
    found = points(rule, written, "5")
    assert found == expected or str(float(found)) == expected


def test_a_penalty_is_what_is_lost_less_what_is_gained() -> None:
    rule = "{type: deadline, form: f, per_late: 1, per_early: 0.5}"
    assert points(rule, "@late.f=2 @early.f.1=1", penalty=True) == 1.5
    assert points(rule, "@early.f.1=1", penalty=True) == 0


def test_a_bonus_begins_at_nothing() -> None:
    rule = rule_of("{type: deadline, form: f, per_early: 0.5}")
    assert rule.apply(figures("@early.f.1=3"), Setting(None, bonus=True)).exact == 1.5


def test_the_reason_can_be_reckoned_again() -> None:
    assert reason(LOSSES, "@late.f=1 @days_late.f=4", "5") == (
        "Thời hạn nộp biểu f: bắt đầu từ 5 điểm; trễ hạn: trừ 1 × 1; số ngày trễ: trừ 4 × 0,25; "
        "không nộp: trừ 0 × 0,5 → 3 điểm"
    )
    assert reason(LOSSES, "@late.f=1", penalty=True).endswith("→ trừ 1 điểm")


def test_a_deadline_in_words() -> None:
    assert rule_of(WORKING).words(None, {"f": "báo cáo"}) == (
        "Thời hạn nộp báo cáo: mỗi lần sớm từ 3 ngày làm việc cộng 0,1 điểm; "
        "mỗi ngày làm việc trễ trừ 0,5 điểm"
    )
    assert rule_of(LOSSES).figures() == ("@late.f", "@days_late.f", "@missed.f")


BESTS = [
    (LOSSES, 5, "the maximum, when nothing is lost"),
    (WORKING, 5, "early returns reach any maximum"),
    ("{type: deadline, form: f, base: 2, per_late: 1}", 2, "no more than its base"),
]


@pytest.mark.parametrize(("rule", "best"), [r[:2] for r in BESTS], ids=[r[2] for r in BESTS])
def test_the_best_it_can_give(rule: str, best: int) -> None:
    assert rule_of(rule).best(5) == best


def test_points_may_not_be_negative() -> None:
    _, found = read_rule("{type: deadline, form: f, per_late: -1}")
    assert found == [("rule.per_late", Code.VALUE_OUTSIDE)]

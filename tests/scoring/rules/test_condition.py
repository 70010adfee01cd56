"""Conditions, formulas, and rules chosen by a condition."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of
from tests.worked_examples import NAMED

HELD = "{type: expression, formula: a, least: 1, most: 2}"
WITH_POINTS = "{type: cases, cases: [{when: a > 1, points: 2}, {when: a > 0, points: 1}]}"

ROWS = [
    ("{type: condition, when: a > 1, points: 2, otherwise: 1}", "a=1", 1, "otherwise"),
    ("{type: condition, when: a > 1}", "a=2", 3, "the maximum"),
    ("{type: condition, when: a > 1}", "a=KAD", Absent.NOT_APPLICABLE, "cannot be told"),
    (HELD, "a=0", 1, "held to its least"),
    (HELD, "a=9", 2, "held to its most"),
    (HELD, "a=1.5", Fraction(3, 2), "between them as it is"),
    ("{type: expression, formula: a}", "a=9", 3, "held to the maximum"),
    ("{type: expression, formula: 0 - a}", "a=9", 0, "never below 0 unless it says so"),
    (WITH_POINTS, "a=2", 2, "the first case that holds"),
    (WITH_POINTS, "a=1", 1, "then the next"),
    (WITH_POINTS, "a=0", 0, "otherwise nothing"),
    (WITH_POINTS, "a=KPS", Absent.NOT_ARISEN, "a case that cannot be told"),
    (NAMED["GATE"], "ke_hoach=1 tai_lieu=1 dat=1", Absent.NOT_REPORTED, "the inner rule has none"),
    (NAMED["WITHOUT_DDCI"], "ddci=KPS", Absent.NOT_ARISEN, "nor the one that is left"),
]


@pytest.mark.parametrize(
    ("rule", "written", "expected"), [r[:3] for r in ROWS], ids=[r[3] for r in ROWS]
)
def test_points(rule: str, written: str, expected: object) -> None:
    assert points(rule, written) == expected


REASONS = [
    ("{type: condition, when: a > b}", "a=2 b=1", "Đúng: [a] > [b] (a: 2; b: 1) → 3 điểm"),
    (
        "{type: condition, when: kps(a)}",
        "a=",
        "Không đúng: [a] không phát sinh (a: chưa có số liệu) → 0 điểm",
    ),
    ("{type: expression, formula: a * 2}", "a=1", "[a] × 2 = 2 (a: 1) → 2 điểm"),
    (HELD, "a=9", "[a] = 9 (a: 9); tối đa → 2 điểm"),
    (HELD, "a=0", "[a] = 0 (a: 0); tối thiểu → 1 điểm"),
    ("{type: expression, formula: 1 + 1}", "", "1 + 1 = 2 → 2 điểm"),
    (WITH_POINTS, "a=2", "[a] > 1 (a: 2): 2 điểm"),
    (WITH_POINTS, "a=0", "Không thuộc trường hợp nào nêu trên; 0 điểm"),
]


@pytest.mark.parametrize(("rule", "written", "said"), REASONS)
def test_the_reason(rule: str, written: str, said: str) -> None:
    assert reason(rule, written) == said


IN_WORDS = [
    ("{type: condition, when: a > 1}", "Khi [A] > 1: 3 điểm; nếu không: 0 điểm"),
    (HELD, "Điểm = [A], tối đa 2 điểm, tối thiểu 1 điểm"),
    (WITH_POINTS, "Khi [A] > 1: 2 điểm. Khi [A] > 0: 1 điểm. Còn lại: 0 điểm"),
]


@pytest.mark.parametrize(("rule", "said"), IN_WORDS)
def test_in_words(rule: str, said: str) -> None:
    assert rule_of(rule).words(Fraction(3), {"a": "A"}) == said


BESTS = [
    ("{type: condition, when: a > 1}", 3),
    ("{type: condition, when: a > 1, points: 1, otherwise: 2}", 2),
    (HELD, 2),
    ("{type: expression, formula: a}", None),
    (WITH_POINTS, 2),
    ("{type: cases, cases: [{when: a > 1, rule: {type: expression, formula: a}}]}", None),
]


@pytest.mark.parametrize(("rule", "best"), BESTS)
def test_the_best_it_can_give(rule: str, best: int | None) -> None:
    assert rule_of(rule).best(Fraction(3)) == best


def test_all_figures_are_named_once() -> None:
    assert rule_of(NAMED["GATE"]).figures() == ("ke_hoach", "tai_lieu", "dat", "hoi")


WRONG = [
    ("condition, when: a", "rule.when", Code.FORMULA_UNREADABLE, "a number is no condition"),
    ("condition", "rule.when", Code.KEY_MISSING, "no condition"),
    ("expression, formula: a > 1", "rule.formula", Code.FORMULA_UNREADABLE, "the other way"),
    ("expression, formula: total", "rule.formula", Code.FORMULA_UNREADABLE, "no card here"),
    ("expression, formula: a, least: 2, most: 1", "rule.least", Code.VALUE_OUTSIDE, "upside down"),
    ("cases", "rule.cases", Code.KEY_MISSING, "no cases"),
    ("cases, cases: [{when: a > 1}]", "rule.cases[0].rule", Code.KEY_MISSING, "no rule"),
    (
        "cases, cases: [{when: a > 1, points: 1, rule: {type: assessed}}]",
        "rule.cases[0].rule",
        Code.KEY_UNKNOWN,
        "points and a rule",
    ),
    (
        "cases, cases: [{when: a > 1, rule: {type: veto, figure: a}}]",
        "rule.cases[0].rule.type",
        Code.UNKNOWN_RULE,
        "a veto gives no points",
    ),
    (
        "cases, cases: [{when: a > 1, points: 1}], otherwise: {type: yes_no, figur: a}",
        "rule.otherwise.figur",
        Code.KEY_UNKNOWN,
        "a slip of the pen inside",
    ),
]


@pytest.mark.parametrize(
    ("body", "path", "code"), [r[:3] for r in WRONG], ids=[r[3] for r in WRONG]
)
def test_a_mistake(body: str, path: str, code: Code) -> None:
    assert (path, code) in read_rule(f"{{type: {body}}}")[1]

"""Several rules for one criterion."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of


def combined(how: str) -> str:
    rules = "[{type: yes_no, figure: a, points: 1}, {type: yes_no, figure: b, points: 2}]"
    return f"{{type: combine, how: {how}, rules: {rules}}}"


ROWS = [
    ("sum", "a=1 b=1", 3, "both"),
    ("sum", "a=1 b=KPS", 1, "what did not arise is left out"),
    ("sum", "a=1", Absent.NOT_REPORTED, "what was not reported is not"),
    ("sum", "a=KPS b=KAD", Absent.NOT_APPLICABLE, "all absent: the weightiest"),
    ("highest", "a=1 b=0", 1, "the higher"),
    ("lowest", "a=1 b=1", 1, "the lower"),
    ("lowest", "a=1 b=KAD", 1, "of what there is"),
    ("first", "a=0 b=1", 0, "0 points are an answer"),
    ("first", "a= b=1", 2, "not reported is none"),
    ("first", "a=KPS b=", Absent.NOT_REPORTED, "none has an answer"),
]


@pytest.mark.parametrize(
    ("how", "written", "expected"), [r[:3] for r in ROWS], ids=[r[3] for r in ROWS]
)
def test_combine(how: str, written: str, expected: object) -> None:
    assert points(combined(how), written) == expected


def test_the_reason_quotes_every_part() -> None:
    assert reason(combined("sum"), "a=1 b=KPS") == (
        "Cộng các phần: (1) a: Có → 1 điểm; (2) b: không phát sinh → 1 điểm"
    )
    assert reason(combined("first"), "a= b=1") == "b: Có → 2 điểm"


def test_in_words() -> None:
    assert rule_of(combined("highest")).words(None, {"a": "A"}) == (
        "Lấy mức cao nhất: (1) A: Có → 1 điểm; Không → 0 điểm; (2) b: Có → 2 điểm; Không → 0 điểm"
    )


@pytest.mark.parametrize(("how", "best"), [("sum", 3), ("highest", 2), ("lowest", 1), ("first", 2)])
def test_the_best_it_can_give(how: str, best: int) -> None:
    assert rule_of(combined(how)).best(Fraction(9)) == best


def test_a_part_without_points_of_its_own_gives_the_maximum() -> None:
    rule = (
        "{type: combine, how: sum, rules: [{type: yes_no, figure: a}, {type: yes_no, figure: b}]}"
    )
    assert rule_of(rule).best(Fraction(3)) == 6
    assert rule_of(rule).needs_max(penalty=False)


WRONG = [
    ("rules: [{type: yes_no, figure: a}]", "rule.how", Code.KEY_MISSING, "how"),
    ("how: mean, rules: [{type: yes_no, figure: a}]", "rule.how", Code.NOT_ONE_OF, "no such way"),
    ("how: sum", "rule.rules", Code.KEY_MISSING, "nothing to combine"),
    ("how: sum, rules: [{figure: a}]", "rule.rules[0].type", Code.KEY_MISSING, "no type"),
]


@pytest.mark.parametrize(
    ("body", "path", "code"), [r[:3] for r in WRONG], ids=[r[3] for r in WRONG]
)
def test_a_mistake(body: str, path: str, code: Code) -> None:
    assert (path, code) in read_rule(f"{{type: combine, {body}}}")[1]

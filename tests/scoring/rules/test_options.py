"""Options: the figure is the number of the grade."""

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of

RULE = "{type: options, figure: a, points: [3, 2.5, 1]}"

ROWS = [
    ("a=1", 3, "the first grade"),
    ("a=3", 1, "the last"),
    ("a=0", Absent.NOT_REPORTED, "there is no grade 0"),
    ("a=4", Absent.NOT_REPORTED, "nor one too many"),
    ("a=1.5", Absent.NOT_REPORTED, "nor half a one"),
    ("a=-1", Absent.NOT_REPORTED, "counting from the end is no grade"),
    ("a=KPS", Absent.NOT_ARISEN, "nothing arose"),
]


@pytest.mark.parametrize(("written", "expected"), [r[:2] for r in ROWS], ids=[r[2] for r in ROWS])
def test_options(written: str, expected: object) -> None:
    assert points(RULE, written) == expected


def test_the_reason_names_the_grade() -> None:
    assert reason(RULE, "a=2") == "a: mức 2 → 2,5 điểm"
    assert reason(RULE, "a=4") == "a: “4” không thuộc các mức 1 đến 3"


def test_options_in_words() -> None:
    said = rule_of(RULE).words(None, {"a": "Mức độ"})
    assert said == "Mức độ: mức 1: 3 điểm; mức 2: 2,5 điểm; mức 3: 1 điểm"
    assert rule_of(RULE).best(None) == 3


WRONG = [
    ("figure: a", "rule.points", Code.KEY_MISSING, "no grades"),
    ("figure: a, points: [1, x]", "rule.points[1]", Code.WRONG_TYPE, "a grade without points"),
    ("figure: a, points: 3", "rule.points", Code.WRONG_TYPE, "not a list"),
    ("points: [1]", "rule.figure", Code.KEY_MISSING, "no figure"),
]


@pytest.mark.parametrize(
    ("body", "path", "code"), [r[:3] for r in WRONG], ids=[r[3] for r in WRONG]
)
def test_a_mistake(body: str, path: str, code: Code) -> None:
    assert (path, code) in read_rule(f"{{type: options, {body}}}")[1]

"""Yes or no, and nothing in between."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of

PLAIN = "{type: yes_no, figure: a}"
WRITTEN = "{type: yes_no, figure: a, points: 2.5, otherwise: 0.5}"
TURNED = "{type: yes_no, figure: a, points: 0, otherwise: 3}"

ROWS = [
    (PLAIN, "a=1", Fraction(3), "yes gives the maximum"),
    (PLAIN, "a=1.0", Fraction(3), "1,0 is 1"),
    (PLAIN, "a=0", Fraction(0), "no gives nothing"),
    (PLAIN, "a=2", Absent.NOT_REPORTED, "another figure is as if not reported"),
    (PLAIN, "a=0.5", Absent.NOT_REPORTED, "half a yes is none"),
    (PLAIN, "a=-1", Absent.NOT_REPORTED, "a negative one is none"),
    (PLAIN, "", Absent.NOT_REPORTED, "no row at all"),
    (PLAIN, "a=", Absent.NOT_REPORTED, "left empty"),
    (PLAIN, "a=KPS", Absent.NOT_ARISEN, "nothing arose"),
    (PLAIN, "a=KAD", Absent.NOT_APPLICABLE, "not applicable"),
    (WRITTEN, "a=1", Fraction(5, 2), "the points written"),
    (WRITTEN, "a=0", Fraction(1, 2), "the points otherwise"),
    (TURNED, "a=1", Fraction(0), "written points of 0 are not the default"),
    (TURNED, "a=0", Fraction(3), "yes may be the worse answer"),
]


@pytest.mark.parametrize(
    ("rule", "figures", "expected"), [row[:3] for row in ROWS], ids=[row[3] for row in ROWS]
)
def test_points(rule: str, figures: str, expected: Fraction | Absent) -> None:
    assert points(rule, figures) == expected


def test_the_best_is_the_better_of_the_two_answers() -> None:
    assert rule_of(PLAIN).best(Fraction(3)) == 3
    assert rule_of(WRITTEN).best(Fraction(3)) == Fraction(5, 2)
    assert rule_of(TURNED).best(Fraction(3)) == 3


def test_the_reason_says_the_answer() -> None:
    assert reason(PLAIN, "a=1") == "a: Có → 3 điểm"
    assert "không phải là Có (1) hoặc Không (0)" in reason(PLAIN, "a=2")


@pytest.mark.parametrize("figure", ["", 'figure: ""', 'figure: "  "'])
def test_a_figure_must_be_named(figure: str) -> None:
    _, found = read_rule(f"{{type: yes_no, {figure}}}")
    assert found == [("rule.figure", Code.KEY_MISSING)]

"""Only a person gives the points."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of


def test_without_a_person_there_is_no_answer() -> None:
    assert points("{type: assessed}", "a=1") is Absent.NOT_REPORTED
    assert reason("{type: assessed}", "") == "Chưa thẩm định"


def test_the_step_and_the_guide_are_kept_for_the_appraiser() -> None:
    rule = rule_of("{type: assessed, step: 0.25, guide: Theo biên bản}")
    assert (rule.step, rule.guide) == (Fraction(1, 4), "Theo biên bản")
    assert (rule.figures(), rule.best(Fraction(5))) == ((), 5)


@pytest.mark.parametrize("step", ["0", "-0.5"])
def test_a_step_must_be_above_0(step: str) -> None:
    assert read_rule(f"{{type: assessed, step: {step}}}")[1] == [("rule.step", Code.VALUE_OUTSIDE)]

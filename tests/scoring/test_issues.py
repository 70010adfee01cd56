"""An issue carries its place, its code and what fills its sentence."""

from decimal import Decimal

import pytest

from scoring.issues import WHOLE_FILE, Code, Severity, has_errors, issue
from scoring.refusals import Refusal, Refused


def test_a_context_key_may_be_called_like_a_parameter() -> None:
    found = issue(WHOLE_FILE, Code.CODE_TWICE, code=1, where=Decimal("0.5"))
    assert found.context == {"code": "1", "where": "0.5"}


def test_a_warning_lets_the_rest_in() -> None:
    warning, error = issue(WHOLE_FILE, Code.SUM_DIFFERS), issue(WHOLE_FILE, Code.NOT_YAML)
    assert (warning.severity, error.severity) == (Severity.WARNING, Severity.ERROR)
    assert [has_errors([]), has_errors([warning]), has_errors((warning, error))] == [
        False,
        False,
        True,
    ]


def test_a_refusal_carries_its_code_and_context() -> None:
    with pytest.raises(Refused) as refused:
        raise Refused(Refusal.POINTS_OUTSIDE, code="1.1", points=Decimal("3.5"))
    assert refused.value.code is Refusal.POINTS_OUTSIDE
    assert refused.value.context == {"code": "1.1", "points": "3.5"}

"""A survey: so many points for each good answer, brought to the size of the sample."""

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from tests.scoring.builders import points, read_rule, reason, rule_of
from tests.worked_examples import NAMED

ROWS = [
    ("SAMPLE", "a=50 b=50", 20, "everybody"),
    ("SAMPLE", "a=49 b=49", Absent.NOT_REPORTED, "one too few"),
    ("SAMPLE_PRO_RATA", "a=49 b=49", 20, "brought up to the sample"),
    ("SAMPLE", "a=51 b=50", 20, "more good answers than people count as all of them"),
    ("SAMPLE", "a=5 b=0", Absent.NOT_ARISEN, "nobody was asked"),
    ("SAMPLE", "a=5 b=KAD", Absent.NOT_APPLICABLE, "does not apply"),
    ("SAMPLE", "a=KAD", Absent.NOT_REPORTED, "not reported weighs more"),
]


@pytest.mark.parametrize(
    ("rule", "written", "expected"), [r[:3] for r in ROWS], ids=[r[3] for r in ROWS]
)
def test_sample(rule: str, written: str, expected: object) -> None:
    assert points(NAMED[rule], written, "20") == expected


REASONS = [
    ("SAMPLE", "a=43 b=50", "a: 43/50; 43 × 0,4 → 17,2 điểm"),
    ("SAMPLE", "a=90 b=100", "a: 90/100; 90 × 0,4 × 50/100 → 18 điểm"),
    ("SAMPLE", "a=60 b=50", "a: 60/50 (tính 50); 50 × 0,4 → 20 điểm"),
    ("SAMPLE", "a=1 b=2", "b: 2, chưa đủ 50 người"),
    ("SAMPLE", "a=0 b=0", "b: 0 (không phát sinh)"),
]


@pytest.mark.parametrize(("rule", "written", "said"), REASONS)
def test_the_reason(rule: str, written: str, said: str) -> None:
    assert reason(NAMED[rule], written, "20") == said


def test_more_than_the_maximum_is_held() -> None:
    assert reason(NAMED["SAMPLE"], "a=50 b=50", "10").endswith("= 20; tối đa → 10 điểm")


def test_a_sample_in_words() -> None:
    assert rule_of(NAMED["SAMPLE"]).words(None, {"a": "Số người hài lòng"}) == (
        "Hỏi 50 người: Số người hài lòng, mỗi người 0,4 điểm; hỏi ít hơn thì chưa chấm; "
        "hỏi nhiều hơn thì quy đổi theo tỷ lệ"
    )


def test_the_size_is_required() -> None:
    _, found = read_rule("{type: sample, good: a, asked: b, points: 1}")
    assert found == [("rule.size", Code.KEY_MISSING)]

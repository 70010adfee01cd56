"""Đạt, không đạt, chờ: a table without points."""

import pytest

from scoring.scorecards import LineStatus, Result, Scorecard
from tests.scoring.builders import card, table_of

TABLE = """\
kind: pass_fail
criteria:
  - code: "1"
    text: Nhóm
    required: REQUIRED
    children:
      - code: "1.1"
        text: t
        not_arisen: full
        not_applicable: exclude
        rule: {type: yes_no, figure: a}
      - {code: "1.2", text: t, not_arisen: zero, rule: {type: yes_no, figure: b}}
      - {code: "1.3", text: t, rule: {type: proportional, part: c, whole: d, full_at: 80}}
  - {code: "2", text: t, periods: [Q4, Y], rule: {type: assessed}}
"""


def judged(written: str, required: str = "all", period: str | None = None, **more) -> Scorecard:
    return card(table_of(TABLE.replace("REQUIRED", required)), written, period, **more)


ALL = "a=1 b=1 c=4 d=5"
ROWS = [
    (f"{ALL} @appraised.2=1", "all", Result.PASSED, "everything is đạt"),
    (f"{ALL} @appraised.2=0", "all", Result.FAILED, "a person said không đạt"),
    (ALL, "all", Result.PENDING, "a person has not said yet"),
    ("a=0 b=1 c=4 d=5", "all", Result.FAILED, "not everything can be reached any more"),
    ("a=1 b=1 c=799 d=1000 @appraised.2=1", "all", Result.FAILED, "a hair under full points"),
    ("a=KPS b=1 c=4 d=5 @appraised.2=1", "all", Result.PASSED, "không phát sinh → Đạt"),
    ("a=1 b=KPS c=4 d=5 @appraised.2=1", "all", Result.FAILED, "zero counts as không đạt"),
    ("a=KAD b=1 c=4 d=5 @appraised.2=1", "all", Result.PASSED, "left out"),
    ("a=1 b=0 c=4 d=5 @appraised.2=1", "2", Result.PASSED, "two of three"),
    ("a=1 b=0 c=3 d=5 @appraised.2=1", "2", Result.FAILED, "one of three"),
    ("a=1 b=0 @appraised.2=1", "2", Result.PENDING, "the second may still come"),
    ("a=0 b=0 @appraised.2=1", "2", Result.FAILED, "it cannot be reached any more"),
    ("a=KAD b=0 c=4 d=5 @appraised.2=1", "2", Result.FAILED, "one left out, one failed"),
]


@pytest.mark.parametrize(
    ("written", "required", "result"), [row[:3] for row in ROWS], ids=[row[3] for row in ROWS]
)
def test_the_result_of_a_unit(written: str, required: str, result: Result) -> None:
    found = judged(written, required)
    assert (found.result, found.total, found.plus, found.max) == (result, None, None, 0)


def test_leaves_and_blocks_have_results_and_no_points() -> None:
    found = judged("a=1 b=0 c=4 d=5", period="2022-Q1")
    assert [(line.code, line.result, line.final) for line in found.lines] == [
        ("1.1", Result.PASSED, None),
        ("1.2", Result.FAILED, None),
        ("1.3", Result.PASSED, None),
        ("2", None, None),
    ]
    [block] = found.blocks
    assert (block.result, block.points) == (Result.FAILED, None)
    assert found.line("1.1").reason == "a: Có → 1 điểm; đạt"
    assert found.line("2").status is LineStatus.NOT_YET


def test_only_who_waits_says_why_there_is_no_result() -> None:
    assert judged(ALL).unranked == "Chưa thẩm định tiêu chí 2"
    assert judged("a=0 b=1 c=4 d=5").unranked is None
    assert judged(f"{ALL} @appraised.2=1").unranked is None


def test_without_a_self_score_there_is_no_result() -> None:
    found = judged(f"{ALL} @appraised.2=1", submitted=False)
    assert (found.result, found.unranked) == (None, "Chưa nộp bảng tự chấm điểm")


def test_what_people_said_is_the_reason() -> None:
    line = judged(f"{ALL} @appraised.2=1 @appraised.1.1=0").line("1.1")
    assert line.reason == "Thẩm định không đạt. Theo quy tắc: a: Có → 1 điểm; đạt"


def test_where_everything_is_left_out_the_unit_waits() -> None:
    leaf = "{code: '1', text: t, not_applicable: exclude, rule: {type: yes_no, figure: a}}"
    body = f"kind: pass_fail\ncriteria: [{{code: B, text: t, children: [{leaf}]}}]"
    found = card(table_of(body), "a=KAD")
    assert (found.result, found.blocks[0].result) == (Result.PENDING, None)
    assert found.unranked == "Không có tiêu chí nào được tính điểm trong kỳ"


def test_figures_that_do_not_agree_leave_the_unit_waiting() -> None:
    checks = '\nchecks: [{code: K, text: a như b, when: "a = b", result: pending}]'
    body = "kind: pass_fail\ncriteria: [{code: '1', text: t, rule: {type: yes_no, figure: a}}]"
    found = card(table_of(body + checks), "a=1 b=0")
    assert (found.result, found.unranked) == (Result.PENDING, "Số liệu chưa khớp: a như b")

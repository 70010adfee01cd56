"""What holds for all rules: when a maximum is needed, and that each says itself in words."""

from fractions import Fraction

import pytest

from scoring.facts import Absent
from scoring.issues import Code
from scoring.rule_types import RULES_BY_WORD
from scoring.rules.nested import Fixed
from tests.scoring.builders import points, read_rule, reason, rule_of

QUANTITY = "formula: a / b"
RULES = [
    # a rule, whether a bonus needs `max`, whether a penalty does
    ("{type: yes_no, figure: a}", True, True),
    ("{type: yes_no, figure: a, points: 1}", False, False),
    ("{type: bands, figure: a, bands: [{points: 1}]}", False, False),
    ("{type: proportional, part: a, whole: b}", True, True),
    ("{type: steps, figure: a, points: 1}", False, False),
    ("{type: count, figure: a, points: 1}", False, False),
    ("{type: deduction, figure: a, points: 1}", True, False),
    ("{type: days_late, form: f, per_day: 1}", True, True),
    ("{type: checklist, items: [a, b]}", True, True),
    ("{type: checklist, items: [a, b], required: 1}", True, True),
    ("{type: checklist, items: [a, b], points_each: 1}", False, False),
    ("{type: checklist, items: [{figure: a, points: 1}]}", False, False),
    ("{type: options, figure: a, points: [1]}", False, False),
    (
        "{type: table, rows: {figure: a, bands: [{}]}, columns: {figure: b, bands: [{}]},"
        " points: [[1]]}",
        False,
        False,
    ),
    ("{type: sample, good: a, asked: b, size: 5, points: 1}", False, False),
    ("{type: versus_mean, figure: a}", True, True),
    ("{type: versus_mean, figure: a, points: 1}", False, False),
    ("{type: versus_leader, figure: a}", True, True),
    ("{type: deadline, form: f, per_early: 1}", False, False),
    ("{type: condition, when: a > 1}", True, True),
    ("{type: condition, when: a > 1, points: 1}", False, False),
    ("{type: expression, formula: a}", False, False),
    ("{type: cases, cases: [{when: a > 1, points: 1}]}", False, False),
    ("{type: cases, cases: [{when: a > 1, rule: {type: yes_no, figure: a}}]}", True, True),
    ("{type: combine, how: sum, rules: [{type: deduction, figure: a, points: 1}]}", True, False),
    ("{type: assessed}", False, False),
]


@pytest.mark.parametrize(("rule", "bonus", "penalty"), RULES)
def test_a_rule_that_shares_out_the_maximum_needs_one(
    rule: str, bonus: bool, penalty: bool
) -> None:
    found = rule_of(rule)
    assert (found.needs_max(penalty=False), found.needs_max(penalty=True)) == (bonus, penalty)


@pytest.mark.parametrize("rule", [row[0] for row in RULES])
def test_a_rule_says_itself_with_and_without_a_maximum(rule: str) -> None:
    found = rule_of(rule)
    labels = {"a": "Số liệu A", "b": "Số liệu B", "f": "báo cáo"}
    for most in (None, Fraction(7)):
        said = found.words(most, labels)
        assert said and "None" not in said and "[a]" not in said


def test_no_rule_is_forgotten_here() -> None:
    assert {rule_of(row[0]).word for row in RULES} == set(RULES_BY_WORD)


def test_points_in_place_of_a_rule_need_no_maximum() -> None:
    assert not Fixed(Fraction(1)).needs_max(penalty=False)


WORDS = [
    (
        "{type: checklist, items: [a, b], required: 1}",
        "Đạt ít nhất 1 trong 2 nội dung (a; b): 7 điểm; ít hơn: 0 điểm",
    ),
    ("{type: checklist, items: [a, b], points_each: 2}", "Mỗi nội dung đạt được 2 điểm, trong 2"),
    ("{type: checklist, items: [{figure: a, points: 1}]}", "Cộng điểm từng nội dung: a: 1 điểm"),
    ("{type: steps, figure: a, base: 2, points: -0.5}", "2 điểm, cứ mỗi 1 trên mốc 0 trừ 0,5"),
    ("{type: steps, percent: {part: a, whole: b}, from: 5, points: 1}", "1% trên mốc 5% cộng 1"),
    (
        "{type: days_late, form: f, per_day: 1, grace: 2}",
        "không tính 2 ngày đầu; có kỳ chưa nộp: 0",
    ),
    ("{type: deadline, form: f, base: 3, per_late: 1}", "biểu f: 3 điểm; mỗi lần trễ hạn trừ 1"),
]


@pytest.mark.parametrize(("rule", "said"), WORDS)
def test_in_words(rule: str, said: str) -> None:
    assert said in rule_of(rule).words(Fraction(7), {})


FORMULAS = [
    ("a=1 b=2", Fraction(1, 2), "reckoned"),
    ("a=1 b=0", Absent.NOT_REPORTED, "chia cho 0"),
    ("a=KPS b=1", Absent.NOT_ARISEN, "nothing arose"),
]


@pytest.mark.parametrize(
    ("written", "expected"), [row[:2] for row in FORMULAS], ids=[row[2] for row in FORMULAS]
)
def test_a_formula_may_stand_where_a_figure_does(written: str, expected: object) -> None:
    rule = f"{{type: steps, {QUANTITY}, points: 1, whole_steps: false}}"
    assert points(rule, written) == expected


def test_the_reason_shows_formula_and_figures() -> None:
    rule = f"{{type: bands, {QUANTITY}, bands: [{{points: 1}}]}}"
    assert reason(rule, "a=1 b=2") == "[a] ÷ [b] = 0,5 (a: 1; b: 2); mức mọi giá trị → 1 điểm"
    assert rule_of(rule).words(None, {}).startswith("Theo [a] ÷ [b]: ")


GRADED = (
    "{type: assessed, step: 0.5, guide: Xem hồ sơ,"
    " grades: [{name: Tốt, points: 5}, {name: Yếu, points: 0}]}"
)


def test_grades_and_steps_say_what_may_be_given() -> None:
    graded, stepped = rule_of(GRADED), rule_of("{type: assessed, step: 0.5}")
    assert [graded.gives(Fraction(given)) for given in (5, 0, 3)] == [True, True, False]
    assert [stepped.gives(Fraction(given, 4)) for given in (2, 3)] == [True, False]
    assert (graded.allowed(), stepped.allowed()) == ("5, 0", "bội số của 0,5")
    assert rule_of("{type: assessed}").allowed() == ""
    assert (graded.best(Fraction(9)), stepped.best(Fraction(9))) == (5, 9)
    assert graded.words(None, {}) == (
        "Cơ quan thẩm định cho điểm theo mức: Tốt: 5 điểm; Yếu: 0 điểm, mỗi bậc 0,5 điểm. Xem hồ sơ"
    )


CONTRADICTIONS = [
    ("{type: checklist, items: [a, a]}", "rule.items", Code.CODE_TWICE),
    (
        "{type: checklist, items: [a, b], points_each: 1, required: 1}",
        "rule.points_each",
        Code.KEY_UNKNOWN,
    ),
    (
        "{type: checklist, items: [{figure: a, points: 1}], required: 1}",
        "rule.required",
        Code.KEY_UNKNOWN,
    ),
    ("{type: steps, figure: a, points: 1, least: 2, most: 1}", "rule.least", Code.VALUE_OUTSIDE),
    (f"{{type: steps, figure: a, {QUANTITY}, points: 1}}", "rule.figure", Code.KEY_UNKNOWN),
]


@pytest.mark.parametrize(("rule", "place", "code"), CONTRADICTIONS)
def test_keys_that_contradict_each_other(rule: str, place: str, code: Code) -> None:
    assert (place, code) in read_rule(rule)[1]

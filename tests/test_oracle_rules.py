"""Examples of docs/criteria.md, sections 4 and 5, that the oracle must reproduce."""

import pytest

from tests import oracle
from tests.oracle.examples import answers, finals
from tests.oracle.formulas import value_of
from tests.oracle.reading import NOT_APPLICABLE, NOT_ARISEN, NOT_REPORTED

FORMULAS = [
    ("1 + 2 * 3", "", 7),
    ("(1 + 2) * 3", "", 9),
    ("10 - 4 - 3", "", 3),
    ("12 / 4 / 3", "", 1),
    ("2 - 1 + 5", "", 6),
    ("a / b * 100", "a=3 b=4", 75),
    ("a / b", "a=3 b=0", NOT_REPORTED),
    ("a + b", "a=KPS b=KAD", NOT_APPLICABLE),
    ("a + b", "a=KPS b=1", NOT_ARISEN),
    ("a + b", "a=KAD b=", NOT_REPORTED),
    ("min(a, 2, 7) + max(1, a)", "a=3", 5),
    ("abs(a - 5)", "a=3", 2),
    ("floor(0 - 0.5)", "", -1),
    ("ceil(0.1)", "", 1),
    ("round(0 - 2.5, 0)", "", -3),
    ("round(1.25, 1) * 10", "", 13),
    ("if(a = 0, 0, 1 / a)", "a=0", 0),
    ("if(b = 0, 0, 1)", "a=0", NOT_REPORTED),
    ("a = 1 or b = 1 and c = 1", "a=1 b=0 c=0", True),
    ("not a = 1 and b = 1", "a=1 b=0", False),
    ("not (a = 1 and b = 1)", "a=1 b=0", True),
    ("a >= 5000 and not (b = 1)", "a=5000 b=0", True),
    ("a = 1 and b = 1", "a=0 b=", False),
    ("a = 1 and b = 1", "a=1 b=", NOT_REPORTED),
    ("a = 1 or b = 1", "a=KPS b=1", True),
    ("a = 1 or b = 1", "a=KPS b=KAD", NOT_APPLICABLE),
    ("not a = 1", "a=KAD", NOT_APPLICABLE),
    ("reported(a) and not number(a) and kps(a)", "a=KPS", True),
    ("reported(a)", "a=", False),
    ("kad(a)", "a=KAD", True),
    ('attr.vung = "mien"', "@attr.vung=mien", True),
    ('attr.vung = ""', "", True),
    ('attr.vung != "mien"', "", True),
    ("@missed.tien-do > 1", "@missed.tien-do=2", True),
    ("@early.f.3 - 1", "@early.f.3=5", 4),
]


@pytest.mark.parametrize(("text", "figures", "value"), FORMULAS, ids=[row[0] for row in FORMULAS])
def test_a_formula(text: str, figures: str, value: object) -> None:
    assert value_of(text, answers(figures)) == value


TABLE = (
    "{type: table, rows: {percent: {part: a, whole: b}, bands: [{from: 90}, {from: 70}, {}]},"
    " columns: {figure: b, bands: [{from: 500}, {from: 100}]},"
    " points: [[2.7, 2], [1.5, 1], [0.5, 0.5]], otherwise: 0}"
)
SAMPLE = "{type: sample, good: a, asked: b, size: 50, points: 0.4}"
GATE = (
    "{type: cases, cases: [{when: 'c = 1 and d = 1',"
    " rule: {type: sample, good: a, asked: b, size: 50, points: 0.4}}], otherwise: 0}"
)
ALTERNATIVE = (
    "{type: cases, cases: [{when: 'not reported(ddci)', rule: {type: proportional, part: a,"
    " whole: b}}], otherwise: {type: bands, figure: ddci, bands: [{from: 80, points: 4}]}}"
)
TWO = (
    "{type: combine, how: HOW, rules: [{type: yes_no, figure: a, points: 1},"
    " {type: yes_no, figure: b, points: 2}]}"
)
SUM, HIGHEST, LOWEST, FIRST = (
    TWO.replace("HOW", word) for word in ("sum", "highest", "lowest", "first")
)
EXPRESSION = "{type: expression, formula: 'max(0, 5 - 0.5 * a / b * 100)'}"
OWN = "{type: checklist, items: [{figure: a, points: 1}, {figure: b, points: 2}]}"
LATE = "{type: deadline, form: f, per_late: 1, per_day: 0.25, per_missed: 0.25}"
RULES = [
    (OWN, 3, "a=0 b=1", "2.00"),
    (OWN, 2.5, "a=1 b=1", "2.50"),
    (OWN, 3, "a=1 b=KPS", "1.00"),
    (OWN, 3, "a=1 b=", None),
    ("{type: options, figure: a, points: [3, 2, 1]}", 3, "a=1", "3.00"),
    ("{type: options, figure: a, points: [3, 2, 1]}", 3, "a=3", "1.00"),
    ("{type: options, figure: a, points: [3, 2, 1]}", 3, "a=4", None),
    (TABLE, 2.7, "a=95 b=100", "2.00"),
    (TABLE, 2.7, "a=400 b=500", "1.50"),
    (TABLE, 2.7, "a=40 b=50", "0.00"),
    (TABLE, 2.7, "a=1 b=100", "0.50"),
    (SAMPLE, 20, "a=43 b=50", "17.20"),
    (SAMPLE, 20, "a=20 b=25", None),
    (SAMPLE.replace("}", ", fewer: pro_rata}"), 20, "a=20 b=25", "16.00"),
    (SAMPLE.replace("}", ", fewer: as_is}"), 20, "a=20 b=25", "8.00"),
    (SAMPLE, 20, "a=90 b=100", "18.00"),
    (SAMPLE, 20, "a=60 b=50", "20.00"),
    (SAMPLE, 20, "a=0 b=0", None),
    (
        "{type: condition, when: 'a = b * 150000 * 12'}",
        1,
        "a=18000000 b=10",
        "1.00",
    ),
    ("{type: condition, when: 'a = b * 150000 * 12'}", 1, "a=17999999 b=10", "0.00"),
    (EXPRESSION, 5, "a=3 b=200", "4.25"),
    (EXPRESSION, 5, "a=3 b=0", None),
    (GATE, 20, "a=43 b=50 c=1 d=1", "17.20"),
    (GATE, 20, "a=43 b=50 c=1 d=0", "0.00"),
    (GATE, 20, "a=43 b=50 c=1", None),
    (ALTERNATIVE, 4, "a=1 b=2", "2.00"),
    (ALTERNATIVE, 4, "a=1 b=2 ddci=80", "4.00"),
    (SUM, 3, "a=1 b=0", "1.00"),
    (HIGHEST, 3, "a=1 b=1", "2.00"),
    (HIGHEST, 3, "a=1 b=KPS", "1.00"),
    (HIGHEST, 3, "a=1 b=", None),
    (LOWEST, 3, "a=1 b=1", "1.00"),
    (FIRST, 3, "a= b=1", "2.00"),
    (LATE, 2, "@late.f=1 @days_late.f=2", "0.50"),
    (LATE, 2, "", "2.00"),
    (LATE, 2, "@missed.f=KAD", None),
    (LATE.replace("f,", "f, base: 1, per_early: 0.5, early_by: 3,"), 2, "@early.f.3=4", "2.00"),
    (LATE.replace("f,", "f, per_early: 0.5,"), 2, "@early.f.1=3", "1.50"),
    (LATE.replace("f,", "f, days: working,"), 2, "@working_days_late.f=4", "1.00"),
]


@pytest.mark.parametrize(("rule", "most", "figures", "final"), RULES)
def test_a_rule(rule: str, most: float, figures: str, final: str | None) -> None:
    assert finals(f'criteria: [{{code: "1", max: {most}, rule: {rule}}}]', figures)["1"] == final


def test_a_bonus_without_a_limit_and_a_penalty_on_deadlines() -> None:
    early = "{code: T, rule: {type: deadline, form: f, early_by: 3, per_early: 0.1}}"
    late = "{code: P, max: 3, rule: {type: deadline, form: f, per_late: 1, per_missed: 0.25}}"
    table = f"criteria: []\nbonuses: [{early}]\npenalties: [{late}]"
    assert finals(table, "@early.f.3=14 @late.f=1 @missed.f=2") == {"T": "1.40", "P": "-1.50"}


MEAN = "{type: versus_mean, figure: a, better: high}"
LEADER = "{type: versus_leader, figure: a, better: high}"
TARGET = LEADER.replace("}", ", target: b}")
RELATIVE = [
    (MEAN, 2, "a=80", "a=90", "a=85", ["0.00", "2.00", "2.00"]),
    (MEAN.replace("}", ", equal: false}"), 2, "a=80", "a=90", "a=85", ["0.00", "2.00", "0.00"]),
    (MEAN.replace("high", "low"), 2, "a=80", "a=90", "a=KPS", ["2.00", "0.00", None]),
    (MEAN, 2, "a=80", "a=90 @group=B", "a=85 @group=B", ["2.00", "2.00", "0.00"]),
    (MEAN.replace("}", ", among: all}"), 2, "a=80", "a=90 @group=B", "a=", ["0.00", "2.00", None]),
    (LEADER, 10, "a=50", "a=40", "a=0", ["10.00", "8.00", "0.00"]),
    (
        LEADER.replace("}", ", target: b}"),
        10,
        "a=50 b=50",
        "a=40 b=45",
        "a=1",
        ["10.00", "4.00", None],
    ),
    (TARGET.replace("b}", "45}"), 10, "a=50", "a=40", "a=1", ["10.00", "4.00", "0.10"]),
    (
        TARGET.replace("b}", "{formula: b + 5}}"),
        10,
        "a=50 b=45",
        "a=40 b=40",
        "a=",
        ["10.00", "4.00", None],
    ),
    (LEADER.replace("high", "low"), 10, "a=5", "a=4", "a=10", ["8.00", "10.00", "4.00"]),
    (LEADER, 10, "a=0", "a=0", "a=0", [None, None, None]),
]


@pytest.mark.parametrize(("rule", "most", "first", "second", "third", "points"), RELATIVE)
def test_units_compared_with_each_other(
    rule: str, most: int, first: str, second: str, third: str, points: list[str | None]
) -> None:
    table = oracle.load_set(f'criteria: [{{code: "1", max: {most}, rule: {rule}}}]')
    facts = {
        unit: answers(given) for unit, given in zip("abc", (first, second, third), strict=True)
    }
    cards = oracle.scorecards(table, facts)
    assert [card["lines"][0]["final"] for card in cards] == points


MAX_WHEN = "max_when: [{when: 'attr.vung = \"nui\"', max: 3.5}, {when: 'c = 1', max: 2}]"
SPECIAL = [
    (MAX_WHEN, "a=1 c=0", "5.00"),
    (MAX_WHEN, "a=1 c=1", "2.00"),
    (MAX_WHEN, "a=1 c=1 @attr.vung=nui", "3.50"),
    (MAX_WHEN, "a=1", None),
    ("most_when: [{when: 'c = 1', most: 3.5}]", "a=1 c=1", "3.50"),
    ("most_when: [{when: 'c = 1', most: 3.5}]", "a=1 c=0", "5.00"),
]


@pytest.mark.parametrize(("key", "figures", "final"), SPECIAL)
def test_other_limits_for_some_units(key: str, figures: str, final: str | None) -> None:
    leaf = f'{{code: "1", max: 5, {key}, rule: {{type: yes_no, figure: a}}}}'
    assert finals(f"criteria: [{leaf}]", figures)["1"] == final


def test_lower_thresholds_for_some_units() -> None:
    rule = "{type: bands, figure: a, bands: [{from: 80, points: 5}, {from: 40, points: 2}]}"
    lower = "thresholds: [{when: 'attr.vung = \"nui\"', times: 0.75}]"
    table = f'criteria: [{{code: "1", max: 5, {lower}, rule: {rule}}}]'
    assert finals(table, "a=60")["1"] == "2.00"
    assert finals(table, "a=60 @attr.vung=nui")["1"] == "5.00"
    assert finals(table, "a=59.99 @attr.vung=nui")["1"] == "2.00"

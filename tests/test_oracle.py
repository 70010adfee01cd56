"""The worked examples of docs/criteria.md: document, oracle and engine must agree on them."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import oracle
from tests.random_tables import criteria_tables, facts_for

RULE_EXAMPLES = [
    # why it is there, max of the leaf, rule in YAML, figures, points printed
    ("yes_no: 1 gives the maximum", 3, "{type: yes_no, figure: a}", "a=1", "3.00"),
    ("yes_no: 0 gives nothing", 3, "{type: yes_no, figure: a}", "a=0", "0.00"),
    ("yes_no: another figure is no answer", 3, "{type: yes_no, figure: a}", "a=2", None),
    ("yes_no: written points", 3, "{type: yes_no, figure: a, points: 2.5}", "a=1", "2.50"),
    ("yes_no: otherwise", 3, "{type: yes_no, figure: a, otherwise: 0.5}", "a=0", "0.50"),
    ("bands: under the next from", 5, "BANDS", "a=97.99", "4.00"),
    ("bands: from belongs to the band", 5, "BANDS", "a=98", "5.00"),
    ("bands: to does not belong", 5, "BANDS", "a=96.99", "2.00"),
    ("bands: outside all of them", 5, "BANDS", "a=89.99", "0.00"),
    ("bands: a percentage is not rounded", 5, "PERCENT", "a=979 b=1000", "4.00"),
    ("bands: a hair under the edge", 5, "PERCENT", "a=979999 b=1000000", "4.00"),
    ("bands: a whole of 0 has not arisen", 5, "PERCENT", "a=0 b=0", None),
    ("bands: trên 90", 5, "OPEN", "a=90", "1.00"),
    ("bands: to_closed includes its end", 5, "OPEN", "a=50", "2.00"),
    ("proportional: rounded once", 3, "SHARE", "a=5 b=24", "0.63"),
    ("proportional: full_at", 4, "SHARE80", "a=6 b=10", "3.00"),
    ("proportional: more than the whole", 4, "SHARE80", "a=11 b=10", "4.00"),
    ("proportional: KPS", 3, "SHARE", "a=KPS b=24", None),
    ("steps: whole steps only", 0.5, "STEPS", "a=94.7", "0.20"),
    ("steps: held to most", 0.5, "STEPS", "a=99", "0.50"),
    ("steps: never negative", 0.5, "STEPS", "a=91", "0.00"),
    ("steps: pro rata", 0.5, "STEPS_PRO_RATA", "a=94.7", "0.27"),
    ("steps: taken from a base", 2, "STEPS_BASE", "a=21", "1.00"),
    ("steps: downwards", 2, "STEPS_BELOW", "a=7.5", "1.00"),
    ("count: times points", 3, "{type: count, figure: a, points: 0.5}", "a=4", "2.00"),
    ("count: held to the maximum", 3, "{type: count, figure: a, points: 0.5}", "a=9", "3.00"),
    ("count: KPS is 0", 3, "{type: count, figure: a, points: 0.5}", "a=KPS", "0.00"),
    ("deduction: from the maximum", 2, "{type: deduction, figure: a, points: 0.2}", "a=3", "1.40"),
    ("deduction: KPS is 0 cases", 2, "{type: deduction, figure: a, points: 0.2}", "a=KPS", "2.00"),
    (
        "deduction: at most",
        2,
        "{type: deduction, figure: a, points: 0.2, most: 1.5}",
        "a=9",
        "0.50",
    ),
    ("deduction: by severity", 5, "SEVERITY", "a=1 b=1", "2.00"),
    ("days_late: per day", 2, "LATE", "@days_late.f=3", "1.25"),
    ("days_late: no more than the maximum", 2, "LATE", "@days_late.f=20", "0.00"),
    ("days_late: early is not late", 2, "LATE", "@days_late.f=-4", "2.00"),
    ("days_late: grace", 2, "LATE_GRACE", "@days_late.f=3", "1.50"),
    ("days_late: empty", 2, "LATE", "@days_late.f=", "0.00"),
    ("days_late: one missed quarter", 2, "LATE", "@days_late.f=0 @missed.f=1", "0.00"),
    ("days_late: per_missed", 2, "LATE_MISSED", "@days_late.f=1 @missed.f=1", "0.75"),
    ("checklist: 9 of 14", 2, "LIST14", "LIST9", "1.29"),
    ("checklist: two items KPS", 2, "LIST14", "LIST9KPS", "1.50"),
    ("checklist: required", 2, "LIST14_REQUIRED", "LIST9", "2.00"),
    ("checklist: all KPS", 2, "{type: checklist, items: [a, b]}", "a=KPS b=KPS", None),
    ("checklist: points each", 2, "LIST_EACH", "a=1 b=1", "1.50"),
    ("assessed: as given", 5, "{type: assessed}", "@appraised.1=3.25", "3.25"),
    ("assessed: held", 5, "{type: assessed}", "@appraised.1=6", "5.00"),
    ("assessed: empty", 5, "{type: assessed}", "@appraised.1=", None),
]
ITEMS = [f"i{number}" for number in range(14)]
LIST = f"{{type: checklist, items: [{', '.join(ITEMS)}]"
NAMED = {
    "BANDS": "{type: bands, figure: a, bands: [{from: 98, points: 5}, {from: 97, points: 4},"
    " {from: 90, to: 97, points: 2}]}",
    "PERCENT": "{type: bands, percent: {part: a, whole: b}, bands: [{from: 98, points: 5},"
    " {from: 97, points: 4}, {from: 90, to: 97, points: 2}]}",
    "OPEN": "{type: bands, figure: a, bands: [{from: 90, from_open: true, points: 3},"
    " {to: 50, to_closed: true, points: 2}], otherwise: 1}",
    "SHARE": "{type: proportional, part: a, whole: b}",
    "SHARE80": "{type: proportional, part: a, whole: b, full_at: 80}",
    "STEPS": "{type: steps, figure: a, from: 92, step: 1, points: 0.1, base: 0,"
    " direction: above, whole_steps: true, least: 0, most: 0.5}",
    "STEPS_PRO_RATA": "{type: steps, figure: a, from: 92, points: 0.1, whole_steps: false}",
    "STEPS_BASE": "{type: steps, figure: a, base: 2, from: 10, step: 5, points: -0.5}",
    "STEPS_BELOW": "{type: steps, figure: a, from: 10, points: 0.5, direction: below}",
    "SEVERITY": "{type: deduction, each: [{figure: a, points: 1}, {figure: b, points: 2}],"
    " most: 4}",
    "LATE": "{type: days_late, form: f, per_day: 0.25}",
    "LATE_GRACE": "{type: days_late, form: f, per_day: 0.25, grace: 1}",
    "LATE_MISSED": "{type: days_late, form: f, per_day: 0.25, per_missed: 1}",
    "LIST14": LIST + "}",
    "LIST14_REQUIRED": LIST + ", required: 8}",
    "LIST_EACH": "{type: checklist, items: [a, b], points_each: 0.75}",
    "LIST9": " ".join(f"{item}={int(n < 9)}" for n, item in enumerate(ITEMS)),
    "LIST9KPS": " ".join(
        f"{item}={'KPS' if n >= 12 else int(n < 9)}" for n, item in enumerate(ITEMS)
    ),
}


@pytest.mark.parametrize(
    ("most", "rule", "figures", "final"),
    [row[1:] for row in RULE_EXAMPLES],
    ids=[row[0] for row in RULE_EXAMPLES],
)
def test_section_4_example(most: float, rule: str, figures: str, final: str | None) -> None:
    table = f'criteria: [{{code: "1", max: {most}, rule: {NAMED.get(rule, rule)}}}]'
    assert finals(table, NAMED.get(figures, figures))["1"] == final


def test_a_penalty_counts_with_a_minus() -> None:
    rule = "{type: deduction, figure: a, points: 0.5}"
    table = f"criteria: []\npenalties: [{{code: P1, max: 3, rule: {rule}}}]"
    assert finals(table, "a=3") == {"P1": "-1.50"}
    assert finals(table, "a=9") == {"P1": "-3.00"}


BLOCK = """
criteria:
  - code: "1"
    max: 10
    children:
      - {code: "1.1", max: 4, rule: {type: assessed}}
      - {code: "1.2", max: 6, WORD, rule: {type: yes_no, figure: a}}
  - {code: "2", max: 5, rule: {type: assessed}}
"""
NO_FIGURE = [
    # what the leaf says, its answer, total of 3 points of 4 and 2 of 5 beside it
    ("not_arisen: rescale_block", "KPS", "9.50"),
    ("not_arisen: rescale_total", "KPS", "8.33"),
    ("not_arisen: exclude", "KPS", "5.00"),
    ("not_arisen: zero", "KPS", "5.00"),
    ("not_arisen: full", "KPS", "11.00"),
    ("not_arisen: full", "KAD", None),
    ("not_applicable: full", "KAD", "11.00"),
    ("not_arisen: pending", "KPS", None),
    ("missing: zero", "", "5.00"),
    ("missing: pending", "", None),
    ("not_arisen: zero", "0", "5.00"),
]


@pytest.mark.parametrize(("word", "answer", "total"), NO_FIGURE)
def test_section_5_no_figure(word: str, answer: str, total: str | None) -> None:
    card = card_of(BLOCK.replace("WORD", word), f"@appraised.1.1=3 @appraised.2=2 a={answer}")
    assert card["total"] == total


def test_section_5_the_rest_of_a_block_is_brought_up_by_its_own_line() -> None:
    table = BLOCK.replace("WORD", "not_arisen: rescale_block")
    lines = finals(table, "@appraised.1.1=3 @appraised.2=0 a=KPS")
    assert lines == {"1.1": "3.00", "1.2": None, "2": "0.00", "@rescale.1": "4.50"}


def test_section_5_nothing_left_to_rescale_from_is_no_answer() -> None:
    block = "{code: '1', children: [{code: '1.1', max: 4, not_arisen: rescale_block, RULE}]}"
    table = f"criteria: [{block}]".replace("RULE", "rule: {type: yes_no, figure: a}")
    assert card_of(table, "a=KPS")["total"] is None


EVIDENCE = [
    ("{missing: zero}", "", "0.00"),
    ("{missing: zero}", "0", "0.00"),
    ("{missing: zero}", "1", "3.00"),
    ("{missing: deduct, points: 0.1, required: 5, most: 0.5}", "3", "2.80"),
    ("{missing: deduct, points: 0.1, required: 9, most: 0.5}", "", "2.50"),
    ("{missing: deduct, points: 0.1}", "7", "3.00"),
]


@pytest.mark.parametrize(("evidence", "pieces", "final"), EVIDENCE)
def test_section_6_evidence(evidence: str, pieces: str, final: str) -> None:
    leaf = f'{{code: "1", max: 3, evidence: {evidence}, rule: {{type: yes_no, figure: a}}}}'
    assert finals(f"criteria: [{leaf}]", f"a=1 @evidence.1={pieces}")["1"] == final


def test_section_7_appraisal_wins_and_the_claim_never_counts() -> None:
    table = 'criteria: [{code: "1", max: 3, rule: {type: yes_no, figure: a}}]'
    assert finals(table, "a=1 @appraised.1=2.125 @claim.1=9") == {"1": "2.13"}


CAPS = """
criteria:
  - code: A
    max: 5
    cap: true
    children:
      - {code: A1, max: 4, rule: {type: assessed}}
      - {code: A2, max: 4, rule: {type: assessed}}
bonuses: [{code: T1, max: 9, rule: {type: count, figure: t, points: 1}}]
penalties: [{code: P1, max: 9, rule: {type: deduction, figure: p, points: 1}}]
bonus_cap: 3
penalty_cap: 2
total_cap: 5.5
"""


def test_section_7_caps_are_lines_that_add_up_to_the_total() -> None:
    card = card_of(CAPS, "@appraised.A1=4 @appraised.A2=4 t=7 p=5")
    lines = {line["code"]: line["final"] for line in card["lines"] if line["code"][0] == "@"}
    assert lines == {
        "@cap.A": "-3.00",
        "@bonus_cap": "-4.00",
        "@penalty_cap": "3.00",
        "@total_cap": "-0.50",
    }
    assert card["total"] == "5.50"


def test_section_7_a_total_may_be_negative() -> None:
    assert card_of(CAPS, "@appraised.A1=0 @appraised.A2=0.5 t=0 p=5")["total"] == "-1.50"


ROUNDING = [
    ("half_up", "0.625", "0.63"),
    ("half_even", "0.625", "0.62"),
    ("half_even", "0.635", "0.64"),
    ("down", "0.629", "0.62"),
    ("up", "0.621", "0.63"),
]


@pytest.mark.parametrize(("mode", "given", "final"), ROUNDING)
def test_rounding_mode(mode: str, given: str, final: str) -> None:
    rule = "rule: {type: count, figure: a, points: 1}"
    lines = f"criteria: [{{code: A, max: 3, {rule}}}]\npenalties: [{{code: P, max: 3, {rule}}}]"
    table = f"rounding: {{places: 2, mode: {mode}}}\n{lines}"
    assert finals(table, f"a={given}") == {"A": final, "P": "-" + final}


CLASSES = """
criteria:
  - {code: A, max: 90, rule: {type: assessed}}
  - {code: B, max: 10, periods: [Q4, Y], rule: {type: assessed}}
vetoes:
  - {code: L1, class: Poor, rule: {type: veto, figure: sacked}}
  - {code: L2, class: Poor, rule: {type: veto, not_submitted: true}}
class_caps: [{code: H1, at_most: Good, rule: {type: veto, figure: warned, at_least: 2}}]
classes:
  - {name: Best, from: 95, requires: [no_zero]}
  - {name: Good, from: 85, requires: [no_zero]}
  - {name: Fair, from: 75}
  - {name: Poor}
"""
CLASS_EXAMPLES = [
    ("@appraised.A=87 @appraised.B=8", "Best"),
    ("@appraised.A=87 @appraised.B=7.99", "Good"),
    ("@appraised.A=90 @appraised.B=0", "Fair"),
    ("@appraised.A=10 @appraised.B=0", "Poor"),
    ("@appraised.A=90 @appraised.B=9 warned=1", "Best"),
    ("@appraised.A=90 @appraised.B=9 warned=2", "Good"),
    ("@appraised.A=70 @appraised.B=9 warned=2", "Fair"),
    ("@appraised.A=90 @appraised.B=9 warned=2 sacked=1", "Poor"),
    ("@appraised.A=90 @appraised.B=9 sacked=KPS", "Best"),
    ("@appraised.A=90", None),
    ("@group=north @attr.kind=x", "Poor"),
]


@pytest.mark.parametrize(("figures", "name"), CLASS_EXAMPLES)
def test_section_7_class(figures: str, name: str | None) -> None:
    assert card_of(CLASSES, figures)["class"] == name
    assert card_of(CLASSES, figures, "2022")["class"] == name


def test_section_7_manual_leaves_the_class_to_people() -> None:
    table = CLASSES + "fallthrough: manual\n"
    assert card_of(table, "@appraised.A=90 @appraised.B=0")["class"] is None


def test_section_7_a_silent_veto_leaves_the_class_open_only_where_it_says_so() -> None:
    table = CLASSES.replace("code: L1,", "code: L1, missing: pending,")
    assert card_of(table, "@appraised.A=90 @appraised.B=9")["class"] is None
    assert card_of(table, "@appraised.A=90 @appraised.B=9 sacked=0")["class"] == "Best"


def test_a_quarter_scores_its_leaves_and_has_no_class() -> None:
    card = card_of(CLASSES, "@appraised.A=87.5", "2022-Q3")
    assert (card["total"], card["class"]) == ("87.50", None)
    assert card["lines"][1] == {"code": "B", "final": None}


def test_equal_totals_share_a_place_within_their_group() -> None:
    table = oracle.load_set("criteria: [{code: A, max: 9, rule: {type: assessed}}]")
    given = {"d": "1", "c": "2", "b": "2", "a": "3", "late": "", "x": "1"}
    rows = [f"{unit},@appraised.A,{points}" for unit, points in given.items()]
    facts = oracle.load_facts("\ufeffunit,indicator,value\n" + "\n".join([*rows, "x,@group,other"]))
    found = oracle.ranking(table, facts)
    places = [(place["rank"], place["unit"]) for place in found["places"]]
    assert places == [(1, "a"), (2, "b"), (2, "c"), (4, "d"), (1, "x")]
    assert found["unranked"] == ["late"]
    assert [p["unit"] for p in oracle.ranking(table, facts, group="other")["places"]] == ["x"]


def test_numbers_never_pass_through_binary_floats() -> None:
    assert oracle.load_set("max: 0.1") == {"max": Fraction(1, 10)}


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from([None, "2022", "2022-Q1"]))
def test_lines_add_up_to_the_total(data: st.DataObject, period: str | None) -> None:
    text = data.draw(criteria_tables())
    facts = oracle.load_facts(data.draw(facts_for(text)))
    for card in oracle.scorecards(oracle.load_set(text), facts, period):
        finals = [Fraction(line["final"] or 0) for line in card["lines"]]
        assert card["total"] is None or sum(finals) == Fraction(card["total"]), card["unit"]


def finals(table: str, figures: str) -> dict[str, str | None]:
    return {line["code"]: line["final"] for line in card_of(table, figures)["lines"]}


def card_of(table: str, figures: str, period: str | None = None) -> dict:
    answers = dict(pair.split("=") for pair in figures.split())
    return oracle.scorecards(oracle.load_set(table), {"u": answers}, period)[0]

"""The worked examples of docs/criteria.md: document, oracle and engine must agree on them."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import oracle
from tests.oracle.examples import card_of, finals
from tests.random_tables import criteria_tables, facts_for
from tests.worked_examples import NAMED, RULE_EXAMPLES


@pytest.mark.parametrize(
    ("most", "rule", "figures", "final"),
    [row[1:] for row in RULE_EXAMPLES],
    ids=[row[0] for row in RULE_EXAMPLES],
)
def test_section_5_example(most: float, rule: str, figures: str, final: str | None) -> None:
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
def test_section_6_no_figure(word: str, answer: str, total: str | None) -> None:
    card = card_of(BLOCK.replace("WORD", word), f"@appraised.1.1=3 @appraised.2=2 a={answer}")
    assert card["total"] == total


def test_section_6_the_rest_of_a_block_is_brought_up_by_its_own_line() -> None:
    table = BLOCK.replace("WORD", "not_arisen: rescale_block")
    lines = finals(table, "@appraised.1.1=3 @appraised.2=0 a=KPS")
    assert lines == {"1.1": "3.00", "1.2": None, "2": "0.00", "@rescale.1": "4.50"}


def test_section_6_nothing_left_to_rescale_from_is_no_answer() -> None:
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
def test_section_7_evidence(evidence: str, pieces: str, final: str) -> None:
    leaf = f'{{code: "1", max: 3, evidence: {evidence}, rule: {{type: yes_no, figure: a}}}}'
    assert finals(f"criteria: [{leaf}]", f"a=1 @evidence.1={pieces}")["1"] == final


def test_section_8_appraisal_wins_and_the_claim_never_counts() -> None:
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


def test_section_8_caps_are_lines_that_add_up_to_the_total() -> None:
    card = card_of(CAPS, "@appraised.A1=4 @appraised.A2=4 t=7 p=5")
    lines = {line["code"]: line["final"] for line in card["lines"] if line["code"][0] == "@"}
    assert lines == {
        "@cap.A": "-3.00",
        "@bonus_cap": "-4.00",
        "@penalty_cap": "3.00",
        "@total_cap": "-0.50",
    }
    assert card["total"] == "5.50"


def test_section_8_a_total_may_be_negative() -> None:
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
def test_section_8_class(figures: str, name: str | None) -> None:
    assert card_of(CLASSES, figures)["class"] == name
    assert card_of(CLASSES, figures, "2022")["class"] == name


def test_section_8_manual_leaves_the_class_to_people() -> None:
    table = CLASSES + "fallthrough: manual\n"
    assert card_of(table, "@appraised.A=90 @appraised.B=0")["class"] is None


def test_section_8_a_silent_veto_leaves_the_class_open_only_where_it_says_so() -> None:
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

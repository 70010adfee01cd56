"""The self-score form follows the table: its rows, limits, absences and checks."""

from decimal import Decimal

import pytest

from scoring.criteria import CriteriaSet
from scoring.facts import Absent
from scoring.forms import YES_NO, Kind, PartOfWhole
from scoring.periods import Period, parse_period
from scoring.self_score import form_version, period_words, self_score_form
from scoring.units import Unit
from tests.scoring.builders import table_of

BODY = """\
criteria:
  - code: "1"
    text: Nhóm
    children:
      - code: "1.1"
        text: Tỷ lệ
        max: 4
        inputs:
          - {key: a, label: Phần, kind: count, unit: thôn, absences: [KPS]}
          - {key: b, label: Tổng, kind: number, least: 1, most: 9, places: 3}
        rule: {type: proportional, part: a, whole: b}
      - {code: "1.2", text: Cuối năm, max: 2, periods: [Y], rule: {type: assessed}}
      - {code: "1.3", text: Quý I, max: 2, periods: [Q1], rule: {type: assessed}}
  - code: "2"
    text: Chỉ quý I
    children: [{code: "2.1", text: t, max: 1, periods: [Q1], rule: {type: assessed}}]
  - code: "3"
    text: Phần trăm
    max: 1
    rule: {type: steps, percent: {part: c, whole: d}, points: 1}
  - code: "4"
    text: Danh mục
    max: 1
    inputs: [{key: e, label: E, kind: yes_no}]
    rule: {type: checklist, items: [e]}
  - {code: "5", text: Số, max: 1, rule: {type: bands, figure: a, bands: [{points: 1}]}}
bonuses: [{code: T1, text: Thưởng, max: 3, rule: {type: count, figure: f, points: 1}}]
penalties: [{code: P1, text: Trừ, max: 2, rule: {type: count, figure: f, points: 1}}]
classes: [{name: Tốt, from: 5}, {name: Kém}]
vetoes:
  - {code: L0, text: Không nộp, class: Kém, rule: {type: veto, not_submitted: true}}
  - code: L1
    text: Kỷ luật
    class: Kém
    periods: [Y]
    inputs: [{key: g, label: Có kỷ luật, kind: yes_no}]
    rule: {type: veto, figure: g}
"""
UNIT = Unit("001", "Huyện A", "huyen")


def form_of(period: str, body: str = BODY):
    return self_score_form(table_of(body), UNIT, parse_period(period))


ROWS = [
    (
        "2022-Q1",
        "1 1.1 1.1.a 1.1.b 1.3 2 2.1 3 4 4.a 5 T. T1 P. P1 TC.",
        "only the first quarter's",
    ),
    ("2022-Q2", "1 1.1 1.1.a 1.1.b 3 4 4.a 5 T. T1 P. P1 TC.", "a block without rows is left out"),
    (
        "2022-Q4",
        "1 1.1 1.1.a 1.1.b 1.2 3 4 4.a 5 T. T1 P. P1 TC. L. L1 L1.a",
        "the fourth quarter's return is the year's too; L0 asks nothing",
    ),
]


@pytest.mark.parametrize(("period", "codes"), [row[:2] for row in ROWS], ids=[r[2] for r in ROWS])
def test_rows_of_a_period(period: str, codes: str) -> None:
    assert [row.code for row in form_of(period).sheets[0].rows] == codes.split()


def test_sections_without_rows_have_no_heading() -> None:
    rows = (
        form_of("2022-Q1", "criteria: [{code: '1', text: t, max: 1, rule: {type: assessed}}]")
        .sheets[0]
        .rows
    )
    assert [row.code for row in rows] == ["1", "TC."]


def fields():
    return {field.key: field for field in form_of("2022-Q4").fields()}


def test_a_figure_keeps_the_limits_of_its_input() -> None:
    a, b, e = (fields()[key] for key in "abe")
    assert (a.kind, a.places, a.least, a.absences) == (Kind.COUNT, 0, 0, {Absent.NOT_ARISEN})
    assert (b.kind, b.places, b.least, b.most) == (Kind.NUMBER, 3, 1, 9)
    assert (e.kind, e.choices, e.least) == (Kind.YES_NO, YES_NO, None)


CLAIMS = [
    ("@claim.1.1", Decimal(0), None, Decimal(4), "above the maximum it is let in with a warning"),
    ("@claim.T1", Decimal(0), None, Decimal(3), "a bonus the same"),
    ("@claim.P1", Decimal(-2), Decimal(2), None, "a penalty with its minus or without"),
]


@pytest.mark.parametrize(
    ("key", "least", "most", "expected_most"), [r[:4] for r in CLAIMS], ids=[r[4] for r in CLAIMS]
)
def test_a_claim_is_limited(
    key: str, least: Decimal, most: Decimal | None, expected_most: Decimal | None
) -> None:
    field = fields()[key]
    assert (field.least, field.most, field.expected_most) == (least, most, expected_most)


def test_evidence_and_note_may_stay_empty() -> None:
    assert not fields()["@evidence.1.1"].required and not fields()["@note.1.1"].required


def test_maxima_are_printed_with_their_sign() -> None:
    printed = {row.code: row.text("max") for row in form_of("2022-Q4").sheets[0].rows}
    assert (printed["1.1"], printed["T1"], printed["P1"]) == ("4", "+3", "−2")


def test_parts_are_checked_against_their_wholes() -> None:
    assert form_of("2022-Q4").checks == (PartOfWhole("a", "b"), PartOfWhole("c", "d"))
    late = BODY.replace("max: 4\n", "max: 4\n        periods: [Y]\n")
    assert form_of("2022-Q1", late).checks == (PartOfWhole("c", "d"),)


def test_many_inputs_are_lettered_on_past_z() -> None:
    keys = [f"k{n}" for n in range(28)]
    inputs = ", ".join(f"{{key: {key}, label: L, kind: yes_no}}" for key in keys)
    rule = f"rule: {{type: checklist, items: [{', '.join(keys)}]}}"
    form = form_of(
        "2022-Q1", f"criteria: [{{code: '1', text: t, max: 1, inputs: [{inputs}], {rule}}}]"
    )
    codes = [row.code for row in form.sheets[0].rows]
    assert (codes[1], codes[26:-1], len(set(codes))) == ("1.a", ["1.z", "1.a1", "1.b1"], 30)


def test_the_form_is_marked_with_table_unit_and_period() -> None:
    form = form_of("2022-Q3")
    assert form.mark.version == form_version(table_of(BODY)) == "thu/1"
    assert (form.mark.unit, form.mark.period) == ("001", Period(2022, 3))
    assert form.scope == ("Kỳ báo cáo: quý III năm 2022 (lũy kế từ đầu năm)", "Bảng thử")


@pytest.mark.parametrize(
    ("period", "words"), [("2022-Q4", "quý IV năm 2022"), ("2022", "năm 2022")]
)
def test_a_period_in_words(period: str, words: str) -> None:
    assert period_words(parse_period(period)) == words


def test_a_table_without_children_still_makes_a_form() -> None:
    table: CriteriaSet = table_of(
        "criteria: [{code: '1', text: t, max: 1, rule: {type: assessed}}]"
    )
    row, _ = self_score_form(table, UNIT, Period(2022, 1)).sheets[0].rows
    assert [field.key for field in row.fields] == ["@claim.1", "@evidence.1", "@note.1"]


SOURCES = """\
form: tu-cham-khac
criteria:
  - code: "1"
    text: Cuối năm
    max: 3
    periods: [Y]
    inputs:
      - {key: dan_so, label: Dân số, kind: count, unit: người}
      - {key: mau, label: Số phiếu, kind: count, source: Cục Thống kê}
    rule: {type: expression, formula: dan_so / mau, most: 3}
  - code: "2"
    text: Mức độ
    max: 3
    inputs: [{key: muc, label: Mức, kind: choice, choices: [Tốt, Trung bình, Yếu]}]
    rule: {type: options, figure: muc, points: [3, 2, 1]}
    max_when: [{when: "dan_so > 5000", max: 2}]
bonuses:
  - code: T
    text: Thưởng
    children: [{code: T1, text: Sáng kiến, rule: {type: count, figure: muc, points: 0.1}}]
inputs: [{key: ho, label: Số hộ, kind: count, unit: hộ}]
ranking: {ties: chain, chain: [{text: Số hộ, figure: ho}]}
checks: [{code: K, text: phải có hộ, when: ho > 0}]
classes: [{name: Tốt, requires: [{when: dan_so > 0, text: có dân}]}, {name: Kém}]
"""


def test_the_form_has_the_code_of_its_table() -> None:
    assert form_of("2022-Q1", SOURCES).mark.form == "tu-cham-khac"


def test_a_figure_used_before_its_own_criterion_is_due_is_asked_apart() -> None:
    rows = {row.code: row.text("text") for row in form_of("2022-Q1", SOURCES).sheets[0].rows}
    assert (rows["S.a"], rows["S.b"]) == ("Số hộ", "Dân số")
    in_its_place = [row.code for row in form_of("2022-Q4", SOURCES).sheets[0].rows]
    assert in_its_place == ["1", "1.a", "2", "2.a", "T.", "T", "T1", "TC.", "S.", "S.a"]


def test_what_another_body_supplies_is_not_asked() -> None:
    assert "mau" not in {field.key for field in form_of("2022-Q4", SOURCES).fields()}


def test_a_choice_is_the_number_of_its_label() -> None:
    [field] = [field for field in form_of("2022-Q1", SOURCES).fields() if field.key == "muc"]
    assert [(choice.code, choice.label) for choice in field.choices] == [
        ("1", "Tốt"),
        ("2", "Trung bình"),
        ("3", "Yếu"),
    ]


def test_a_bonus_without_limit_prints_so_and_takes_any_claim() -> None:
    form = form_of("2022-Q1", SOURCES)
    [printed] = [row.text("max") for row in form.sheets[0].rows if row.code == "T1"]
    [claim] = [field for field in form.fields() if field.key == "@claim.T1"]
    assert (printed, claim.most, claim.expected_most) == ("không giới hạn", None, None)


RULES_WITH_PARTS = [
    ("{type: sample, good: a, asked: b, size: 2, points: 1}", "a survey"),
    ("{type: versus_mean, percent: {part: a, whole: b}}", "beside the mean"),
    (
        "{type: table, rows: {percent: {part: a, whole: b}, bands: [{}]},"
        " columns: {figure: a, bands: [{}]}, points: [[1]]}",
        "an axis of a table",
    ),
    (
        "{type: cases, cases: [{when: a > 1, rule: {type: proportional, part: a, whole: b}}]}",
        "a rule inside a rule",
    ),
]


@pytest.mark.parametrize(
    "rule", [r[0] for r in RULES_WITH_PARTS], ids=[r[1] for r in RULES_WITH_PARTS]
)
def test_a_part_is_checked_wherever_the_rule_looks_at_it(rule: str) -> None:
    body = f"criteria: [{{code: '1', text: t, max: 1, rule: {rule}}}]"
    assert form_of("2022-Q1", body).checks == (PartOfWhole("a", "b"),)


def test_a_table_without_points_says_how_to_fill_it_in() -> None:
    body = "kind: pass_fail\ncriteria: [{code: '1', text: t, rule: {type: assessed}}]"
    form = form_of("2022-Q1", body)
    assert "đạt ghi 1" in form.guide[-1]
    assert [row.code for row in form.sheets[0].rows] == ["1"]


def test_a_table_that_only_ranks_asks_its_figures() -> None:
    body = (
        "kind: rank_only\ninputs: [{key: a, label: A, kind: count}]\n"
        "ranking: {chain: [{text: A, figure: a}]}"
    )
    assert [row.code for row in form_of("2022-Q1", body).sheets[0].rows] == ["S.", "S.a"]

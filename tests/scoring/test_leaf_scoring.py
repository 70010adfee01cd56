"""One leaf: rule, no figure, evidence, limits, rounding, appraisal — in that order."""

from dataclasses import replace
from decimal import Decimal

import pytest

from scoring.evaluation import evaluate
from scoring.facts import Absent, Appraisal, Figure, Source, UnitFacts
from scoring.scorecards import Line, LineStatus
from tests.scoring.builders import card, table_of, unit

YES = "rule: {type: yes_no, figure: a}"
COUNT = "rule: {type: count, figure: a, points: 1}"
DEDUCTION = "rule: {type: deduction, figure: a, points: 0.5}"
OTHER = "{code: '2', text: t, max: 5, rule: {type: yes_no, figure: z}}"


def line(keys: str, written: str, most: str = "3", period: str | None = None) -> Line:
    body = f"criteria: [{{code: '1', text: t, max: {most}, {keys}}}, {OTHER}]"
    return card(table_of(body), f"z=1 {written}", period).line("1")


def outside(section: str, keys: str, written: str) -> Line:
    body = f"criteria: [{OTHER}]\n{section}: [{{code: '1', text: t, max: 3, {keys}}}]"
    return card(table_of(body), f"z=1 {written}").line("1")


NO_FIGURE = [
    ("", "a=KPS", LineStatus.PENDING, None, "the table does not say"),
    ("not_arisen: full,", "a=KPS", LineStatus.SCORED, "3.00", "full"),
    ("not_arisen: full,", "a=KAD", LineStatus.PENDING, None, "KAD is not KPS"),
    ("not_applicable: full,", "a=KAD", LineStatus.SCORED, "3.00", "KAD full"),
    ("not_arisen: zero,", "a=KPS", LineStatus.SCORED, "0.00", "zero"),
    ("not_arisen: exclude,", "a=KPS", LineStatus.EXCLUDED, None, "left out"),
    ("not_arisen: rescale_total,", "a=KPS", LineStatus.EXCLUDED, None, "made up elsewhere"),
    ("missing: zero,", "a=", LineStatus.SCORED, "0.00", "not reported is 0 where it says so"),
    ("missing: zero,", "a=KPS", LineStatus.PENDING, None, "missing says nothing of KPS"),
    ("", "", LineStatus.PENDING, None, "not reported waits"),
    ("not_arisen: zero,", "a=0", LineStatus.SCORED, "0.00", "0 is a figure"),
]


@pytest.mark.parametrize(
    ("word", "written", "status", "final"),
    [r[:4] for r in NO_FIGURE],
    ids=[r[4] for r in NO_FIGURE],
)
def test_no_figure(word: str, written: str, status: LineStatus, final: str | None) -> None:
    found = line(word + YES, written)
    assert (found.status, found.final) == (status, None if final is None else Decimal(final))


@pytest.mark.parametrize("section", ["bonuses", "penalties"])
@pytest.mark.parametrize("word", ["rescale_block", "rescale_total", "exclude"])
def test_outside_the_standard_points_nothing_is_rescaled(section: str, word: str) -> None:
    found = outside(section, f"not_arisen: {word}, {YES}", "a=KPS")
    assert (found.status, found.final) == (LineStatus.EXCLUDED, None)
    assert "quy đổi" not in found.reason


@pytest.mark.parametrize("section", ["bonuses", "penalties"])
def test_full_means_0_for_a_bonus_or_a_penalty(section: str) -> None:
    assert outside(section, f"not_arisen: full, {YES}", "a=KPS").final == 0


EVIDENCE = [
    ("{missing: zero}", "", "0.00", "nothing"),
    ("{missing: zero}", "@evidence.1=0", "0.00", "no piece"),
    ("{missing: zero}", "@evidence.1=", "0.00", "left empty"),
    ("{missing: zero}", "@evidence.1=1", "3.00", "one piece"),
    # 5 − 3 = 2 short: 3 − 0.2
    ("{missing: deduct, points: 0.1, required: 5}", "@evidence.1=3", "2.80", "two short"),
    ("{missing: deduct, points: 0.1, required: 9, most: 0.5}", "", "2.50", "0.9 held to 0.5"),
    ("{missing: deduct, points: 9}", "", "0.00", "at most the maximum"),
    ("{missing: deduct, points: 0.1}", "@evidence.1=7", "3.00", "more than required"),
]


@pytest.mark.parametrize(
    ("evidence", "written", "final"), [r[:3] for r in EVIDENCE], ids=[r[3] for r in EVIDENCE]
)
def test_evidence(evidence: str, written: str, final: str) -> None:
    assert line(f"{YES}, evidence: {evidence}", f"a=1 {written}").final == Decimal(final)


def test_evidence_is_asked_before_the_limits_are() -> None:
    # 5 − 0.5 = 4.5, then held to 3: what is above the maximum pays for the evidence.
    evidence = "evidence: {missing: deduct, points: 0.5}"
    assert line(f"rule: {{type: yes_no, figure: a, points: 5}}, {evidence}", "a=1").final == 3


@pytest.mark.parametrize("written", ["a=KPS", "a=1 @appraised.1=3"])
def test_evidence_is_not_asked_of_full_nor_of_an_appraisal(written: str) -> None:
    assert line(f"{YES}, not_arisen: full, evidence: {{missing: zero}}", written).final == 3


LIMITS = [
    ("rule: {type: yes_no, figure: a, points: 4}", "a=1", "3.00", "held to the maximum"),
    (COUNT, "a=-2", "0.00", "never below 0"),
    (COUNT, "a=1.005", "1.01", "rounded once, half up"),
]


@pytest.mark.parametrize(
    ("keys", "written", "final"), [row[:3] for row in LIMITS], ids=[row[3] for row in LIMITS]
)
def test_limits_then_rounding(keys: str, written: str, final: str) -> None:
    assert line(keys, written).final == Decimal(final)


PENALTIES = [
    ("a=3", "-1.50", "three at 0.5, with a minus"),
    ("a=99", "-3.00", "never more than its maximum"),
    ("a=0", "0.00", "none, and no minus"),
    ("a=-2", "0.00", "a penalty never gives"),
    ("a=0 @appraised.1=1.5", "-1.50", "appraised without a minus"),
    ("a=0 @appraised.1=-1.5", "-1.50", "appraised with a minus: the same"),
    ("a=0 @appraised.1=9", "-3.00", "held to its maximum"),
    ("a=9 @appraised.1=0", "0.00", "appraised away"),
]


@pytest.mark.parametrize(
    ("written", "final"), [row[:2] for row in PENALTIES], ids=[row[2] for row in PENALTIES]
)
def test_a_penalty_counts_with_a_minus(written: str, final: str) -> None:
    found = outside("penalties", DEDUCTION, written)
    assert f"{found.final:f}" == final


APPRAISALS = [
    (YES, "a=0 @appraised.1=2.5", "2.50", "the person's figure wins"),
    (YES, "@appraised.1=2.5", "2.50", "also where the rule had no answer"),
    (YES, "a=KPS @appraised.1=2.5", "2.50", "also where the table does not say"),
    (YES, "a=1 @appraised.1=9", "3.00", "held to the maximum"),
    (YES, "a=1 @appraised.1=-1", "0.00", "not below 0"),
    (YES, "a=1 @appraised.1=2.125", "2.13", "then rounded"),
    ("not_arisen: rescale_total, " + YES, "a=KPS @appraised.1=1", "1.00", "nothing to make up"),
    ("rule: {type: assessed}", "@appraised.1=3.25", "3.00", "assessed, held"),
    ("rule: {type: assessed}", "@appraised.1=0", "0.00", "0 is an appraisal"),
]


@pytest.mark.parametrize(
    ("keys", "written", "final"), [row[:3] for row in APPRAISALS], ids=[r[3] for r in APPRAISALS]
)
def test_appraisal_wins(keys: str, written: str, final: str) -> None:
    found = line(keys, written)
    assert (f"{found.final:f}", found.status) == (final, LineStatus.SCORED)


def test_assessed_waits_for_a_person_whatever_missing_says() -> None:
    found = line("missing: zero, rule: {type: assessed}", "")
    assert (found.status, found.reason) == (LineStatus.PENDING, "Chưa thẩm định")


def test_out_of_its_period_a_leaf_stays_out_appraised_or_not() -> None:
    found = line(f"periods: [Q4], {YES}", "a=1 @appraised.1=2 @claim.1=3", period="2022-Q1")
    assert (found.status, found.final, found.appraised) == (LineStatus.NOT_YET, None, None)
    assert found.claimed == 3


REASONS = [
    (YES, "a=1", "a: Có → 3 điểm", "the rule's"),
    ("rule: {type: yes_no, figure: a, points: 4}", "a=1", "a: Có → 4 điểm; tối đa 3 điểm", "held"),
    (COUNT, "a=-2", "a: -2 × 1 → -2 điểm; không thấp hơn 0", "held at 0"),
    (YES, "", "a: chưa có số liệu; chưa đủ số liệu", "not reported"),
    (
        YES,
        "a=KPS",
        "a: không phát sinh; bảng tiêu chí chưa quy định cách tính, chưa đủ số liệu",
        "the table does not say",
    ),
    (
        YES,
        "a=0 @appraised.1=9",
        "Thẩm định 9 điểm, tính 3 điểm (trong giới hạn của tiêu chí). "
        "Theo quy tắc: a: Không → 0 điểm",
        "appraised above the maximum",
    ),
    (YES, "a=0 @claim.1=3", "a: Không → 0 điểm. Tự chấm 3, chênh lệch −3", "the claim beside"),
    (YES, "a=1 @claim.1=2.5", "a: Có → 3 điểm. Tự chấm 2,5, chênh lệch +0,5", "claimed too little"),
    (YES, "a=1 @claim.1=3", "a: Có → 3 điểm", "claimed as scored: no word"),
    (
        YES,
        "a=1 @claim.1=5",
        "a: Có → 3 điểm. Tự chấm 5 (vượt mức 3, giữ nguyên số tự chấm, không tính), chênh lệch −2",
        "claimed above the maximum",
    ),
    (YES, "a=1 @claim.1=", "a: Có → 3 điểm", "a claim left empty"),
    (
        f"{YES}, evidence: {{missing: zero}}",
        "a=1",
        "a: Có → 3 điểm; không có minh chứng → 0 điểm",
        "no evidence",
    ),
    (
        f"{YES}, evidence: {{missing: deduct, points: 0.1}}",
        "a=1",
        "a: Có → 3 điểm; thiếu 1 minh chứng → trừ 0,1 điểm",
        "a piece short",
    ),
    (
        f"not_arisen: rescale_total, {YES}",
        "a=KPS",
        "a: không phát sinh; không tính điểm và điểm chuẩn của tiêu chí này, "
        "quy đổi từ các tiêu chí còn lại",
        "made up elsewhere",
    ),
    (
        f"not_arisen: full, {YES}",
        "a=KPS",
        "a: không phát sinh; theo bảng tiêu chí tính đủ điểm",
        "",
    ),
]


@pytest.mark.parametrize(
    ("keys", "written", "reason"), [row[:3] for row in REASONS], ids=[row[3] for row in REASONS]
)
def test_the_reason_says_it(keys: str, written: str, reason: str) -> None:
    assert line(keys, written).reason == reason


def test_the_claim_never_counts() -> None:
    assert line(YES, "a=0 @claim.1=9").final == 0
    assert outside("penalties", DEDUCTION, "a=2 @claim.1=1").claimed == -1


CONDITIONS = [
    (COUNT + ', max_when: [{when: "b = 1", max: 2}]', "a=9 b=1", "2.00", "out of less"),
    (COUNT + ', max_when: [{when: "b = 1", max: 2}]', "a=9 b=0", "3.00", "out of the usual"),
    (YES + ', max_when: [{when: "b = 1", max: 2}]', "a=1 b=1", "2.00", "the rule gives that max"),
    (
        COUNT + ', max_when: [{when: "b > 0", max: 2}, {when: "b > 1", max: 1}]',
        "a=9 b=2",
        "2.00",
        "the first that holds",
    ),
    (YES + ', max_when: [{when: "b = 1", max: 2}]', "a=1", None, "which maximum is not known"),
    (
        YES + ', missing: zero, max_when: [{when: "b = 1", max: 2}]',
        "a=1",
        "0.00",
        "as if the rule lacked that figure",
    ),
    (
        YES + ', not_arisen: full, max_when: [{when: "b = 1", max: 2}]',
        "a= b=KPS",
        None,
        "what was not reported weighs more than what did not arise",
    ),
    (YES + ', most_when: [{when: "b = 1", most: 2.5}]', "a=1 b=1", "2.50", "held, out of 3"),
    (
        f"not_arisen: full, {YES}, most_when: [{{when: 'b = 1', most: 2.5}}]",
        "a=KPS b=1",
        "2.50",
        "full is held too",
    ),
    (
        YES + ', most_when: [{when: "b = 1", most: 2.5}]',
        "a=1 b=1 @appraised.1=3",
        "2.50",
        "and so are people",
    ),
    (
        "rule: {type: bands, figure: a, bands: [{from: 80, points: 3}]}, "
        'thresholds: [{when: "b = 1", times: 0.75}]',
        "a=60 b=1",
        "3.00",
        "80 × 0.75 = 60",
    ),
    (
        "rule: {type: bands, figure: a, bands: [{from: 80, points: 3}]}, "
        'thresholds: [{when: "b = 1", times: 0.75}]',
        "a=60 b=0",
        "0.00",
        "80 for the others",
    ),
    (COUNT + ", rounding: {places: 1, mode: down}", "a=1.29", "1.2", "the line's own rounding"),
    (COUNT + ", rounding: {places: 3}", "a=1.2994", "1.299", "finer than the table's"),
]


@pytest.mark.parametrize(
    ("keys", "written", "final"), [row[:3] for row in CONDITIONS], ids=[r[3] for r in CONDITIONS]
)
def test_what_conditions_on_the_unit_change(keys: str, written: str, final: str | None) -> None:
    found = line(keys, written).final
    assert (None if found is None else f"{found:f}") == final


def test_the_maximum_on_the_line_is_that_of_the_unit() -> None:
    max_when = f"{YES}, max_when: [{{when: 'b = 1', max: 2}}]"
    assert line(f"{YES}, most_when: [{{when: 'b = 1', most: 2}}]", "a=1 b=1").max == 3
    assert line(max_when, "a=1 b=1").max == 2
    assert line(max_when, "a=1 b=1").reason == ("a: Có → 2 điểm; điểm tối đa áp dụng cho đơn vị: 2")


UNLIMITED = [
    ("bonuses", "rule: {type: count, figure: a, points: 1}", "a=99", "99.00", "a bonus"),
    ("penalties", DEDUCTION, "a=99", "-49.50", "a penalty"),
    ("bonuses", "rule: {type: count, figure: a, points: 1}", "a=-1", "0.00", "never below 0"),
    ("penalties", DEDUCTION, "a=1 @appraised.1=70", "-70.00", "appraised"),
]


@pytest.mark.parametrize(
    ("section", "keys", "written", "final"),
    [row[:4] for row in UNLIMITED],
    ids=[row[4] for row in UNLIMITED],
)
def test_without_max_there_is_no_limit(section: str, keys: str, written: str, final: str) -> None:
    body = f"criteria: [{OTHER}]\n{section}: [{{code: '1', text: t, {keys}}}]"
    found = card(table_of(body), f"z=1 {written}").line("1")
    assert (f"{found.final:f}", found.max) == (final, None)


TABLE = """\
criteria:
  - {code: '1', text: t, max: 3, rule: {type: proportional, part: a, whole: b}}
  - {code: '2', text: t, max: 3, rule: {type: days_late, form: f, per_day: 1}}
"""


def sources(facts: UnitFacts) -> list[str | None]:
    [found] = evaluate(table_of(TABLE), [facts], None)
    return [line.source for line in found.lines]


def test_a_line_names_the_cells_it_came_from_once_for_each_sheet() -> None:
    facts = UnitFacts(
        "001",
        figures={
            "a": Figure(Decimal(1), Source("a.xlsx", "Bảng", "E7")),
            "b": Figure(Decimal(2), Source("a.xlsx", "Bảng", "E8")),
            "@days_late.f": Figure(Decimal(0)),
        },
    )
    assert sources(facts) == ["a.xlsx › Bảng!E7, E8", "hệ thống ghi nhận"]


def test_a_line_names_its_appraiser_where_one_is_known() -> None:
    facts = replace(
        unit("a=1 b=2"), appraisals={"1": Appraisal(Decimal(1), "đã xem", "Bà A", "3/1")}
    )
    assert sources(facts) == ["thẩm định: Bà A 3/1", "hệ thống ghi nhận"]
    [found] = evaluate(table_of(TABLE), [facts], None)
    assert found.line("1").reason.startswith("Thẩm định 1 điểm: đã xem. Theo quy tắc: ")
    assert sources(unit("a=1 b=2"))[0] is None


def test_three_answers_that_are_no_figure_stay_apart() -> None:
    assert {each.value for each in Absent} == {"", "KPS", "KAD"}

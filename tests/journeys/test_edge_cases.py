"""The seventeen edge cases that real criteria tables and real years bring, one test or more each,
named after their number."""

import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from dashboard.wording import vietnamese_order
from data_access.accounts import OPERATOR
from data_access.actions import setup
from data_access.actions.appraisal import appraise
from data_access.actions.criteria import import_criteria
from data_access.actions.deciding import rerate
from data_access.actions.publication import correct, publish
from data_access.actions.returns import submit_return
from data_access.database import reading
from data_access.documents import criteria_for
from data_access.queries import returns, scores
from data_access.rankings import PublicationKind
from data_access.workbook.numerals import Ambiguous, read_number
from scoring.issues import Code
from scoring.periods import parse_period
from scoring.refusals import Refusal, Refused
from scoring.scorecards import LineStatus
from scoring.units import Unit
from tests.builders import (
    CLERK_A,
    CRITERIA,
    Q1,
    Q2,
    Q4,
    SECRETARY,
    YEAR,
    at,
    hand_in_progress,
    hand_in_self_score,
    self_score,
    small_province,
)
from tests.tried_tables import card, cards, codes, line, places, ranking, table_from, warnings_of

HEAD = 'set: thu\nversion: "1"\ntitle: Bảng thử\n'


@pytest.fixture
def small(tmp_path: Path) -> Engine:
    engine = small_province(f"sqlite:///{tmp_path / 'small.db'}")
    yield engine
    engine.dispose()


def table(body: str):
    return table_from(HEAD + body)


def two_leaves(words: str) -> str:
    """A block of 10 = 4 + 6, where the 6 may not arise."""
    return f"""
criteria:
  - code: "1"
    text: Nhóm
    children:
      - {{code: "1.1", text: a, max: 4, rule: {{type: count, figure: a, points: 1}}}}
      - {{code: "1.2", text: b, max: 6, rule: {{type: yes_no, figure: b}}, {words}}}
  - {{code: "2", text: c, max: 10, rule: {{type: count, figure: c, points: 1}}}}
"""


# 1. N/A, four different answers


@pytest.mark.parametrize(
    ("words", "total", "most"),
    [
        # 3 + 6 + 5
        ("not_arisen: full", "14.00", "20"),
        # 3 + 5 of 14
        ("not_arisen: exclude", "8.00", "14"),
        # 3 × 10/4 = 7.5, + 5
        ("not_arisen: rescale_block", "12.50", "20"),
        # 8 × 20/14 = 11.428… → 11.43
        ("not_arisen: rescale_total", "11.43", "20"),
    ],
)
def test_edge_1_not_arisen_has_four_answers(words: str, total: str, most: str) -> None:
    found = card(table(two_leaves(words)), "a=3 b=KPS c=5")
    assert (found.total, found.max) == (Decimal(total), Decimal(most))


def test_edge_1_not_arisen_counts_as_met_where_nothing_has_points() -> None:
    passing = table(
        'kind: pass_fail\ncriteria: [{code: "1", text: a, not_arisen: full,'
        ' rule: {type: condition, when: "a = 1"}}]\n'
    )
    assert card(passing, "a=KPS").class_name == "Đạt"


def test_edge_1_everything_not_applicable_is_no_score_neither_0_nor_100() -> None:
    alone = table(
        'criteria: [{code: "1", text: a, max: 10, not_applicable: rescale_total,'
        " rule: {type: yes_no, figure: a}}]\n"
    )
    found = card(alone, "a=KAD")
    assert found.total is None
    assert found.unranked


# 2. Blank, 0, N/A and not yet appraised are four things


def test_edge_2_blank_is_not_zero_is_not_absent_is_not_unappraised() -> None:
    asked = table(
        'criteria: [{code: "1", text: a, max: 4, not_arisen: full,'
        ' rule: {type: yes_no, figure: a}}, {code: "2", text: b, max: 1, rule: {type: assessed}}]\n'
    )
    found = cards(
        asked,
        {
            "blank": "a= @appraised.2=1",
            "zero": "a=0 @appraised.2=1",
            "kps": "a=KPS @appraised.2=1",
            "waiting": "a=1 @appraised.2=",
            "silent": "@group=x",
        },
    )
    assert {unit: one.total for unit, one in found.items()} == {
        "blank": None,
        "zero": Decimal("1.00"),
        "kps": Decimal("5.00"),
        "waiting": None,
        "silent": None,
    }
    assert found["waiting"].line("2").status is LineStatus.PENDING
    assert "Chưa nộp" in found["silent"].unranked


# 3. Zero denominators, part over whole, small samples

SHARE = 'criteria: [{code: "1", text: a, max: 4, %s rule: {type: proportional, part: a, whole: b}}]'


def test_edge_3_a_zero_denominator_is_an_answer() -> None:
    assert card(table(SHARE % ""), "a=0 b=0").pending == ("1",)
    assert line(table(SHARE % "not_arisen: full,"), "a=0 b=0", "1") == Decimal("4.00")
    divided = table(
        'criteria: [{code: "1", text: a, max: 4, rule: {type: expression, formula: "a / b"}}]'
    )
    assert "chia cho 0" in card(divided, "a=1 b=0").line("1").reason


def test_edge_3_more_than_the_whole_counts_as_the_whole_and_says_so() -> None:
    found = card(table(SHARE % ""), "a=11 b=10").line("1")
    assert found.final == Decimal("4.00")
    assert "11/10" in found.reason


@pytest.mark.parametrize(("fewer", "points"), [("pending", None), ("pro_rata", 16), ("as_is", 8)])
def test_edge_3_fewer_people_than_the_sample(fewer: str, points: int | None) -> None:
    asked = table(
        'criteria: [{code: "1", text: a, max: 20, rule: {type: sample, good: a, asked: b,'
        f" size: 50, points: 0.4, fewer: {fewer}}}}}]"
    )
    # 20 × 0.4 = 8; × 50/25 = 16
    assert line(asked, "a=20 b=25", "1") == (None if points is None else Decimal(points))


# 4. Bands as printed


def banded(bands: str) -> str:
    return (
        'criteria: [{code: "1", text: a, max: 5, rule: {type: bands, figure: a, bands: '
        f"[{bands}]}}}}]"
    )


def test_edge_4_an_overlap_and_a_hole_are_quoted_with_both_values() -> None:
    overlap = warnings_of(
        HEAD + banded("{from: 88, to: 90, to_closed: true, points: 2}, {from: 90, points: 5}")
    )
    assert Code.BANDS_OVERLAP in codes(overlap)
    hole = warnings_of(HEAD + banded("{from: 70, to: 84.5, points: 2}, {from: 85, points: 5}"))
    left = next(one for one in hole if one.code is Code.BANDS_LEAVE_HOLE)
    assert (left.context["first"], left.context["second"]) == ("84,5", "85")


def test_edge_4_strictly_above_90_is_not_90() -> None:
    strict = table(
        banded("{from: 90, from_open: true, points: 5}, {to: 90, to_closed: true, points: 2}")
    )
    assert line(strict, "a=90", "1") == Decimal("2.00")
    assert line(strict, "a=90.0001", "1") == Decimal("5.00")


# 5. Enough points, one criterion at 0

CLASSES = """
classes:
  - {name: Tốt, from: 85, requires: [no_zero]}
  - {name: Khá, from: 75}
  - {name: Kém}
"""


@pytest.mark.parametrize(("way", "name"), [("next_lower", "Khá"), ("manual", None)])
def test_edge_5_a_zero_falls_through_as_the_table_says_and_it_is_shown(
    way: str, name: str | None
) -> None:
    body = two_leaves("not_arisen: full").replace("max: 10", "max: 90")
    found = card(table(f"{body}{CLASSES}fallthrough: {way}\n"), "a=0 b=1 c=90")
    assert (found.total, found.class_name) == (Decimal("96.00"), name)
    assert "1.1" in found.note


# 6. A claim above the maximum


def test_edge_6_a_claim_above_the_maximum_is_kept_and_not_counted() -> None:
    counted = table(
        'criteria: [{code: "1", text: a, max: 3, rule: {type: count, figure: a, points: 1}}]'
    )
    found = card(counted, "a=11 @claim.1=11").line("1")
    assert (found.claimed, found.final) == (Decimal(11), Decimal("3.00"))
    assert "vượt" in found.reason


# 7. Decimals


def test_edge_7_a_leaf_is_rounded_once_and_the_class_looks_at_what_is_printed() -> None:
    # 89.995 rounds half up to 90.00, which is Tốt from 90.
    exact = table(
        'criteria: [{code: "1", text: a, max: 100, rule: {type: expression, formula: a}}]\n'
        "classes: [{name: Tốt, from: 90}, {name: Khá}]"
    )
    found = card(exact, "a=89.995")
    assert (found.total, found.class_name) == (Decimal("90.00"), "Tốt")
    assert card(exact, "a=89.994999").class_name == "Khá"


def test_edge_7_a_tenth_and_two_tenths_tie_with_three() -> None:
    sums = table(
        'criteria: [{code: "1", text: a, max: 1, rule: {type: expression, formula: a}},'
        ' {code: "2", text: b, max: 1, rule: {type: expression, formula: b}}]'
    )
    assert places(sums, {"A": "a=0.1 b=0.2", "B": "a=0.3 b=0"}) == {"A": 1, "B": 1}


# 8. Numbers as people type them


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5,5", "5.5"),
        ("5.5", "5.5"),
        ("1.234,5", "1234.5"),
        ("+ 0,1", "0.1"),
        ("- 0,25", "-0.25"),
        ("−0,5", "-0.5"),
    ],
)
def test_edge_8_text_numbers_have_one_reading(typed: str, number: str) -> None:
    assert read_number(typed) == Decimal(number)


def test_edge_8_two_readings_are_given_back() -> None:
    assert read_number("2.117") == Ambiguous(Decimal(2117), Decimal("2.117"))


@pytest.mark.parametrize("typed", ["03/3", "5,5/3,5", "213/244, đạt 87,29%"])
def test_edge_8_several_numbers_are_never_taken_for_one(typed: str) -> None:
    assert not isinstance(read_number(typed), Decimal)


# 9. Codes


def test_edge_9_a_code_printed_twice_is_named_with_both_places() -> None:
    twice = "criteria: [{code: C3.1, text: a, max: 1, rule: {type: yes_no, figure: a}}, %s]"
    again = "{code: C3.1, text: b, max: 1, rule: {type: yes_no, figure: b}}"
    with pytest.raises(AssertionError, match="CODE_TWICE"):
        table(twice % again)


def test_edge_9_headings_in_other_normal_forms_and_codes_with_a_full_stop_are_read(
    small: Engine,
) -> None:
    workbook = load_workbook(BytesIO(self_score(small, "001", Q1)))
    for row in workbook.worksheets[0].iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = unicodedata.normalize("NFD", cell.value)
                if cell.value in ("1.1", "1.2"):
                    cell.value += "."
    stream = BytesIO()
    workbook.save(stream)
    done = submit_return(small, SECRETARY, "a.xlsx", stream.getvalue(), at(date(2022, 4, 5)))
    assert done.accepted


def test_edge_9_đ_stands_between_d_and_e() -> None:
    assert sorted("egđdcba", key=vietnamese_order) == list("abcdđeg")


def test_edge_9_a_name_is_sorted_word_by_word_and_by_the_value_of_its_numbers() -> None:
    names = ["Khối 10", "Ban Nội chính", "Khối 2", "Ba Vì", "Ban Dân vận", "Ba Tơ"]
    assert sorted(names, key=vietnamese_order) == [
        "Ba Tơ",
        "Ba Vì",
        "Ban Dân vận",
        "Ban Nội chính",
        "Khối 2",
        "Khối 10",
    ]
    assert vietnamese_order("²"), "a digit that is no number"


# 10. In the period, or since January


def test_edge_10_what_runs_from_january_is_never_added_over_quarters(small: Engine) -> None:
    # 3 of 12 hamlets by March, 6 by December: the year is 6/12, not (3 + 6)/24 nor 9/12.
    whole = {"tong": Decimal(12)}
    hand_in_self_score(small, "001", Q1, date(2022, 4, 5), whole | {"da_hop": Decimal(3)})
    hand_in_self_score(small, "001", Q4, date(2023, 1, 5), whole | {"da_hop": Decimal(6)})
    first = scores.scorecard(small, SECRETARY, Q1, "001").line("1.2")
    year = scores.scorecard(small, SECRETARY, YEAR, "001").line("1.2")
    assert (first.final, year.final) == (Decimal("0.75"), Decimal("1.50"))


# 11. The same file twice


def test_edge_11_of_two_uploads_the_later_counts_and_the_first_is_kept(small: Engine) -> None:
    first = hand_in_self_score(small, "001", Q1, date(2022, 4, 5), {"da_hop": Decimal(0)})
    second = hand_in_self_score(small, "001", Q1, date(2022, 4, 6), {"da_hop": Decimal(1)})
    assert scores.scorecard(small, CLERK_A, Q1, "001").line("1.2").final == Decimal("3.00")
    kept = returns.submissions(small, CLERK_A, "001", Q1, "tu-cham")
    assert [one.id for one in kept] == [second.id, first.id]
    # The secretariat entered both; they remain the unit's.
    assert {one.unit for one in kept} == {"001"}


# 12. Dates


def test_edge_12_the_last_minute_of_the_last_day_is_on_time(small: Engine) -> None:
    # Due ten days after 31 March: the whole of 10 April, Hanoi's time.
    hand_in_progress(small, "001", Q1, date(2022, 4, 10))
    hand_in_progress(small, "002", Q1, date(2022, 4, 11))
    for unit in ("001", "002"):
        hand_in_self_score(small, unit, Q1, date(2022, 4, 5))
    late = {
        unit: scores.scorecard(small, SECRETARY, Q1, unit).line("1.3").final
        for unit in ("001", "002")
    }
    assert late == {"001": Decimal("2.00"), "002": Decimal("1.75")}


# 13. A table that changes while a period runs; units that end


def test_edge_13_a_published_version_does_not_change_and_the_next_year_has_its_own(
    small: Engine,
) -> None:
    hand_in_self_score(small, "001", Q1, date(2022, 4, 5))
    publish(small, SECRETARY, Q1)
    with pytest.raises(Refused) as caught:
        import_criteria(
            small,
            OPERATOR,
            CRITERIA.replace("points: 1", "points: 1").replace("max: 4", "max: 3.5"),
        )
    assert caught.value.code is Refusal.VERSION_IN_USE
    newer = CRITERIA.replace('version: "1"', 'version: "2"').replace("2022-01-01", "2023-01-01")
    assert import_criteria(small, OPERATOR, newer) == ()
    with reading(small) as connection:
        assert criteria_for(connection, YEAR).table.version == "1"
        assert criteria_for(connection, parse_period("2023")).table.version == "2"


def test_edge_13_a_unit_that_ended_is_ranked_until_it_ends_and_its_successor_after(
    small: Engine,
) -> None:
    ended = Unit(
        "004",
        "Ban Chỉ đạo huyện D",
        "ban-chi-dao-huyen",
        "Huyện D",
        "tinh",
        "Miền núi",
        exists_to=date(2022, 4, 30),
    )
    began = replace(ended, code="005", exists_from=date(2022, 5, 1), exists_to=None)
    setup.import_units(small, OPERATOR, [ended, began])
    listed = {
        period: {one.unit for one in scores.ranking(small, SECRETARY, period).ranking.unranked}
        for period in (Q1, Q2)
    }
    assert "004" in listed[Q1]
    assert "005" not in listed[Q1]
    assert "005" in listed[Q2]
    assert "004" not in listed[Q2]


# 14. Quotas

QUOTA = """
criteria: [{code: "1", text: a, max: 100, rule: {type: expression, formula: a}}]
classes: [{name: Xuất sắc, from: 90}, {name: Tốt}]
quotas: [{class: Xuất sắc, percent: 20, rounding: %s, at_tie: %s}]
"""
SEVEN = {"A": "a=99", "B": "a=98", "C": "a=97", "D": "a=96", "E": "a=95", "F": "a=94", "G": "a=93"}


@pytest.mark.parametrize(("rounding", "kept"), [("down", "A"), ("half_up", "A"), ("up", "AB")])
def test_edge_14_a_fifth_of_seven_is_rounded_as_declared(rounding: str, kept: str) -> None:
    # 20 % of 7 = 1.4
    found = ranking(table(QUOTA % (rounding, "none")), SEVEN)
    assert "".join(one.unit for one in found.places if one.class_name == "Xuất sắc") == kept
    assert all(one.note for one in found.places if one.class_name == "Tốt")


@pytest.mark.parametrize(("at_tie", "kept"), [("none", ""), ("all", "AB"), ("manual", "")])
def test_edge_14_a_tie_at_the_edge_of_the_quota(at_tie: str, kept: str) -> None:
    found = ranking(table(QUOTA % ("down", at_tie)), SEVEN | {"B": "a=99"})
    excellent = [one.unit for one in found.places if one.class_name == "Xuất sắc"]
    assert "".join(excellent) == kept
    if at_tie == "manual":
        assert {one.unit for one in found.places if one.class_name is None} == {"A", "B"}


# 15. A discipline found out after publication


def test_edge_15_a_re_rating_by_decision_opens_one_unit_and_keeps_history(small: Engine) -> None:
    for unit in ("001", "002"):
        hand_in_self_score(small, unit, Q1, date(2022, 4, 5))
        hand_in_progress(small, unit, Q1, date(2022, 4, 5))
    published = publish(small, SECRETARY, Q1)
    given = (Q1, "1.1", Decimal(0), "Kế hoạch không có thật")
    with pytest.raises(Refused):
        appraise(small, SECRETARY, "001", *given)
    rerate(small, SECRETARY, Q1, "001", "Kết luận kiểm tra", "12-QĐ/BCĐ", date(2022, 5, 1))
    appraise(small, SECRETARY, "001", *given)
    with pytest.raises(Refused):
        appraise(small, SECRETARY, "002", *given)
    corrected = correct(
        small,
        SECRETARY,
        published.id,
        "Đánh giá lại",
        kind=PublicationKind.RERATING,
        decision="12-QĐ/BCĐ",
        decided_on=date(2022, 5, 1),
    )
    assert corrected.replaces == published.id
    now = {one.unit: one.rank for one in scores.ranking(small, SECRETARY, Q1).ranking.places}
    assert now == {"001": 2, "002": 1}


# 16. One unit's figure moves the others

LEADER = 'criteria: [{code: "1", text: a, max: 10, rule: {type: versus_leader, figure: a}}]'


def test_edge_16_what_is_measured_against_the_best_moves_with_the_best_and_says_so() -> None:
    before = cards(table(LEADER), {"A": "a=40", "B": "a=50"})
    after = cards(table(LEADER), {"A": "a=40", "B": "a=80"})
    assert before["A"].total == Decimal("8.00")
    assert after["A"].total == Decimal("5.00")
    assert "tạm tính" in before["A"].line("1").reason


# 17. Tables that contradict themselves


def test_edge_17_contradictions_are_reported_with_both_values_and_let_in() -> None:
    found = warnings_of(
        HEAD + 'max: 20\ncriteria: [{code: "1", text: a, max: 2, '
        "rule: {type: bands, figure: a, bands: [{points: 1}]}}]"
    )
    said = {one.code: dict(one.context) for one in found}
    assert said[Code.SUM_DIFFERS] == {"declared": "20", "added": "2"}
    assert said[Code.BEST_DIFFERS] == {"best": "1", "most": "2"}

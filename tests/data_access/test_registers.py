"""Figures of other bodies, models Dân vận khéo, remedies: what they count for, and for whom."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.actions.models import recognise_model, strike_off_model
from data_access.actions.outside_figures import record_figure
from data_access.actions.publication import publish
from data_access.actions.remedies import finish_remedy, plan_remedy
from data_access.models import Level
from data_access.queries import registers, scores
from scoring.facts import Absent
from scoring.refusals import Refusal
from tests.builders import CLERK_A, CLERK_B, LEADER, MEMBER, Q1, Q4, SECRETARY, YEAR, at
from tests.data_access.lines_by_hand import (
    ASSESSOR,
    CLERK_C,
    appraise_all,
    hand_in_all,
    line_of,
    refused,
)

DAY = date(2022, 12, 31)
FIGURE = ("001", YEAR, "hai_long", Decimal(85), "Sở Nội vụ", DAY, "01/BC-SNV")
MODEL = ("001", "Tổ tự quản", "An ninh", Level.COMMUNE, "11-QĐ/HU", date(2022, 5, 19))


def test_a_figure_of_another_body_is_scored_with_its_document(lines: Engine) -> None:
    hand_in_all(lines)
    assert line_of(lines, "001", "3").status == "pending"
    record_figure(lines, SECRETARY, *FIGURE)
    line = line_of(lines, "001", "3")
    assert line.final == Decimal("1.00")
    assert line.source == "01/BC-SNV, Sở Nội vụ, số liệu đến 31/12/2022"


def test_the_latest_record_counts_and_all_are_kept(lines: Engine) -> None:
    hand_in_all(lines)
    for value in (Decimal(85), Decimal(70)):
        record_figure(lines, SECRETARY, *FIGURE[:3], value, *FIGURE[4:])
    assert line_of(lines, "001", "3").final == Decimal("0.00")
    kept = registers.outside_figures(lines, LEADER, YEAR)
    assert [one.supplied.value for one in kept] == [Decimal(85), Decimal(70)]


def test_a_year_takes_its_fourth_quarters_figure_where_it_has_none(lines: Engine) -> None:
    hand_in_all(lines)
    record_figure(lines, SECRETARY, "001", Q4, *FIGURE[2:])
    record_figure(lines, SECRETARY, "001", Q1, "hai_long", Decimal(10), *FIGURE[4:])
    finals = [line_of(lines, "001", "3", period).final for period in (Q4, YEAR)]
    assert finals == [Decimal("1.00"), Decimal("1.00")]
    record_figure(lines, SECRETARY, "001", YEAR, "hai_long", Decimal(10), *FIGURE[4:])
    finals = [line_of(lines, "001", "3", period).final for period in (Q4, YEAR)]
    assert finals == [Decimal("1.00"), Decimal("0.00")]


def test_what_did_not_arise_is_recorded_where_the_table_takes_it(lines: Engine) -> None:
    hand_in_all(lines)
    record_figure(lines, SECRETARY, *FIGURE[:3], Absent.NOT_ARISEN, *FIGURE[4:])
    assert line_of(lines, "001", "3").final == Decimal("1.00")
    (kept,) = registers.outside_figures(lines, SECRETARY, YEAR)
    assert kept.supplied.value is Absent.NOT_ARISEN


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({0: "tinh"}, Refusal.UNKNOWN_UNIT),
        ({2: "ke_hoach"}, Refusal.UNKNOWN_OUTSIDE_FIGURE),  # the unit's own to report
        ({2: "khac"}, Refusal.UNKNOWN_OUTSIDE_FIGURE),
        ({3: Decimal("100.01")}, Refusal.FIGURE_OUTSIDE),
        ({3: Decimal("-1")}, Refusal.FIGURE_OUTSIDE),
        ({3: Decimal("80.125")}, Refusal.FIGURE_OUTSIDE),
        ({3: Decimal("NaN")}, Refusal.FIGURE_OUTSIDE),
        ({3: Absent.NOT_APPLICABLE}, Refusal.ABSENCE_NOT_TAKEN),
        ({3: Absent.NOT_REPORTED}, Refusal.ABSENCE_NOT_TAKEN),
        ({5: date(2023, 2, 1)}, Refusal.DAY_OUTSIDE),
        ({6: " "}, Refusal.DOCUMENT_REQUIRED),
    ],
)
def test_what_a_record_may_not_be(small_lines: Engine, changed, code: Refusal) -> None:
    given = [changed.get(place, value) for place, value in enumerate(FIGURE)]
    assert refused(record_figure, small_lines, SECRETARY, *given) is code
    assert registers.outside_figures(small_lines, SECRETARY, YEAR) == ()


@pytest.mark.parametrize("actor", [LEADER, ASSESSOR, CLERK_A, MEMBER])
def test_only_the_secretariat_keeps_the_registers(small_lines: Engine, actor: Actor) -> None:
    assert refused(record_figure, small_lines, actor, *FIGURE) is Refusal.ROLE_NOT_ALLOWED
    assert refused(recognise_model, small_lines, actor, *MODEL) is Refusal.ROLE_NOT_ALLOWED
    assert refused(strike_off_model, small_lines, actor, 1, "Sai") is Refusal.ROLE_NOT_ALLOWED


def test_the_table_says_what_it_asks_of_others(small_lines: Engine) -> None:
    (asked,) = registers.outside_inputs(small_lines, YEAR)
    assert (asked.key, asked.source) == ("hai_long", "Sở Nội vụ")


def test_recognised_models_are_counted_by_level_and_each_once_in_all(lines: Engine) -> None:
    hand_in_all(lines)
    recognise_model(lines, SECRETARY, *MODEL)
    recognise_model(
        lines, SECRETARY, "001", "tổ  TỰ quản", "", Level.PROVINCE, "9-QĐ/TU", date(2022, 11, 2)
    )
    assert line_of(lines, "001", "T1").final == Decimal("0.50")
    assert line_of(lines, "001", "T2").final == Decimal("0.50")
    assert line_of(lines, "002", "T1").final == Decimal("0.00")


def test_a_model_counts_in_the_year_of_its_decision_from_its_day_on(lines: Engine) -> None:
    hand_in_all(lines)
    for number, day in enumerate((date(2021, 12, 31), date(2022, 4, 1), date(2023, 1, 1))):
        given = ("001", f"Mô hình {number}", "", Level.COMMUNE, "11-QĐ/HU", day)
        recognise_model(lines, SECRETARY, *given)
    assert len(registers.models(lines, SECRETARY, Q1)) == 0
    assert len(registers.models(lines, SECRETARY, Q4)) == 1
    assert line_of(lines, "001", "T1").final == Decimal("0.50")


def test_a_model_struck_off_stays_in_the_register_and_counts_no_more(lines: Engine) -> None:
    hand_in_all(lines)
    number = recognise_model(lines, SECRETARY, *MODEL)
    strike_off_model(lines, SECRETARY, number, "Thu hồi quyết định", at(date(2023, 1, 10)))
    assert line_of(lines, "001", "T1").final == Decimal("0.00")
    (kept,) = registers.models(lines, LEADER, YEAR)
    assert (kept.struck_off.date(), kept.struck_off_reason) == (
        date(2023, 1, 10),
        "Thu hồi quyết định",
    )
    again = (lines, SECRETARY, number, "Nữa")
    assert refused(strike_off_model, *again) is Refusal.UNKNOWN_MODEL
    recognise_model(lines, SECRETARY, *MODEL)


def test_a_model_enters_the_register_once(small_lines: Engine) -> None:
    recognise_model(small_lines, SECRETARY, *MODEL)
    same = ("001", "TỔ TỰ QUẢN", "", *MODEL[3:])
    assert refused(recognise_model, small_lines, SECRETARY, *same) is Refusal.MODEL_TWICE
    recognise_model(small_lines, SECRETARY, "002", *MODEL[1:])


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({0: "999"}, Refusal.UNKNOWN_UNIT),
        ({1: " "}, Refusal.WORDS_REQUIRED),
        ({4: ""}, Refusal.DOCUMENT_REQUIRED),
        ({5: date(2023, 2, 1)}, Refusal.DAY_OUTSIDE),
    ],
)
def test_what_a_recognition_may_not_be(small_lines: Engine, changed, code: Refusal) -> None:
    given = [changed.get(place, value) for place, value in enumerate(MODEL)]
    assert refused(recognise_model, small_lines, SECRETARY, *given) is code


@pytest.fixture
def published(lines: Engine) -> Engine:
    """001 lost 4 points on its plan and nothing elsewhere."""
    hand_in_all(lines, {"001": {"ke_hoach": "0"}})
    appraise_all(lines)
    publish(lines, SECRETARY, YEAR, moments=at(date(2023, 1, 20)))
    return lines


PLAN = ("001", YEAR, "1.1", "Ban hành kế hoạch trong quý I", date(2023, 3, 31))


def test_lost_points_become_a_dated_obligation(published: Engine) -> None:
    number = plan_remedy(published, CLERK_A, *PLAN, at(date(2023, 1, 25)))
    (planned,) = registers.remedies(published, LEADER, YEAR)
    assert (planned.lost, planned.due, planned.done_on) == (Decimal("4.00"), PLAN[4], None)
    assert planned.is_overdue(date(2023, 4, 1)) and not planned.is_overdue(PLAN[4])
    finish_remedy(published, CLERK_A, number, date(2023, 1, 31), "Đã ban hành kế hoạch 02-KH")
    (done,) = registers.remedies(published, CLERK_A, YEAR)
    assert (done.done_on, done.is_overdue(date(2024, 1, 1))) == (date(2023, 1, 31), False)
    again = (published, CLERK_A, number, date(2023, 1, 31), "Nữa")
    assert refused(finish_remedy, *again) is Refusal.REMEDY_DONE


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({2: "1.2"}, Refusal.NOTHING_LOST),
        ({2: "T1"}, Refusal.NOTHING_LOST),  # a bonus not earned is not lost
        ({2: "9"}, Refusal.UNKNOWN_CRITERION),
        ({3: " "}, Refusal.WORDS_REQUIRED),
        ({4: date(2023, 1, 30)}, Refusal.DAY_OUTSIDE),
    ],
)
def test_what_a_remedy_may_not_be(published: Engine, changed, code: Refusal) -> None:
    given = [changed.get(place, value) for place, value in enumerate(PLAN)]
    assert refused(plan_remedy, published, CLERK_A, *given) is code


def test_nothing_is_lost_before_it_is_published(lines: Engine) -> None:
    assert refused(plan_remedy, lines, CLERK_A, *PLAN) is Refusal.NOT_PUBLISHED


def test_a_remedy_is_the_units_own_or_the_secretariats_to_enter(published: Engine) -> None:
    assert refused(plan_remedy, published, CLERK_B, *PLAN) is Refusal.NOT_YOUR_UNIT
    for stranger in (ASSESSOR, LEADER, MEMBER):
        assert refused(plan_remedy, published, stranger, *PLAN) is Refusal.ROLE_NOT_ALLOWED
    number = plan_remedy(published, SECRETARY, *PLAN)
    done = (number, date(2023, 1, 31), "Xong")
    assert refused(finish_remedy, published, CLERK_B, *done) is Refusal.NOT_YOUR_UNIT
    unknown = (published, CLERK_A, 99, *done[1:])
    assert refused(finish_remedy, *unknown) is Refusal.UNKNOWN_REMEDY
    early = (published, CLERK_A, number, date(2021, 12, 31), "Xong")
    assert refused(finish_remedy, *early) is Refusal.DAY_OUTSIDE


def test_each_unit_sees_its_own_register(published: Engine) -> None:
    recognise_model(published, SECRETARY, *MODEL)
    plan_remedy(published, SECRETARY, *PLAN)
    for ask in (registers.outside_figures, registers.models, registers.remedies):
        seen = {
            actor.user: {one.unit for one in ask(published, actor, YEAR)}
            for actor in (LEADER, CLERK_A, CLERK_C)
        }
        assert "001" in seen["lanh-dao"]
        assert (seen["can-bo-a"], seen["can-bo-c"] - {"003"}) == ({"001"}, set())
        assert refused(ask, published, MEMBER, YEAR) is Refusal.ROLE_NOT_ALLOWED
        assert refused(ask, published, CLERK_A, YEAR, "002") is Refusal.NOT_YOUR_UNIT


def test_what_is_recorded_later_moves_nothing_published(published: Engine) -> None:
    before = scores.ranking(published, SECRETARY, YEAR)
    record_figure(published, SECRETARY, *FIGURE[:3], Decimal(1), *FIGURE[4:])
    recognise_model(published, SECRETARY, *MODEL)
    assert scores.ranking(published, SECRETARY, YEAR) == before

"""Phiếu địa bàn: what is known of a unit on a day, and who may have it."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.offices import hold, name_office
from data_access.actions.publication import publish
from data_access.actions.recommendations import recommend
from data_access.actions.reminders import add_recipient
from data_access.actions.units import end_unit
from data_access.queries.area_sheet import AreaSheet, sheet
from data_access.queries.unit_figures import compared_with
from scoring.obligations import State
from scoring.periods import parse_period
from scoring.refusals import Refusal
from scoring.succession import Ending
from scoring.units import Unit
from tests.builders import (
    CLERK_A,
    CLERK_B,
    LEADER,
    MEMBER,
    Q1,
    Q2,
    Q3,
    SECRETARY,
    at,
    hand_in_self_score,
)
from tests.data_access.lines_by_hand import ASSESSOR, refused
from tests.data_access.people_by_hand import JUNE, MARCH, SEPTEMBER, a_held_visit, with_areas

AUTUMN = date(2022, 10, 20)
# Holds the deputy's office since June: follows Huyện A and Huyện B.
DEPUTY = Actor("pho-moi", "Phó mới", Role.MEMBER)


@pytest.fixture
def engine(small: Engine) -> Engine:
    """Two quarters handed in by Huyện A, the second made public; one visit, one recipient."""
    with_areas(small)
    name_office(small, SECRETARY, "truong-ban-a", "Trưởng Ban huyện A", "001", 1)
    hold(small, SECRETARY, "truong-ban-a", "Phạm Thị E", MARCH, "3-QĐ/HU")
    add_recipient(small, SECRETARY, "a@vidu.vn", "Văn phòng A", unit="001", moments=at(MARCH))
    hand_in_self_score(small, "001", Q1, date(2022, 4, 10), {"tong": Decimal(10)})
    for unit in ("001", "002"):
        hand_in_self_score(small, unit, Q2, date(2022, 7, 10), {"tong": Decimal(12)})
    publish(small, SECRETARY, Q2, moments=at(date(2022, 7, 20)))
    visit = a_held_visit(small, "001")
    recommend(small, SECRETARY, visit, "Niêm yết đủ", date(2022, 11, 1), moments=at(SEPTEMBER))
    return small


def of(engine: Engine, actor: Actor = SECRETARY, day: date = AUTUMN) -> AreaSheet:
    return sheet(engine, actor, "001", day)


def test_it_says_who_follows_whom_to_talk_to_and_what_is_open(engine: Engine) -> None:
    found = of(engine)
    assert (found.unit.code, found.parent.code) == ("001", "tinh")
    assert [one.name for one in found.followers] == ["Lê Thị C"]
    assert [one.name for one in found.offices] == ["Phạm Thị E"]
    assert [one.address for one in found.recipients] == ["a@vidu.vn"]
    (visit,) = found.visits
    assert [told.text for told in visit.recommendations] == ["Niêm yết đủ"]


def test_the_last_figures_stand_beside_those_before(engine: Engine) -> None:
    figures = of(engine).figures
    assert (figures.period, figures.before) == (Q2, Q1)
    total = next(one for one in figures.figures if one.asked.key == "tong")
    assert (total.value, total.before) == (Decimal(12), Decimal(10))
    assert {one.asked.key for one in figures.figures} == {"da_hop", "tong"}, "yes and no is none"


def test_figures_are_those_known_on_the_day(engine: Engine) -> None:
    figures = of(engine, day=JUNE).figures
    assert (figures.period, str(figures.before)) == (Q1, "2021-Q1")
    assert {one.before for one in figures.figures} == {None}
    assert of(engine, day=MARCH).figures is None


@pytest.mark.parametrize(
    ("period", "before"),
    [("2022-Q3", "2022-Q2"), ("2022-Q1", "2021-Q1"), ("2022", "2021")],
)
def test_figures_run_on_from_january_and_begin_anew_each_year(period: str, before: str) -> None:
    assert compared_with(parse_period(period)) == parse_period(before)


def test_overdue_duties_come_first_then_what_is_due_within_a_month(engine: Engine) -> None:
    duties = of(engine).duties
    states = [one.state for one in duties]
    assert states == sorted(states, key=lambda state: state is not State.OVERDUE)
    assert duties[0].days_late == max(one.days_late for one in duties) > 0
    forms = {(one.obligation.form, one.obligation.period) for one in duties}
    assert ("tu-cham", Q3) in forms, "was due on 15 October"
    assert "Niêm yết đủ" not in {one.obligation.title for one in duties}, "said elsewhere"


def test_what_a_unit_that_ended_left_to_do_stands_among_the_duties(engine: Engine) -> None:
    given = ("001", Ending.MERGED, date(2022, 10, 10), [("003", True)], "20/NQ-HĐND", SEPTEMBER)
    end_unit(engine, SECRETARY, *given)
    duties = sheet(engine, SECRETARY, "003", AUTUMN).duties
    inherited = [one for one in duties if one.inherited_from == "001"]
    assert "Niêm yết đủ" in {one.obligation.title for one in inherited}


def test_only_what_was_published_is_told_of_the_place(engine: Engine) -> None:
    rated = of(engine).rated
    assert (rated.period, rated.of) == (Q2, 2)
    assert rated.place is not None
    assert of(engine, day=date(2022, 7, 19)).rated is None
    for actor in (MEMBER, CLERK_A, LEADER):
        assert of(engine, actor).rated == rated


def test_a_unit_that_could_not_be_ranked_is_told_why(engine: Engine) -> None:
    rated = sheet(engine, SECRETARY, "003", AUTUMN).rated
    assert rated.place is None
    assert rated.reason


def test_a_member_sees_the_figures_of_the_units_he_follows(engine: Engine) -> None:
    assert of(engine, DEPUTY).figures is not None
    assert of(engine, MEMBER).figures is None
    assert of(engine, CLERK_A).figures is not None


def test_who_may_have_it(engine: Engine) -> None:
    assert refused(sheet, engine, CLERK_B, "001", AUTUMN) is Refusal.NOT_YOUR_UNIT
    assert refused(sheet, engine, ASSESSOR, "001", AUTUMN) is Refusal.ROLE_NOT_ALLOWED
    assert refused(sheet, engine, SECRETARY, "999", AUTUMN) is Refusal.UNKNOWN_UNIT


def test_a_member_of_another_committee_gets_none(engine: Engine) -> None:
    other = Unit("tinh-khac", "Ban Chỉ đạo tỉnh khác", "ban-chi-dao-tinh")
    setup.import_units(engine, OPERATOR, [other])
    setup.name_home(engine, OPERATOR, "tinh")
    stranger = Actor("nguoi-la", "Người lạ", Role.MEMBER, "tinh-khac")
    assert refused(sheet, engine, stranger, "001", AUTUMN) is Refusal.UNKNOWN_UNIT

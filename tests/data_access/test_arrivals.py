"""What came on paper: both moments are kept, and the programme says which decides lateness."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor
from data_access.actions import setup
from data_access.actions.documents import submit_document
from data_access.actions.extending import extend
from data_access.actions.returns import confirm_return, offer_return, submit_return
from data_access.database import reading
from data_access.documents import criteria_for
from data_access.facts import facts_of
from data_access.handing import Arrival, Channel, Handing
from data_access.queries import returns
from data_access.queries.obligations import duty, standing
from scoring.obligations import DutyKey, State
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_A,
    LEADER,
    MEMBER,
    PROGRAMME,
    Q1,
    SECRETARY,
    YEAR,
    at,
    progress,
    self_score,
)
from tests.data_access.returns_by_hand import HEAD, PLAN_OF_A, pdf, with_documents

ARRIVED, ENTERED = date(2022, 4, 5), date(2022, 4, 20)
ON_PAPER = Handing(arrival=Arrival(ARRIVED, " 117 ", Channel.PAPER))


@pytest.fixture
def engine(province: Engine) -> Iterator[Engine]:
    yield with_documents(province)


def enter(engine: Engine, handing: Handing = ON_PAPER, actor: Actor = SECRETARY):
    return submit_document(
        engine, actor, "kế hoạch.pdf", pdf(), PLAN_OF_A, HEAD, at(ENTERED), handing
    )


def refusal(engine: Engine, day: date, actor: Actor = SECRETARY) -> Refusal:
    arrival = replace(ON_PAPER.arrival, day=day)
    with pytest.raises(Refused) as caught:
        enter(engine, Handing(arrival=arrival), actor)
    return caught.value.code


def state(engine: Engine, day: date, form: str, period) -> State:
    found = standing(engine, MEMBER, day, period, form)
    return next(one.state for one in found if one.unit.code == "001")


def test_the_day_of_arrival_decides_where_the_programme_says_so(engine: Engine) -> None:
    done = enter(engine)
    kept = returns.submission(engine, CLERK_A, done.id)
    assert kept.arrival == Arrival(ARRIVED, "117", Channel.PAPER)
    assert (kept.counted_on, kept.received.date()) == (ARRIVED, ENTERED)
    assert kept.sent_by == SECRETARY.name
    (found,) = (
        one for one in standing(engine, MEMBER, ENTERED, YEAR, "ke-hoach") if one.days_late == 0
    )
    assert (found.state, found.arrived) == (State.ON_TIME, ARRIVED)
    assert found.received.date() == ENTERED


def test_before_it_was_entered_nobody_knew(engine: Engine) -> None:
    enter(engine)
    assert state(engine, date(2022, 4, 19), "ke-hoach", YEAR) is State.OVERDUE


def test_elsewhere_the_servers_moment_decides(engine: Engine) -> None:
    done = submit_return(
        engine, SECRETARY, "a.xlsx", progress(engine, "001", Q1, {}), at(ENTERED), ON_PAPER
    )
    kept = returns.submission(engine, SECRETARY, done.id)
    assert (kept.counted_on, kept.arrival.day) == (ENTERED, ARRIVED)
    assert state(engine, ENTERED, "tien-do", Q1) is State.LATE


def test_the_rule_holds_for_points_and_tasks_too(province: Engine) -> None:
    by_arrival = PROGRAMME + "lateness: arrival\n"
    assert setup.import_programme(province, OPERATOR, by_arrival) == ()
    done = {"task.1.state": "done", "task.1.completed_on": date(2022, 3, 20)}
    content = progress(province, "001", Q1, done)
    submit_return(province, SECRETARY, "a.xlsx", content, at(ENTERED), ON_PAPER)
    submit_return(province, SECRETARY, "b.xlsx", self_score(province, "001", Q1), at(ENTERED))
    with reading(province) as connection:
        facts = facts_of(connection, criteria_for(connection, Q1).table, Q1)
    (own,) = (one for one in facts if one.unit == "001")
    assert own.value("@days_late.tien-do") == 0
    assert own.value("@days_late.tu-cham") == 5


@pytest.mark.parametrize(("arrived", "late"), [(11, 0), (15, 0), (18, 3)])
def test_more_time_granted_before_anybody_knew_of_it_helps_what_had_arrived(
    province: Engine, arrived: int, late: int
) -> None:
    """Due on 10/4, entered on 20/4; on 12/4 the unit was given until 15/4."""
    assert setup.import_programme(province, OPERATOR, PROGRAMME + "lateness: arrival\n") == ()
    key = DutyKey("kh-2022", "001", "", "tien-do", "2022-Q1")
    given = ([key], date(2022, 4, 15), "Mưa lũ", "Trưởng ban")
    extend(province, LEADER, *given, moments=at(date(2022, 4, 12)))
    day = date(2022, 4, arrived)
    paper = Handing(arrival=Arrival(day, "117", Channel.PAPER))
    content = progress(province, "001", Q1, {})
    submit_return(province, SECRETARY, "a.xlsx", content, at(ENTERED), paper)
    found = duty(province, MEMBER, key, ENTERED).standing
    assert (found.arrived, found.days_late) == (day, late)
    with reading(province) as connection:
        facts = facts_of(connection, criteria_for(connection, Q1).table, Q1)
    (own,) = (one for one in facts if one.unit == "001")
    assert own.value("@days_late.tien-do") == late


def test_an_arrival_is_the_secretariats_to_enter_and_plausible(engine: Engine) -> None:
    assert refusal(engine, ARRIVED, CLERK_A) is Refusal.ARRIVAL_NOT_YOURS
    assert refusal(engine, date(2022, 4, 21)) is Refusal.DAY_OUTSIDE
    assert refusal(engine, date(2020, 12, 31)) is Refusal.DAY_OUTSIDE
    assert [one.arrival is None for one in returns.submissions(engine, SECRETARY)] == [False] * 3


def test_what_was_said_with_the_offer_holds_when_it_is_confirmed(engine: Engine) -> None:
    content = progress(engine, "001", Q1, {})
    offered = offer_return(engine, SECRETARY, "a.xlsx", content, at(ENTERED), ON_PAPER)
    done = confirm_return(engine, SECRETARY, offered.id, at(ENTERED))
    assert returns.submission(engine, SECRETARY, done.id).arrival.day == ARRIVED


def test_one_return_serves_the_receivers_of_every_programme_that_asks(engine: Engine) -> None:
    receivers = PROGRAMME + "receivers: [Phòng Nội vụ, Sở Nội vụ]\n"
    assert setup.import_programme(engine, OPERATOR, receivers) == ()
    forms = (self_score(engine, "001", Q1), progress(engine, "001", Q1, {}))
    numbers = [
        submit_return(engine, CLERK_A, "a.xlsx", content, at(ARRIVED)).id for content in forms
    ]
    served = [returns.submission(engine, CLERK_A, number).receivers for number in numbers]
    assert served == [
        ("Phòng Nội vụ", "Sở Nội vụ", "Ban Dân vận Tỉnh ủy"),
        ("Phòng Nội vụ", "Sở Nội vụ"),
    ]


def test_the_same_bytes_find_their_receipts(engine: Engine) -> None:
    content = self_score(engine, "001", Q1)
    offered = offer_return(engine, CLERK_A, "a.xlsx", content, at(ARRIVED))
    assert returns.verify(engine, CLERK_A, content) == ()
    done = confirm_return(engine, CLERK_A, offered.id, at(ARRIVED))
    (found,) = returns.verify(engine, SECRETARY, content)
    assert (found.id, found.receipt) == (done.id, done.receipt)
    assert returns.verify(engine, SECRETARY, content + b" ") == ()

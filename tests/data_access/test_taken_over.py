"""A unit merged into another that owes the same forms: both duties stand apart, and the successor
hands in what was left open."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.actions.extending import extend
from data_access.actions.returns import submit_return, withdraw_return
from data_access.actions.units import end_unit
from data_access.queries import completeness, obligations, returns
from data_access.queries.obligations import Standing
from data_access.queries.templates import template
from data_access.returns import Submission
from scoring.obligations import DutyKey, State
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.succession import Ending
from tests.builders import (
    CLERK_A,
    CLERK_B,
    LEADER,
    MEMBER,
    Q1,
    Q2,
    SECRETARY,
    at,
    hand_in_progress,
    hand_in_self_score,
    self_score,
)

LAST, AFTER, LATER = date(2022, 4, 20), date(2022, 4, 25), date(2022, 4, 26)
LEFT_OPEN = DutyKey("kh-2022", "001", "", "tu-cham", "2022-Q1")
OWN = LEFT_OPEN._replace(unit="002")


@pytest.fixture
def merged(province: Engine) -> Iterator[Engine]:
    """Before its last day the unit that ended sent its progress report, its successor all it owes
    itself."""
    for unit in ("001", "002"):
        hand_in_progress(province, unit, Q1, date(2022, 4, 5))
    hand_in_self_score(province, "002", Q1, date(2022, 4, 6))
    said = (Ending.MERGED, LAST, [("002", True)], "1-NQ/HĐND", LAST)
    end_unit(province, SECRETARY, "001", *said, moments=at(LAST))
    yield province


def of(engine: Engine, key: DutyKey, day: date) -> Standing:
    return obligations.duty(engine, MEMBER, key, day).standing


def hand_in(engine: Engine, actor: Actor, period: Period, day: date) -> Submission:
    content = self_score(engine, "001", period)
    return submit_return(engine, actor, "001.xlsx", content, at(day))


def refusal(engine: Engine, actor: Actor, day: date) -> Refusal:
    with pytest.raises(Refused) as caught:
        hand_in(engine, actor, Q1, day)
    return caught.value.code


def test_its_own_return_does_not_meet_what_it_took_over(merged: Engine) -> None:
    hand_in_self_score(merged, "002", Q1, AFTER)
    assert of(merged, OWN, LATER).state is State.ON_TIME
    found = obligations.duty(merged, MEMBER, LEFT_OPEN, LATER)
    assert (found.standing.unit.code, found.standing.state) == ("002", State.OVERDUE)
    assert found.standing.former is not None
    assert found.standing.former.code == "001"
    assert found.returns == ()


def test_the_sheet_has_a_row_of_its_own_for_what_was_taken_over(merged: Engine) -> None:
    found = completeness.matrix(merged, MEMBER, AFTER, 2022)
    column = next(
        at for at, one in enumerate(found.columns) if (one.form, one.period) == ("tu-cham", Q1)
    )
    rows = {
        (row.unit.code, row.former.code if row.former else ""): row.states[column]
        for row in found.rows
    }
    assert rows["002", ""] is State.ON_TIME
    assert rows["002", "001"] is State.OVERDUE
    known = completeness.completeness(merged, MEMBER, AFTER, period=Period(2022))
    counted = sum(one is not None for row in found.rows for one in row.states)
    assert counted == known.total.five.expected


def test_each_form_is_offered_under_the_name_it_is_made_out_for(merged: Engine) -> None:
    def offered(unit: str) -> dict[str | None, tuple[str, State]]:
        found = obligations.handed_in_for(merged, SECRETARY, AFTER, Q1, unit)
        return {one.obligation.form: (one.obligation.unit, one.state) for one in found}

    assert offered("002")["tu-cham"] == ("002", State.ON_TIME)
    assert offered("001")["tu-cham"] == ("001", State.OVERDUE)


def test_the_successor_hands_in_what_was_left_open(merged: Engine) -> None:
    assert template(merged, CLERK_B, "tu-cham", "001", Q1).content
    sent = hand_in(merged, CLERK_B, Q1, AFTER)
    assert sent.accepted, sent.issues
    found = obligations.duty(merged, MEMBER, LEFT_OPEN, LATER)
    assert (found.standing.unit.code, found.standing.state) == ("002", State.LATE)
    assert [one.id for one in found.returns] == [sent.id]
    assert returns.submission(merged, CLERK_B, sent.id).unit == "001"
    withdraw_return(merged, CLERK_B, sent.id, "Nộp nhầm tệp", at(LATER))
    assert of(merged, LEFT_OPEN, LATER).state is State.OVERDUE


def test_nothing_else_is_handed_in_for_the_unit_that_ended(merged: Engine) -> None:
    assert refusal(merged, CLERK_B, LAST) is Refusal.FORM_NOT_OWED
    hand_in(merged, CLERK_A, Q1, LAST)
    assert refusal(merged, CLERK_B, AFTER) is Refusal.FORM_NOT_OWED


def test_nobody_acts_for_a_unit_that_another_took_over(province: Engine) -> None:
    said = (Ending.MERGED, LAST, [("003", True)], "1-NQ/HĐND", LAST)
    end_unit(province, SECRETARY, "001", *said, moments=at(LAST))
    assert refusal(province, CLERK_B, AFTER) is Refusal.NOT_YOUR_UNIT


def test_a_period_in_which_it_ended_is_reported_in_its_name(merged: Engine) -> None:
    sent = hand_in(merged, CLERK_B, Q2, date(2022, 7, 5))
    assert sent.accepted, sent.issues
    key = LEFT_OPEN._replace(period="2022-Q2")
    assert of(merged, key, date(2022, 7, 6)).state is State.ON_TIME


def test_more_time_for_what_was_taken_over_opens_its_lock(merged: Engine) -> None:
    day, until = date(2022, 6, 20), date(2022, 6, 30)
    assert refusal(merged, CLERK_B, day) is Refusal.PERIOD_LOCKED
    extend(merged, LEADER, [LEFT_OPEN], until, "Mới sáp nhập", "Trưởng ban", moments=at(day))
    assert hand_in(merged, CLERK_B, Q1, day).accepted

"""Taking a version back, the lock, and what re-opens it; what was late stays late."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.actions.reopening import reopen
from data_access.actions.returns import submit_return, withdraw_return
from data_access.queries import returns
from data_access.queries.obligations import standing, status
from scoring.obligations import State
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_A,
    CLERK_B,
    LEADER,
    MEMBER,
    Q1,
    SECRETARY,
    at,
    hand_in_self_score,
    self_score,
)

IN_TIME, LATE, LOCKED = date(2022, 4, 10), date(2022, 4, 20), date(2022, 5, 31)
UNTIL = date(2022, 6, 10)


def withdraw(engine: Engine, number: int, actor=CLERK_A, reason="nhầm", day=LATE) -> None:
    withdraw_return(engine, actor, number, reason, at(day))


def refused_withdrawal(engine: Engine, number: int, **given: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        withdraw(engine, number, **given)
    return caught.value.code


def open_again(
    engine: Engine,
    actor: Actor = LEADER,
    until: date = UNTIL,
    reason: str = "mất điện",
    grantor: str = "Trưởng Ban",
    day: date = LOCKED,
) -> None:
    reopen(engine, actor, "tu-cham", "001", Q1, until, reason, grantor, "05-CV/BCĐ", at(day))


def refused_reopening(engine: Engine, **given: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        open_again(engine, **given)
    return caught.value.code


def state(engine: Engine, day: date) -> State:
    found = standing(engine, MEMBER, day, Q1, "tu-cham")
    return next(one.state for one in found if one.unit.code == "001")


def test_the_version_before_counts_again(province: Engine) -> None:
    first = hand_in_self_score(province, "001", Q1, IN_TIME, {"da_hop": Decimal(0)})
    second = hand_in_self_score(province, "001", Q1, IN_TIME)
    withdraw(province, second.id)
    listed = returns.submissions(province, SECRETARY, "001", Q1, "tu-cham")
    assert [(one.id, one.in_force) for one in listed] == [(second.id, False), (first.id, True)]
    assert listed[0].withdrawn == at(LATE).official
    assert listed[0].receipt == "0002/2022/PTN"


def test_what_was_withdrawn_never_came(province: Engine) -> None:
    first = hand_in_self_score(province, "001", Q1, IN_TIME)
    assert state(province, date(2022, 4, 30)) is State.ON_TIME
    withdraw(province, first.id)
    assert state(province, date(2022, 4, 30)) is State.OVERDUE
    assert state(province, date(2022, 4, 15)) is State.ON_TIME  # as it was known that day
    hand_in_self_score(province, "001", Q1, date(2022, 4, 25))
    assert state(province, date(2022, 4, 30)) is State.LATE
    assert status(province, MEMBER, Q1, "tu-cham", date(2022, 4, 30)).received == 1


def test_a_receipt_is_never_given_again(small: Engine) -> None:
    first = hand_in_self_score(small, "001", Q1, IN_TIME)
    withdraw(small, first.id)
    assert hand_in_self_score(small, "001", Q1, LATE).receipt == "0002/2022/PTN"


def test_only_what_is_in_force_with_a_reason_while_it_is_open(province: Engine) -> None:
    first = hand_in_self_score(province, "001", Q1, IN_TIME, {"da_hop": Decimal(0)})
    second = hand_in_self_score(province, "001", Q1, IN_TIME)
    assert refused_withdrawal(province, first.id) is Refusal.STALE_VERSION
    assert refused_withdrawal(province, second.id, reason=" ") is Refusal.REASON_REQUIRED
    assert refused_withdrawal(province, second.id, reason="a" * 2001) is Refusal.WORDS_TOO_LONG
    assert refused_withdrawal(province, second.id, day=LOCKED) is Refusal.PERIOD_LOCKED
    assert refused_withdrawal(province, second.id, actor=CLERK_B) is Refusal.NOT_YOUR_UNIT
    assert refused_withdrawal(province, second.id, actor=LEADER) is Refusal.ROLE_NOT_ALLOWED
    assert refused_withdrawal(province, 999) is Refusal.UNKNOWN_SUBMISSION
    withdraw(province, second.id)
    assert refused_withdrawal(province, second.id) is Refusal.STALE_VERSION


def test_a_reopened_period_takes_one_units_return_till_its_last_day(province: Engine) -> None:
    open_again(province)
    done = hand_in_self_score(province, "001", Q1, UNTIL)
    assert done.accepted
    assert state(province, UNTIL) is State.LATE
    content = self_score(province, "002", Q1)
    for actor, unit_content, day in (
        (CLERK_A, self_score(province, "001", Q1), date(2022, 6, 11)),
        (CLERK_B, content, UNTIL),
    ):
        with pytest.raises(Refused) as caught:
            submit_return(province, actor, "biểu.xlsx", unit_content, at(day))
        assert caught.value.code is Refusal.PERIOD_LOCKED


def test_reopening_needs_reason_grantor_and_a_last_day_ahead(small: Engine) -> None:
    assert refused_reopening(small, actor=CLERK_A) is Refusal.ROLE_NOT_ALLOWED
    assert refused_reopening(small, reason="") is Refusal.REASON_REQUIRED
    assert refused_reopening(small, grantor="") is Refusal.GRANTOR_REQUIRED
    assert refused_reopening(small, until=date(2022, 5, 30)) is Refusal.NOT_LOCKED
    assert refused_reopening(small, day=date(2022, 6, 11)) is Refusal.DAY_OUTSIDE
    assert refused_reopening(small, until=date(2030, 1, 1)) is Refusal.DAY_OUTSIDE

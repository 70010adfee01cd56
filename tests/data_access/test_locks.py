"""Until when a return is taken: the lock of a period, more time granted, a correction asked for."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data_access import documents
from data_access.actions.calendar import set_day
from data_access.actions.extending import extend
from data_access.actions.reopening import reopen
from data_access.actions.returns import submit_return
from data_access.actions.review import send_back
from data_access.actions.units import end_unit
from data_access.database import writing
from data_access.programmes import programme_from_text
from data_access.queries.obligations import duty
from data_access.returns import Submission
from scoring.obligations import DutyKey, State
from scoring.refusals import Refusal, Refused
from scoring.succession import Ending
from scoring.workdays import DayKind
from tests.builders import (
    CLERK_A,
    CLERK_B,
    LEADER,
    MEMBER,
    PROGRAMME,
    Q1,
    SECRETARY,
    at,
    hand_in_self_score,
    self_score,
)

SELF_SCORE = DutyKey("kh-2022", "001", "", "tu-cham", "2022-Q1")
LOCK, UNTIL, AFTER = date(2022, 5, 30), date(2022, 6, 10), date(2022, 6, 11)
WHY = ("Mưa lũ kéo dài", "Trưởng ban")


def keep(engine: Engine, text: str) -> None:
    programme, issues = programme_from_text(text)
    assert programme is not None, issues
    with writing(engine, SECRETARY, "amend", programme.code) as connection:
        documents.keep_programme(connection, programme, text, date(2022, 1, 1), "12-KH/BCĐ")


def give_time(engine: Engine, day: date = date(2022, 5, 20)) -> None:
    extend(engine, LEADER, [SELF_SCORE], UNTIL, *WHY, moments=at(day))


def bring(engine: Engine, day: date, unit: str = "001") -> Submission:
    clerk = {"001": CLERK_A, "002": CLERK_B}[unit]
    return submit_return(engine, clerk, "bieu.xlsx", self_score(engine, unit, Q1), at(day))


def locked(engine: Engine, day: date, unit: str = "001") -> bool:
    with pytest.raises(Refused) as caught:
        bring(engine, day, unit)
    return caught.value.code is Refusal.PERIOD_LOCKED


def test_who_was_given_more_time_hands_in_until_that_day(province: Engine) -> None:
    give_time(province)
    assert locked(province, AFTER)
    assert locked(province, UNTIL, "002")
    assert bring(province, UNTIL).accepted
    assert duty(province, MEMBER, SELF_SCORE, UNTIL).standing.state is State.ON_TIME


def test_more_time_helps_from_the_day_it_is_granted(small: Engine) -> None:
    give_time(small, date(2022, 6, 5))
    assert locked(small, date(2022, 6, 4))
    assert bring(small, date(2022, 6, 5)).accepted


def test_a_correction_asked_for_is_taken_until_its_own_last_day(small: Engine) -> None:
    keep(small, f"{PROGRAMME}sent_back: {{days: 5, count: calendar}}\n")
    sent = hand_in_self_score(small, "001", Q1, date(2022, 4, 12))
    send_back(small, SECRETARY, sent.id, "Thiếu số liệu", moments=at(date(2022, 5, 29)))
    assert locked(small, date(2022, 6, 4))
    assert bring(small, date(2022, 6, 3)).accepted
    assert locked(small, date(2022, 6, 3))


def test_a_successor_brings_what_it_was_given_time_for(small: Engine) -> None:
    given = ("001", Ending.MERGED, date(2022, 5, 10), [("002", True)], "1-NQ", date(2022, 5, 1))
    end_unit(small, SECRETARY, *given, moments=at(date(2022, 5, 1)))
    give_time(small)
    assert bring(small, UNTIL, "002").accepted


def test_the_lock_follows_the_calendar_of_offices(small: Engine) -> None:
    """Due on a Monday off, and therefore on Tuesday; locked on that day and not before."""
    text = PROGRAMME.replace("due_days_after: 15\n    lock_days_after: 60", "due_days_after: 18")
    keep(
        small,
        text.replace(
            "due_days_after: 18", "due_days_after: 18\n    lock_days_after: 18\n    roll: next"
        ),
    )
    monday, tuesday = date(2022, 4, 18), date(2022, 4, 19)
    off = (monday, DayKind.OFF, "Ngày nghỉ bù", "01-TB/VP")
    set_day(small, SECRETARY, *off, at(date(2022, 4, 1)))
    again = ("tu-cham", "001", Q1, tuesday, *WHY, "")
    with pytest.raises(Refused) as caught:
        reopen(small, LEADER, *again, at(monday))
    assert caught.value.code is Refusal.NOT_LOCKED
    assert bring(small, tuesday).accepted
    assert locked(small, date(2022, 4, 20))

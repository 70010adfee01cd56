"""What was known on a day: first arrivals decide, later ones have not happened yet."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.queries.obligations import (
    Standing,
    overdue,
    periods_with_duties,
    standing,
    status,
)
from scoring.obligations import State
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_B,
    MEMBER,
    Q1,
    Q2,
    Q3,
    SECRETARY,
    YEAR,
    hand_in_progress,
    hand_in_self_score,
)

DONE = {"task.1.state": "done", "task.1.completed_on": date(2022, 3, 20)}


def forms(engine: Engine, day: date) -> dict[str, tuple[State, int]]:
    found = standing(engine, MEMBER, day, Q1, "tu-cham")
    return {one.unit.code: (one.state, one.days_late) for one in found}


def task(engine: Engine, day: date, no: str, unit: str = "001") -> Standing:
    found = standing(engine, SECRETARY, day)
    return next(one for one in found if (one.obligation.task, one.unit.code) == (no, unit))


def test_a_form_on_each_side_of_its_last_day(province: Engine) -> None:
    hand_in_self_score(province, "001", Q1, date(2022, 4, 15))
    hand_in_self_score(province, "002", Q1, date(2022, 4, 18))
    assert forms(province, date(2022, 4, 30)) == {
        "001": (State.ON_TIME, 0),
        "002": (State.LATE, 3),
        "003": (State.OVERDUE, 15),
    }
    assert forms(province, date(2022, 4, 15)) == {
        "001": (State.ON_TIME, 0),
        "002": (State.DUE_SOON, 0),
        "003": (State.DUE_SOON, 0),
    }


def test_a_correction_does_not_make_late_and_a_late_one_stays_late(province: Engine) -> None:
    hand_in_self_score(province, "001", Q1, date(2022, 4, 10))
    hand_in_self_score(province, "002", Q1, date(2022, 4, 20))
    for unit in ("001", "002"):
        hand_in_self_score(province, unit, Q1, date(2022, 5, 10))
    found = forms(province, date(2022, 12, 31))
    assert (found["001"], found["002"]) == ((State.ON_TIME, 0), (State.LATE, 5))


def test_status_counts_add_up_and_anyone_may_ask(province: Engine) -> None:
    hand_in_self_score(province, "001", Q1, date(2022, 4, 15))
    hand_in_self_score(province, "002", Q1, date(2022, 4, 18))
    found = status(province, CLERK_B, Q1, "tu-cham", date(2022, 4, 30))
    assert (found.expected, found.received, found.on_time, found.late, found.missing) == (
        3,
        2,
        1,
        1,
        1,
    )
    assert [one.unit.code for one in found.standings] == ["001", "002", "003"]


def test_an_unknown_form_is_refused(small: Engine) -> None:
    with pytest.raises(Refused) as caught:
        status(small, SECRETARY, Q1, "no-form", date(2022, 4, 30))
    assert caught.value.code is Refusal.UNKNOWN_FORM


def test_a_task_is_met_on_its_completion_day_once_reported(province: Engine) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 8), DONE)
    before, after = (task(province, date(2022, 4, day), "1") for day in (7, 8))
    assert (before.state, before.days_late, before.received) == (State.OVERDUE, 7, None)
    assert (after.state, after.days_late, after.received.date()) == (
        State.ON_TIME,
        0,
        date(2022, 4, 8),
    )
    assert (after.directs, after.programme) == ("Trưởng ban", "Kế hoạch năm 2022")


def test_a_task_number_with_a_point_is_one_task(province: Engine) -> None:
    hand_in_progress(province, "001", Q3, date(2022, 10, 8), {"task.2.1.state": "not_arisen"})
    assert task(province, date(2022, 10, 8), "2.1").state is State.NOT_ARISEN
    assert task(province, date(2022, 10, 8), "2.1", unit="002").state is State.OVERDUE


def test_a_task_reported_done_and_reopened_is_open_again(province: Engine) -> None:
    hand_in_progress(province, "001", Q1, date(2022, 4, 8), DONE)
    hand_in_progress(province, "001", Q2, date(2022, 7, 8))
    assert task(province, date(2022, 7, 7), "1").state is State.ON_TIME
    assert task(province, date(2022, 7, 8), "1").state is State.OVERDUE


def test_periods_with_something_owed_are_known_the_newest_first(province: Engine) -> None:
    found = periods_with_duties(province, MEMBER, date(2022, 4, 30))
    assert list(found) == sorted(found, key=lambda one: (one.last_day, one.is_year), reverse=True)
    assert {Q1, YEAR} < set(found)


def test_overdue_lists_tasks_and_forms_oldest_first(province: Engine) -> None:
    day = date(2022, 4, 30)
    hand_in_progress(province, "001", Q1, date(2022, 4, 8), DONE)
    found = [(one.obligation.title, one.days_late) for one in overdue(province, MEMBER, day, "002")]
    assert found == [("Ban hành kế hoạch", 30), ("Báo cáo tiến độ", 20), ("Bảng tự chấm điểm", 15)]
    everyone = overdue(province, MEMBER, day)
    assert [one.days_late for one in everyone] == sorted(
        (one.days_late for one in everyone), reverse=True
    )
    assert {one.unit.code for one in everyone} == {"001", "002", "003"}

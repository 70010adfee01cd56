"""The ladder of reminders, rung by rung."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scoring.obligations import (
    Extension,
    Fulfilment,
    Obligation,
    SentBack,
    State,
    last_day_on,
    state_on,
)
from scoring.periods import Period
from scoring.reminder_days import Step, step

DUE = date(2024, 6, 10)
OWED = Obligation("001", "kh", "Báo cáo", Period(2024), DUE, form="bc")
RUNGS = {-7, -3, -1, 0, 1, 3, 7, 14, 21, 28, 35, 42}


@pytest.mark.parametrize("days", range(-20, 43))
def test_reminders_go_out_on_these_days_and_on_no_others(days: int) -> None:
    day = DUE + timedelta(days)
    found = step(DUE, state_on(OWED, None, day), day)
    assert found == (Step(days) if days in RUNGS else None)
    if found is not None:
        assert found.is_late == (days > 0)


def test_an_extension_moves_the_ladder() -> None:
    extended = replace(OWED, extensions=(Extension(DUE + timedelta(5), DUE - timedelta(30)),))
    day = DUE + timedelta(2)
    assert step(last_day_on(extended, None, day), State.EXTENDED, day) == Step(-3)
    assert step(DUE, State.OVERDUE, day) is None


@pytest.mark.parametrize("state", [State.ON_TIME, State.LATE, State.NOT_ARISEN, State.EXEMPT])
def test_nobody_is_reminded_of_what_is_met_or_not_expected(state: State) -> None:
    assert step(DUE, state, DUE) is None


def test_nobody_is_reminded_of_what_has_no_deadline() -> None:
    assert step(None, State.NO_DEADLINE, DUE) is None


def test_a_correction_has_a_ladder_of_its_own() -> None:
    owed = replace(OWED, sent_back=SentBack(5, working=False))
    met = Fulfilment(DUE, sent_back=DUE + timedelta(2))
    day = DUE + timedelta(6)
    assert step(last_day_on(owed, met, day), state_on(owed, met, day), day) == Step(-1)

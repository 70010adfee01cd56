import pytest

from scoring.obligations import NOT_EXPECTED, State
from scoring.progress import STATES
from scoring.stages import Stage, stage_of

OPEN = (State.NOT_DUE, State.DUE_SOON, State.EXTENDED, State.NO_DEADLINE)


@pytest.mark.parametrize("state", OPEN)
def test_what_is_open_is_where_its_report_says(state: State) -> None:
    assert stage_of(state, "doing") is Stage.DOING
    assert stage_of(state, "not_started") is Stage.NOT_STARTED
    assert stage_of(state) is Stage.UNSAID


@pytest.mark.parametrize("reported", ["", *(choice.code for choice in STATES)])
def test_no_report_makes_what_is_overdue_look_better(reported: str) -> None:
    assert stage_of(State.OVERDUE, reported) is Stage.OVERDUE


def test_late_stays_late_and_nobody_is_counted_who_owes_nothing() -> None:
    assert stage_of(State.ON_TIME, "done") is Stage.DONE
    assert stage_of(State.LATE, "done") is Stage.DONE_LATE
    assert {stage_of(state, "doing") for state in NOT_EXPECTED} == {Stage.NOT_EXPECTED}


def test_every_state_has_a_stage() -> None:
    assert {stage_of(state) for state in State} == set(Stage) - {Stage.DOING, Stage.NOT_STARTED}

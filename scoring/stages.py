"""How far a unit has come with a duty: its state on a day, and what its own report says of it."""

from enum import StrEnum

from scoring.obligations import NOT_EXPECTED, State

# As the progress form has them (scoring/progress.py).
_DOING, _NOT_STARTED = "doing", "not_started"


class Stage(StrEnum):
    """From met to not owed. UNSAID: open, and no report says anything of it."""

    DONE = "done"
    DONE_LATE = "done_late"
    DOING = "doing"
    NOT_STARTED = "not_started"
    UNSAID = "unsaid"
    OVERDUE = "overdue"
    NOT_EXPECTED = "not_expected"


MET = frozenset({Stage.DONE, Stage.DONE_LATE})


def stage_of(state: State, reported: str = "") -> Stage:
    """`reported` is the newest report's word for the task, empty where there is none. A report
    never makes what is overdue look better."""
    if state in NOT_EXPECTED:
        return Stage.NOT_EXPECTED
    if state is State.ON_TIME:
        return Stage.DONE
    if state is State.LATE:
        return Stage.DONE_LATE
    if state is State.OVERDUE:
        return Stage.OVERDUE
    return {_DOING: Stage.DOING, _NOT_STARTED: Stage.NOT_STARTED}.get(reported, Stage.UNSAID)

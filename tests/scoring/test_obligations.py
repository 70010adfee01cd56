"""The state of an obligation on a day, at its edges."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.obligations import (
    Extension,
    Fulfilment,
    Obligation,
    State,
    days_late,
    state_on,
)
from scoring.periods import Period

DUE = date(2022, 4, 10)
OWED = Obligation("001", "kh", "Báo cáo", Period(2022, 1), DUE)
GRANTED = date(2022, 3, 1)


def until(day: date) -> tuple[Extension, ...]:
    return (Extension(day, GRANTED),)


EXTENDED = replace(OWED, extensions=until(date(2022, 4, 20)))
SHORTENED = replace(OWED, extensions=until(date(2022, 4, 1)))
NO_DEADLINE = replace(OWED, due=None)
ENDLESS = replace(NO_DEADLINE, extensions=until(date(2022, 4, 20)))
EXEMPT = replace(OWED, exempt=True)


def on(text: str) -> date:
    day, month = text.split("/")
    return date(2022, int(month), int(day))


ROWS = [
    # obligation, met on, not arisen, viewed on, state, days late, why
    (OWED, None, "27/3", State.DUE_SOON, 0, "fourteen days before"),
    (OWED, None, "26/3", State.NOT_DUE, 0, "fifteen days before"),
    (OWED, None, "10/4", State.DUE_SOON, 0, "due today is not overdue"),
    (OWED, None, "11/4", State.OVERDUE, 1, "the day after"),
    (OWED, "10/4", "10/4", State.ON_TIME, 0, "met on the last day, seen the same day"),
    (OWED, "11/4", "30/4", State.LATE, 1, "met a day late: the count stops there"),
    (OWED, "15/4", "12/4", State.OVERDUE, 2, "what comes later has not happened yet"),
    (OWED, "15/4", "5/4", State.DUE_SOON, 0, "nor has it before the last day"),
    (OWED, "1/1", "26/3", State.ON_TIME, 0, "met long before"),
    (EXTENDED, None, "10/4", State.DUE_SOON, 0, "extended, the old day not yet passed"),
    (EXTENDED, None, "11/4", State.EXTENDED, 0, "the old day passed, the new one not"),
    (EXTENDED, None, "20/4", State.EXTENDED, 0, "the last day of the extension"),
    (EXTENDED, None, "21/4", State.OVERDUE, 1, "counted from the extension"),
    (EXTENDED, "20/4", "30/4", State.ON_TIME, 0, "met within the extension"),
    (EXTENDED, "22/4", "30/4", State.LATE, 2, "met after it"),
    (SHORTENED, None, "5/4", State.DUE_SOON, 0, "an extension never takes days away"),
    (SHORTENED, None, "11/4", State.OVERDUE, 1, "nor does it count as one"),
    (SHORTENED, "10/4", "11/4", State.ON_TIME, 0, "the old day still holds"),
    (NO_DEADLINE, None, "31/12", State.NO_DEADLINE, 0, "no deadline, never overdue"),
    (NO_DEADLINE, "31/12", "31/12", State.ON_TIME, 0, "no deadline, never late"),
    (ENDLESS, None, "31/12", State.NO_DEADLINE, 0, "what has no deadline is not extended"),
    (EXEMPT, None, "31/12", State.EXEMPT, 0, "exempt, long past"),
    (EXEMPT, "30/4", "31/12", State.EXEMPT, 0, "exempt though it came"),
]


@pytest.mark.parametrize(
    ("owed", "met", "day", "state", "late"), [row[:5] for row in ROWS], ids=[r[5] for r in ROWS]
)
def test_state_and_days_late(
    owed: Obligation, met: str | None, day: str, state: State, late: int
) -> None:
    fulfilment = Fulfilment(on(met)) if met else None
    assert state_on(owed, fulfilment, on(day)) is state
    assert days_late(owed, fulfilment, on(day)) == late


NOT_ARISEN = [
    (OWED, "30/4", "30/4", State.NOT_ARISEN, 0, "said after the last day: still not late"),
    (OWED, "30/4", "12/4", State.OVERDUE, 2, "not yet said"),
    (NO_DEADLINE, "30/4", "30/4", State.NOT_ARISEN, 0, "no deadline"),
    (EXEMPT, "30/4", "30/4", State.EXEMPT, 0, "exempt weighs more"),
]


@pytest.mark.parametrize(
    ("owed", "said", "day", "state", "late"),
    [row[:5] for row in NOT_ARISEN],
    ids=[row[5] for row in NOT_ARISEN],
)
def test_what_did_not_arise_is_not_late(
    owed: Obligation, said: str, day: str, state: State, late: int
) -> None:
    fulfilment = Fulfilment(on(said), not_arisen=True)
    assert state_on(owed, fulfilment, on(day)) is state
    assert days_late(owed, fulfilment, on(day)) == late


DAYS = st.dates(date(2022, 1, 1), date(2022, 12, 31))


@given(DAYS | st.none(), DAYS | st.none(), DAYS, DAYS | st.none(), st.booleans())
def test_late_or_overdue_is_exactly_days_late(
    due: date | None, extended: date | None, day: date, met: date | None, exempt: bool
) -> None:
    extensions = until(extended) if extended else ()
    owed = replace(OWED, due=due, extensions=extensions, exempt=exempt)
    fulfilment = Fulfilment(met) if met else None
    late = state_on(owed, fulfilment, day) in (State.LATE, State.OVERDUE)
    assert late == (days_late(owed, fulfilment, day) > 0)


@given(DAYS, DAYS, DAYS)
def test_an_extension_never_makes_anyone_later(due: date, extended: date, day: date) -> None:
    owed = replace(OWED, due=due)
    longer = replace(owed, extensions=until(extended))
    assert days_late(longer, None, day) <= days_late(owed, None, day)


@given(DAYS, DAYS)
def test_an_open_obligation_is_one_day_later_each_day(due: date, day: date) -> None:
    owed = replace(OWED, due=due)
    today, tomorrow = (days_late(owed, None, day + timedelta(days=n)) for n in (0, 1))
    assert tomorrow - today == (1 if day >= due else 0)

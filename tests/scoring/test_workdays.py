"""Working days between two days, over weekends, days off and Saturdays worked in exchange."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.workdays import WorkCalendar

# Tuesday 30/04/2024 and Wednesday 01/05 are holidays, Monday 29/04 is off for Saturday 04/05.
CALENDAR = WorkCalendar(
    frozenset({date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)}),
    frozenset({date(2024, 5, 4)}),
)
DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("after", "until", "days"),
    [
        (date(2024, 4, 26), date(2024, 4, 26), 0),
        (date(2024, 4, 25), date(2024, 4, 26), 1),
        (date(2024, 4, 26), date(2024, 4, 28), 0),  # a weekend
        (date(2024, 4, 26), date(2024, 5, 1), 0),  # and the days off after it
        (date(2024, 4, 26), date(2024, 5, 2), 1),
        (date(2024, 5, 3), date(2024, 5, 5), 1),  # the Saturday that was worked
        (date(2024, 5, 6), date(2024, 5, 3), 0),  # backwards: none
    ],
)
def test_between(after: date, until: date, days: int) -> None:
    assert CALENDAR.between(after, until) == days


@given(DAYS, DAYS, DAYS)
def test_days_between_add_up(one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    whole = CALENDAR.between(first, last)
    assert whole == CALENDAR.between(first, middle) + CALENDAR.between(middle, last)
    assert whole <= (last - first).days


@given(DAYS)
def test_a_week_without_days_off_has_five(day: date) -> None:
    assert WorkCalendar().between(day, day + timedelta(days=7)) == 5

"""Working days between two days, over weekends, days off and Saturdays worked in exchange."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.workdays import PLAIN, WorkCalendar
from tests.tet import OFFICES_2024

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


# 02/01/2026 was off, Saturday 10/01 worked for it; 24/11/2026 may or may not be a day off.
CULTURE_DAY = date(2026, 11, 24)
OFFICES_2026 = WorkCalendar(
    frozenset({date(2026, 1, 1), date(2026, 1, 2), CULTURE_DAY}),
    frozenset({date(2026, 1, 10)}),
    frozenset({CULTURE_DAY}),
)

ADDED = [
    # calendar, anchor, n, day, why
    (OFFICES_2024, date(2024, 2, 5), 5, date(2024, 2, 19), "over Tết"),
    (OFFICES_2026, date(2025, 12, 31), 5, date(2026, 1, 9), "over a swapped day"),
    (OFFICES_2026, date(2025, 12, 31), 6, date(2026, 1, 10), "onto the Saturday that was worked"),
    (OFFICES_2026, date(2026, 11, 20), 5, date(2026, 11, 30), "with the uncertain day off"),
    (OFFICES_2026.without_uncertain(), date(2026, 11, 20), 5, date(2026, 11, 27), "without it"),
    (PLAIN, date(2024, 6, 9), 0, date(2024, 6, 10), "none from a Sunday: the next working day"),
    (PLAIN, date(2024, 6, 7), 0, date(2024, 6, 7), "none from a Friday: that day"),
    (PLAIN, date(2024, 6, 10), -1, date(2024, 6, 7), "the working day before"),
    (OFFICES_2024, date(2024, 2, 19), -5, date(2024, 2, 5), "back over Tết"),
]


@pytest.mark.parametrize(
    ("calendar", "anchor", "n", "day"), [row[:4] for row in ADDED], ids=[row[4] for row in ADDED]
)
def test_working_days_are_added(calendar: WorkCalendar, anchor: date, n: int, day: date) -> None:
    assert calendar.add(anchor, n) == day


def test_a_sunday_is_a_day_off_between_its_friday_and_monday() -> None:
    sunday = date(2024, 6, 9)
    assert not PLAIN.is_working(sunday)
    assert (PLAIN.previous(sunday), PLAIN.next(sunday)) == (date(2024, 6, 7), date(2024, 6, 10))
    assert PLAIN.next(date(2024, 6, 7)) == PLAIN.previous(date(2024, 6, 7)) == date(2024, 6, 7)


def test_the_uncertain_days_met_are_named_and_those_of_a_weekend_are_not() -> None:
    first, last = date(2026, 11, 23), date(2026, 11, 25)
    assert OFFICES_2026.uncertain_between(first, last) == (CULTURE_DAY,)
    assert OFFICES_2026.uncertain_between(CULTURE_DAY, CULTURE_DAY) == (CULTURE_DAY,)
    assert OFFICES_2026.uncertain_between(date(2026, 11, 25), last) == ()
    saturday = frozenset({date(2026, 11, 28)})
    weekend = WorkCalendar(saturday, uncertain=saturday)
    assert weekend.uncertain_between(date(2026, 11, 1), date(2026, 11, 30)) == ()


def test_what_a_day_is_called_makes_no_other_calendar() -> None:
    day = date(2024, 9, 2)
    named = WorkCalendar(frozenset({day}), labels={day: "Quốc khánh"})
    assert named == WorkCalendar(frozenset({day}))
    assert hash(named) == hash(WorkCalendar(frozenset({day})))


@given(DAYS, st.integers(1, 60))
def test_adding_and_counting_are_the_same(anchor: date, n: int) -> None:
    last = OFFICES_2024.add(anchor, n)
    assert OFFICES_2024.is_working(last)
    assert OFFICES_2024.between(anchor, last) == n


@given(DAYS, st.integers(0, 60))
def test_days_off_never_bring_the_last_day_nearer(anchor: date, n: int) -> None:
    only_off = WorkCalendar(OFFICES_2024.off)
    assert only_off.add(anchor, n) >= PLAIN.add(anchor, n)

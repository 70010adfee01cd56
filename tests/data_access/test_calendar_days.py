"""The calendar of offices: the package, what corrects it, what the secretariat entered."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.actions.calendar import set_day
from data_access.calendar_days import office_calendar
from data_access.database import data_version, reading
from data_access.queries import calendar
from data_access.queries.calendar import CalendarDay, Reckoned
from scoring.refusals import Refusal, Refused
from scoring.timing import Reading, Roll
from scoring.workdays import PLAIN, DayKind, WorkCalendar
from tests.builders import CLERK_A, LEADER, MEMBER, SECRETARY, at

CULTURE_DAY = date(2026, 11, 24)
WHY = ("Ngày Văn hóa Việt Nam", "Thông báo 5/TB")


def offices(engine: Engine, *years: int) -> WorkCalendar:
    with reading(engine) as connection:
        return office_calendar(connection, years)


# Typed from the decrees of each year: days off from Monday to Friday, Saturdays worked for them.
OFF = {
    2022: "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02",
    2023: "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
    2024: "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
    2025: "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
}
WORKED = {2024: ["2024-05-04"], 2025: ["2025-04-26"], 2026: ["2026-01-10", "2026-08-22"]}


@pytest.mark.parametrize("year", OFF)
def test_the_years_as_decreed(small: Engine, year: int) -> None:
    found = offices(small, year)
    weekdays = {day for day in found.off if day.year == year and day.weekday() < 5}
    assert weekdays == {date.fromisoformat(f"{year}-{day}") for day in OFF[year].split()}
    worked = sorted(str(day) for day in found.worked if day.year == year)
    assert worked == WORKED.get(year, [])
    assert all(day.weekday() >= 5 for day in found.worked)


RECKONED = [
    # from, working days, last day, otherwise, uncertain days, why
    (date(2024, 2, 5), 5, date(2024, 2, 19), None, (), "over Tết"),
    (date(2025, 12, 31), 5, date(2026, 1, 9), None, (), "a swapped day the package misses"),
    (
        date(2026, 11, 20),
        5,
        date(2026, 11, 30),
        date(2026, 11, 27),
        (CULTURE_DAY,),
        "an uncertain day, both ways",
    ),
    (date(2024, 6, 9), 0, date(2024, 6, 10), None, (), "a Sunday"),
]


@pytest.mark.parametrize(
    ("first", "n", "last", "otherwise", "met"),
    [row[:5] for row in RECKONED],
    ids=[row[5] for row in RECKONED],
)
def test_working_days_are_reckoned(
    small: Engine,
    first: date,
    n: int,
    last: date,
    otherwise: date | None,
    met: tuple[date, ...],
) -> None:
    assert calendar.reckon(small, first, n) == Reckoned(last, otherwise, met)
    assert calendar.count(small, first, n) == (last, otherwise)


def test_years_far_apart_are_reckoned_too(small: Engine) -> None:
    last, _ = calendar.count(small, date(2024, 1, 1), 700)
    assert offices(small, 2024, 2027).between(date(2024, 1, 1), last) == 700


def test_the_latest_entry_of_a_day_counts_before_all_that_was_known(province: Engine) -> None:
    first = date(2026, 11, 20)
    set_day(province, SECRETARY, CULTURE_DAY, DayKind.ORDINARY, *WHY)
    assert calendar.count(province, first, 5) == (date(2026, 11, 27), None)
    set_day(province, SECRETARY, CULTURE_DAY, DayKind.OFF, *WHY)
    assert calendar.count(province, first, 5) == (date(2026, 11, 30), None)
    set_day(province, SECRETARY, CULTURE_DAY, DayKind.UNCERTAIN, *WHY)
    assert calendar.count(province, first, 5) == (date(2026, 11, 30), date(2026, 11, 27))


def test_each_kind_of_entry_makes_of_a_day_what_it_says(province: Engine) -> None:
    saturday, monday = date(2024, 7, 6), date(2024, 7, 8)
    for day in (saturday, monday):
        set_day(province, SECRETARY, day, DayKind.WORKED, *WHY)
        assert offices(province, 2024).is_working(day)
        for kind in (DayKind.OFF, DayKind.UNCERTAIN):
            set_day(province, SECRETARY, day, kind, *WHY)
            assert not offices(province, 2024).is_working(day)
        set_day(province, SECRETARY, day, DayKind.ORDINARY, *WHY)
        assert offices(province, 2024).is_working(day) == (day == monday)


def test_the_year_lists_its_days_with_their_source_and_who_entered_them(province: Engine) -> None:
    moments = at(date(2023, 1, 5))
    set_day(province, SECRETARY, CULTURE_DAY, DayKind.OFF, *WHY, moments=moments)
    listed = {one.day: one for one in calendar.year(province, CLERK_A, 2026)}
    assert listed[CULTURE_DAY] == CalendarDay(
        CULTURE_DAY, DayKind.OFF, *WHY, SECRETARY.name, moments.official
    )
    swapped = listed[date(2026, 1, 10)]
    assert (swapped.kind, swapped.by, swapped.at) == (DayKind.WORKED, "", None)
    assert all(one.source and one.label for one in listed.values())
    assert list(listed) == sorted(listed)
    assert {day.year for day in listed} == {2026}


def test_what_is_not_decided_yet_is_marked_uncertain(small: Engine) -> None:
    kinds = {one.day: one.kind for one in calendar.year(small, MEMBER, 2027)}
    assert kinds[date(2027, 2, 8)] is DayKind.UNCERTAIN
    assert kinds[date(2027, 11, 24)] is DayKind.UNCERTAIN
    assert kinds[date(2027, 4, 30)] is DayKind.OFF
    found = offices(small, 2027)
    assert found.uncertain <= found.off


def test_of_every_later_year_what_is_decided_yearly_is_uncertain(small: Engine) -> None:
    """Typed from the package's days; 26/01 and 27/01/2028 are the first two days of Tết."""
    found = {
        2028: "01-24 01-25 01-28 01-29 09-01 09-04 11-24",
        2029: "02-12 02-15 02-16 09-03 09-04 11-24 11-26",
    }
    for year, days in found.items():
        uncertain = {day for day in offices(small, year).uncertain if day.year == year}
        assert uncertain == {date.fromisoformat(f"{year}-{day}") for day in days.split()}


def test_an_entry_holds_for_past_days_too(small: Engine) -> None:
    """A day off that was learnt of later was one all along."""
    before = calendar.count(small, date(2022, 3, 1), 5)
    set_day(small, SECRETARY, date(2022, 3, 3), DayKind.OFF, *WHY)
    after = calendar.count(small, date(2022, 3, 1), 5)
    assert (before[0], after[0]) == (date(2022, 3, 8), date(2022, 3, 9))


@pytest.mark.parametrize("actor", [LEADER, MEMBER, CLERK_A])
def test_only_the_secretariat_corrects(small: Engine, actor: Actor) -> None:
    version = data_version(small)
    with pytest.raises(Refused) as caught:
        set_day(small, actor, CULTURE_DAY, DayKind.OFF, *WHY)
    assert caught.value.code is Refusal.ROLE_NOT_ALLOWED
    assert data_version(small) == version


WRONG = [
    (CULTURE_DAY, " ", "Thông báo 5/TB", Refusal.WORDS_REQUIRED),
    (CULTURE_DAY, "Nghỉ", "  ", Refusal.DOCUMENT_REQUIRED),
    (CULTURE_DAY, "Nghỉ" * 600, "Thông báo 5/TB", Refusal.WORDS_TOO_LONG),
    (date(1989, 12, 31), "Nghỉ", "Thông báo 5/TB", Refusal.DAY_OUTSIDE),
    (date(2101, 1, 1), "Nghỉ", "Thông báo 5/TB", Refusal.DAY_OUTSIDE),
]


@pytest.mark.parametrize(("day", "label", "source", "code"), WRONG)
def test_an_entry_says_what_and_why(
    small: Engine, day: date, label: str, source: str, code: Refusal
) -> None:
    with pytest.raises(Refused) as caught:
        set_day(small, SECRETARY, day, DayKind.OFF, label, source)
    assert caught.value.code is code


def test_one_state_of_the_data_has_one_calendar(small: Engine) -> None:
    assert offices(small, 2024) is offices(small, 2024)
    set_day(small, SECRETARY, CULTURE_DAY, DayKind.OFF, *WHY)
    assert offices(small, 2026) is offices(small, 2026)
    assert offices(small) == PLAIN


def test_words_are_read_with_the_calendar_of_offices(small: Engine) -> None:
    words = "chậm nhất 05 ngày làm việc kể từ ngày ban hành"
    found = calendar.read(small, words, 2024, anchor=date(2024, 2, 5))
    assert (found.timing.due, found.choices) == (date(2024, 2, 19), None)
    over_new_year = calendar.read(small, words, 2026, anchor=date(2025, 12, 31))
    assert over_new_year.timing.due == date(2026, 1, 9)
    sunday = calendar.read(small, "trước ngày 10/6/2024", 2024, roll=Roll.PREVIOUS)
    assert sunday.timing.due == date(2024, 6, 7)
    assert sunday.choices == (date(2024, 6, 9), date(2024, 6, 7), date(2024, 6, 10))
    holiday = calendar.read(small, "ngày 30/4/2024", 2024)
    assert holiday.choices == (date(2024, 4, 30), date(2024, 4, 26), date(2024, 5, 2))
    assert calendar.read(small, "sớm", 2024).timing.reading is Reading.UNREAD

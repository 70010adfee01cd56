"""Quarters and years know the calendar, and nothing else is a period."""

from datetime import date

import pytest

from scoring.periods import Period, parse_period, periods_of_year

DAYS = [
    ("2022-Q1", date(2022, 1, 1), date(2022, 3, 31)),
    ("2022-Q2", date(2022, 4, 1), date(2022, 6, 30)),
    ("2022-Q3", date(2022, 7, 1), date(2022, 9, 30)),
    ("2022-Q4", date(2022, 10, 1), date(2022, 12, 31)),
    ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
]


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_a_period_has_its_days_and_is_written_as_it_was_read(
    text: str, first: date, last: date
) -> None:
    period = parse_period(text)
    assert (period.first_day, period.last_day, str(period)) == (first, last, text)


NOT_PERIODS = [
    ("2022-Q5", "no fifth quarter"),
    ("2022-Q0", "nor a quarter before the first"),
    ("2022-q1", "the mark is written large"),
    ("22", "a year has four digits"),
    ("0022", "a year of this or the last millennium"),
    (" 2022", "no space before"),
    ("2022\n", "no line end after"),
    ("2０22", "no digit of another script"),
    ("Quý I/2022", "words are read elsewhere"),
    ("", "nothing"),
]


@pytest.mark.parametrize("text", [row[0] for row in NOT_PERIODS], ids=[r[1] for r in NOT_PERIODS])
def test_anything_else_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="not a period"):
        parse_period(text)


def test_marks_are_the_words_of_the_criteria_table() -> None:
    assert [period.mark for period in periods_of_year(2022)] == ["Q1", "Q2", "Q3", "Q4", "Y"]


def test_the_year_is_read_from_the_fourth_quarter() -> None:
    assert Period(2022).is_year
    assert Period(2022).quarter_of_record == Period(2022, 4)
    assert Period(2022, 2).quarter_of_record == Period(2022, 2)


def test_returns_are_cumulative_from_january() -> None:
    assert Period(2022, 2).quarters_to_date() == (Period(2022, 1), Period(2022, 2))
    assert len(Period(2022).quarters_to_date()) == 4


CONTAINED = [
    ("2022", "2022", True, "itself"),
    ("2022", "2022-Q3", True, "a year contains its quarters"),
    ("2022-Q3", "2022-Q3", True, "itself"),
    ("2022-Q3", "2022", False, "a quarter does not contain its year"),
    ("2022-Q3", "2022-Q2", False, "another quarter"),
    ("2022", "2023-Q1", False, "another year"),
]


@pytest.mark.parametrize(
    ("outer", "inner", "contains"), [row[:3] for row in CONTAINED], ids=[r[3] for r in CONTAINED]
)
def test_what_a_period_contains(outer: str, inner: str, contains: bool) -> None:
    assert parse_period(outer).contains(parse_period(inner)) is contains


def test_quarters_come_in_the_order_of_time() -> None:
    assert Period(2021, 4) < Period(2022, 1) < Period(2022, 2)

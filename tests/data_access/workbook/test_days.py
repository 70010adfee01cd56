"""Dates as people type them, day first."""

from datetime import date
from decimal import Decimal

import pytest

from data_access.workbook.days import day_of_serial, lacks_the_day, read_date


@pytest.mark.parametrize(
    "typed",
    [
        "5/4/2024",
        "05/04/2024",
        "05.04.2024",
        "05.04.24",
        "5/4/24",  # nobody here means the fourth of May, or 1924
        "5-4-2024",
        "5 / 4 / 2024",
        "０５/０４/２０２４",
        "2024-04-05",
        "2024/04/05",
        "2024-04-05 00:00:00",  # pasted from a database
        "2024-04-05T08:30",
        "05/04/2024 08:30",
        "ngày 05/4/2024",
        "ngày 5 tháng 4 năm 2024",
        "Ngày 05 Tháng 04 Năm 2024.",
        "05 tháng 4, 2024",
        "5 tháng 4 năm 2024",
        "Thứ Sáu, ngày 5 tháng 4 năm 2024",
    ],
)
def test_dates_are_read_day_first(typed: str) -> None:
    assert read_date(typed) == date(2024, 4, 5)


@pytest.mark.parametrize(
    "typed",
    ["31/2/2024", "ngày 31 tháng 2 năm 2024", "04/25/2024", "5/4-2024", "5/4/024", "0/1/2024"],
)
def test_a_day_that_never_was_is_no_date_and_no_period(typed: str) -> None:
    assert read_date(typed) is None and not lacks_the_day(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Quý III/2022",
        "Q3/2022",
        "6 tháng đầu năm",
        "tháng 4",
        "tháng 4/2024",
        "4/2024",
        "2024",
        "năm 2024",
        "5/4",
        "ngày 5 tháng 4",
        "tuần 2 tháng 3",
        "cuối kỳ",
    ],
)
def test_a_period_lacks_the_day(typed: str) -> None:
    assert read_date(typed) is None and lacks_the_day(typed)


@pytest.mark.parametrize(
    ("serial", "since_1904", "day"),
    [
        ("45387", False, date(2024, 4, 5)),
        ("43925", True, date(2024, 4, 5)),
        ("45387.75", False, date(2024, 4, 5)),  # with a time of day
        ("2024", False, None),  # a year
        ("20240405", False, None),
        ("-1", False, None),
        ("5.4", False, None),
    ],
)
def test_a_serial_is_a_day_where_it_can_be_nothing_else(
    serial: str, since_1904: bool, day: date | None
) -> None:
    assert day_of_serial(Decimal(serial), since_1904=since_1904) == day

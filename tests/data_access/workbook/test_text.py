"""What people type, read without guessing."""

from datetime import date
from decimal import Decimal

import pytest

from data_access.workbook.text import Ambiguous, clean, folded, read_absent, read_date, read_number
from scoring.facts import Absent


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5,5", "5.5"),
        ("5.5", "5.5"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),  # two groups cannot be a decimal mark
        ("1,234,567.89", "1234567.89"),
        ("0,123", "0.123"),  # a thousands group never follows a lone zero
        ("1234,567", "1234.567"),  # four digits before the mark are no group
        ("+ 0,1", "0.1"),
        ("- 0,25", "-0.25"),
        ("−0,5", "-0.5"),  # U+2212, as typeset tables have it
        ("５,５", "5.5"),  # full-width digits from East Asian keyboards
        ("\u00a03\u00a0", "3"),
        ("1 234 567", "1234567"),
        ("03", "3"),
        ("87,29%", "87.29"),
    ],
)
def test_a_number_with_one_reading_is_read(typed: str, number: str) -> None:
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["2.117", "2,117"])
def test_a_number_with_two_readings_is_given_back_with_both(typed: str) -> None:
    assert read_number(typed) == Ambiguous(Decimal(2117), Decimal("2.117"))
    assert read_number(f"- {typed}") == Ambiguous(Decimal(-2117), Decimal("-2.117"))


@pytest.mark.parametrize(
    "typed",
    [
        "12 hồ sơ",
        "03/3",
        "5,5/3,5",
        "5.",  # unfinished
        "12 34",  # no groups of three
        "1.23.456",
        "1.234,567,8",
        "5²",  # a power is not another digit
        "٣",  # digits of another script
        "9" * 40,  # no figure of any unit
        "",
        "-",
    ],
)
def test_what_is_no_number_is_not_forced_into_one(typed: str) -> None:
    assert read_number(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "5/4/2024",
        "05/04/2024",
        "05.04.2024",
        "5-4-2024",
        "2024-04-05",
        "2024-04-05 00:00:00",  # pasted from a database
        "ngày 5 tháng 4 năm 2024",
        "Ngày 05 Tháng 04 Năm 2024",
    ],
)
def test_dates_are_read_day_first(typed: str) -> None:
    assert read_date(typed) == date(2024, 4, 5)


@pytest.mark.parametrize("typed", ["31/2/2024", "5/4/24", "5/4", "tháng 4", "5/4-2024"])
def test_what_is_no_full_date_is_none(typed: str) -> None:
    assert read_date(typed) is None


@pytest.mark.parametrize(
    ("typed", "absent"),
    [
        ("KPS", Absent.NOT_ARISEN),
        (" không  phát sinh. ", Absent.NOT_ARISEN),
        ("Không có", Absent.NOT_ARISEN),
        ("-", Absent.NOT_ARISEN),
        ("–", Absent.NOT_ARISEN),
        ("kad", Absent.NOT_APPLICABLE),
        ("Không áp dụng", Absent.NOT_APPLICABLE),
        ("Không", None),  # the answer to a question
        ("Không biết", None),
    ],
)
def test_words_for_nothing(typed: str, absent: Absent | None) -> None:
    assert read_absent(typed) is absent


def test_comparison_ignores_what_cannot_be_seen() -> None:
    assert clean("Hòa\u00a0 Bình\u00ad\n\u200b") == clean("hoà bình")
    assert clean("Ðiểm") == clean("Điểm")  # the Icelandic letter of old converters
    assert clean("Thuỷ") == clean("Thủy")


def test_comparison_never_drops_accents() -> None:
    assert clean("Sơn Hà") != clean("Sơn Hạ")
    assert clean("Ba Tơ") != clean("Ba Tô")
    assert folded("Sơn Hà") == folded("SƠN HẠ") == "son ha"

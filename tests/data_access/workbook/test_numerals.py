"""Numbers as people type them, read without guessing."""

from decimal import Decimal

import pytest

from data_access.workbook.numerals import (
    Ambiguous,
    holds_several_numbers,
    read_number,
    read_part_of,
    read_share,
)


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
        ("１２", "12"),
        ("\u00a03\u00a0", "3"),
        ("1\u202f234\u00a0567", "1234567"),  # no-break spaces between the groups
        ("03", "3"),
        ("87,29%", "87.29"),
        ("87,29 %", "87.29"),
        ("12 hồ sơ", "12"),
        ("12 (hồ sơ).", "12"),
        ("1.234.567 đồng", "1234567"),
        ("5,5 điểm", "5.5"),
        ("30 thôn/tổ dân phố", "30"),
        ("12ha", "12"),
        ("12 m²", "12"),
    ],
)
def test_a_number_with_one_reading_is_read(typed: str, number: str) -> None:
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["2.117", "2,117"])
def test_a_number_with_two_readings_is_given_back_with_both(typed: str) -> None:
    assert read_number(typed) == Ambiguous(Decimal(2117), Decimal("2.117"))
    assert read_number(f"- {typed}") == Ambiguous(Decimal(-2117), Decimal("-2.117"))
    assert read_number(f"{typed} hộ") == Ambiguous(Decimal(2117), Decimal("2.117"))


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("12 nghìn", "12", "12000"),
        ("12 ngàn đồng", "12", "12000"),
        ("12k", "12", "12000"),
        ("1,5 triệu đồng", "1.5", "1500000"),
        ("2 tr.đ", "2", "2000000"),
        ("3 tỷ", "3", "3000000000"),
        ("3 tỉ", "3", "3000000000"),
        ("- 5 hồ sơ", "5", "-5"),  # a dash of a list, or a minus
    ],
)
def test_a_word_that_changes_the_size_leaves_two_readings(
    typed: str, first: str, second: str
) -> None:
    assert read_number(typed) == Ambiguous(Decimal(first), Decimal(second))


@pytest.mark.parametrize(
    "typed",
    [
        "03/3",
        "5,5/3,5",
        "12 hồ sơ, 3 tổ",
        "5 rưỡi",
        "12 trở lên",
        "12 không đạt",
        "hơn 12",
        "đạt 87,29%",
        "87,29% hộ",  # the share, or the households?
        "5.",  # unfinished
        "12 34",  # no groups of three
        "1.23.456",
        "1.234,567,8",
        "5²",  # a power is not another digit
        "٣",  # digits of another script
        "1e5",
        "0x10",
        "9" * 40,  # no figure of any unit
        "9" * 40 + " hộ",
        "",
        "-",
    ],
)
def test_what_is_no_number_is_not_forced_into_one(typed: str) -> None:
    assert read_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "several"),
    [
        ("03/3", True),
        ("5,5/3,5", True),
        ("213/244, đạt 87,29%", True),
        ("12 hồ sơ, 3 tổ", True),
        ("5 - 7", True),
        ("1.23.456", False),
        ("hơn 12", False),
        ("?", False),
    ],
)
def test_several_numbers_in_a_cell_are_known_as_such(typed: str, several: bool) -> None:
    assert holds_several_numbers(typed) is several


@pytest.mark.parametrize(
    ("typed", "whole", "part"),
    [
        ("03/3", "3", "3"),
        ("2,5 / 3", "3", "2.5"),
        ("3,5/3,5", "3.5", "3.5"),
        ("03/3", "5", None),  # of another whole
        ("5,5/3,5", "3.5", None),  # more than all
        ("3/3/2024", "3", None),
        ("3", "3", None),  # no fraction at all
    ],
)
def test_a_fraction_of_the_maximum_is_its_first_number(
    typed: str, whole: str, part: str | None
) -> None:
    assert read_part_of(typed, Decimal(whole)) == (None if part is None else Decimal(part))


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("213/244, đạt 87,29%", "87.29"),  # cut off
        ("213/244, đạt 87,30%", "87.30"),  # rounded
        ("213/244 (87,3%)", "87.3"),
        ("213/244 hộ, đạt tỷ lệ 87%", "87"),
        ("87,29% (213/244 hộ)", "87.29"),
        ("213/244, đạt 78,29%", None),  # the two do not agree
        ("2.117/3.000, đạt 70,57%", None),  # thousands, or decimals?
        ("5/0, đạt 0%", None),
        ("213/244", None),
        ("87,29%", None),
    ],
)
def test_a_share_beside_its_parts_is_read_if_they_agree(typed: str, share: str | None) -> None:
    assert read_share(typed) == (None if share is None else Decimal(share))

"""Rounding happens once and exactly; numbers are written as Vietnamese offices do."""

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.numbers import ROUNDING_MODES, decimal_comma, rounded

EXACT = st.fractions(max_denominator=10**9) | st.integers(-(10**40), 10**40).map(Fraction)

HALVES = [
    # exact, places, half_up, half_even, down, up, why the row is here
    ("0.625", 2, "0.63", "0.62", "0.62", "0.63", "a half above an even digit"),
    ("0.635", 2, "0.64", "0.64", "0.63", "0.64", "a half above an odd digit"),
    ("-0.625", 2, "-0.63", "-0.62", "-0.62", "-0.63", "a half goes away from zero, not upwards"),
    ("0.5", 0, "1", "0", "0", "1", "no places: half_even takes the even 0"),
    ("1.5", 0, "2", "2", "1", "2", "no places: half_even takes the even 2"),
    ("2.5", 0, "3", "2", "2", "3", "no places: half_even stays at the even 2"),
    ("0.6249999", 2, "0.62", "0.62", "0.62", "0.63", "a hair under a half"),
    ("0.6250001", 2, "0.63", "0.63", "0.62", "0.63", "a hair above a half"),
    ("0.005", 2, "0.01", "0.00", "0.00", "0.01", "a half above zero"),
    ("-0.005", 2, "-0.01", "0.00", "0.00", "-0.01", "what becomes zero loses its minus"),
    ("-0.001", 2, "0.00", "0.00", "0.00", "-0.01", "no minus zero is ever printed"),
    ("1/3", 6, "0.333333", "0.333333", "0.333333", "0.333334", "no finite decimals"),
    ("2/3", 1, "0.7", "0.7", "0.6", "0.7", "above a half"),
    ("7", 2, "7.00", "7.00", "7.00", "7.00", "a whole number keeps its places and is not raised"),
    ("0", 2, "0.00", "0.00", "0.00", "0.00", "zero"),
    ("999.995", 2, "1000.00", "1000.00", "999.99", "1000.00", "carries through every digit"),
    ("1e30", 2, *["1" + "0" * 30 + ".00"] * 4, "more digits than a decimal context keeps"),
]
ROWS = [
    (row[0], row[1], mode, expected, row[6])
    for row in HALVES
    for mode, expected in zip(ROUNDING_MODES, row[2:6], strict=True)
]


@pytest.mark.parametrize(
    ("exact", "places", "mode", "expected"),
    [row[:4] for row in ROWS],
    ids=[f"{row[2]}: {row[4]}" for row in ROWS],
)
def test_rounds_as_declared(exact: str, places: int, mode: str, expected: str) -> None:
    assert f"{rounded(Fraction(exact), places, mode):f}" == expected


def test_five_of_twenty_four_is_rounded_once() -> None:
    # 3 × 5/24 = 0.625 exactly; rounding 5/24 first, to 0.2083, would give 0.6249 and 0.62.
    assert rounded(3 * Fraction(5, 24), 2) == Decimal("0.63")


def test_a_decimal_is_rounded_like_a_fraction() -> None:
    assert rounded(Decimal("2.345"), 2) == Decimal("2.35")


@given(EXACT, st.integers(0, 6), st.sampled_from(ROUNDING_MODES))
def test_rounding_moves_by_less_than_one_unit_and_twice_is_once(
    exact: Fraction, places: int, mode: str
) -> None:
    once = rounded(exact, places, mode)
    assert abs(Fraction(once) - exact) < Fraction(1, 10**places)
    assert rounded(once, places, mode) == once
    assert rounded(-exact, places, mode) == once.copy_negate()


@given(EXACT, EXACT, st.integers(0, 6), st.sampled_from(ROUNDING_MODES))
def test_rounding_never_turns_an_order_round(
    first: Fraction, second: Fraction, places: int, mode: str
) -> None:
    low, high = sorted([first, second])
    assert rounded(low, places, mode) <= rounded(high, places, mode)


WRITTEN = [
    (Decimal("1234.5"), "1.234,5", "points group, a comma divides"),
    (Decimal("1234567"), "1.234.567", "two groups"),
    (Decimal("999"), "999", "nothing to group"),
    (Decimal("2.500"), "2,5", "zeros at the end are dropped"),
    (Decimal("100"), "100", "zeros before the comma are not"),
    (Decimal("1E+2"), "100", "no exponent is ever shown"),
    (Decimal("0.00"), "0", "zero"),
    (Decimal("-0.00"), "0", "no minus zero"),
    (Decimal("-1234.50"), "-1.234,5", "negative"),
    (12, "12", "a whole number"),
    (Fraction(979, 10), "97,9", "a fraction with finite decimals is shown whole"),
    (Fraction(1, 8), "0,125", "only twos below"),
    (Fraction(7, 40), "0,175", "twos and fives below"),
    (Fraction(1, 3), "0,3333…", "no shown figure pretends to be exact"),
    (Fraction(-2, 3), "-0,6667…", "negative, rounded for show"),
    (10**30, "1" + ".000" * 10, "more digits than a decimal context keeps"),
    (Decimal(10) ** 30, "1" + ".000" * 10, "the same as a decimal"),
    (Fraction(10**30), "1" + ".000" * 10, "the same as a fraction"),
    (Decimal("1" * 30 + ".25"), ".".join(["111"] * 10) + ",25", "thirty digits and two"),
]


@pytest.mark.parametrize(
    ("number", "text"), [row[:2] for row in WRITTEN], ids=[row[2] for row in WRITTEN]
)
def test_writes_as_offices_do(number: Decimal | Fraction | int, text: str) -> None:
    assert decimal_comma(number) == text


def test_writes_as_many_places_as_asked() -> None:
    assert decimal_comma(Decimal("85"), 2) == "85,00"
    assert decimal_comma(Fraction(5, 8), 2) == "0,63"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9, places=6))
def test_what_is_written_reads_back_as_the_same_number(number: Decimal) -> None:
    assert Decimal(decimal_comma(number).replace(".", "").replace(",", ".")) == number


def test_a_narrow_decimal_context_loses_no_digit() -> None:
    with localcontext() as context:
        context.prec = 3
        assert decimal_comma(Decimal("123456.75")) == "123.456,75"
        assert decimal_comma(Decimal("123456000")) == "123.456.000"

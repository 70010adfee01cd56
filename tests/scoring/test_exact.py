"""Fractions that reckon fast give what Fraction gives."""

import operator
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.exact import Exact, fraction

DECIMALS = st.decimals(-(10**15), 10**15, places=4) | st.integers(-9, 9).map(Decimal)
OPERATIONS = [
    operator.add,
    operator.sub,
    operator.mul,
    operator.truediv,
    operator.lt,
    operator.le,
    operator.gt,
    operator.ge,
    operator.eq,
]


def answer(operation, left, right):
    try:
        return operation(left, right)
    except ZeroDivisionError:
        return ZeroDivisionError


@pytest.mark.parametrize("operation", OPERATIONS)
@given(DECIMALS, DECIMALS, DECIMALS)
def test_it_reckons_as_fractions_do(
    operation, left: Decimal, right: Decimal, whole: Decimal
) -> None:
    for other in (Fraction(right), int(whole)):
        truth = [answer(operation, Fraction(left), other), answer(operation, other, Fraction(left))]
        fast = fraction(left)
        assert [answer(operation, fast, other), answer(operation, other, fast)] == truth
    both = answer(operation, fraction(left), fraction(right))
    assert both == answer(operation, Fraction(left), Fraction(right))


@given(DECIMALS, DECIMALS)
def test_it_keeps_lowest_terms_so_that_equal_numbers_are_one_key(
    left: Decimal, right: Decimal
) -> None:
    for found in (fraction(left) * fraction(right), fraction(left) - fraction(right)):
        assert (found.numerator, found.denominator) == Fraction(found).as_integer_ratio()
        assert hash(found) == hash(Fraction(found))
        assert isinstance(found, Exact)


def test_a_negative_divisor_and_the_sign() -> None:
    assert fraction(Decimal(3)) / fraction(Decimal("-4.5")) == Fraction(-2, 3)
    assert -fraction(Decimal("0.5")) == Fraction(-1, 2)
    with pytest.raises(ZeroDivisionError):
        fraction(Decimal(1)) / fraction(Decimal(0))

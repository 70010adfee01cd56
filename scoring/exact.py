"""Fractions that reckon fast with each other: what a country's figures are scored with."""

from decimal import Decimal
from fractions import Fraction
from math import gcd

_new = object.__new__


class Exact(Fraction):
    """A Fraction, several times faster beside another Fraction, because it does not ask first what
    sort of number that is; beside any other number it does as Fraction does. What is reckoned from
    one is one again, so that a rule need not know of it."""

    __slots__ = ()

    def __add__(self, other: Fraction) -> Fraction:
        try:
            return _lowest(
                self._numerator * other._denominator + other._numerator * self._denominator,
                self._denominator * other._denominator,
            )
        except AttributeError:
            return super().__add__(other)

    def __sub__(self, other: Fraction) -> Fraction:
        try:
            return _lowest(
                self._numerator * other._denominator - other._numerator * self._denominator,
                self._denominator * other._denominator,
            )
        except AttributeError:
            return super().__sub__(other)

    def __mul__(self, other: Fraction) -> Fraction:
        try:
            return _lowest(
                self._numerator * other._numerator, self._denominator * other._denominator
            )
        except AttributeError:
            return super().__mul__(other)

    def __truediv__(self, other: Fraction) -> Fraction:
        try:
            return _lowest(
                self._numerator * other._denominator, self._denominator * other._numerator
            )
        except AttributeError:
            return super().__truediv__(other)

    def __radd__(self, other: Fraction) -> Fraction:
        return self + other

    def __rsub__(self, other: Fraction) -> Fraction:
        return -self + other

    def __rmul__(self, other: Fraction) -> Fraction:
        return self * other

    def __rtruediv__(self, other: Fraction) -> Fraction:
        try:
            return _lowest(
                other._numerator * self._denominator, other._denominator * self._numerator
            )
        except AttributeError:
            return super().__rtruediv__(other)

    def __neg__(self) -> Fraction:
        return _made(-self._numerator, self._denominator)

    def __lt__(self, other: Fraction) -> bool:
        try:
            return self._numerator * other._denominator < other._numerator * self._denominator
        except AttributeError:
            return super().__lt__(other)

    def __le__(self, other: Fraction) -> bool:
        try:
            return self._numerator * other._denominator <= other._numerator * self._denominator
        except AttributeError:
            return super().__le__(other)

    def __gt__(self, other: Fraction) -> bool:
        try:
            return self._numerator * other._denominator > other._numerator * self._denominator
        except AttributeError:
            return super().__gt__(other)

    def __ge__(self, other: Fraction) -> bool:
        try:
            return self._numerator * other._denominator >= other._numerator * self._denominator
        except AttributeError:
            return super().__ge__(other)


def fraction(value: Decimal) -> Fraction:
    """The same number as a fraction that reckons fast."""
    return _made(*value.as_integer_ratio())


def percent(part: Fraction, whole: Fraction) -> Fraction:
    """100 × part ÷ whole, reckoned in one step."""
    return _lowest(100 * part.numerator * whole.denominator, whole.numerator * part.denominator)


def _lowest(above: int, below: int) -> Exact:
    common = gcd(above, below)
    if below <= 0:
        if not below:
            raise ZeroDivisionError(f"{above} / 0")
        common = -common
    made = _new(Exact)
    made._numerator = above // common
    made._denominator = below // common
    return made


def _made(above: int, below: int) -> Exact:
    """Of a numerator and a denominator in lowest terms, as Fraction itself keeps them."""
    made = _new(Exact)
    made._numerator = above
    made._denominator = below
    return made

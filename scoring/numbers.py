"""Exact numbers: the one place that rounds, and how a number is written in Vietnamese."""

from decimal import Context, Decimal
from fractions import Fraction

ROUNDING_MODES = ("half_up", "half_even", "down", "up")


def rounded(exact: Fraction | Decimal, places: int, mode: str = "half_up") -> Decimal:
    """Round an exact value once. Scaling to whole units first keeps the division exact: a Decimal
    quotient of a Fraction would already be rounded before the declared rounding is applied."""
    scaled = Fraction(exact) * 10**places
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    whole += _rounds_away(whole, Fraction(rest, scaled.denominator), mode)
    sign = 1 if scaled < 0 and whole else 0
    return Decimal((sign, tuple(int(digit) for digit in str(whole)), -places))


def _rounds_away(whole: int, rest: Fraction, mode: str) -> bool:
    half = Fraction(1, 2)
    if mode == "half_up":
        return rest >= half
    if mode == "half_even":
        return rest > half or (rest == half and whole % 2 == 1)
    return mode == "up" and rest > 0


def decimal_comma(value: Decimal | Fraction | int, places: int | None = None) -> str:
    """Write a number as Vietnamese offices do: 1.234,5. A Fraction that has no finite decimal
    expansion is shown to four places with an ellipsis: no shown figure pretends to be exact."""
    if places is not None:
        return _grouped(rounded(value, places))
    if isinstance(value, Fraction):
        exact = _finite(value)
        return _grouped(exact) if exact is not None else _grouped(rounded(value, 4)) + "…"
    return _grouped(_plain(Decimal(value)))


def _finite(value: Fraction) -> Decimal | None:
    rest, power = value.denominator, 0
    for prime in (2, 5):
        while rest % prime == 0:
            rest, power = rest // prime, power + 1
    return _plain(rounded(value, power)) if rest == 1 else None


def _plain(value: Decimal) -> Decimal:
    """Drop trailing zeros without losing digits, whatever the thread's decimal context is."""
    if not value:
        return Decimal(0)
    return value.normalize(Context(prec=max(28, len(value.as_tuple().digits) + 2)))


def _grouped(value: Decimal) -> str:
    return f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")

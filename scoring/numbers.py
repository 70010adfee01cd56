"""Exact numbers: the one place that rounds, and how a number is written in Vietnamese."""

from decimal import Context, Decimal
from fractions import Fraction

ROUNDING_MODES = ("half_up", "half_even", "down", "up")

# More digits than any sum of points can have: in it adding loses nothing.
EXACT = Context(prec=10_000)


def rounded(exact: Fraction | Decimal, places: int, mode: str = "half_up") -> Decimal:
    """Round an exact value once."""
    return Decimal(f"{in_last_places(exact, places, mode)}E-{places}")


def in_last_places(exact: Fraction | Decimal, places: int, mode: str) -> int:
    """The rounded value in units of its last place: 0.625 to two places is 63. Whole numbers keep
    the division exact: a Decimal quotient would be rounded before the declared rounding is."""
    numerator, denominator = exact.as_integer_ratio()
    whole, rest = divmod(abs(numerator) * 10**places, denominator)
    if rest and _rounds_away(whole, 2 * rest, denominator, mode):
        whole += 1
    return -whole if numerator < 0 else whole


def _rounds_away(whole: int, twice_the_rest: int, denominator: int, mode: str) -> bool:
    if mode == "half_up":
        return twice_the_rest >= denominator
    if mode == "half_even":
        return twice_the_rest > denominator or (twice_the_rest == denominator and whole % 2 == 1)
    return mode == "up"


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

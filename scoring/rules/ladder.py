"""A ladder of bands on a quantity: half-open, with their ends as printed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from scoring.document import Reader
from scoring.issues import Code
from scoring.numbers import decimal_comma


@dataclass(frozen=True)
class Band:
    """Half-open unless it says otherwise: the lower end belongs to it, the upper does not."""

    lower: Fraction | None
    upper: Fraction | None
    from_open: bool = False
    to_closed: bool = False

    def holds(self, measured: Fraction) -> bool:
        lower, upper = self.lower, self.upper
        if lower is not None and (measured <= lower if self.from_open else measured < lower):
            return False
        return upper is None or (measured <= upper if self.to_closed else measured < upper)

    def words(self, times: Fraction = Fraction(1), unit: str = "") -> str:
        """“từ 90 đến dưới 97”; `times` is what the unit's thresholds are multiplied by, `unit`
        stands after each end."""
        ends = []
        if self.lower is not None:
            side = "trên" if self.from_open else "từ"
            ends.append(f"{side} {decimal_comma(self.lower * times)}{unit}")
        if self.upper is not None:
            side = "đến" if self.to_closed else ("đến dưới" if ends else "dưới")
            ends.append(f"{side} {decimal_comma(self.upper * times)}{unit}")
        return " ".join(ends) or "mọi giá trị"


def parse_ladder(readers: Iterable[Reader]) -> tuple[Band, ...]:
    """The bands in the order written. A band without `to` ends at the next higher `from`."""
    readers = tuple(readers)
    written = tuple(_band(reader) for reader in readers)
    bands = tuple(_with_upper_end(band, written) for band in written)
    for reader, band in zip(readers, bands, strict=True):
        _check_ends(reader, band)
    return bands


def band_of(bands: tuple[Band, ...], measured: Fraction, times: Fraction) -> int | None:
    """Position of the first band that holds the quantity, every end multiplied by `times`."""
    # The same as multiplying each end, with one division in place of many products.
    compared = measured if times == 1 else measured / times
    for position, band in enumerate(bands):
        if band.holds(compared):
            return position
    return None


def lint_ladder(reader: Reader, at: str, bands: tuple[Band, ...]) -> None:
    """Warn of bands that overlap or leave a hole, quoting both ends."""
    ladder = sorted(bands, key=_place_on_the_ladder)
    for position, above in enumerate(ladder[1:], start=1):
        below = max(ladder[:position], key=_reach)
        if below.upper is None or above.lower is None or below.upper > above.lower:
            reader.report(Code.BANDS_OVERLAP, at, first=below.words(), second=above.words())
        elif below.upper < above.lower:
            first, second = decimal_comma(below.upper), decimal_comma(above.lower)
            reader.report(Code.BANDS_LEAVE_HOLE, at, first=first, second=second)
        elif below.to_closed and not above.from_open:
            reader.report(Code.BANDS_OVERLAP, at, first=below.words(), second=above.words())
        elif above.from_open and not below.to_closed:
            end = decimal_comma(below.upper)
            reader.report(Code.BANDS_LEAVE_HOLE, at, first=end, second=end)


def _band(reader: Reader) -> Band:
    lower, upper = reader.optional_number("from"), reader.optional_number("to")
    return Band(
        None if lower is None else Fraction(lower),
        None if upper is None else Fraction(upper),
        reader.flag("from_open", default=False),
        reader.flag("to_closed", default=False),
    )


def _with_upper_end(band: Band, bands: tuple[Band, ...]) -> Band:
    if band.upper is not None:
        return band
    starts = [other for other in bands if _starts_above(other, band)]
    if not starts:
        return band
    following = min(starts, key=lambda other: (other.lower, other.from_open))
    return replace(band, upper=following.lower, to_closed=following.from_open)


def _starts_above(other: Band, band: Band) -> bool:
    return other.lower is not None and (band.lower is None or other.lower > band.lower)


def _check_ends(reader: Reader, band: Band) -> None:
    if band.lower is not None and band.upper is not None and band.lower > band.upper:
        at = reader.at("to")
        reader.report(Code.VALUE_OUTSIDE, at, value=band.upper, least=band.lower, most="∞")


def _place_on_the_ladder(band: Band) -> tuple[bool, Fraction, bool]:
    return band.lower is not None, band.lower or Fraction(0), band.from_open


def _reach(band: Band) -> tuple[bool, Fraction, bool]:
    """How far up a band goes: one that stands above a hole must not hide a longer one below it."""
    return band.upper is None, band.upper or Fraction(0), band.to_closed

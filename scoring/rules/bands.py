"""A ladder of bands on a number or a percentage (A2, A3, A4)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure, Outcome, Points, Setting, points_text
from scoring.rules.quantity import Quantity, parse_quantity


@dataclass(frozen=True)
class Band:
    """Half-open unless it says otherwise: the lower end belongs to it, the upper does not."""

    lower: Fraction | None
    upper: Fraction | None
    points: Fraction
    from_open: bool = False
    to_closed: bool = False

    def holds(self, measured: Fraction) -> bool:
        above = self.lower is None or (
            measured > self.lower if self.from_open else measured >= self.lower
        )
        below = self.upper is None or (
            measured <= self.upper if self.to_closed else measured < self.upper
        )
        return above and below

    def words(self) -> str:
        ends = []
        if self.lower is not None:
            ends.append(f"{'trên' if self.from_open else 'từ'} {decimal_comma(self.lower)}")
        if self.upper is not None:
            ends.append(f"{'đến' if self.to_closed else 'dưới'} {decimal_comma(self.upper)}")
        return " ".join(ends) or "mọi giá trị"


@dataclass(frozen=True)
class Bands:
    word: ClassVar[str] = "bands"
    quantity: Quantity
    bands: tuple[Band, ...]
    otherwise: Fraction

    @classmethod
    def parse(cls, reader: Reader) -> "Bands":
        children = tuple(reader.children("bands", required=True))
        found = tuple(_band(child) for child in children)
        bands = tuple(_with_upper_end(band, found) for band in found)
        for child, band in zip(children, bands, strict=True):
            _check_ends(child, band)
        _lint(reader, bands)
        return cls(
            parse_quantity(reader), bands, Fraction(reader.optional_number("otherwise") or 0)
        )

    def figures(self) -> tuple[str, ...]:
        return self.quantity.figures()

    def best(self, most: Fraction) -> Fraction:
        return max([band.points for band in self.bands] + [self.otherwise])

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        measured = self.quantity.measure(figures)
        if isinstance(measured, NoFigure):
            return measured
        said = measured.said
        band = next((band for band in self.bands if band.holds(measured.exact)), None)
        if band is None:
            return Points(self.otherwise, f"{said}; ngoài các mức → {points_text(self.otherwise)}")
        return Points(band.points, f"{said}; mức {band.words()} → {points_text(band.points)}")


def _band(reader: Reader) -> Band:
    lower, upper = reader.optional_number("from"), reader.optional_number("to")
    band = Band(
        None if lower is None else Fraction(lower),
        None if upper is None else Fraction(upper),
        Fraction(reader.number("points")),
        reader.flag("from_open", default=False),
        reader.flag("to_closed", default=False),
    )
    reader.finish()
    return band


def _with_upper_end(band: Band, bands: tuple[Band, ...]) -> Band:
    """A band without `to` ends at the next higher `from`: the ladder as it is printed."""
    if band.upper is not None:
        return band
    starts = [other for other in bands if _starts_above(other, band)]
    if not starts:
        return band
    following = min(starts, key=lambda other: (other.lower, other.from_open))
    return Band(band.lower, following.lower, band.points, band.from_open, following.from_open)


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


def _lint(reader: Reader, bands: tuple[Band, ...]) -> None:
    at = reader.at("bands")
    ladder = sorted(bands, key=_place_on_the_ladder)
    for position, above in enumerate(ladder[1:], start=1):
        below = max(ladder[:position], key=_reach)
        if below.upper is None or above.lower is None or below.upper > above.lower:
            reader.report(Code.BANDS_OVERLAP, at, first=below.words(), second=above.words())
        elif below.upper < above.lower:
            reader.report(
                Code.BANDS_LEAVE_HOLE,
                at,
                first=decimal_comma(below.upper),
                second=decimal_comma(above.lower),
            )
        elif below.to_closed and not above.from_open:
            reader.report(Code.BANDS_OVERLAP, at, first=below.words(), second=above.words())
        elif above.from_open and not below.to_closed:
            end = decimal_comma(below.upper)
            reader.report(Code.BANDS_LEAVE_HOLE, at, first=end, second=end)

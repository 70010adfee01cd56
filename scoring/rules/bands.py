"""A ladder of bands on a number or a percentage (A2, A3, A4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.rules.ladder import Band, band_of, lint_ladder, parse_ladder
from scoring.rules.outcome import Figures, NoFigure, Outcome, Points, Setting, points_text
from scoring.rules.quantity import Measured, Quantity, parse_quantity


@dataclass(frozen=True)
class Bands:
    word: ClassVar[str] = "bands"
    quantity: Quantity
    bands: tuple[Band, ...]
    points: tuple[Fraction, ...]
    otherwise: Fraction

    @classmethod
    def parse(cls, reader: Reader) -> "Bands":
        children = tuple(reader.children("bands", required=True))
        bands = parse_ladder(children)
        points = tuple(Fraction(child.number("points")) for child in children)
        for child in children:
            child.finish()
        lint_ladder(reader, reader.at("bands"), bands)
        otherwise = Fraction(reader.optional_number("otherwise") or 0)
        return cls(parse_quantity(reader), bands, points, otherwise)

    def figures(self) -> tuple[str, ...]:
        return self.quantity.figures()

    def needs_max(self, *, penalty: bool) -> bool:
        return False

    def best(self, most: Fraction | None) -> Fraction | None:
        return max((*self.points, self.otherwise))

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        rungs = [
            f"{band.words(unit=self.quantity.unit)}: {points_text(points)}"
            for band, points in zip(self.bands, self.points, strict=True)
        ]
        rungs.append(f"ngoài các mức: {points_text(self.otherwise)}")
        return f"Theo {self.quantity.words(labels)}: {'; '.join(rungs)}"

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        measured = self.quantity.measure(figures)
        if isinstance(measured, NoFigure):
            return measured
        position = band_of(self.bands, measured.exact, setting.times)
        points = self.otherwise if position is None else self.points[position]
        return Points(points, lambda: self._reason(measured, position, points, setting))

    def _reason(
        self, measured: Measured, position: int | None, points: Fraction, setting: Setting
    ) -> str:
        if position is None:
            return f"{measured.say()}; ngoài các mức → {points_text(points)}"
        band = self.bands[position].words(setting.times)
        return f"{measured.say()}; mức {band} → {points_text(points)}"

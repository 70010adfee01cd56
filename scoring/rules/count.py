"""So many points for each one counted, capped (A7, A9)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure, Outcome, Points, Setting, points_text


@dataclass(frozen=True)
class Count:
    word: ClassVar[str] = "count"
    figure: str
    points: Fraction
    most: Fraction | None

    @classmethod
    def parse(cls, reader: Reader) -> "Count":
        most = reader.optional_number("most")
        return cls(
            reader.text("figure"),
            Fraction(reader.number("points")),
            None if most is None else Fraction(most),
        )

    def figures(self) -> tuple[str, ...]:
        return (self.figure,)

    def best(self, most: Fraction) -> Fraction:
        return most if self.most is None else self.most

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        counted = figures.occurrences(self.figure)
        if isinstance(counted, NoFigure):
            return counted
        free = counted * self.points
        points = min(free, self.best(setting.most))
        said = (
            f"{figures.label(self.figure)}: {decimal_comma(counted)} × {decimal_comma(self.points)}"
        )
        held = f" = {decimal_comma(free)}; tối đa" if free > points else ""
        return Points(points, f"{said}{held} → {points_text(points)}")

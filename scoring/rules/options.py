"""One of several grades, each with its points (A3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure, Outcome, Points, Setting, points_text


@dataclass(frozen=True)
class Options:
    """`points` in the order of the grades; the figure is the number of the grade, from 1."""

    word: ClassVar[str] = "options"
    figure: str
    points: tuple[Fraction, ...]

    @classmethod
    def parse(cls, reader: Reader) -> "Options":
        points = tuple(Fraction(number) for number in reader.numbers("points"))
        return cls(reader.text("figure"), points)

    def figures(self) -> tuple[str, ...]:
        return (self.figure,)

    def needs_max(self, *, penalty: bool) -> bool:
        return False

    def best(self, most: Fraction | None) -> Fraction | None:
        return max(self.points, default=most)

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        grades = (
            f"mức {grade}: {points_text(points)}" for grade, points in enumerate(self.points, 1)
        )
        return f"{labels.get(self.figure, self.figure)}: {'; '.join(grades)}"

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        chosen = figures.number(self.figure)
        if isinstance(chosen, NoFigure):
            return chosen
        if chosen.denominator != 1 or not 1 <= chosen <= len(self.points):
            return NoFigure(Absent.NOT_REPORTED, lambda: self._unknown(figures, chosen))
        points = self.points[int(chosen) - 1]
        label = figures.label
        return Points(points, lambda: f"{label(self.figure)}: mức {chosen} → {points_text(points)}")

    def _unknown(self, figures: Figures, chosen: Fraction) -> str:
        grades = f"các mức 1 đến {len(self.points)}"
        return f"{figures.label(self.figure)}: “{decimal_comma(chosen)}” không thuộc {grades}"

"""So many points for each one counted, capped (A7, A9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.numbers import decimal_comma
from scoring.rules.outcome import (
    Figures,
    NoFigure,
    Outcome,
    Points,
    Setting,
    at_most_text,
    held_to,
    points_text,
)


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

    def needs_max(self, *, penalty: bool) -> bool:
        return False

    def best(self, most: Fraction | None) -> Fraction | None:
        return most if self.most is None else self.most

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        label = labels.get(self.figure, self.figure)
        return f"{label}: mỗi đơn vị tính {points_text(self.points)}{at_most_text(self.best(most))}"

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        counted = figures.occurrences(self.figure)
        if isinstance(counted, NoFigure):
            return counted
        free = counted * self.points
        points = held_to(free, self.best(setting.most))
        return Points(points, lambda: self._reason(figures, counted, free, points))

    def _reason(self, figures: Figures, counted: Fraction, free: Fraction, points: Fraction) -> str:
        times = f"{decimal_comma(counted)} × {decimal_comma(self.points)}"
        held = f" = {decimal_comma(free)}; tối đa" if free > points else ""
        return f"{figures.label(self.figure)}: {times}{held} → {points_text(points)}"

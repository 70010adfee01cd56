"""So many points when a condition holds (A2, A19, A25)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.formulas import Formula, parse_formula
from scoring.rules.outcome import (
    Figures,
    NoFigure,
    Outcome,
    Points,
    Setting,
    most_text,
    points_text,
)
from scoring.rules.quantity import figures_put_in


@dataclass(frozen=True)
class Condition:
    word: ClassVar[str] = "condition"
    when: Formula | None
    points: Fraction | None
    otherwise: Fraction

    @classmethod
    def parse(cls, reader: Reader) -> "Condition":
        points = reader.optional_number("points")
        return cls(
            parse_formula(reader, "when", condition=True),
            None if points is None else Fraction(points),
            Fraction(reader.optional_number("otherwise") or 0),
        )

    def figures(self) -> tuple[str, ...]:
        return () if self.when is None else self.when.figures()

    def needs_max(self, *, penalty: bool) -> bool:
        return self.points is None

    def best(self, most: Fraction | None) -> Fraction | None:
        given = most if self.points is None else self.points
        return None if given is None else max(given, self.otherwise)

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        given = most_text(most if self.points is None else self.points)
        said = f"Khi {self.when.words(labels)}: {given}"
        return f"{said}; nếu không: {points_text(self.otherwise)}"

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        holds = self.when.holds(figures)
        if isinstance(holds, NoFigure):
            return holds
        given = setting.most if self.points is None else self.points
        points = given if holds else self.otherwise
        return Points(points, lambda: self._reason(figures, holds, points))

    def _reason(self, figures: Figures, holds: bool, points: Fraction) -> str:
        found = "Đúng" if holds else "Không đúng"
        said = f"{found}: {self.when.words(figures.labels)}{figures_put_in(self.when, figures)}"
        return f"{said} → {points_text(points)}"

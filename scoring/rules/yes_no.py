"""Yes or no: the document exists or it does not (A1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.rules.outcome import (
    Figures,
    NoFigure,
    Outcome,
    Points,
    Setting,
    most_text,
    points_text,
)


@dataclass(frozen=True)
class YesNo:
    word: ClassVar[str] = "yes_no"
    figure: str
    points: Fraction | None
    otherwise: Fraction

    @classmethod
    def parse(cls, reader: Reader) -> "YesNo":
        points = reader.optional_number("points")
        return cls(
            reader.text("figure"),
            None if points is None else Fraction(points),
            Fraction(reader.optional_number("otherwise") or 0),
        )

    def figures(self) -> tuple[str, ...]:
        return (self.figure,)

    def needs_max(self, *, penalty: bool) -> bool:
        return self.points is None

    def best(self, most: Fraction | None) -> Fraction | None:
        given = most if self.points is None else self.points
        return None if given is None else max(given, self.otherwise)

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        label = labels.get(self.figure, self.figure)
        given = most_text(most if self.points is None else self.points)
        return f"{label}: Có → {given}; Không → {points_text(self.otherwise)}"

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        answer = figures.answer(self.figure)
        if isinstance(answer, NoFigure):
            return answer
        given = setting.most if self.points is None else self.points
        points = given if answer else self.otherwise
        said = "Có" if answer else "Không"
        return Points(
            points, lambda: f"{figures.label(self.figure)}: {said} → {points_text(points)}"
        )

"""Yes or no: the document exists or it does not (A1)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.rules.outcome import Figures, NoFigure, Outcome, Points, Setting, points_text


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

    def best(self, most: Fraction) -> Fraction:
        return max(most if self.points is None else self.points, self.otherwise)

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        answer = figures.answer(self.figure)
        if isinstance(answer, NoFigure):
            return answer
        given = setting.most if self.points is None else self.points
        points = given if answer else self.otherwise
        said = "Có" if answer else "Không"
        return Points(points, f"{figures.label(self.figure)}: {said} → {points_text(points)}")

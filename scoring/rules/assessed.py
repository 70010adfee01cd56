"""A person gives the points; without that there is no answer (A20)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure, Outcome, Setting, points_text


@dataclass(frozen=True)
class Grade:
    name: str
    points: Fraction


@dataclass(frozen=True)
class Assessed:
    word: ClassVar[str] = "assessed"
    step: Fraction | None
    guide: str
    grades: tuple[Grade, ...] = ()

    @classmethod
    def parse(cls, reader: Reader) -> "Assessed":
        step = reader.optional_number("step")
        if step is not None and step <= 0:
            reader.report(Code.VALUE_OUTSIDE, reader.at("step"), value=step, least="> 0", most="∞")
            step = None
        return cls(
            None if step is None else Fraction(step),
            reader.text("guide", ""),
            tuple(_grade(child) for child in reader.children("grades")),
        )

    def figures(self) -> tuple[str, ...]:
        return ()

    def needs_max(self, *, penalty: bool) -> bool:
        return False

    def best(self, most: Fraction | None) -> Fraction | None:
        return max((grade.points for grade in self.grades), default=most)

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        said = "Cơ quan thẩm định cho điểm"
        if self.grades:
            named = (f"{grade.name}: {points_text(grade.points)}" for grade in self.grades)
            said += f" theo mức: {'; '.join(named)}"
        if self.step is not None:
            said += f", mỗi bậc {points_text(self.step)}"
        return f"{said}. {self.guide}" if self.guide else said

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        return _WAITING

    def gives(self, points: Fraction) -> bool:
        """Whether a person may give these points: one of the grades, a multiple of the step."""
        if self.grades and points not in {grade.points for grade in self.grades}:
            return False
        return self.step is None or points % self.step == 0

    def allowed(self) -> str:
        """What a person may give, in words; empty: any points within the limits."""
        if self.grades:
            return ", ".join(decimal_comma(grade.points) for grade in self.grades)
        return "" if self.step is None else f"bội số của {decimal_comma(self.step)}"


_WAITING = NoFigure(Absent.NOT_REPORTED, lambda: "Chưa thẩm định")


def _grade(reader: Reader) -> Grade:
    grade = Grade(reader.text("name"), Fraction(reader.number("points")))
    reader.finish()
    return grade

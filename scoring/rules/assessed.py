"""A person gives the points; without that there is no answer (A20)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.issues import Code
from scoring.rules.outcome import Figures, NoFigure, Outcome, Setting


@dataclass(frozen=True)
class Assessed:
    word: ClassVar[str] = "assessed"
    step: Fraction | None
    guide: str

    @classmethod
    def parse(cls, reader: Reader) -> "Assessed":
        step = reader.optional_number("step")
        if step is not None and step <= 0:
            reader.report(Code.VALUE_OUTSIDE, reader.at("step"), value=step, least="> 0", most="∞")
            step = None
        return cls(None if step is None else Fraction(step), reader.text("guide", ""))

    def figures(self) -> tuple[str, ...]:
        return ()

    def best(self, most: Fraction) -> Fraction:
        return most

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        return NoFigure(Absent.NOT_REPORTED, "Chưa thẩm định")

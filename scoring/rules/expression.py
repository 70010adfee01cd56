"""The value of a formula of named figures, held between two ends (A26)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.formulas import Formula, parse_formula
from scoring.issues import Code
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
from scoring.rules.quantity import formula_words


@dataclass(frozen=True)
class Expression:
    word: ClassVar[str] = "expression"
    formula: Formula | None
    least: Fraction
    most: Fraction | None

    @classmethod
    def parse(cls, reader: Reader) -> "Expression":
        least, most = reader.optional_number("least"), reader.optional_number("most")
        if most is not None and (least or 0) > most:
            at = reader.at("least")
            reader.report(Code.VALUE_OUTSIDE, at, value=least or 0, least="−∞", most=most)
        return cls(
            parse_formula(reader, "formula", condition=False),
            Fraction(least or 0),
            None if most is None else Fraction(most),
        )

    def figures(self) -> tuple[str, ...]:
        return () if self.formula is None else self.formula.figures()

    def needs_max(self, *, penalty: bool) -> bool:
        return False

    def best(self, most: Fraction | None) -> Fraction | None:
        return self.most

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        held = at_most_text(most if self.most is None else self.most)
        least = f", tối thiểu {points_text(self.least)}" if self.least else ""
        return f"Điểm = {self.formula.words(labels)}{held}{least}"

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        value = self.formula.value(figures)
        if isinstance(value, NoFigure):
            return value
        points = held_to(max(value, self.least), setting.most if self.most is None else self.most)
        return Points(points, lambda: self._reason(figures, value, points))

    def _reason(self, figures: Figures, value: Fraction, points: Fraction) -> str:
        said = formula_words(self.formula, value, figures)
        limit = "" if value == points else ("; tối đa" if value > points else "; tối thiểu")
        return f"{said}{limit} → {points_text(points)}"

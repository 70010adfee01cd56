"""So many points for each step above or below a mark, whole steps or pro rata, capped (A6)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure, Outcome, Points, Setting, points_text
from scoring.rules.quantity import Quantity, parse_quantity


@dataclass(frozen=True)
class Steps:
    word: ClassVar[str] = "steps"
    quantity: Quantity
    origin: Fraction
    step: Fraction
    points: Fraction
    base: Fraction
    downwards: bool
    whole_steps: bool
    least: Fraction
    most: Fraction | None

    @classmethod
    def parse(cls, reader: Reader) -> "Steps":
        step = reader.optional_number("step")
        if step is not None and step <= 0:
            reader.report(Code.VALUE_OUTSIDE, reader.at("step"), value=step, least="> 0", most="∞")
            step = None
        most, least = reader.optional_number("most"), reader.optional_number("least")
        if most is not None and least is not None and least > most:
            reader.report(Code.VALUE_OUTSIDE, reader.at("least"), value=least, least="-", most=most)
        return cls(
            parse_quantity(reader),
            origin=Fraction(reader.optional_number("from") or 0),
            step=Fraction(1 if step is None else step),
            points=Fraction(reader.number("points")),
            base=Fraction(reader.optional_number("base") or 0),
            downwards=reader.one_of("direction", ("above", "below"), "above") == "below",
            whole_steps=reader.flag("whole_steps", default=True),
            least=Fraction(least or 0),
            most=None if most is None else Fraction(most),
        )

    def figures(self) -> tuple[str, ...]:
        return self.quantity.figures()

    def best(self, most: Fraction) -> Fraction:
        cap = most if self.most is None else self.most
        return cap if self.points > 0 else min(self.base, cap)

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        measured = self.quantity.measure(figures)
        if isinstance(measured, NoFigure):
            return measured
        steps = self._steps(measured.exact)
        cap = setting.most if self.most is None else self.most
        free = self.base + steps * self.points
        points = min(max(free, self.least), cap)
        return Points(points, f"{measured.said}; {self._words(steps)}{_held(free, points)}")

    def _steps(self, measured: Fraction) -> Fraction:
        distance = self.origin - measured if self.downwards else measured - self.origin
        steps = max(Fraction(0), distance / self.step)
        return Fraction(steps.numerator // steps.denominator) if self.whole_steps else steps

    def _words(self, steps: Fraction) -> str:
        side = "dưới" if self.downwards else "trên"
        base = f"{decimal_comma(self.base)} + " if self.base else ""
        return (
            f"{decimal_comma(steps)} bước {side} mốc {decimal_comma(self.origin)} "
            f"(mỗi bước {decimal_comma(self.step)}): "
            f"{base}{decimal_comma(steps)} × {decimal_comma(self.points)}"
        )


def _held(free: Fraction, points: Fraction) -> str:
    if free == points:
        return f" → {points_text(points)}"
    limit = "tối đa" if free > points else "tối thiểu"
    return f" = {decimal_comma(free)}; {limit} → {points_text(points)}"

"""So many points for each step above or below a mark, whole steps or pro rata, capped (A6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.issues import Code
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

    def needs_max(self, *, penalty: bool) -> bool:
        return False

    def best(self, most: Fraction | None) -> Fraction | None:
        cap = most if self.most is None else self.most
        return cap if self.points > 0 else held_to(self.base, cap)

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        base, unit = f"{points_text(self.base)}, " if self.base else "", self.quantity.unit
        change = f"{'cộng' if self.points > 0 else 'trừ'} {points_text(abs(self.points))}"
        rest = "chỉ tính đủ bước" if self.whole_steps else "phần lẻ tính theo tỷ lệ"
        return (
            f"Theo {self.quantity.words(labels)}: {base}cứ mỗi {decimal_comma(self.step)}"
            f"{unit} {self._side()} mốc {decimal_comma(self.origin)}{unit} {change}, {rest}"
            f"{at_most_text(most if self.most is None else self.most)}"
        )

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        measured = self.quantity.measure(figures)
        if isinstance(measured, NoFigure):
            return measured
        origin = setting.threshold(self.origin)
        steps = self._steps(measured.exact, origin)
        free = self.base + steps * self.points
        points = held_to(max(free, self.least), setting.most if self.most is None else self.most)
        return Points(
            points,
            lambda: f"{measured.say()}; {self._reckoned(steps, origin)}{_held(free, points)}",
        )

    def _steps(self, measured: Fraction, origin: Fraction) -> Fraction:
        distance = origin - measured if self.downwards else measured - origin
        steps = max(Fraction(0), distance / self.step)
        return Fraction(steps.numerator // steps.denominator) if self.whole_steps else steps

    def _side(self) -> str:
        return "dưới" if self.downwards else "trên"

    def _reckoned(self, steps: Fraction, origin: Fraction) -> str:
        base = f"{decimal_comma(self.base)} + " if self.base else ""
        return (
            f"{decimal_comma(steps)} bước {self._side()} mốc {decimal_comma(origin)} "
            f"(mỗi bước {decimal_comma(self.step)}): "
            f"{base}{decimal_comma(steps)} × {decimal_comma(self.points)}"
        )


def _held(free: Fraction, points: Fraction) -> str:
    if free == points:
        return f" → {points_text(points)}"
    limit = "tối đa" if free > points else "tối thiểu"
    return f" = {decimal_comma(free)}; {limit} → {points_text(points)}"

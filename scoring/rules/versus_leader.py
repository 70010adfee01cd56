"""A share of the maximum as the unit is of the best of its peers; less below its own target
(A17)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.numbers import decimal_comma
from scoring.rules.outcome import (
    Figures,
    NoFigure,
    Outcome,
    Points,
    Setting,
    most_text,
    points_text,
    weightiest,
)
from scoring.rules.peers import PROVISIONAL, Compared, parse_compared
from scoring.rules.quantity import Measured, Quantity, parse_quantity_at


@dataclass(frozen=True)
class VersusLeader:
    word: ClassVar[str] = "versus_leader"
    compared: Compared
    target: Quantity | None
    below_target: Fraction

    @classmethod
    def parse(cls, reader: Reader) -> "VersusLeader":
        below = reader.least_zero("below_target") if reader.has("below_target") else Fraction(1, 2)
        return cls(parse_compared(reader), parse_quantity_at(reader, "target"), Fraction(below))

    def figures(self) -> tuple[str, ...]:
        target = self.target.figures() if self.target else ()
        return tuple(dict.fromkeys((*self.compared.quantity.figures(), *target)))

    def needs_max(self, *, penalty: bool) -> bool:
        return True

    def best(self, most: Fraction | None) -> Fraction | None:
        return most

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        said = (
            f"{most_text(most).capitalize()} theo tỷ lệ so với đơn vị dẫn đầu trong "
            f"{self.compared.peers_words()} về {self.compared.words(labels)}"
        )
        if not self.target:
            return said
        below = decimal_comma(self.below_target)
        return f"{said}; không đạt {self.target.words(labels)} thì nhân {below}"

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        measured = self.compared.quantity.measure(figures)
        target = self.target.measure(figures) if self.target else None
        lacking = weightiest((measured, target))
        if lacking is not None:
            return lacking
        best = self.compared.best(figures)
        if isinstance(best, NoFigure):
            return best
        above, below = (measured.exact, best) if self.compared.high else (best, measured.exact)
        if below == 0 or measured.exact < 0:
            return NoFigure(Absent.NOT_ARISEN, lambda: f"{measured.say()}; không so sánh được")
        missed = target is not None and self._misses(measured.exact, target.exact)
        points = setting.most * above / below * (self.below_target if missed else 1)
        return Points(points, lambda: self._reason(measured, best, points, missed))

    def _misses(self, exact: Fraction, target: Fraction) -> bool:
        return exact < target if self.compared.high else exact > target

    def _reason(self, measured: Measured, best: Fraction, points: Fraction, missed: bool) -> str:
        said = f"{measured.say()}; đơn vị dẫn đầu: {decimal_comma(best)}"
        if missed:
            said += f"; không đạt chỉ tiêu của mình, nhân {decimal_comma(self.below_target)}"
        return f"{said} → {points_text(points)}{PROVISIONAL}"

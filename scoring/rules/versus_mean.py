"""Better or worse than the mean of the peers (A16)."""

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
    most_text,
    points_text,
)
from scoring.rules.peers import PROVISIONAL, Compared, parse_compared
from scoring.rules.quantity import Measured


@dataclass(frozen=True)
class VersusMean:
    word: ClassVar[str] = "versus_mean"
    compared: Compared
    equal: bool
    points: Fraction | None
    otherwise: Fraction

    @classmethod
    def parse(cls, reader: Reader) -> "VersusMean":
        points = reader.optional_number("points")
        return cls(
            parse_compared(reader),
            reader.flag("equal", default=True),
            None if points is None else Fraction(points),
            Fraction(reader.optional_number("otherwise") or 0),
        )

    def figures(self) -> tuple[str, ...]:
        return self.compared.quantity.figures()

    def needs_max(self, *, penalty: bool) -> bool:
        return self.points is None

    def best(self, most: Fraction | None) -> Fraction | None:
        given = most if self.points is None else self.points
        return None if given is None else max(given, self.otherwise)

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        reached = "bằng hoặc tốt hơn" if self.equal else "tốt hơn"
        return (
            f"{self.compared.words(labels)}: {reached} bình quân {self.compared.peers_words()} → "
            f"{most_text(most if self.points is None else self.points)}; "
            f"còn lại → {points_text(self.otherwise)}"
        )

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        measured = self.compared.quantity.measure(figures)
        if isinstance(measured, NoFigure):
            return measured
        mean = self.compared.mean(figures)
        if isinstance(mean, NoFigure):
            return mean
        given = setting.most if self.points is None else self.points
        points = given if self._better(measured.exact, mean) else self.otherwise
        return Points(points, lambda: self._reason(measured, mean, points))

    def _better(self, exact: Fraction, mean: Fraction) -> bool:
        if exact == mean:
            return self.equal
        return (exact > mean) is self.compared.high

    def _reason(self, measured: Measured, mean: Fraction, points: Fraction) -> str:
        peers = f"bình quân {self.compared.peers_words()} là {decimal_comma(mean)}"
        return f"{measured.say()}; {peers} → {points_text(points)}{PROVISIONAL}"

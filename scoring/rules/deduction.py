"""So many points off for each occurrence, by severity, capped (A8, A10)."""

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
    at_most_text,
    held_to,
    points_text,
)


@dataclass(frozen=True)
class Occurrence:
    figure: str
    points: Fraction


@dataclass(frozen=True)
class Deduction:
    word: ClassVar[str] = "deduction"
    each: tuple[Occurrence, ...]
    most: Fraction | None

    @classmethod
    def parse(cls, reader: Reader) -> "Deduction":
        most = reader.optional_number("most")
        each = (
            tuple(_occurrence(child) for child in reader.children("each", required=True))
            if reader.has("each")
            else (Occurrence(reader.text("figure"), Fraction(reader.least_zero("points"))),)
        )
        return cls(each, None if most is None else Fraction(most))

    def figures(self) -> tuple[str, ...]:
        return tuple(occurrence.figure for occurrence in self.each)

    def needs_max(self, *, penalty: bool) -> bool:
        return not penalty

    def best(self, most: Fraction | None) -> Fraction | None:
        return most

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        rates = (
            f"{labels.get(one.figure, one.figure)}: trừ {points_text(one.points)} mỗi trường hợp"
            for one in self.each
        )
        return "; ".join(rates) + at_most_text(most if self.most is None else self.most)

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        free = Fraction(0)
        for occurrence in self.each:
            times = figures.occurrences(occurrence.figure)
            if isinstance(times, NoFigure):
                return figures.absence(self.figures(), counting=True)
            free += times * occurrence.points
        deducted = held_to(free, setting.most if self.most is None else self.most)
        points = setting.after_deducting(deducted)
        return Points(points, lambda: self._reason(figures, free, deducted, points, setting))

    def _reason(
        self,
        figures: Figures,
        free: Fraction,
        deducted: Fraction,
        points: Fraction,
        setting: Setting,
    ) -> str:
        said = "; ".join(_counted(occurrence, figures) for occurrence in self.each)
        held = f" = {decimal_comma(free)}, tối đa" if free > deducted else ""
        left = "" if setting.penalty else f"; còn {points_text(points)}"
        return f"{said}{held} → trừ {points_text(deducted)}{left}"


def _counted(occurrence: Occurrence, figures: Figures) -> str:
    times = decimal_comma(figures.occurrences(occurrence.figure))
    return f"{figures.label(occurrence.figure)}: {times} × {decimal_comma(occurrence.points)}"


def _occurrence(reader: Reader) -> Occurrence:
    occurrence = Occurrence(reader.text("figure"), Fraction(reader.least_zero("points")))
    reader.finish()
    return occurrence

"""So many points off for each occurrence, by severity, capped (A8, A10)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, Outcome, Points, Setting, points_text


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

    def best(self, most: Fraction) -> Fraction:
        return most

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        absence = figures.absence(self.figures(), counting=True)
        if absence:
            return absence
        free, words = Fraction(0), []
        for occurrence in self.each:
            times = figures.occurrences(occurrence.figure)
            free += times * occurrence.points
            label = figures.label(occurrence.figure)
            words.append(f"{label}: {decimal_comma(times)} × {decimal_comma(occurrence.points)}")
        deducted = min(free, setting.most if self.most is None else self.most)
        held = f" = {decimal_comma(free)}, tối đa" if free > deducted else ""
        points = setting.after_deducting(deducted)
        left = "" if setting.penalty else f"; còn {points_text(points)}"
        return Points(points, f"{'; '.join(words)}{held} → trừ {points_text(deducted)}{left}")


def _occurrence(reader: Reader) -> Occurrence:
    occurrence = Occurrence(reader.text("figure"), Fraction(reader.least_zero("points")))
    reader.finish()
    return occurrence

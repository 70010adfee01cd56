"""A share of the maximum, as the part is of the whole (A5)."""

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
    most_text,
    points_text,
)
from scoring.rules.quantity import Measured, percentage, percentage_words


@dataclass(frozen=True)
class Proportional:
    word: ClassVar[str] = "proportional"
    part: str
    whole: str
    full_at: Fraction

    @classmethod
    def parse(cls, reader: Reader) -> "Proportional":
        full_at = reader.optional_number("full_at")
        if full_at is not None and full_at <= 0:
            at = reader.at("full_at")
            reader.report(Code.VALUE_OUTSIDE, at, value=full_at, least="> 0", most="100")
            full_at = None
        part, whole = reader.text("part"), reader.text("whole")
        return cls(part, whole, Fraction(100 if full_at is None else full_at))

    def figures(self) -> tuple[str, ...]:
        return (self.part, self.whole)

    def needs_max(self, *, penalty: bool) -> bool:
        return True

    def best(self, most: Fraction | None) -> Fraction | None:
        return most

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        share = percentage_words(self.part, self.whole, labels)
        return f"{most_text(most).capitalize()} × {share}{_full_text(self.full_at)}"

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        share = percentage(self.part, self.whole, figures)
        if isinstance(share, NoFigure):
            return share
        full_at = setting.threshold(self.full_at)
        free = setting.most * share.exact / full_at
        points = min(free, setting.most)
        return Points(points, lambda: _reason(share, full_at, free, setting.most))


def _full_text(full_at: Fraction) -> str:
    return "" if full_at == 100 else f" (đạt {decimal_comma(full_at)}% là đủ điểm)"


def _reason(share: Measured, full_at: Fraction, free: Fraction, most: Fraction) -> str:
    said = f"{share.say()}{_full_text(full_at)}"
    if free > most:
        return f"{said}; vượt mức, tính {points_text(most)}"
    return f"{said}; {decimal_comma(most)} điểm theo tỷ lệ → {points_text(free)}"

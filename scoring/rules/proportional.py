"""A share of the maximum, as the part is of the whole (A5)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure, Outcome, Points, Setting, points_text
from scoring.rules.quantity import percentage


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

    def best(self, most: Fraction) -> Fraction:
        return most

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        share = percentage(self.part, self.whole, figures)
        if isinstance(share, NoFigure):
            return share
        points = setting.most * share.exact / self.full_at
        said = share.said
        full = "" if self.full_at == 100 else f" (đạt {decimal_comma(self.full_at)}% là đủ điểm)"
        if points > setting.most:
            return Points(setting.most, f"{said}{full}; vượt mức, tính {points_text(setting.most)}")
        return Points(
            points,
            f"{said}{full}; {decimal_comma(setting.most)} điểm theo tỷ lệ → {points_text(points)}",
        )

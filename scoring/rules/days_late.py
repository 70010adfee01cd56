"""Points lost for each day a form came late, as the system observed it (A11)."""

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
    held_to,
    points_text,
)


@dataclass(frozen=True)
class DaysLate:
    word: ClassVar[str] = "days_late"
    form: str
    per_day: Fraction
    grace: Fraction
    most: Fraction | None
    per_missed: Fraction | None
    not_submitted: Fraction

    @classmethod
    def parse(cls, reader: Reader) -> "DaysLate":
        most, per_missed = reader.optional_number("most"), reader.optional_number("per_missed")
        return cls(
            form=reader.text("form"),
            per_day=Fraction(reader.least_zero("per_day")),
            grace=Fraction(reader.optional_number("grace") or 0),
            most=None if most is None else Fraction(most),
            per_missed=None if per_missed is None else Fraction(per_missed),
            not_submitted=Fraction(reader.optional_number("not_submitted") or 0),
        )

    def figures(self) -> tuple[str, ...]:
        return (f"@days_late.{self.form}", f"@missed.{self.form}")

    def needs_max(self, *, penalty: bool) -> bool:
        # What one missed quarter costs is told from the maximum, for a penalty too.
        return True

    def best(self, most: Fraction | None) -> Fraction | None:
        return most

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        form = labels.get(self.form, f"biểu {self.form}")
        said = f"Nộp {form} trễ: {self._rates(most if self.most is None else self.most)}"
        if self.grace:
            said += f"; không tính {decimal_comma(self.grace)} ngày đầu"
        if self.per_missed is None:
            said += f"; có kỳ chưa nộp: {points_text(self.not_submitted)}"
        return said

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        days = figures.occurrences(f"@days_late.{self.form}")
        missed = self._missed(figures)
        if isinstance(days, NoFigure) and days.absent is Absent.NOT_APPLICABLE:
            return days
        form = figures.labels.get(self.form, f"biểu {self.form}")
        if isinstance(days, NoFigure) or (missed and self.per_missed is None):
            return self._not_submitted(missed, setting, form)
        return self._late(max(Fraction(0), days), missed, setting, form)

    def _missed(self, figures: Figures) -> Fraction:
        missed = figures.occurrences(f"@missed.{self.form}")
        return Fraction(0) if isinstance(missed, NoFigure) else max(Fraction(0), missed)

    def _not_submitted(self, missed: Fraction, setting: Setting, form: str) -> Points:
        points = setting.after_deducting(setting.most - self.not_submitted)
        times = f"{decimal_comma(missed)} kỳ " if missed else ""
        return Points(points, lambda: f"Chưa nộp {times}{form} → {points_text(points)}")

    def _late(self, days: Fraction, missed: Fraction, setting: Setting, form: str) -> Points:
        cap = setting.most if self.most is None else self.most
        counted = max(Fraction(0), days - self.grace)
        deducted = held_to(counted * self.per_day, cap) + missed * (self.per_missed or 0)
        points = setting.after_deducting(deducted)

        def reason() -> str:
            left = "" if setting.penalty else f"; còn {points_text(points)}"
            said = f"{self._counted(days, missed, form)}; {self._rates(cap)}"
            return f"{said} → trừ {points_text(deducted)}{left}"

        return Points(points, reason)

    def _counted(self, days: Fraction, missed: Fraction, form: str) -> str:
        said = f"Nộp {form} trễ tổng cộng {decimal_comma(days)} ngày"
        if self.grace:
            said += f" (không tính {decimal_comma(self.grace)} ngày đầu)"
        return f"{said}, chưa nộp {decimal_comma(missed)} kỳ" if missed else said

    def _rates(self, cap: Fraction | None) -> str:
        """What the reader needs to reckon it again."""
        held = "" if cap is None else f", tối đa {decimal_comma(cap)}"
        rates = f"mỗi ngày trừ {decimal_comma(self.per_day)}{held}"
        if self.per_missed is None:
            return rates
        return f"{rates}; mỗi kỳ chưa nộp trừ {decimal_comma(self.per_missed)}"

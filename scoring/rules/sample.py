"""A survey of so many people, so many points for each good answer (A15)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rules.outcome import (
    Figures,
    NoFigure,
    Outcome,
    Points,
    Setting,
    at_most_text,
    points_text,
)

_FEWER = ("pending", "pro_rata", "as_is")
_FEWER_WORDS = {
    "pending": "hỏi ít hơn thì chưa chấm",
    "pro_rata": "hỏi ít hơn thì quy đổi theo tỷ lệ",
    "as_is": "hỏi ít hơn thì giữ nguyên",
}


@dataclass(frozen=True)
class Sample:
    word: ClassVar[str] = "sample"
    good: str
    asked: str
    size: int
    points: Fraction
    fewer: str

    @classmethod
    def parse(cls, reader: Reader) -> "Sample":
        if not reader.has("size"):
            reader.report(Code.KEY_MISSING, reader.at("size"), key="size")
        return cls(
            reader.text("good"),
            reader.text("asked"),
            reader.whole("size", 1, 1, 1_000_000),
            Fraction(reader.number("points")),
            reader.one_of("fewer", _FEWER, "pending"),
        )

    def figures(self) -> tuple[str, ...]:
        return (self.good, self.asked)

    def needs_max(self, *, penalty: bool) -> bool:
        return False

    def best(self, most: Fraction | None) -> Fraction | None:
        return self.points * self.size

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        good = labels.get(self.good, self.good)
        return (
            f"Hỏi {decimal_comma(self.size)} người: {good}, mỗi người "
            f"{points_text(self.points)}{at_most_text(most)}; {_FEWER_WORDS[self.fewer]}; "
            "hỏi nhiều hơn thì quy đổi theo tỷ lệ"
        )

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        good, asked = figures.number(self.good), figures.number(self.asked)
        if isinstance(good, NoFigure) or isinstance(asked, NoFigure):
            return figures.absence(self.figures())
        if asked == 0:
            none = f"{figures.label(self.asked)}: 0 (không phát sinh)"
            return NoFigure(Absent.NOT_ARISEN, lambda: none)
        if asked < self.size and self.fewer == "pending":
            return NoFigure(Absent.NOT_REPORTED, lambda: self._too_few(figures, asked))
        scaled = asked > self.size or self.fewer == "pro_rata"
        free = min(good, asked) * self.points * (self.size / asked if scaled else 1)
        points = setting.held(free)
        return Points(points, lambda: self._reason(figures, scaled, free, points))

    def _too_few(self, figures: Figures, asked: Fraction) -> str:
        return f"{figures.label(self.asked)}: {decimal_comma(asked)}, chưa đủ {self.size} người"

    def _reason(self, figures: Figures, scaled: bool, free: Fraction, points: Fraction) -> str:
        good, asked = figures.number(self.good), figures.number(self.asked)
        said = f"{figures.label(self.good)}: {decimal_comma(good)}/{decimal_comma(asked)}"
        if good > asked:
            said += f" (tính {decimal_comma(asked)})"
        said += f"; {decimal_comma(min(good, asked))} × {decimal_comma(self.points)}"
        if scaled and asked != self.size:
            said += f" × {self.size}/{decimal_comma(asked)}"
        held = f" = {decimal_comma(free)}; tối đa" if free > points else ""
        return f"{said}{held} → {points_text(points)}"

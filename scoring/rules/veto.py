"""A condition that strikes whatever the points are; stands only in vetoes and class caps."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure

_NOTHING_TO_STRIKE = (Absent.NOT_ARISEN, Absent.NOT_APPLICABLE)


@dataclass(frozen=True)
class Veto:
    word: ClassVar[str] = "veto"
    figure: str
    at_least: Fraction | None
    not_submitted: bool

    @classmethod
    def parse(cls, reader: Reader) -> "Veto":
        not_submitted = reader.flag("not_submitted", default=False)
        at_least = reader.optional_number("at_least")
        figure = reader.text("figure", "" if not_submitted else None)
        return cls(figure, None if at_least is None else Fraction(at_least), not_submitted)

    def figures(self) -> tuple[str, ...]:
        return (self.figure,) if self.figure else ()

    def strikes(self, figures: Figures) -> bool | NoFigure:
        """Whether the condition holds; nothing arose or not applicable: it does not."""
        if self.not_submitted:
            return not figures.submitted
        if self.at_least is None:
            answer = figures.answer(self.figure)
            return self._unless_absent(answer, figures)
        number = figures.number(self.figure)
        if isinstance(number, NoFigure):
            return self._unless_absent(number, figures)
        return number >= self.at_least

    def describe(self, figures: Figures) -> str:
        if self.not_submitted:
            return "không tự đánh giá, chấm điểm"
        number = figures.number(self.figure)
        if self.at_least is None or isinstance(number, NoFigure):
            return f"{figures.label(self.figure)}: Có"
        shown, least = decimal_comma(number), decimal_comma(self.at_least)
        return f"{figures.label(self.figure)}: {shown} (từ {least})"

    def _unless_absent(self, answer: bool | NoFigure, figures: Figures) -> bool | NoFigure:
        reported = figures.value(self.figure)
        return False if reported in _NOTHING_TO_STRIKE else answer

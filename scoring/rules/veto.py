"""A condition that strikes whatever the points are; stands only in vetoes and class caps."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
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
        if figures.value(self.figure) in _NOTHING_TO_STRIKE:
            return False
        if self.at_least is None:
            return figures.answer(self.figure)
        number = figures.number(self.figure)
        return number if isinstance(number, NoFigure) else number >= self.at_least

"""A condition that strikes whatever the points are; stands only in vetoes and class caps."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.formulas import Formula, parse_formula
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure

_NOTHING_TO_STRIKE = (Absent.NOT_ARISEN, Absent.NOT_APPLICABLE)


@dataclass(frozen=True)
class Veto:
    word: ClassVar[str] = "veto"
    figure: str
    at_least: Fraction | None
    not_submitted: bool
    condition: Formula | None = None

    @classmethod
    def parse(cls, reader: Reader) -> "Veto":
        not_submitted = reader.flag("not_submitted", default=False)
        at_least = reader.optional_number("at_least")
        condition = parse_formula(reader, "when", condition=True) if reader.has("when") else None
        told_otherwise = not_submitted or reader.has("when")
        for key in ("figure", "at_least"):
            if reader.has("when") and reader.has(key):
                reader.report(Code.KEY_UNKNOWN, reader.at(key), key=key, near="")
        figure = reader.text("figure", "" if told_otherwise else None)
        return cls(
            figure, None if at_least is None else Fraction(at_least), not_submitted, condition
        )

    def figures(self) -> tuple[str, ...]:
        if self.condition is not None:
            return self.condition.figures()
        return (self.figure,) if self.figure else ()

    def words(self, labels: Mapping[str, str]) -> str:
        """When it strikes, as a person would write it."""
        if self.not_submitted:
            return "Không gửi bảng tự chấm điểm"
        if self.condition is not None:
            return f"Khi {self.condition.words(labels)}"
        label = labels.get(self.figure, self.figure)
        return (
            f"{label}: Có"
            if self.at_least is None
            else f"{label}: từ {decimal_comma(self.at_least)}"
        )

    def strikes(self, figures: Figures) -> bool | NoFigure:
        """Whether the condition holds; nothing arose or not applicable: it does not."""
        if self.not_submitted:
            return not figures.submitted
        if self.condition is not None:
            return _unless_absent(self.condition.holds(figures))
        if figures.value(self.figure) in _NOTHING_TO_STRIKE:
            return False
        if self.at_least is None:
            return figures.answer(self.figure)
        number = figures.number(self.figure)
        return number if isinstance(number, NoFigure) else number >= self.at_least


def _unless_absent(found: bool | NoFigure) -> bool | NoFigure:
    if isinstance(found, NoFigure) and found.absent in _NOTHING_TO_STRIKE:
        return False
    return found

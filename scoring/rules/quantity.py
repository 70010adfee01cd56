"""The quantity a rule looks at: one figure, or the exact percentage of a part in a whole."""

from dataclasses import dataclass
from fractions import Fraction

from scoring.document import Reader
from scoring.facts import Absent
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure


@dataclass(frozen=True)
class Measured:
    """An exact figure or percentage, and how it was come by, in Vietnamese."""

    exact: Fraction
    said: str


@dataclass(frozen=True)
class Quantity:
    figure: str = ""
    part: str = ""
    whole: str = ""

    def figures(self) -> tuple[str, ...]:
        return (self.figure,) if self.figure else (self.part, self.whole)

    def measure(self, figures: Figures) -> Measured | NoFigure:
        if not self.figure:
            return percentage(self.part, self.whole, figures)
        number = figures.number(self.figure)
        if isinstance(number, NoFigure):
            return number
        return Measured(number, f"{figures.label(self.figure)}: {decimal_comma(number)}")


def parse_quantity(reader: Reader) -> Quantity:
    percent = reader.mapping("percent")
    if percent is None:
        return Quantity(figure=reader.text("figure"))
    if reader.has("figure"):
        reader.report(Code.KEY_UNKNOWN, reader.at("figure"), key="figure", near="")
    quantity = Quantity(part=percent.text("part"), whole=percent.text("whole"))
    percent.finish()
    return quantity


def percentage(part: str, whole: str, figures: Figures) -> Measured | NoFigure:
    """100 × part ÷ whole, exact; of a whole of 0 nothing arose."""
    absence = figures.absence((part, whole))
    above, below = figures.number(part), figures.number(whole)
    if absence or isinstance(above, NoFigure) or isinstance(below, NoFigure):
        return absence
    if below == 0:
        return NoFigure(Absent.NOT_ARISEN, f"{figures.label(whole)}: 0 (không phát sinh)")
    share = 100 * above / below
    names = f"{figures.label(part)} / {figures.label(whole)}"
    counted = f"{decimal_comma(above)}/{decimal_comma(below)}"
    return Measured(share, f"{names}: {counted} = {decimal_comma(share)}%")

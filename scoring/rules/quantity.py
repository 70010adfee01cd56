"""The quantity a rule looks at: one figure, or the exact percentage of a part in a whole."""

from dataclasses import dataclass
from fractions import Fraction

from scoring.document import Reader
from scoring.facts import Absent
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure


@dataclass(frozen=True)
class Quantity:
    figure: str = ""
    part: str = ""
    whole: str = ""

    def figures(self) -> tuple[str, ...]:
        return (self.figure,) if self.figure else (self.part, self.whole)

    def measure(self, figures: Figures) -> Fraction | NoFigure:
        if self.figure:
            return figures.number(self.figure)
        ratio = ratio_of(self.part, self.whole, figures)
        return ratio if isinstance(ratio, NoFigure) else 100 * ratio

    def describe(self, measured: Fraction, figures: Figures) -> str:
        if self.figure:
            return f"{figures.label(self.figure)}: {decimal_comma(measured)}"
        return describe_ratio(self.part, self.whole, figures)


def parse_quantity(reader: Reader) -> Quantity:
    percent = reader.mapping("percent")
    if percent is None:
        return Quantity(figure=reader.text("figure"))
    if reader.has("figure"):
        reader.report(Code.KEY_UNKNOWN, reader.at("figure"), key="figure", near="")
    quantity = Quantity(part=percent.text("part"), whole=percent.text("whole"))
    percent.finish()
    return quantity


def ratio_of(part: str, whole: str, figures: Figures) -> Fraction | NoFigure:
    """part ÷ whole, exact; of a whole of 0 nothing arose."""
    absence = figures.absence((part, whole))
    above, below = figures.number(part), figures.number(whole)
    if absence or isinstance(above, NoFigure) or isinstance(below, NoFigure):
        return absence
    if below == 0:
        return NoFigure(Absent.NOT_ARISEN, f"{figures.label(whole)}: 0 (không phát sinh)")
    return above / below


def describe_ratio(part: str, whole: str, figures: Figures) -> str:
    above, below = figures.number(part), figures.number(whole)
    if isinstance(above, NoFigure) or isinstance(below, NoFigure) or below == 0:
        return f"{figures.label(part)} / {figures.label(whole)}"
    share = decimal_comma(100 * above / below)
    return (
        f"{figures.label(part)} / {figures.label(whole)}: "
        f"{decimal_comma(above)}/{decimal_comma(below)} = {share}%"
    )

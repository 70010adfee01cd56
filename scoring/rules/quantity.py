"""The quantity a rule looks at: a figure, the exact percentage of a part, or a formula."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from scoring.document import Reader
from scoring.exact import fraction, percent
from scoring.facts import Absent
from scoring.formulas import Formula, constant, parse_formula
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure, Words


class Measured(NamedTuple):
    """An exact figure or percentage; `say` tells how it was come by, in Vietnamese."""

    exact: Fraction
    say: Words


@dataclass(frozen=True)
class Quantity:
    figure: str = ""
    part: str = ""
    whole: str = ""
    formula: Formula | None = None

    def figures(self) -> tuple[str, ...]:
        if self.formula is not None:
            return self.formula.figures()
        return (self.figure,) if self.figure else (self.part, self.whole)

    def measure(self, figures: Figures) -> Measured | NoFigure:
        if self.figure:
            return _figure(self.figure, figures)
        if self.formula is not None:
            return _reckoned(self.formula, figures)
        return percentage(self.part, self.whole, figures)

    @property
    def unit(self) -> str:
        """What is written after the thresholds it is compared with."""
        return "%" if self.part else ""

    def words(self, labels: Mapping[str, str]) -> str:
        """What is looked at, as a table of criteria would say it."""
        if self.formula is not None:
            return self.formula.words(labels)
        if self.figure:
            return labels.get(self.figure, self.figure)
        return percentage_words(self.part, self.whole, labels)


def parse_quantity(reader: Reader, *, card: bool = False) -> Quantity:
    """One of figure, percent and formula; `card`: the formula may look at a whole card."""
    asked = [key for key in ("formula", "percent", "figure") if reader.has(key)]
    for key in asked[1:]:
        reader.report(Code.KEY_UNKNOWN, reader.at(key), key=key, near="")
    if asked[:1] == ["formula"]:
        return Quantity(formula=parse_formula(reader, "formula", condition=False, card=card))
    percent = reader.mapping("percent")
    if percent is None:
        return Quantity(figure=reader.text("figure"))
    quantity = Quantity(part=percent.text("part"), whole=percent.text("whole"))
    percent.finish()
    return quantity


def parse_quantity_at(reader: Reader, key: str) -> Quantity | None:
    """What stands under `key`: the key of a figure, a number, or a quantity; None: nothing."""
    if reader.holds_mapping(key):
        inner = reader.mapping(key)
        quantity = parse_quantity(inner)
        inner.finish()
        return quantity
    if reader.holds_number(key):
        number = reader.number(key)
        return Quantity(formula=constant(fraction(number), str(number)))
    figure = reader.text(key, "")
    return Quantity(figure=figure) if figure else None


def percentage(part: str, whole: str, figures: Figures) -> Measured | NoFigure:
    """100 × part ÷ whole, exact; of a whole of 0 nothing arose."""
    above, below = figures.number(part), figures.number(whole)
    if isinstance(above, NoFigure) or isinstance(below, NoFigure):
        return figures.absence((part, whole))
    if below == 0:
        return NoFigure(Absent.NOT_ARISEN, lambda: f"{figures.label(whole)}: 0 (không phát sinh)")
    share = percent(above, below)
    return Measured(share, lambda: _share_words(part, whole, figures, share))


def percentage_words(part: str, whole: str, labels: Mapping[str, str]) -> str:
    return f"tỷ lệ % {labels.get(part, part)} trên {labels.get(whole, whole)}"


def _figure(key: str, figures: Figures) -> Measured | NoFigure:
    number = figures.number(key)
    if isinstance(number, NoFigure):
        return number
    return Measured(number, lambda: f"{figures.label(key)}: {decimal_comma(number)}")


def _reckoned(formula: Formula, figures: Figures) -> Measured | NoFigure:
    number = formula.value(figures)
    if isinstance(number, NoFigure):
        return number
    return Measured(number, lambda: formula_words(formula, number, figures))


def formula_words(formula: Formula, number: Fraction, figures: Figures) -> str:
    """The formula, the figures put into it and what comes out."""
    said = f"{formula.words(figures.labels)} = {decimal_comma(number)}"
    return said + figures_put_in(formula, figures)


def figures_put_in(formula: Formula, figures: Figures) -> str:
    """The figures a formula names with their values, in brackets; nothing where it names none."""
    said = "; ".join(f"{figures.label(key)}: {_value(key, figures)}" for key in formula.figures())
    return f" ({said})" if said else ""


def _value(key: str, figures: Figures) -> str:
    value = figures.value(key)
    if not isinstance(value, Absent):
        return decimal_comma(value)
    return value.value or "chưa có số liệu"


def _share_words(part: str, whole: str, figures: Figures, share: Fraction) -> str:
    above, below = decimal_comma(figures.value(part)), decimal_comma(figures.value(whole))
    names = f"{figures.label(part)} / {figures.label(whole)}"
    return f"{names}: {above}/{below} = {decimal_comma(share)}%"

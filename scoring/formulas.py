"""Formulas and conditions on named figures (A26): parsed once to a tree, reckoned exactly.

The language is docs/criteria.md, section 4. Nothing is ever handed to Python's own evaluation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from scoring.document import Reader
from scoring.formula_parsing import Unreadable, parsed
from scoring.formula_tree import CardPoints, Constant, Named, Node, OfCard, Reported, Scope, every
from scoring.issues import Code
from scoring.rules.outcome import Figures, NoFigure

LONGEST = 500


@dataclass(frozen=True)
class Formula:
    """A formula or condition; two that are written the same are the same."""

    text: str
    tree: Node = field(repr=False, compare=False)

    @property
    def of_card(self) -> bool:
        """Whether it looks at the points of a whole card."""
        return any(isinstance(part, OfCard) for part in every(self.tree))

    def figures(self) -> tuple[str, ...]:
        """Keys of the figures it names, each once, in the order written."""
        named = [part.key for part in every(self.tree) if isinstance(part, Named | Reported)]
        return tuple(dict.fromkeys(named))

    def codes(self) -> tuple[str, ...]:
        """Codes of the leaves and blocks whose points it looks at."""
        return tuple(
            part.code for part in every(self.tree) if isinstance(part, OfCard) and part.code
        )

    def value(self, figures: Figures, card: CardPoints | None = None) -> Fraction | NoFigure:
        """The number of a formula, exact; of a condition use `holds`."""
        return self.tree.reckon(Scope(figures, card))

    def holds(self, figures: Figures, card: CardPoints | None = None) -> bool | NoFigure:
        """Whether a condition is so."""
        return self.tree.reckon(Scope(figures, card))

    def words(self, labels: Mapping[str, str]) -> str:
        """The formula with the figures' labels in place of their keys."""
        return self.tree.words(labels)


def constant(number: Fraction, text: str) -> Formula:
    """A number, where a formula may stand too."""
    return Formula(text, Constant(number))


def parse_formula(
    reader: Reader, key: str, *, condition: bool, card: bool = False
) -> Formula | None:
    """The formula (or condition) written under `key`, or None with the mistake reported. `card`:
    it stands where a whole card is looked at, and may name points."""
    text = reader.text(key)
    if not text:
        return None
    if len(text) > LONGEST:
        at = reader.at(key)
        reader.report(Code.VALUE_OUTSIDE, at, value=len(text), least=1, most=LONGEST)
        return None
    try:
        return Formula(text, parsed(text, condition=condition, card=card))
    except Unreadable as wrong:
        reader.report(
            Code.FORMULA_UNREADABLE,
            reader.at(key),
            value=f"{text[: wrong.position]}▸{text[wrong.position :]}",
            position=wrong.position + 1,
            expected=wrong.expected,
        )
        return None

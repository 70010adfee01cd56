"""Parsing what a class asks beside the points (docs/criteria.md, section 8)."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.criteria_classes import Requirement
from scoring.criteria_terms import TableKind
from scoring.document import Reader
from scoring.formulas import parse_formula
from scoring.issues import Code

_WORDS = ("no_zero", "all_passed")
_KNOWN = "no_zero, all_passed, {each_block: 50}, {when: …, text: …}"


@dataclass(frozen=True)
class Requires:
    """All that stands under `requires` of one class."""

    words: frozenset[str]
    each_block: Decimal | None
    conditions: tuple[Requirement, ...]

    @property
    def no_zero(self) -> bool:
        return "no_zero" in self.words

    @property
    def all_passed(self) -> bool:
        return "all_passed" in self.words


def parse_requires(reader: Reader, kind: TableKind) -> Requires:
    """Points can only be asked of a table that has them, đạt only of one that has none."""
    words, each_block, conditions = set(), None, []
    with_points = kind is TableKind.POINTS
    for position, entry in enumerate(reader.entries("requires")):
        if isinstance(entry, str):
            words.add(entry)
            _check_word(reader, entry, f"{reader.at('requires')}[{position}]", kind)
        elif entry.has("each_block"):
            each_block = percentage(entry, "each_block")
            if not with_points:
                _not_for(entry, entry.at("each_block"), "each_block", kind)
            entry.finish()
        else:
            conditions += _condition(entry, card=with_points)
    return Requires(frozenset(words), each_block, tuple(conditions))


def percentage(reader: Reader, key: str) -> Decimal:
    """A required number from 0 to 100."""
    share = reader.number(key)
    if not 0 <= share <= 100:
        reader.report(Code.VALUE_OUTSIDE, reader.at(key), value=share, least=0, most=100)
    return share


def _check_word(reader: Reader, word: str, at: str, kind: TableKind) -> None:
    if word not in _WORDS:
        reader.report(Code.NOT_ONE_OF, at, value=word, known=_KNOWN, near="")
    elif word == "all_passed" and kind is TableKind.POINTS:
        _not_for(reader, at, word, kind)


def _not_for(reader: Reader, at: str, key: str, kind: TableKind) -> None:
    reader.report(Code.KEY_NOT_FOR_KIND, at, key=key, kind=kind.value)


def _condition(reader: Reader, *, card: bool) -> list[Requirement]:
    condition = parse_formula(reader, "when", condition=True, card=card)
    text = reader.text("text")
    reader.finish()
    return [] if condition is None else [Requirement(condition, text)]

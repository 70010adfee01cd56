"""Rules that stand inside another rule, and plain points in the place of one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.issues import Code
from scoring.rules.outcome import Figures, Outcome, Points, Rule, Setting, points_text


@dataclass(frozen=True)
class Fixed:
    """The same points always; never written as a rule of its own."""

    word: ClassVar[str] = "points"
    points: Fraction = Fraction(0)

    @classmethod
    def parse(cls, reader: Reader) -> "Fixed":
        return cls(Fraction(reader.number("points")))

    def figures(self) -> tuple[str, ...]:
        return ()

    def needs_max(self, *, penalty: bool) -> bool:
        return False

    def best(self, most: Fraction | None) -> Fraction | None:
        return self.points

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        return points_text(self.points)

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        return Points(self.points, lambda: points_text(self.points))


def parse_rule(reader: Reader) -> Rule:
    """The rule a mapping with `type` describes; with the mistake reported, no points."""
    # A rule that holds others stands in the same list as they: the list is whole only later.
    from scoring.rule_types import RULES_BY_WORD

    word = reader.text("type")
    if word not in RULES_BY_WORD:
        known = ", ".join(RULES_BY_WORD)
        reader.report(Code.UNKNOWN_RULE, reader.at("type"), value=word, known=known)
        return Fixed()
    rule = RULES_BY_WORD[word].parse(reader)
    reader.finish()
    return rule


def parse_rule_at(reader: Reader, key: str) -> Rule:
    inner = reader.mapping(key)
    if inner is None:
        reader.report(Code.KEY_MISSING, reader.at(key), key=key)
        return Fixed()
    return parse_rule(inner)


def every_rule(rule: Rule) -> Iterator[Rule]:
    """The rule and those inside it."""
    yield rule
    for inner in getattr(rule, "rules", ()):
        yield from every_rule(inner)


def figures_of(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for rule in rules for key in rule.figures()))

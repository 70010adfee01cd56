"""Section 4 of docs/criteria.md: formulas and conditions, read and reckoned by themselves."""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from tests.oracle.reading import (
    ABSENCES,
    NOT_APPLICABLE,
    NOT_ARISEN,
    NOT_REPORTED,
    Answer,
    figure,
    heaviest_absence,
)

TOKEN = re.compile(
    r"""\s*(?:
        (?P<number>\d+(?:\.\d+)?)
      | (?P<text>"[^"]*")
      | (?P<name>@[\w.-]+|[A-Za-z_][\w.]*)
      | (?P<sign><=|>=|!=|[-+*/()=<>,])
    )""",
    re.VERBOSE,
)
COMPARISONS = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


class Reading:
    """One formula read from left to right into nested tuples: (what it is, its parts …)."""

    def __init__(self, text: str) -> None:
        self.tokens, position = [], 0
        while text[position:].strip():
            found = TOKEN.match(text, position)
            assert found, f"cannot be read: {text[position:]}"
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            position = found.end()

    def next_is(self, *signs: str) -> bool:
        return bool(self.tokens) and self.tokens[0][1] in signs

    def take(self, expected: str | None = None) -> str:
        word = self.tokens.pop(0)[1]
        assert expected in (None, word), f"{expected} expected, not {word}"
        return word

    def whole(self) -> tuple:
        tree = self.either()
        assert not self.tokens, f"too much: {self.tokens}"
        return tree

    def either(self) -> tuple:
        tree = self.both()
        while self.next_is("or"):
            tree = (self.take(), tree, self.both())
        return tree

    def both(self) -> tuple:
        tree = self.negation()
        while self.next_is("and"):
            tree = (self.take(), tree, self.negation())
        return tree

    def negation(self) -> tuple:
        if self.next_is("not"):
            return (self.take(), self.negation())
        return self.comparison()

    def comparison(self) -> tuple:
        tree = self.sum()
        if self.next_is(*COMPARISONS):
            tree = ("compare", self.take(), tree, self.sum())
        return tree

    def sum(self) -> tuple:
        tree = self.product()
        while self.next_is("+", "-"):
            tree = (self.take(), tree, self.product())
        return tree

    def product(self) -> tuple:
        tree = self.atom()
        while self.next_is("*", "/"):
            tree = (self.take(), tree, self.atom())
        return tree

    def atom(self) -> tuple:
        kind, word = self.tokens.pop(0)
        if kind == "number":
            return ("number", Fraction(word))
        if kind == "text":
            return ("text", word[1:-1])
        if word == "(":
            tree = self.either()
            self.take(")")
            return tree
        if self.next_is("("):
            return self.call(word)
        if word.startswith("attr."):
            return ("attribute", word.removeprefix("attr."))
        return ("total",) if word == "total" else ("figure", word)

    def call(self, name: str) -> tuple:
        parts = []
        while not self.next_is(")"):
            self.take()
            parts.append(self.either())
        self.take(")")
        return ("call", name, *parts)


@dataclass(frozen=True)
class Known:
    """What a formula may look at: a unit's answers, and its card once that is finished."""

    answers: dict
    points: dict[str, Answer]
    shares: dict[str, Answer]
    total: Answer


def value_of(formula: str, answers: dict, card: Known | None = None) -> Answer | bool:
    """The exact value, whether the condition holds, or why neither can be told."""
    return reckoned(Reading(formula).whole(), card or Known(answers, {}, {}, NOT_REPORTED))


def is_absence(value: Answer | bool) -> bool:
    return isinstance(value, str)


def reckoned(tree: tuple, known: Known) -> Answer | bool:
    what, *parts = tree
    if what in ("number", "text"):
        return parts[0]
    if what == "figure":
        return figure(known.answers, parts[0])
    if what == "total":
        return known.total
    if what == "call":
        return called(parts[0], parts[1:], known)
    if what in ("and", "or"):
        return joined(what, [reckoned(part, known) for part in parts])
    if what == "not":
        side = reckoned(parts[0], known)
        return side if is_absence(side) else not side
    if what == "compare":
        return compared(*parts, known)
    return arithmetic(what, [reckoned(part, known) for part in parts])


def joined(word: str, sides: list) -> bool | str:
    decided = word == "or"
    if decided in sides:
        return decided
    return heaviest_absence(sides) or not decided


def attribute(name: str, answers: dict) -> str:
    usual = answers.get("@group", "") if name == "group" else ""
    return answers.get(f"@attr.{name}", usual)


def compared(sign: str, left: tuple, right: tuple, known: Known) -> bool | str:
    if "attribute" in (left[0], right[0]):
        texts = [
            attribute(side[1], known.answers) if side[0] == "attribute" else side[1]
            for side in (left, right)
        ]
        return COMPARISONS[sign](*texts)
    sides = [reckoned(left, known), reckoned(right, known)]
    return heaviest_absence(sides) or COMPARISONS[sign](*sides)


def arithmetic(sign: str, sides: list) -> Answer:
    absence = heaviest_absence(sides)
    if absence:
        return absence
    left, right = sides
    if sign == "/":
        return left / right if right != 0 else NOT_REPORTED
    return {"+": left + right, "-": left - right, "*": left * right}[sign]


def called(name: str, parts: list[tuple], known: Known) -> Answer | bool:
    if name in ("reported", "number", "kps", "kad"):
        given = figure(known.answers, parts[0][1])
        return {
            "reported": given != NOT_REPORTED,
            "number": given not in ABSENCES,
            "kps": given == NOT_ARISEN,
            "kad": given == NOT_APPLICABLE,
        }[name]
    if name == "points":
        return known.points.get(parts[0][1], NOT_REPORTED)
    if name == "share":
        return known.shares.get(parts[0][1], NOT_REPORTED)
    if name == "if":
        holds = reckoned(parts[0], known)
        if is_absence(holds):
            return holds
        return reckoned(parts[1] if holds else parts[2], known)
    values = [reckoned(part, known) for part in parts]
    return heaviest_absence(values) or FUNCTIONS[name](*values)


def rounded_half_away(value: Fraction, places: Fraction) -> Fraction:
    size = Fraction(10) ** int(places)
    whole = floor(abs(value) * size + Fraction(1, 2)) / size
    return -whole if value < 0 else whole


FUNCTIONS = {
    "min": min,
    "max": max,
    "abs": abs,
    "floor": lambda value: Fraction(floor(value)),
    "ceil": lambda value: Fraction(ceil(value)),
    "round": rounded_half_away,
}

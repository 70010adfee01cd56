"""From the text of a formula to its tree: a hand-written descent over words, bounded in depth."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from scoring.formula_operations import Arithmetic, Comparison, Function, If, Joined, Minus, Not
from scoring.formula_tree import Attribute, Constant, Named, Node, OfCard, Reported, Text

DEEPEST = 20
_MOST_PLACES = 10
_WORD = re.compile(
    r"""\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?(?![0-9A-Za-z_.]))
    |(?P<attribute>attr\.\w+)
    |(?P<name>@[a-z_]+(?:\.[A-Za-z0-9_-]+)*|[a-z][a-z0-9_]*)
    |(?P<text>"[^"]*")
    |(?P<sign><=|>=|!=|[-+*/=<>(),])
    |(?P<end>\Z))""",
    re.VERBOSE,
)
_COMPARING = ("=", "!=", "<", "<=", ">", ">=")
_REPORTING = ("reported", "number", "kps", "kad")
_ONE_PART = ("abs", "floor", "ceil")
# What was expected, by the sort of answer a part should give.
_SORTS = {"number": "formula number", "condition": "condition", "text": "formula text"}
_RESERVED = ("and", "or", "not")


@dataclass(frozen=True)
class Word:
    kind: str
    text: str
    position: int


class Unreadable(Exception):
    """Where the text stops making sense, what stands there and what was expected (a word of
    dashboard/wording.py, or a sign)."""

    def __init__(self, word: Word, expected: str) -> None:
        super().__init__(word, expected)
        self.position = word.position
        self.expected = expected


def parsed(text: str, *, condition: bool, card: bool) -> Node:
    """The tree of the text. Raises Unreadable at the first thing that does not fit."""
    words = _Words(_split(text), card)
    tree = _expected(words, _either, "condition" if condition else "number")
    if words.ahead.kind != "end":
        raise Unreadable(words.ahead, "sign")
    return tree


def _split(text: str) -> list[Word]:
    words, position = [], 0
    while not words or words[-1].kind != "end":
        found = _WORD.match(text, position)
        if found is None:
            position += len(text[position:]) - len(text[position:].lstrip())
            raise Unreadable(Word("", text[position : position + 12], position), "word")
        kind = found.lastgroup or ""
        words.append(Word(kind, found.group(kind), found.start(kind)))
        position = found.end()
    return words


class _Words:
    """The words of one formula, read from left to right."""

    def __init__(self, words: list[Word], card: bool) -> None:
        self._words = words
        self._next = 0
        self._deep = 0
        self.card = card

    @property
    def ahead(self) -> Word:
        return self._words[self._next]

    def take(self) -> Word:
        word = self.ahead
        self._next += 1
        return word

    def skip(self, *texts: str) -> str | None:
        """Take the next word if it is one of these."""
        if self.ahead.kind in ("sign", "name") and self.ahead.text in texts:
            return self.take().text
        return None

    def need(self, text: str) -> None:
        if not self.skip(text):
            raise Unreadable(self.ahead, text)

    def deeper(self, part: Callable[["_Words"], Node]) -> Node:
        """Read a part inside a part; a hostile text must not exhaust the stack."""
        if self._deep >= DEEPEST:
            raise Unreadable(self.ahead, "shallower")
        self._deep += 1
        node = part(self)
        self._deep -= 1
        return node


def _expected(words: _Words, part: Callable[[_Words], Node], gives: str) -> Node:
    begins = words.ahead
    node = part(words)
    if node.gives != gives:
        raise Unreadable(begins, _SORTS[gives])
    return node


def _either(words: _Words) -> Node:
    return _joined(words, "or", _both)


def _both(words: _Words) -> Node:
    return _joined(words, "and", _negated)


def _joined(words: _Words, joint: str, part: Callable[[_Words], Node]) -> Node:
    begins = words.ahead
    parts = [part(words)]
    while words.skip(joint):
        parts.append(_expected(words, part, "condition"))
    if len(parts) == 1:
        return parts[0]
    if parts[0].gives != "condition":
        raise Unreadable(begins, "condition")
    return Joined(tuple(parts), both=joint == "and")


def _negated(words: _Words) -> Node:
    if words.skip("not"):
        return Not(_expected(words, lambda inner: inner.deeper(_negated), "condition"))
    return _comparison(words)


def _comparison(words: _Words) -> Node:
    begins = words.ahead
    left = _sum(words)
    sign = words.skip(*_COMPARING)
    if sign is None:
        return left
    if left.gives == "condition" or (left.gives == "text" and sign not in ("=", "!=")):
        raise Unreadable(begins, _SORTS["number"])
    return Comparison(left, sign, _expected(words, _sum, left.gives))


def _sum(words: _Words) -> Node:
    return _arithmetic(words, ("+", "-"), _product)


def _product(words: _Words) -> Node:
    return _arithmetic(words, ("*", "/"), _signed)


def _arithmetic(words: _Words, signs: tuple[str, str], part: Callable[[_Words], Node]) -> Node:
    begins = words.ahead
    first, rest = part(words), []
    while sign := words.skip(*signs):
        rest.append((sign, _expected(words, part, "number")))
    if not rest:
        return first
    if first.gives != "number":
        raise Unreadable(begins, _SORTS["number"])
    return Arithmetic(first, tuple(rest))


def _signed(words: _Words) -> Node:
    if words.skip("-"):
        return Minus(_expected(words, lambda inner: inner.deeper(_signed), "number"))
    return _single(words)


def _single(words: _Words) -> Node:
    word = words.ahead
    if words.skip("("):
        node = words.deeper(_either)
        words.need(")")
        return node
    if word.kind == "number":
        return Constant(Fraction(words.take().text))
    if word.kind == "text":
        return Text(unicodedata.normalize("NFC", words.take().text[1:-1]))
    if word.kind == "attribute":
        return Attribute(words.take().text.removeprefix("attr."))
    if word.kind == "name" and word.text not in _RESERVED:
        return _named(words)
    raise Unreadable(word, "value")


def _named(words: _Words) -> Node:
    word = words.take()
    if words.skip("("):
        node = words.deeper(lambda inner: _called(inner, word))
        words.need(")")
        return node
    if word.text != "total":
        return Named(word.text)
    _card_only(words, word)
    return OfCard("total")


def _called(words: _Words, name: Word) -> Node:
    if name.text in _REPORTING:
        return Reported(name.text, _key(words))
    if name.text in ("points", "share"):
        _card_only(words, name)
        return OfCard(name.text, _code(words))
    if name.text == "if":
        return _if(words)
    if name.text == "round":
        return _round(words)
    if name.text in _ONE_PART:
        return Function(name.text, (_expected(words, _either, "number"),))
    if name.text in ("min", "max"):
        return Function(name.text, _parts(words))
    raise Unreadable(name, "function")


def _card_only(words: _Words, word: Word) -> None:
    if not words.card:
        raise Unreadable(word, "figure")


def _key(words: _Words) -> str:
    if words.ahead.kind != "name" or words.ahead.text in _RESERVED:
        raise Unreadable(words.ahead, "figure")
    return words.take().text


def _code(words: _Words) -> str:
    if words.ahead.kind != "text":
        raise Unreadable(words.ahead, "points code")
    return words.take().text[1:-1]


def _parts(words: _Words) -> tuple[Node, ...]:
    parts = [_expected(words, _either, "number")]
    while words.skip(","):
        parts.append(_expected(words, _either, "number"))
    return tuple(parts)


def _if(words: _Words) -> Node:
    condition = _expected(words, _either, "condition")
    words.need(",")
    then = _expected(words, _either, "number")
    words.need(",")
    return If(condition, then, _expected(words, _either, "number"))


def _round(words: _Words) -> Node:
    part = _expected(words, _either, "number")
    words.need(",")
    places = words.take()
    whole = places.kind == "number" and places.text.isdigit()
    if not whole or int(places.text) > _MOST_PLACES:
        raise Unreadable(places, "places")
    return Function("round", (part,), int(places.text))

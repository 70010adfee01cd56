"""The parts of a formula (docs/criteria.md, section 4): each reckons itself, exactly, and says
itself in words. A part without an answer says which figure it lacks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Protocol

from scoring.facts import Absent
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure


class CardPoints(Protocol):
    """The points of a whole card, for conditions that look at it. None: no points yet."""

    @property
    def total(self) -> Fraction | None: ...

    def points(self, code: str) -> Fraction | None:
        """Final points of a leaf or a block."""

    def share(self, code: str) -> Fraction | None:
        """Those points in percent of their maximum."""


@dataclass(frozen=True)
class Scope:
    """What a formula may look at."""

    figures: Figures
    card: CardPoints | None = None


Number = Fraction | NoFigure
Truth = bool | NoFigure
Answer = Fraction | bool | str | NoFigure
Labels = Mapping[str, str]


class Node(Protocol):
    """One part; `gives` is the sort of its answer: "number", "condition" or "text"."""

    gives: ClassVar[str]

    def inner(self) -> tuple["Node", ...]: ...

    def reckon(self, scope: Scope) -> Answer: ...

    def words(self, labels: Labels) -> str: ...


def every(node: Node) -> Iterator[Node]:
    """The part and all parts in it."""
    yield node
    for part in node.inner():
        yield from every(part)


@dataclass(frozen=True)
class Constant:
    gives: ClassVar[str] = "number"
    number: Fraction

    def inner(self) -> tuple[Node, ...]:
        return ()

    def reckon(self, scope: Scope) -> Answer:
        return self.number

    def words(self, labels: Labels) -> str:
        return decimal_comma(self.number)


@dataclass(frozen=True)
class Text:
    gives: ClassVar[str] = "text"
    text: str

    def inner(self) -> tuple[Node, ...]:
        return ()

    def reckon(self, scope: Scope) -> Answer:
        return self.text

    def words(self, labels: Labels) -> str:
        return f"“{self.text}”"


@dataclass(frozen=True)
class Attribute:
    gives: ClassVar[str] = "text"
    beside: ClassVar[bool] = True
    name: str

    def inner(self) -> tuple[Node, ...]:
        return ()

    def reckon(self, scope: Scope) -> Answer:
        return scope.figures.attribute(self.name)

    def words(self, labels: Labels) -> str:
        return f"đặc điểm {self.name}"


@dataclass(frozen=True)
class Named:
    """A figure by its key."""

    gives: ClassVar[str] = "number"
    key: str

    def inner(self) -> tuple[Node, ...]:
        return ()

    def reckon(self, scope: Scope) -> Answer:
        return scope.figures.number(self.key)

    def words(self, labels: Labels) -> str:
        return f"[{labels.get(self.key, self.key)}]"


@dataclass(frozen=True)
class OfCard:
    """Points or share of a leaf or block by its code, or the total."""

    gives: ClassVar[str] = "number"
    what: str
    code: str = ""

    def inner(self) -> tuple[Node, ...]:
        return ()

    def reckon(self, scope: Scope) -> Answer:
        found = None if scope.card is None else self._looked_up(scope.card)
        if found is None:
            return NoFigure(Absent.NOT_REPORTED, lambda: f"{self.words({})}: chưa có điểm")
        return Fraction(found)

    def _looked_up(self, card: CardPoints) -> Fraction | None:
        if self.what == "total":
            return card.total
        return card.points(self.code) if self.what == "points" else card.share(self.code)

    def words(self, labels: Labels) -> str:
        if self.what == "total":
            return "tổng điểm"
        return f"điểm mục {self.code}" if self.what == "points" else f"% điểm mục {self.code}"


@dataclass(frozen=True)
class Reported:
    """Whether something, a number, KPS or KAD was reported: always has an answer."""

    gives: ClassVar[str] = "condition"
    what: str
    key: str

    def inner(self) -> tuple[Node, ...]:
        return ()

    def reckon(self, scope: Scope) -> Answer:
        value = scope.figures.value(self.key)
        if self.what == "reported":
            return value is not Absent.NOT_REPORTED
        if self.what == "number":
            return not isinstance(value, Absent)
        return value is (Absent.NOT_ARISEN if self.what == "kps" else Absent.NOT_APPLICABLE)

    def words(self, labels: Labels) -> str:
        return f"[{labels.get(self.key, self.key)}] {_REPORTED_WORDS[self.what]}"


_REPORTED_WORDS = {
    "reported": "đã có báo cáo",
    "number": "có số liệu",
    "kps": "không phát sinh",
    "kad": "không áp dụng",
}

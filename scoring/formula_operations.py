"""What a formula does with its parts: arithmetic, comparing, joining, choosing, functions."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import ClassVar

from scoring.facts import Absent
from scoring.formula_tree import Answer, Labels, Node, Scope
from scoring.numbers import rounded
from scoring.rules.outcome import NoFigure, weightiest


@dataclass(frozen=True)
class Minus:
    gives: ClassVar[str] = "number"
    part: Node

    def inner(self) -> tuple[Node, ...]:
        return (self.part,)

    def reckon(self, scope: Scope) -> Answer:
        found = self.part.reckon(scope)
        return found if isinstance(found, NoFigure) else -found

    def words(self, labels: Labels) -> str:
        return f"−{_bracketed(self.part, labels)}"


@dataclass(frozen=True)
class Arithmetic:
    """First part, then each further one added, taken away, multiplied or divided by, in order."""

    gives: ClassVar[str] = "number"
    first: Node
    rest: tuple[tuple[str, Node], ...]

    def inner(self) -> tuple[Node, ...]:
        return (self.first, *(part for _, part in self.rest))

    def reckon(self, scope: Scope) -> Answer:
        result = self.first.reckon(scope)
        for sign, part in self.rest:
            result = self._further(result, sign, part, scope)
        return result

    def _further(self, left: Answer, sign: str, part: Node, scope: Scope) -> Answer:
        """Step by step, for a division by 0 weighs against what is absent further on."""
        right = part.reckon(scope)
        lacking = weightiest((left, right))
        if lacking is not None:
            return lacking
        if sign == "/" and not right:
            return self._divided_by_zero(part, scope)
        return _calculated(left, sign, right)

    def _divided_by_zero(self, part: Node, scope: Scope) -> NoFigure:
        labels = scope.figures.labels
        return NoFigure(
            Absent.NOT_REPORTED, lambda: f"{part.words(labels)} bằng 0: chia cho 0, chưa đủ dữ liệu"
        )

    def words(self, labels: Labels) -> str:
        said = self._part_words(self.first, labels)
        for sign, part in self.rest:
            said += f" {_SIGN_WORDS[sign]} {self._part_words(part, labels)}"
        return said

    def _part_words(self, part: Node, labels: Labels) -> str:
        """A product inside a sum needs no brackets."""
        if self.is_sum and isinstance(part, Arithmetic) and not part.is_sum:
            return part.words(labels)
        return _bracketed(part, labels)

    @property
    def is_sum(self) -> bool:
        return self.rest[0][0] in "+-"


_SIGN_WORDS = {"+": "+", "-": "−", "*": "×", "/": "÷"}


def _calculated(left: Fraction, sign: str, right: Fraction) -> Fraction:
    if sign == "+":
        return left + right
    if sign == "-":
        return left - right
    return left * right if sign == "*" else left / right


@dataclass(frozen=True)
class Comparison:
    gives: ClassVar[str] = "condition"
    left: Node
    sign: str
    right: Node

    def inner(self) -> tuple[Node, ...]:
        return (self.left, self.right)

    def reckon(self, scope: Scope) -> Answer:
        left, right = self.left.reckon(scope), self.right.reckon(scope)
        if isinstance(left, NoFigure) or isinstance(right, NoFigure):
            return weightiest((left, right))
        return _compared(left, self.sign, right)

    def words(self, labels: Labels) -> str:
        return f"{self.left.words(labels)} {_COMPARED_WORDS[self.sign]} {self.right.words(labels)}"


_COMPARED_WORDS = {"=": "=", "!=": "khác", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}


def _compared(left: Fraction | str, sign: str, right: Fraction | str) -> bool:
    if sign in ("=", "!="):
        return (left == right) is (sign == "=")
    if sign in ("<", "<="):
        return left < right or (sign == "<=" and left == right)
    return left > right or (sign == ">=" and left == right)


@dataclass(frozen=True)
class Not:
    gives: ClassVar[str] = "condition"
    part: Node

    def inner(self) -> tuple[Node, ...]:
        return (self.part,)

    def reckon(self, scope: Scope) -> Answer:
        found = self.part.reckon(scope)
        return found if isinstance(found, NoFigure) else not found

    def words(self, labels: Labels) -> str:
        return f"không phải ({self.part.words(labels)})"


@dataclass(frozen=True)
class Joined:
    """Several conditions, all of which (`both`), or one of which, must hold."""

    gives: ClassVar[str] = "condition"
    parts: tuple[Node, ...]
    both: bool

    def inner(self) -> tuple[Node, ...]:
        return self.parts

    def reckon(self, scope: Scope) -> Answer:
        decisive = not self.both
        answers = []
        for part in self.parts:
            found = part.reckon(scope)
            if found is decisive:
                return decisive
            answers.append(found)
        lacking = weightiest(answers)
        return self.both if lacking is None else lacking

    def words(self, labels: Labels) -> str:
        return (" và " if self.both else " hoặc ").join(_bracketed(p, labels) for p in self.parts)


@dataclass(frozen=True)
class Function:
    """min, max, abs, floor, ceil of their parts; `places` is that of round."""

    gives: ClassVar[str] = "number"
    name: str
    parts: tuple[Node, ...]
    places: int = 0

    def inner(self) -> tuple[Node, ...]:
        return self.parts

    def reckon(self, scope: Scope) -> Answer:
        numbers = [part.reckon(scope) for part in self.parts]
        lacking = weightiest(numbers)
        if lacking is not None:
            return lacking
        if self.name == "round":
            return Fraction(rounded(numbers[0], self.places))
        return Fraction(_FUNCTIONS[self.name](*numbers))

    def words(self, labels: Labels) -> str:
        said = "; ".join(part.words(labels) for part in self.parts)
        if self.name == "round":
            said += f"; {self.places} chữ số thập phân"
        return f"{_FUNCTION_WORDS[self.name]} ({said})"


_FUNCTIONS = {
    "min": lambda *numbers: min(numbers),
    "max": lambda *numbers: max(numbers),
    "abs": abs,
    "floor": floor,
    "ceil": ceil,
}
_FUNCTION_WORDS = {
    "min": "số nhỏ nhất trong",
    "max": "số lớn nhất trong",
    "abs": "giá trị tuyệt đối của",
    "floor": "làm tròn xuống",
    "ceil": "làm tròn lên",
    "round": "làm tròn",
}


@dataclass(frozen=True)
class If:
    """Only the branch taken is reckoned."""

    gives: ClassVar[str] = "number"
    condition: Node
    then: Node
    otherwise: Node

    def inner(self) -> tuple[Node, ...]:
        return (self.condition, self.then, self.otherwise)

    def reckon(self, scope: Scope) -> Answer:
        holds = self.condition.reckon(scope)
        if isinstance(holds, NoFigure):
            return holds
        return (self.then if holds else self.otherwise).reckon(scope)

    def words(self, labels: Labels) -> str:
        condition, then = self.condition.words(labels), self.then.words(labels)
        return f"(nếu {condition} thì {then}, nếu không thì {self.otherwise.words(labels)})"


def _bracketed(node: Node, labels: Labels) -> str:
    said = node.words(labels)
    return f"({said})" if isinstance(node, Arithmetic | Joined) else said

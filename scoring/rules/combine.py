"""Several rules for one criterion: added, the highest, the lowest, or the first with an answer
(A21, A23)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.rules.nested import figures_of, parse_rule
from scoring.rules.outcome import (
    Figures,
    Outcome,
    Points,
    Rule,
    Setting,
    points_text,
    weightiest,
)


def _sum(numbers: Iterable[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0))


_HOW: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "sum": _sum,
    "highest": max,
    "lowest": min,
    "first": max,
}
_HOW_WORDS = {
    "sum": "Cộng các phần",
    "highest": "Lấy mức cao nhất",
    "lowest": "Lấy mức thấp nhất",
    "first": "Lấy cách chấm đầu tiên có đủ số liệu",
}


@dataclass(frozen=True)
class Combine:
    word: ClassVar[str] = "combine"
    how: str
    rules: tuple[Rule, ...]

    @classmethod
    def parse(cls, reader: Reader) -> "Combine":
        reader.text("how")
        how = reader.one_of("how", tuple(_HOW), "sum")
        rules = tuple(parse_rule(child) for child in reader.children("rules", required=True))
        return cls(how, rules)

    def figures(self) -> tuple[str, ...]:
        return figures_of(self.rules)

    def needs_max(self, *, penalty: bool) -> bool:
        return any(rule.needs_max(penalty=penalty) for rule in self.rules)

    def best(self, most: Fraction | None) -> Fraction | None:
        bests = [rule.best(most) for rule in self.rules]
        return None if None in bests or not bests else _HOW[self.how](bests)

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        told = (f"({n}) {rule.words(most, labels)}" for n, rule in enumerate(self.rules, 1))
        return f"{_HOW_WORDS[self.how]}: {'; '.join(told)}"

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        outcomes = [rule.apply(figures, setting) for rule in self.rules]
        told = [found for found in outcomes if isinstance(found, Points)]
        if self.how == "first" and told:
            return told[0]
        lacking = weightiest(outcomes)
        if lacking is not None and (not told or lacking.absent is Absent.NOT_REPORTED):
            return lacking
        points = _HOW[self.how]([found.exact for found in told])
        return Points(points, lambda: self._reason(outcomes, points))

    def _reason(self, outcomes: list[Outcome], points: Fraction) -> str:
        told = "; ".join(f"({n}) {found.say()}" for n, found in enumerate(outcomes, 1))
        return f"{_HOW_WORDS[self.how]}: {told} → {points_text(points)}"

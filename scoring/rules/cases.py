"""The rule of the first case that holds: a gate, another formula where a figure is missing, units
of another kind (A14, A21)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.formulas import Formula, parse_formula
from scoring.issues import Code
from scoring.rules.nested import Fixed, figures_of, parse_rule_at
from scoring.rules.outcome import Figures, NoFigure, Outcome, Points, Rule, Setting
from scoring.rules.quantity import figures_put_in


@dataclass(frozen=True)
class Case:
    when: Formula | None
    rule: Rule


@dataclass(frozen=True)
class Cases:
    word: ClassVar[str] = "cases"
    cases: tuple[Case, ...]
    otherwise: Rule

    @classmethod
    def parse(cls, reader: Reader) -> "Cases":
        cases = tuple(_case(child) for child in reader.children("cases", required=True))
        if reader.holds_mapping("otherwise"):
            return cls(cases, parse_rule_at(reader, "otherwise"))
        return cls(cases, Fixed(Fraction(reader.optional_number("otherwise") or 0)))

    @property
    def rules(self) -> tuple[Rule, ...]:
        return (*(case.rule for case in self.cases), self.otherwise)

    def figures(self) -> tuple[str, ...]:
        asked = [key for case in self.cases if case.when for key in case.when.figures()]
        return tuple(dict.fromkeys((*asked, *figures_of(self.rules))))

    def needs_max(self, *, penalty: bool) -> bool:
        return any(rule.needs_max(penalty=penalty) for rule in self.rules)

    def best(self, most: Fraction | None) -> Fraction | None:
        bests = [rule.best(most) for rule in self.rules]
        return None if None in bests else max(bests)

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        told = [
            f"Khi {case.when.words(labels)}: {case.rule.words(most, labels)}" for case in self.cases
        ]
        return ". ".join((*told, f"Còn lại: {self.otherwise.words(most, labels)}"))

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        for case in self.cases:
            holds = case.when.holds(figures)
            if isinstance(holds, NoFigure):
                return holds
            if holds:
                return _told(case.when, case.rule.apply(figures, setting), figures)
        found = self.otherwise.apply(figures, setting)
        if isinstance(found, NoFigure):
            return found
        return Points(found.exact, lambda: f"Không thuộc trường hợp nào nêu trên; {found.say()}")


def _told(when: Formula, found: Outcome, figures: Figures) -> Outcome:
    if isinstance(found, NoFigure):
        return found
    return Points(
        found.exact,
        lambda: f"{when.words(figures.labels)}{figures_put_in(when, figures)}: {found.say()}",
    )


def _case(reader: Reader) -> Case:
    when = parse_formula(reader, "when", condition=True)
    if not reader.has("points"):
        rule = parse_rule_at(reader, "rule")
    else:
        rule = Fixed.parse(reader)
        if reader.has("rule"):
            reader.report(Code.KEY_UNKNOWN, reader.at("rule"), key="rule", near="points")
    reader.finish()
    return Case(when, rule)

"""What a rule answers, and the figures it may look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar, Protocol

from scoring.document import Reader
from scoring.facts import NO, YES, Absent, Value
from scoring.numbers import decimal_comma


@dataclass(frozen=True)
class Points:
    """An exact number of points, not yet limited or rounded, and the reason in Vietnamese."""

    exact: Fraction
    reason: str


@dataclass(frozen=True)
class NoFigure:
    """No points can be told: not reported, nothing arose, or not applicable; with the reason."""

    absent: Absent
    reason: str


Outcome = Points | NoFigure

_WHY_ABSENT = {
    Absent.NOT_REPORTED: "chưa có số liệu",
    Absent.NOT_ARISEN: "không phát sinh",
    Absent.NOT_APPLICABLE: "không áp dụng",
}


@dataclass(frozen=True)
class Figures:
    """The values one unit reported, with the labels they were asked under."""

    values: Mapping[str, Value]
    labels: Mapping[str, str] = field(default_factory=dict)
    submitted: bool = True

    def value(self, key: str) -> Value:
        return self.values.get(key, Absent.NOT_REPORTED)

    def label(self, key: str) -> str:
        return self.labels.get(key, key)

    def number(self, key: str) -> Fraction | NoFigure:
        value = self.value(key)
        if isinstance(value, Absent):
            return NoFigure(value, f"{self.label(key)}: {_WHY_ABSENT[value]}")
        return Fraction(value)

    def occurrences(self, key: str) -> Fraction | NoFigure:
        """Counting rules take "không phát sinh" for none: nothing happened."""
        return Fraction(0) if self.value(key) is Absent.NOT_ARISEN else self.number(key)

    def absence(self, keys: Sequence[str], *, counting: bool = False) -> NoFigure | None:
        """Why a rule on several figures has no answer. What was not reported weighs most: it may
        still come; then what does not apply; a counting rule takes what did not arise for none."""
        for absent in (Absent.NOT_REPORTED, Absent.NOT_APPLICABLE, Absent.NOT_ARISEN):
            for key in keys:
                if self.value(key) is absent and not (counting and absent is Absent.NOT_ARISEN):
                    return NoFigure(absent, f"{self.label(key)}: {_WHY_ABSENT[absent]}")
        return None

    def answer(self, key: str) -> bool | NoFigure:
        value = self.value(key)
        if isinstance(value, Absent) or value in (YES, NO):
            return self.number(key) if isinstance(value, Absent) else value == YES
        shown = decimal_comma(value)
        return NoFigure(
            Absent.NOT_REPORTED, f"{self.label(key)}: “{shown}” không phải là Có (1) hoặc Không (0)"
        )


@dataclass(frozen=True)
class Setting:
    """Where a rule stands: the most its leaf gives (or takes, for a penalty)."""

    most: Fraction
    penalty: bool = False

    def after_deducting(self, deducted: Fraction) -> Fraction:
        """A leaf or bonus keeps what is left of its maximum; a penalty is what was deducted."""
        return deducted if self.penalty else max(Fraction(0), self.most - deducted)


class Rule(Protocol):
    """One way for a criterion to get its points: one file, one line in RULES."""

    word: ClassVar[str]

    @classmethod
    def parse(cls, reader: Reader) -> "Rule": ...

    def figures(self) -> tuple[str, ...]: ...

    def best(self, most: Fraction) -> Fraction: ...

    def apply(self, figures: Figures, setting: Setting) -> Outcome: ...


def points_text(points: Fraction) -> str:
    return f"{decimal_comma(points)} điểm"

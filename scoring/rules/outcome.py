"""What a rule answers, and the figures it may look at."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, NamedTuple, Protocol

from scoring.document import Reader
from scoring.exact import fraction
from scoring.facts import NO, YES, Absent, Value
from scoring.numbers import decimal_comma

# A reason is worked out only when somebody reads it: a ranking of thousands needs none.
Words = Callable[[], str]


class Points(NamedTuple):
    """An exact number of points, not yet limited or rounded; `say` gives the reason in
    Vietnamese."""

    exact: Fraction
    say: Words

    @property
    def reason(self) -> str:
        return self.say()


class NoFigure(NamedTuple):
    """No points can be told: not reported, nothing arose, or not applicable; `say` says why."""

    absent: Absent
    say: Words

    @property
    def reason(self) -> str:
        return self.say()


Outcome = Points | NoFigure

WHY_ABSENT = {
    Absent.NOT_REPORTED: "chưa có số liệu",
    Absent.NOT_ARISEN: "không phát sinh",
    Absent.NOT_APPLICABLE: "không áp dụng",
}


# What was not reported weighs most: it may still come; then what does not apply.
_WEIGHT = (Absent.NOT_REPORTED, Absent.NOT_APPLICABLE, Absent.NOT_ARISEN)


def weightiest(answers: Iterable[object]) -> NoFigure | None:
    """Of several answers, some lacking, the lack that weighs most; None where nothing lacks."""
    lacking = [answer for answer in answers if isinstance(answer, NoFigure)]
    return min(lacking, key=lambda none: _WEIGHT.index(none.absent), default=None)


@dataclass(frozen=True)
class Figures:
    """The values one unit reported, with the labels they were asked under, what is known of the
    unit, and the units it is compared with (None: nobody)."""

    values: Mapping[str, Value]
    labels: Mapping[str, str] = field(default_factory=dict)
    submitted: bool = True
    attributes: Mapping[str, str] = field(default_factory=dict)
    group: str | None = None
    peers: "Peers | None" = field(default=None, repr=False, compare=False)

    def attribute(self, name: str) -> str:
        """`group` is the peer group, unless the unit has an attribute of that name."""
        usual = self.group or "" if name == "group" else ""
        return self.attributes.get(name, usual)

    def value(self, key: str) -> Value:
        return self.values.get(key, Absent.NOT_REPORTED)

    def label(self, key: str) -> str:
        return self.labels.get(key, key)

    def number(self, key: str) -> Fraction | NoFigure:
        value = self.values.get(key)
        if isinstance(value, Decimal):
            return fraction(value)
        return self._none(value or Absent.NOT_REPORTED, key)

    def occurrences(self, key: str) -> Fraction | NoFigure:
        """Counting rules take "không phát sinh" for none: nothing happened."""
        return Fraction(0) if self.value(key) is Absent.NOT_ARISEN else self.number(key)

    def absence(self, keys: Sequence[str], *, counting: bool = False) -> NoFigure | None:
        """Why a rule on several figures has no answer. What was not reported weighs most: it may
        still come; then what does not apply; a counting rule takes what did not arise for none."""
        for absent in (Absent.NOT_REPORTED, Absent.NOT_APPLICABLE, Absent.NOT_ARISEN):
            for key in keys:
                if self.value(key) is absent and not (counting and absent is Absent.NOT_ARISEN):
                    return self._none(absent, key)
        return None

    def answer(self, key: str) -> bool | NoFigure:
        value = self.value(key)
        if isinstance(value, Absent) or value in (YES, NO):
            return self.number(key) if isinstance(value, Absent) else value == YES
        return NoFigure(
            Absent.NOT_REPORTED,
            lambda: (
                f"{self.label(key)}: “{decimal_comma(value)}” không phải là Có (1) hoặc Không (0)"
            ),
        )

    def _none(self, absent: Absent, key: str) -> NoFigure:
        return NoFigure(absent, lambda: f"{self.label(key)}: {WHY_ABSENT[absent]}")


class Peers:
    """The units that are compared with each other; what was worked out of them is kept. `gather`
    is asked for those of a group, or of all groups, when a rule first compares: most never do."""

    def __init__(self, gather: Callable[[str | None, bool], Sequence[Figures]]) -> None:
        self._gather = gather
        self._kept: dict[object, object] = {}

    def of(self, group: str | None, *, everybody: bool = False) -> Sequence[Figures]:
        key = ("peers", None if everybody else group, everybody)
        return self.once(key, lambda: self._gather(group, everybody))

    def once(self, key: object, work_out: Callable[[], object]) -> object:
        """The answer to `key`, worked out the first time it is asked for."""
        if key not in self._kept:
            self._kept[key] = work_out()
        return self._kept[key]


@dataclass(frozen=True)
class Setting:
    """Where a rule stands: the most its leaf gives (or takes, for a penalty; None: no limit), and
    what its thresholds are multiplied by for this unit."""

    most: Fraction | None
    penalty: bool = False
    bonus: bool = False
    times: Fraction = Fraction(1)

    def threshold(self, value: Fraction) -> Fraction:
        """The value as it stands for this unit."""
        return value if self.times == 1 else value * self.times

    def held(self, points: Fraction) -> Fraction:
        return held_to(points, self.most)

    def after_deducting(self, deducted: Fraction) -> Fraction:
        """A leaf or bonus keeps what is left of its maximum; a penalty is what was deducted."""
        if self.penalty or self.most is None:
            return deducted
        return max(Fraction(0), self.most - deducted)


class Rule(Protocol):
    """One way for a criterion to get its points: one file, one line in RULES. A rule, or a part of
    one, that looks at more than the unit's figures (its attributes, other units) says so with
    `beside: ClassVar[bool] = True`."""

    word: ClassVar[str]

    @classmethod
    def parse(cls, reader: Reader) -> "Rule": ...

    def figures(self) -> tuple[str, ...]: ...

    def needs_max(self, *, penalty: bool) -> bool:
        """Whether it cannot answer in a bonus or penalty without `max`."""

    def best(self, most: Fraction | None) -> Fraction | None:
        """The most points it can give where its leaf gives `most`; None: no limit, or unknown."""

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        """The rule as a person would write it in the column Cách chấm, without any figures of a
        unit; `labels` are those of the inputs."""

    def apply(self, figures: Figures, setting: Setting) -> Outcome: ...


def looks_beside(part: object) -> bool:
    """Whether a rule, or anything it is made of, looks at more than the unit's figures."""
    if getattr(part, "beside", False):
        return True
    if is_dataclass(part):
        return any(looks_beside(getattr(part, one.name)) for one in fields(part))
    return isinstance(part, tuple) and any(looks_beside(one) for one in part)


def points_text(points: Fraction) -> str:
    return f"{decimal_comma(points)} điểm"


def most_text(most: Fraction | None) -> str:
    """What a rule gives that says no points of its own."""
    return "điểm tối đa" if most is None else points_text(most)


def at_most_text(most: Fraction | None) -> str:
    return "" if most is None else f", tối đa {points_text(most)}"


def held_to(points: Fraction, most: Fraction | None) -> Fraction:
    """At most `most`; None: no limit."""
    return points if most is None else min(points, most)

"""What each unit gives to a figure that is added up. Knows returns, knows no form's layout."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from scoring.facts import Absent, Value
from scoring.forms import Measure
from scoring.numbers import rounded
from scoring.periods import Period
from scoring.returns import Answer

Duty = tuple[str, Period]


def value_of(answer: Answer | None) -> Value:
    """Words and days are not figures: whatever asks for one is told that there is none."""
    return answer if isinstance(answer, Decimal | Absent) else Absent.NOT_REPORTED


@dataclass(frozen=True)
class ReturnFigures:
    """The return in force of one unit for one quarter; `estimate`: its figures are số ước."""

    unit: str
    period: Period
    answers: Mapping[str, Answer]
    estimate: bool = False

    def value(self, key: str) -> Value:
        return value_of(self.answers.get(key))


@dataclass(frozen=True)
class Contribution:
    """What one unit gives to a figure, and of which quarters it was read.

    `missing` are the quarters it should have been read of and that were not handed in; `behind`: a
    state is not of the span's last quarter.
    """

    unit: str
    value: Value
    periods: tuple[Period, ...] = ()
    missing: tuple[Period, ...] = ()
    behind: bool = False
    estimate: bool = False


@dataclass(frozen=True)
class Consolidated:
    """One figure added up over the units, with what each of them gave to it."""

    key: str
    value: Value
    contributions: tuple[Contribution, ...]

    @property
    def provisional(self) -> bool:
        """Some unit's return has not come: the figure will change."""
        return any(one.missing for one in self.contributions)

    @property
    def behind(self) -> bool:
        return any(one.behind for one in self.contributions)

    @property
    def estimate(self) -> bool:
        return any(one.estimate for one in self.contributions)


@dataclass(frozen=True)
class Question:
    """A figure to be added up: how it is read from one return, and how it may be added. `asked` is
    the key under which a quarter's form asks it."""

    key: str
    asked: str
    measure: Measure
    read: Callable[[ReturnFigures], Value]


@dataclass(frozen=True)
class Handed:
    """Who owes what for which quarters, and what was handed in. `asked` are the keys that a
    quarter's form asks; of a quarter that is not named there, every key."""

    units: tuple[str, ...]
    span: tuple[Period, ...]
    returns: Mapping[Duty, ReturnFigures]
    exempt: frozenset[Duty] = frozenset()
    asked: Mapping[Period, frozenset[str]] = field(default_factory=dict)

    def asks(self, period: Period, key: str) -> bool:
        return key in self.asked.get(period, (key,))


def handed(
    units: Sequence[str],
    span: Sequence[Period],
    returns: Iterable[ReturnFigures],
    exempt: frozenset[Duty],
    asked: Mapping[Period, frozenset[str]],
) -> Handed:
    """Returns of other units and quarters are left out; two of one unit and quarter are ours."""
    found: dict[Duty, ReturnFigures] = {}
    for one in returns:
        duty = (one.unit, one.period)
        if duty in found:
            raise ValueError(f"two returns in force: {one.unit} {one.period}")
        if one.unit in units and one.period in span and duty not in exempt:
            found[duty] = one
    return Handed(tuple(sorted(set(units))), tuple(sorted(set(span))), found, exempt, asked)


def consolidated(known: Handed, question: Question) -> Consolidated:
    given = tuple(_contribution(known, unit, question) for unit in known.units)
    return Consolidated(question.key, added([one.value for one in given]), given)


def added(values: Sequence[Value]) -> Value:
    """The exact sum of what is a number; nothing is never made a zero. Where nobody gives a number,
    what was said prevails over silence."""
    numbers = [value for value in values if isinstance(value, Decimal)]
    if numbers:
        return exact_sum(numbers)
    said = (Absent.NOT_ARISEN, Absent.NOT_APPLICABLE)
    return next((absent for absent in said if absent in values), Absent.NOT_REPORTED)


def exact_sum(numbers: Sequence[Decimal]) -> Decimal:
    """Decimals' own addition rounds to the digits of the thread's context."""
    places = max((max(0, -number.as_tuple().exponent) for number in numbers), default=0)
    return rounded(sum(map(Fraction, numbers), Fraction(0)), places)


def _contribution(known: Handed, unit: str, question: Question) -> Contribution:
    asked = [period for period in known.span if known.asks(period, question.asked)]
    owed = [period for period in asked if (unit, period) not in known.exempt]
    came = [known.returns[unit, period] for period in owed if (unit, period) in known.returns]
    missing = tuple(period for period in owed if (unit, period) not in known.returns)
    told = [one for one in came if question.read(one) is not Absent.NOT_REPORTED]
    if question.measure is not Measure.FLOW:
        told, missing = told[-1:], tuple(period for period in missing if period == asked[-1])
    if question.measure is Measure.STOCK and owed[-1:] != asked[-1:]:
        # A unit that ended within the span left no state at its end: its successor reports it.
        told = []
    return Contribution(
        unit,
        added([question.read(one) for one in told]),
        tuple(one.period for one in told),
        missing,
        question.measure is not Measure.FLOW and any(one.period != asked[-1] for one in told),
        any(one.estimate for one in told),
    )

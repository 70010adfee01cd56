"""The tree of a criteria table: blocks, leaves, and what is asked of the unit for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scoring.criteria_terms import PERIOD_MARKS, Rounding, Section, WhenAbsent
from scoring.facts import Absent
from scoring.forms import Kind
from scoring.formulas import Formula
from scoring.periods import Period
from scoring.rules.assessed import Assessed
from scoring.rules.outcome import Rule


@dataclass(frozen=True)
class Input:
    """A figure asked of the unit on the self-score form, or of `source`, another body."""

    key: str
    label: str
    kind: Kind
    unit: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    places: int = 2
    absences: frozenset[Absent] = frozenset()
    choices: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class When:
    """A number that holds for the units of which the condition does (A22)."""

    condition: Formula
    value: Decimal


@dataclass(frozen=True)
class Evidence:
    """What missing evidence costs: everything, or points for each piece short."""

    deducts: bool
    points: Decimal = Decimal(0)
    required: Decimal = Decimal(1)
    most: Decimal | None = None


@dataclass(frozen=True)
class Leaf:
    """One criterion that gets points. `max` is the most it gives, or takes when a penalty; None:
    a bonus or penalty without limit."""

    code: str
    text: str
    max: Decimal | None
    section: Section
    rule: Rule
    inputs: tuple[Input, ...] = ()
    periods: frozenset[str] = frozenset(PERIOD_MARKS)
    not_arisen: WhenAbsent = WhenAbsent.PENDING
    not_applicable: WhenAbsent = WhenAbsent.PENDING
    missing_is_zero: bool = False
    evidence: Evidence | None = None
    article: str = ""
    blocks: tuple[str, ...] = ()
    max_when: tuple[When, ...] = ()
    most_when: tuple[When, ...] = ()
    thresholds: tuple[When, ...] = ()
    rounding: Rounding | None = None
    assessor: str = ""

    @property
    def needs_appraisal(self) -> bool:
        return isinstance(self.rule, Assessed)

    @property
    def block(self) -> str | None:
        return self.blocks[-1] if self.blocks else None

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the most its points can be; None: without limit."""
        if self.section is Section.PENALTY:
            return None if self.max is None else -self.max, Decimal(0)
        return Decimal(0), self.max

    def scored_in(self, period: Period | None) -> bool:
        return period is None or period.mark in self.periods

    def figures(self) -> tuple[str, ...]:
        """Every figure its points may depend on: those of the rule and of its conditions."""
        conditions = (*self.max_when, *self.most_when, *self.thresholds)
        return (*self.rule.figures(), *(k for one in conditions for k in one.condition.figures()))

    def when(self, absent: Absent) -> WhenAbsent:
        if absent is Absent.NOT_REPORTED:
            return WhenAbsent.ZERO if self.missing_is_zero else WhenAbsent.PENDING
        return self.not_arisen if absent is Absent.NOT_ARISEN else self.not_applicable


@dataclass(frozen=True)
class Block:
    """A heading with children. Its points are cut to `max` only where the table says `cap`."""

    code: str
    text: str
    max: Decimal
    children: tuple["Block | Leaf", ...]
    cap: bool = False
    article: str = ""
    most: Decimal | None = None
    least: Decimal | None = None
    pick: int | None = None
    weight: Decimal | None = None
    # In a pass_fail table: how many children must be đạt; None: all.
    required: int | None = None
    assessor: str = ""

    def leaves(self) -> Iterator[Leaf]:
        for child in self.children:
            if isinstance(child, Block):
                yield from child.leaves()
            else:
                yield child

    def blocks(self) -> Iterator["Block"]:
        """Inner blocks before the block that holds them: adjustments go from the inside out."""
        for child in self.children:
            if isinstance(child, Block):
                yield from child.blocks()
        yield self


def leaves_of(node: Block | Leaf) -> Iterator[Leaf]:
    """The leaves of a block, or the leaf itself."""
    if isinstance(node, Block):
        yield from node.leaves()
    else:
        yield node

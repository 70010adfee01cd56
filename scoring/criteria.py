"""A criteria table: a tree of criteria with rules as data, dated by the decision that issued it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scoring.facts import Absent
from scoring.forms import Kind
from scoring.periods import Period
from scoring.rules.assessed import Assessed
from scoring.rules.outcome import Rule
from scoring.rules.veto import Veto as VetoRule

PERIOD_MARKS = ("Q1", "Q2", "Q3", "Q4", "Y")


class Section(StrEnum):
    """Where a leaf's points count: among the standard points, above them, or against them."""

    STANDARD = "standard"
    BONUS = "bonus"
    PENALTY = "penalty"


class WhenAbsent(StrEnum):
    """What "không phát sinh" or "không áp dụng" means for a leaf (docs/criteria.md, section 5)."""

    FULL = "full"
    ZERO = "zero"
    EXCLUDE = "exclude"
    RESCALE_BLOCK = "rescale_block"
    RESCALE_TOTAL = "rescale_total"
    PENDING = "pending"


class Fallthrough(StrEnum):
    NEXT_LOWER = "next_lower"
    MANUAL = "manual"


@dataclass(frozen=True)
class Input:
    """A figure asked of the unit on the self-score form."""

    key: str
    label: str
    kind: Kind
    unit: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    places: int = 2
    absences: frozenset[Absent] = frozenset()


@dataclass(frozen=True)
class Evidence:
    """What missing evidence costs: everything, or points for each piece short."""

    deducts: bool
    points: Decimal = Decimal(0)
    required: Decimal = Decimal(1)
    most: Decimal | None = None


@dataclass(frozen=True)
class Leaf:
    """One criterion that gets points. `max` is the most it gives, or takes when a penalty."""

    code: str
    text: str
    max: Decimal
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

    @property
    def needs_appraisal(self) -> bool:
        return isinstance(self.rule, Assessed)

    @property
    def block(self) -> str | None:
        return self.blocks[-1] if self.blocks else None

    @property
    def limits(self) -> tuple[Decimal, Decimal]:
        return (
            (-self.max, Decimal(0)) if self.section is Section.PENALTY else (Decimal(0), self.max)
        )

    def scored_in(self, period: Period | None) -> bool:
        return period is None or period.mark in self.periods

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


@dataclass(frozen=True)
class Veto:
    """A condition that sets the class (`class_name`), or, as a class cap, holds it down to it."""

    code: str
    text: str
    class_name: str
    rule: VetoRule
    inputs: tuple[Input, ...] = ()
    periods: frozenset[str] = frozenset(PERIOD_MARKS)
    missing_is_pending: bool = False

    def applies_in(self, period: Period | None) -> bool:
        return period is None or period.mark in self.periods


@dataclass(frozen=True)
class ClassBand:
    name: str
    lower: Decimal | None
    from_open: bool = False
    no_zero: bool = False

    def reached_by(self, total: Decimal) -> bool:
        if self.lower is None:
            return True
        return total > self.lower if self.from_open else total >= self.lower


@dataclass(frozen=True)
class Decision:
    number: str
    day: date | None
    issuer: str


@dataclass(frozen=True)
class Rounding:
    places: int = 2
    mode: str = "half_up"


@dataclass(frozen=True)
class CriteriaSet:
    """A whole table. A version used by a published ranking never changes."""

    code: str
    version: str
    title: str
    max: Decimal
    criteria: tuple[Block | Leaf, ...]
    illustrative: bool = False
    decision: Decision | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    unit_kinds: tuple[str, ...] = ()
    rounding: Rounding = Rounding()
    bonus_cap: Decimal | None = None
    penalty_cap: Decimal | None = None
    total_cap: Decimal | None = None
    bonuses: tuple[Leaf, ...] = ()
    penalties: tuple[Leaf, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    class_caps: tuple[Veto, ...] = ()
    classes: tuple[ClassBand, ...] = ()
    fallthrough: Fallthrough = Fallthrough.NEXT_LOWER

    def standard_leaves(self) -> tuple[Leaf, ...]:
        return tuple(leaf for node in self.criteria for leaf in _leaves(node))

    def leaves(self) -> tuple[Leaf, ...]:
        """Every leaf in printed order: standard, bonuses, penalties."""
        return (*self.standard_leaves(), *self.bonuses, *self.penalties)

    def leaf(self, code: str) -> Leaf | None:
        return next((leaf for leaf in self.leaves() if leaf.code == code), None)

    def inputs(self) -> tuple[Input, ...]:
        holders = (*self.leaves(), *self.vetoes, *self.class_caps)
        return tuple(asked for holder in holders for asked in holder.inputs)

    def in_force_on(self, day: date) -> bool:
        begun = self.in_force_from is None or self.in_force_from <= day
        return begun and (self.in_force_to is None or day <= self.in_force_to)

    def ranks(self, kind: str) -> bool:
        return not self.unit_kinds or kind in self.unit_kinds


def _leaves(node: Block | Leaf) -> Iterator[Leaf]:
    if isinstance(node, Block):
        yield from node.leaves()
    else:
        yield node

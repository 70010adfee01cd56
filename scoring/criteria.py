"""A criteria table: a tree of criteria with rules as data, dated by the decision that issued it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scoring.facts import Absent
from scoring.forms import Kind
from scoring.formulas import Formula
from scoring.periods import Period
from scoring.rules.assessed import Assessed
from scoring.rules.outcome import Rule
from scoring.rules.quantity import Quantity
from scoring.rules.veto import Veto as VetoRule

PERIOD_MARKS = ("Q1", "Q2", "Q3", "Q4", "Y")


class TableKind(StrEnum):
    """What a table answers: points, đạt or không đạt, or an order without points."""

    POINTS = "points"
    PASS_FAIL = "pass_fail"
    RANK_ONLY = "rank_only"


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


class Ties(StrEnum):
    SHARED = "shared"
    DENSE = "dense"
    CHAIN = "chain"


class Among(StrEnum):
    """Whom a unit is compared with, or who shares a quota."""

    GROUP = "group"
    ALL = "all"


class Numbering(StrEnum):
    """The place after units that share one: 1-2-2-4, or 1-2-2-3."""

    COMPETITION = "competition"
    DENSE = "dense"


class GivenFor(StrEnum):
    """In a table without points: the result a class is for. NONE: only a veto or people give it."""

    PASSED = "passed"
    FAILED = "failed"
    PENDING = "pending"
    NONE = "none"


class AtTie(StrEnum):
    """What happens to units with the same place at the edge of a quota."""

    NONE = "none"
    ALL = "all"
    MANUAL = "manual"


@dataclass(frozen=True)
class Rounding:
    places: int = 2
    mode: str = "half_up"
    # Of the total; None: as the lines.
    total_places: int | None = None

    @property
    def of_total(self) -> int:
        return self.places if self.total_places is None else self.total_places


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


@dataclass(frozen=True)
class Veto:
    """A condition that sets the class (`class_name`; None: không xếp loại), or, as a class cap,
    holds it down to it."""

    code: str
    text: str
    class_name: str | None
    rule: VetoRule
    inputs: tuple[Input, ...] = ()
    periods: frozenset[str] = frozenset(PERIOD_MARKS)
    missing_is_pending: bool = False
    # Strikes also while the unit is unranked or waits.
    always: bool = False

    def applies_in(self, period: Period | None) -> bool:
        return period is None or period.mark in self.periods


@dataclass(frozen=True)
class Requirement:
    """A condition beside the points of a class, looked at on the whole card."""

    condition: Formula
    text: str


@dataclass(frozen=True)
class ClassBand:
    name: str
    lower: Decimal | None
    from_open: bool = False
    no_zero: bool = False
    # Percent of its maximum that every topmost block must reach.
    each_block: Decimal | None = None
    requires: tuple[Requirement, ...] = ()
    # In a table without points; None: with points.
    given_for: GivenFor | None = None
    all_passed: bool = False

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
class Quota:
    """At most this share (or `count`) of the units of the classes `of` keep the class; of a share,
    `least` places there are at least."""

    class_name: str
    percent: Decimal | None = None
    count: int | None = None
    # Empty: of all ranked units.
    of: tuple[str, ...] = ()
    among: Among = Among.GROUP
    rounding: str = "down"
    at_tie: AtTie = AtTie.NONE
    least: int = 0


@dataclass(frozen=True)
class TieBreak:
    """One indicator of the chain that parts units with equal totals."""

    text: str
    quantity: Quantity
    high: bool = True


@dataclass(frozen=True)
class RankingRule:
    """How places are given (docs/criteria.md, section 8). `manual`: where the chain ends without
    an answer people decide; otherwise such units share the place."""

    ties: Ties = Ties.SHARED
    chain: tuple[TieBreak, ...] = ()
    manual: bool = False
    numbering: Numbering = Numbering.COMPETITION

    @property
    def dense(self) -> bool:
        """Whether no place is left out after units that share one."""
        return self.ties is Ties.DENSE or self.numbering is Numbering.DENSE


@dataclass(frozen=True)
class Check:
    """What must be so between figures; where it is not, a warning, or `pending` the unit waits."""

    code: str
    text: str
    condition: Formula
    pending: bool = False


@dataclass(frozen=True)
class Exempt:
    """Units of which the condition holds are scored but neither ranked, classed nor compared."""

    condition: Formula
    text: str


@dataclass(frozen=True)
class Step:
    """A line of the calendar printed with a table: shown, not enforced. Days as MM-DD."""

    step: str
    who: str
    opens: str
    due: str


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
    bonuses: tuple[Block | Leaf, ...] = ()
    penalties: tuple[Block | Leaf, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    class_caps: tuple[Veto, ...] = ()
    classes: tuple[ClassBand, ...] = ()
    fallthrough: Fallthrough = Fallthrough.NEXT_LOWER
    kind: TableKind = TableKind.POINTS
    form: str = "tu-cham"
    total_floor: Decimal | None = None
    assessor: str = ""
    reconsideration_days: int = 10
    checks: tuple[Check, ...] = ()
    exempt: tuple[Exempt, ...] = ()
    quotas: tuple[Quota, ...] = ()
    ranking: RankingRule = RankingRule()
    calendar: tuple[Step, ...] = ()
    # Of a rank_only table, which has no leaves to hold them.
    table_inputs: tuple[Input, ...] = ()

    def nodes(self) -> tuple[Block | Leaf, ...]:
        """The topmost blocks and leaves in printed order: criteria, bonuses, penalties."""
        return (*self.criteria, *self.bonuses, *self.penalties)

    def leaves(self) -> tuple[Leaf, ...]:
        """Every leaf in printed order."""
        return tuple(leaf for node in self.nodes() for leaf in leaves_of(node))

    def standard_leaves(self) -> tuple[Leaf, ...]:
        return tuple(leaf for leaf in self.leaves() if leaf.section is Section.STANDARD)

    def assessor_of(self, leaf: Leaf) -> str:
        """Code of the unit that appraises the criterion; empty: the secretariat."""
        return leaf.assessor or self.assessor

    def leaf(self, code: str) -> Leaf | None:
        return next((leaf for leaf in self.leaves() if leaf.code == code), None)

    def inputs(self) -> tuple[Input, ...]:
        holders = (*self.leaves(), *self.vetoes, *self.class_caps)
        return (*self.table_inputs, *(asked for one in holders for asked in one.inputs))

    def figures(self) -> frozenset[str]:
        """Every figure the table looks at, wherever it is named."""
        looked_at = [
            *(leaf.figures() for leaf in self.leaves()),
            *(veto.rule.figures() for veto in (*self.vetoes, *self.class_caps)),
            *(one.condition.figures() for one in (*self.checks, *self.exempt)),
            *(one.condition.figures() for band in self.classes for one in band.requires),
            *(one.quantity.figures() for one in self.ranking.chain),
        ]
        return frozenset(key for keys in looked_at for key in keys)

    def in_force_on(self, day: date) -> bool:
        begun = self.in_force_from is None or self.in_force_from <= day
        return begun and (self.in_force_to is None or day <= self.in_force_to)

    def ranks(self, kind: str) -> bool:
        return not self.unit_kinds or kind in self.unit_kinds


def leaves_of(node: Block | Leaf) -> Iterator[Leaf]:
    """The leaves of a block, or the leaf itself."""
    if isinstance(node, Block):
        yield from node.leaves()
    else:
        yield node

"""A criteria table: a tree of criteria with rules as data, dated by the decision that issued it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scoring.criteria_classes import ClassBand, Quota, RankingRule, Veto
from scoring.criteria_leaves import Block, Input, Leaf, leaves_of
from scoring.criteria_terms import Fallthrough, Rounding, Section, TableKind
from scoring.formulas import Formula


@dataclass(frozen=True)
class Decision:
    number: str
    day: date | None
    issuer: str


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

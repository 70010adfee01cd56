"""What follows from the points of a criteria table: classes, what they require, and places."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.criteria_leaves import Input
from scoring.criteria_terms import PERIOD_MARKS, Among, AtTie, GivenFor, Numbering, Ties
from scoring.formulas import Formula
from scoring.periods import Period
from scoring.rules.quantity import Quantity
from scoring.rules.veto import Veto as VetoRule


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

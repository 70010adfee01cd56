"""The words in which a criteria table says how it is to be read, and how it is rounded."""

from dataclasses import dataclass
from enum import StrEnum

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

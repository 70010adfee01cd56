"""A scorecard: a line for each criterion, with its reason and the cell it came from."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class LineStatus(StrEnum):
    SCORED = "scored"
    PENDING = "pending"
    NOT_YET = "not_yet"
    EXCLUDED = "excluded"
    ADJUSTMENT = "adjustment"


@dataclass(frozen=True)
class Line:
    """A leaf, or an adjustment above the leaves. `final` of all lines adds up to the total.

    `claimed` is the self-score as given, `appraised` what a person gave; all in points.
    """

    code: str
    text: str
    block: str | None
    section: str
    status: LineStatus
    reason: str
    max: Decimal | None = None
    claimed: Decimal | None = None
    appraised: Decimal | None = None
    final: Decimal | None = None
    source: str | None = None


@dataclass(frozen=True)
class BlockTotal:
    """A top-level block's points: its lines added, adjustments included. Not a line."""

    code: str
    text: str
    max: Decimal
    points: Decimal | None


@dataclass(frozen=True)
class Scorecard:
    """One unit's score. `total` is None while the unit is unranked; `max` counts only what was
    scored; `plus` and `minus` are the bonuses and penalties after their caps."""

    unit: str
    name: str
    group: str | None
    period: str | None
    lines: tuple[Line, ...]
    blocks: tuple[BlockTotal, ...]
    max: Decimal
    total: Decimal | None = None
    plus: Decimal | None = None
    minus: Decimal | None = None
    class_name: str | None = None
    class_reason: str = ""
    note: str = ""
    pending: tuple[str, ...] = ()
    unranked: str | None = None

    def line(self, code: str) -> Line | None:
        return next((line for line in self.lines if line.code == code), None)

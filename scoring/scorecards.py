"""A scorecard: a line for each criterion, with its reason and the cell it came from."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from scoring.card_points import PartsOfCard
from scoring.facts import Appraisal, Source


class LineStatus(StrEnum):
    SCORED = "scored"
    PENDING = "pending"
    NOT_YET = "not_yet"
    EXCLUDED = "excluded"
    ADJUSTMENT = "adjustment"


class Result(StrEnum):
    """What a table without points says of a leaf, a block or a unit."""

    PASSED = "passed"
    FAILED = "failed"
    PENDING = "pending"


@dataclass(frozen=True)
class UsedFigure:
    """A figure a line rests on: its value, or why there is none, and the cell it came from."""

    key: str
    label: str
    value: Decimal | None = None
    absent: str = ""
    source: Source | None = None


@dataclass(frozen=True)
class Line:
    """A leaf, or an adjustment above the leaves. `final` of all lines adds up to the total.

    `claimed` is the self-score as given, `appraised` what a person gave; all in points. `rounds`
    are the appraisals side by side, `figures` what the rule looked at, `rule` the rule in words.
    `top` is the code of the topmost block it stands in, as `block` is that of the innermost.
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
    rounds: tuple[Appraisal, ...] = ()
    figures: tuple[UsedFigure, ...] = ()
    rule: str = ""
    article: str = ""
    assessor: str = ""
    top: str | None = None
    result: Result | None = None


@dataclass(frozen=True)
class BlockTotal:
    """A top-level block's points: its lines added, adjustments included. Not a line."""

    code: str
    text: str
    max: Decimal
    points: Decimal | None
    result: Result | None = None


@dataclass(frozen=True)
class Standing:
    """What a ranking needs to know of a unit: its scorecard (which see) without lines and words."""

    unit: str
    name: str
    group: str | None
    period: str | None
    blocks: tuple[BlockTotal, ...]
    max: Decimal
    total: Decimal | None = None
    plus: Decimal | None = None
    minus: Decimal | None = None
    class_name: str | None = None
    note: str = ""
    pending: tuple[str, ...] = ()
    unranked: str | None = None
    warnings: tuple[str, ...] = ()
    result: Result | None = None
    card: PartsOfCard = field(default=PartsOfCard(None, {}), repr=False)

    def points(self, code: str) -> Decimal | None:
        """Final points of a leaf or a block; None: none yet."""
        return self.card.points(code)

    def share(self, code: str) -> Fraction | None:
        """Those points in percent of their maximum."""
        return self.card.share(code)


@dataclass(frozen=True)
class Scorecard:
    """One unit's score. `total` is None while the unit is unranked; `max` counts only what was
    scored; `plus` and `minus` are the bonuses and penalties after their caps. `result` is that of
    a table without points; `warnings` are the checks between figures that do not hold."""

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
    warnings: tuple[str, ...] = ()
    result: Result | None = None

    def line(self, code: str) -> Line | None:
        return next((line for line in self.lines if line.code == code), None)

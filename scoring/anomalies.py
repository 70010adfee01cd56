"""What somebody should look at again before places are signed. Nothing here moves a point."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from scoring.criteria_terms import Section
from scoring.ranking import rank
from scoring.scorecards import Line, LineStatus, Scorecard

ZERO = Decimal(0)
# A claim is far from what counts when they differ by so much of the criterion's maximum.
FAR = Fraction(1, 5)
# Fewer units than this with the maximum are no column.
COLUMN = 3


@dataclass(frozen=True)
class FarClaim:
    """A self-score far from what counts; `over` is what was claimed too much (below 0: too
    little), in points."""

    unit: str
    name: str
    code: str
    text: str
    max: Decimal | None
    claimed: Decimal
    final: Decimal

    @property
    def over(self) -> Decimal:
        return self.claimed - self.final


@dataclass(frozen=True)
class ColumnOfMaxima:
    """A criterion on which every unit that was scored has the maximum: it parts nobody."""

    code: str
    text: str
    max: Decimal
    units: int


@dataclass(frozen=True)
class LateGain:
    """What a unit owes to evidence that came late: the criteria, their points, its place, and the
    place it would have if no such evidence counted for anybody."""

    unit: str
    name: str
    group: str | None
    codes: tuple[str, ...]
    points: Decimal
    rank: int
    rank_without: int

    @property
    def places(self) -> int:
        return self.rank_without - self.rank


def far_claims(cards: Sequence[Scorecard], far: Fraction = FAR) -> tuple[FarClaim, ...]:
    """Farthest first, in points; a bonus or penalty without limit by the points themselves."""
    found = [
        FarClaim(card.unit, card.name, line.code, line.text, line.max, line.claimed, line.final)
        for card in cards
        for line in card.lines
        if _is_far(line, far)
    ]
    return tuple(sorted(found, key=lambda one: abs(one.over), reverse=True))


def columns_of_maxima(cards: Sequence[Scorecard]) -> tuple[ColumnOfMaxima, ...]:
    by_code: dict[str, list[Line]] = {}
    for line in (line for card in cards for line in card.lines):
        if line.status is LineStatus.SCORED and line.section == Section.STANDARD and line.max:
            by_code.setdefault(line.code, []).append(line)
    return tuple(
        ColumnOfMaxima(code, lines[0].text, lines[0].max, len(lines))
        for code, lines in by_code.items()
        if len(lines) >= COLUMN and all(line.final == line.max for line in lines)
    )


def late_gains(
    cards: Sequence[Scorecard],
    late: Mapping[str, Collection[str]],
) -> tuple[LateGain, ...]:
    """`late`: by unit, the criteria whose evidence came after the last day. Most places first,
    then most points. Places here go by totals alone, equal totals sharing one."""
    without = [_without(card, late.get(card.unit, ())) for card in cards]
    before = {place.unit: place.rank for place in rank(cards).places}
    after = {place.unit: place.rank for place in rank(without).places}
    gains = [
        _late_gain(card, late[card.unit], before[card.unit], after[card.unit])
        for card in cards
        if card.unit in before and _late_lines(card, late.get(card.unit, ()))
    ]
    return tuple(sorted(gains, key=lambda one: (-one.places, -one.points, one.unit)))


def _is_far(line: Line, far: Fraction) -> bool:
    if line.claimed is None or line.final is None:
        return False
    apart = abs(Fraction(line.claimed) - Fraction(line.final))
    return apart > 0 and apart >= far * Fraction(line.max or ZERO)


def _late_lines(card: Scorecard, codes: Collection[str]) -> list[Line]:
    return [line for line in card.lines if line.code in codes and (line.final or ZERO) > 0]


def _without(card: Scorecard, codes: Collection[str]) -> Scorecard:
    if card.total is None:
        return card
    return replace(card, total=card.total - _points(_late_lines(card, codes)))


def _points(lines: Sequence[Line]) -> Decimal:
    return sum((line.final for line in lines), ZERO)


def _late_gain(card: Scorecard, codes: Collection[str], rank: int, without: int) -> LateGain:
    lines = _late_lines(card, codes)
    found = tuple(line.code for line in lines)
    return LateGain(card.unit, card.name, card.group, found, _points(lines), rank, without)

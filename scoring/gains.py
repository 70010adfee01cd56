"""What a unit lost, and the least it would have to gain for a better place or class.

Points are counted where the criterion stands (a weighted block's by its weight); what a cap, a pick
or rescaling above it would make of them only a new scoring tells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.classification import bands_of
from scoring.criteria import CriteriaSet
from scoring.criteria_classes import ClassBand
from scoring.criteria_leaves import Block, Leaf
from scoring.criteria_terms import Section, Ties
from scoring.numbers import decimal_comma
from scoring.ranking import Place
from scoring.requirements import criteria_at_zero, requirement_words, short_blocks
from scoring.scorecards import Line, LineStatus, Scorecard

ZERO = Decimal(0)


@dataclass(frozen=True)
class LostPoints:
    """A criterion that could still give points: `lost` is what it gave less than it can, or what
    a penalty took."""

    code: str
    text: str
    section: str
    max: Decimal | None
    final: Decimal
    lost: Decimal


@dataclass(frozen=True)
class Way:
    """How to gain so many points: the criteria each of which alone has that much left, or, where
    there is none, the fewest that have it together (empty: not even all of them)."""

    gain: Decimal
    alone: tuple[LostPoints, ...]
    together: tuple[LostPoints, ...]


@dataclass(frozen=True)
class NextPlace:
    """The rival right above, and the smallest gain that surely lifts to its place."""

    rank: int
    rival: Place
    way: Way


@dataclass(frozen=True)
class NextClass:
    """The class right above: the points short of it (0: the points would do), and what is asked
    beside the points, in words. `held`: why the class is lower than the points, if it is."""

    name: str
    way: Way
    conditions: tuple[str, ...]
    held: str


def lost_points(card: Scorecard) -> tuple[LostPoints, ...]:
    """By criterion, most first; what is pending or was left out is not lost."""
    return _most_first(lost for line in card.lines for lost in _lost(line))


def next_place(table: CriteriaSet, card: Scorecard, places: Sequence[Place]) -> NextPlace | None:
    """None for the first, the unranked, and in a table without points."""
    own = next((place for place in places if place.unit == card.unit), None)
    if own is None or own.total is None:
        return None
    above = [one for one in places if one.group == own.group and one.rank < own.rank]
    if not above:
        return None
    rival = max(above, key=lambda place: (place.rank, place.unit))
    gain = rival.total - own.total
    if table.ranking.ties is Ties.CHAIN:
        # With an equal total the chain may still decide against the unit.
        gain += _smallest(table)
    return NextPlace(rival.rank, rival, _way(table, card, gain))


def next_class(table: CriteriaSet, card: Scorecard) -> NextClass | None:
    """None for the unclassified and for the highest class."""
    names = [band.name for band in bands_of(table)]
    if card.total is None or card.class_name not in names[1:]:
        return None
    band = bands_of(table)[names.index(card.class_name) - 1]
    gain = max(ZERO, _short_of(band, card.total, table))
    return NextClass(band.name, _way(table, card, gain), _asked(table, band, card), card.note)


def _short_of(band: ClassBand, total: Decimal, table: CriteriaSet) -> Decimal:
    if band.lower is None:
        return ZERO
    strictly = _smallest(table) if band.from_open else ZERO
    return band.lower - total + strictly


def _smallest(table: CriteriaSet) -> Decimal:
    """One in the last decimal that is printed of a total."""
    return Decimal(1).scaleb(-table.rounding.of_total)


def _asked(table: CriteriaSet, band: ClassBand, card: Scorecard) -> tuple[str, ...]:
    """What the class asks beside the points: the conditions the card does not meet, and those
    that only the figures can tell."""
    zeros, low = criteria_at_zero(card.lines), short_blocks(band, card.blocks)
    asked = []
    if band.no_zero and zeros:
        asked.append(f"không còn tiêu chí 0 điểm ({', '.join(zeros)})")
    if low:
        share = decimal_comma(band.each_block)
        asked.append(f"mỗi phần được ít nhất {share}% số điểm ({', '.join(low)})")
    return (*asked, *(requirement_words(one) for one in band.requires))


def _way(table: CriteriaSet, card: Scorecard, gain: Decimal) -> Way:
    left = _most_first(one for line in card.lines for one in (*_lost(line), *_left_of(line)))
    worth = dict(_worth(table.criteria, Fraction(1)))
    in_total = [(one, Fraction(one.lost) * worth.get(one.code, 1)) for one in left]
    alone = tuple(one for one, points in in_total if gain and points >= gain)
    return Way(gain, alone, () if alone or not gain else _together(in_total, gain))


def _worth(nodes: Sequence[Block | Leaf], times: Fraction) -> Iterator[tuple[str, Fraction]]:
    """What one point of each criterion adds to the total, where blocks are weighted."""
    for node in nodes:
        if isinstance(node, Leaf):
            yield node.code, times
            continue
        weighted = node.weight is not None and node.max
        within = Fraction(node.weight) / Fraction(node.max) if weighted else 1
        yield from _worth(node.children, times * within)


def _together(
    in_total: Sequence[tuple[LostPoints, Fraction]], gain: Decimal
) -> tuple[LostPoints, ...]:
    reached, chosen = Fraction(0), []
    for one, points in sorted(in_total, key=lambda pair: pair[1], reverse=True):
        chosen.append(one)
        reached += points
        if reached >= gain:
            return tuple(chosen)
    return ()


def _lost(line: Line) -> Iterator[LostPoints]:
    if line.status is not LineStatus.SCORED or line.final is None:
        return
    if line.section == Section.STANDARD and line.max is not None and line.final < line.max:
        yield _of(line, line.max - line.final)
    if line.section == Section.PENALTY and line.final < 0:
        yield _of(line, ZERO - line.final)


def _left_of(line: Line) -> Iterator[LostPoints]:
    """A bonus not earned is not lost, but can be gained."""
    earns = line.section == Section.BONUS and line.status is LineStatus.SCORED
    if earns and line.final is not None and line.max is not None and line.final < line.max:
        yield _of(line, line.max - line.final)


def _of(line: Line, lost: Decimal) -> LostPoints:
    return LostPoints(line.code, line.text, line.section, line.max, line.final, lost)


def _most_first(found: Iterator[LostPoints]) -> tuple[LostPoints, ...]:
    """Stable: of equal losses the one printed first."""
    return tuple(sorted(found, key=lambda one: one.lost, reverse=True))

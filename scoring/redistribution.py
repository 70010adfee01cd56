"""How one unit's standard points and its maximum are spread over the criteria.

What an adjustment did to a block (cap, pick, rescaling, weight) is spread over what stands in the
block in proportion to its points, and so for the maxima. Both spreads then add up to the unit's
own standard points and to 1: the weights of criteria can be changed while every unit stays out of
the same maximum as before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring.card_points import Part
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Block, Leaf
from scoring.criteria_terms import Section
from scoring.exact import fraction
from scoring.scorecards import Standing

NOTHING = Fraction(0)
ONCE = Fraction(1)

Node = Block | Leaf


@dataclass(frozen=True)
class Spread:
    """By criterion: what it gave of the standard points, and its share of their maximum; of each
    bonus and penalty, what the total would lose without it (a penalty: below 0)."""

    points: Mapping[str, Fraction]
    shares: Mapping[str, Fraction]
    beside: Mapping[str, Fraction]


@dataclass(frozen=True)
class _Carried:
    """A leaf's points and maximum as they arrive in the total."""

    code: str
    points: Fraction
    max: Fraction


def spread(table: CriteriaSet, standing: Standing) -> Spread:
    """Of a unit that has a total."""
    parts = standing.card.parts
    carried = list(_carried(table.criteria, parts, ONCE, ONCE))
    plus, minus = Fraction(standing.plus), Fraction(standing.minus)
    standard = Fraction(standing.total) - plus - minus
    return Spread(
        _scaled({one.code: one.points for one in carried}, standard),
        _scaled({one.code: one.max for one in carried}, ONCE),
        _beside(table, parts, Section.BONUS, plus) | _beside(table, parts, Section.PENALTY, minus),
    )


def _carried(
    nodes: Sequence[Node], parts: Mapping[str, Part], points: Fraction, most: Fraction
) -> Iterator[_Carried]:
    for node in nodes:
        part = parts[node.code]
        if part.final is None:
            continue
        if isinstance(node, Block):
            yield from _in_block(node, parts, points, most)
        elif node.section is Section.STANDARD:
            yield _Carried(
                node.code, _times(points, fraction(part.final)), _times(most, fraction(part.max))
            )


def _in_block(
    block: Block, parts: Mapping[str, Part], points: Fraction, most: Fraction
) -> Iterator[_Carried]:
    children = _that_count(block, parts)
    given = sum((fraction(parts[child.code].final) for child in children), NOTHING)
    out_of = sum((_standard_max(child, parts) for child in children), NOTHING)
    own = parts[block.code]
    points = _times(points, fraction(own.final) / given if given else ONCE)
    most = _times(most, fraction(own.max) / out_of if out_of else ONCE)
    yield from _carried(children, parts, points, most)


def _that_count(block: Block, parts: Mapping[str, Part]) -> list[Node]:
    """Of a block that picks only those picked carry its points."""
    scored = [child for child in block.children if parts[child.code].final is not None]
    if block.pick is None:
        return scored
    best = sorted(scored, key=lambda child: parts[child.code].final, reverse=True)
    return best[: block.pick]


def _standard_max(node: Node, parts: Mapping[str, Part]) -> Fraction:
    if isinstance(node, Leaf) and node.section is not Section.STANDARD:
        return NOTHING
    return fraction(parts[node.code].max)


def _scaled(values: Mapping[str, Fraction], whole: Fraction) -> Mapping[str, Fraction]:
    total = sum(values.values(), NOTHING)
    times = whole / total if total else NOTHING
    return {code: _times(times, value) for code, value in values.items()}


def _times(times: Fraction, value: Fraction) -> Fraction:
    """Most units have nothing adjusted: for them there is nothing to multiply."""
    return value if times is ONCE or times == 1 else times * value


def _beside(
    table: CriteriaSet, parts: Mapping[str, Part], section: Section, counted: Fraction
) -> dict[str, Fraction]:
    """Where a cap cut something off, dropping one of them first fills what was cut."""
    given = {
        leaf.code: Fraction(parts[leaf.code].final)
        for leaf in table.leaves()
        if leaf.section is section and parts[leaf.code].final
    }
    cut = abs(sum(given.values(), NOTHING)) - abs(counted)
    sign = -1 if section is Section.PENALTY else 1
    return {code: sign * max(NOTHING, abs(points) - cut) for code, points in given.items()}

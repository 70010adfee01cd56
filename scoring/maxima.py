"""The maxima that points are rescaled by: what the points of a block stand for, and what they are
brought up to (docs/criteria.md, section 6)."""

import heapq
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from scoring.criteria_leaves import Block, Leaf
from scoring.criteria_terms import WhenAbsent
from scoring.leaf_scoring import LeafResult
from scoring.scorecards import LineStatus

Node = Block | Leaf


class HasMaximum(Protocol):
    @property
    def max(self) -> Decimal: ...


class Maxima:
    """Of one unit: `results` by leaf; `blocks`, settled one after the other from the inside out,
    say what each could give with everything that is ever made up in it."""

    def __init__(self, results: Mapping[str, LeafResult], blocks: Mapping[str, HasMaximum]) -> None:
        self._results = results
        self._blocks = blocks

    def stands(self, node: Node) -> bool:
        """Whether it was scored, or a part of it; what is pending is still to come."""
        if isinstance(node, Block):
            return any(self.stands(child) for child in node.children)
        return self._results[node.code].status in (LineStatus.SCORED, LineStatus.PENDING)

    def before_rescaling(self, block: Block) -> Fraction:
        """What the points in the block stand for: scored leaves, and inner blocks with what their
        own rescaling made up."""
        return _together(block, [self._available(child) for child in block.children])

    def rescaled(self, block: Block) -> Fraction:
        """The same with what the block's own rescaling makes up."""
        return _together(block, [self._made_up(child) for child in block.children])

    def of_total(self, criteria: Iterable[Node]) -> tuple[Fraction, Fraction]:
        """What the standard points stand for after the blocks' adjustments, and what they are
        brought up to."""
        nodes = tuple(criteria)
        available = sum((self._available(node) for node in nodes), Fraction(0))
        return available, sum((self._whole(node) for node in nodes), Fraction(0))

    def _available(self, node: Node) -> Fraction:
        if isinstance(node, Block):
            return self._made_up(node)
        return self._counted(node) if self.stands(node) else Fraction(0)

    def _made_up(self, node: Node) -> Fraction:
        if isinstance(node, Leaf):
            in_block = self._results[node.code].rescale is WhenAbsent.RESCALE_BLOCK
            made_up = in_block and node.block is not None
            return self._counted(node) if made_up or self.stands(node) else Fraction(0)
        inside = _capped(node, self.rescaled(node))
        if node.weight is None or not inside:
            return inside
        # The share of the weight that its points stand for; the rest is made up over the total.
        whole = _capped(node, _together(node, [self._whole(child) for child in node.children]))
        return inside * Fraction(node.weight) / whole

    def _whole(self, node: Node) -> Fraction:
        if isinstance(node, Block):
            return Fraction(self._blocks[node.code].max)
        return self._counted(node)

    def _counted(self, leaf: Leaf) -> Fraction:
        return Fraction(self._results[leaf.code].counted)


def largest(count: int, maxima: Iterable[Decimal]) -> Decimal:
    return sum(heapq.nlargest(count, maxima), Decimal(0))


def _together(block: Block, maxima: list[Fraction]) -> Fraction:
    return sum(maxima if block.pick is None else heapq.nlargest(block.pick, maxima), Fraction(0))


def _capped(block: Block, most: Fraction) -> Fraction:
    return min(most, Fraction(block.max)) if block.cap else most

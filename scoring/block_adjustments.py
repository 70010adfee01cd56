"""What happens in blocks, from the inside out: pick, rescale, cap, hold, weigh, in this order
(docs/criteria.md, section 8)."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from scoring.criteria_leaves import Block, Leaf
from scoring.criteria_terms import Section, WhenAbsent
from scoring.leaf_scoring import LeafResult
from scoring.leaf_terms import ZERO
from scoring.ledger import Ledger
from scoring.maxima import Maxima, largest
from scoring.numbers import decimal_comma

Node = Block | Leaf


class Settled(NamedTuple):
    """Points of a block after every adjustment in it (None: some are still to come), and the most
    it could give this unit."""

    final: Decimal | None
    max: Decimal

    @property
    def counted(self) -> Decimal:
        return self.max


class Blocks:
    """The blocks of one unit, settled one after the other. `section` is that of the tree a block
    stands in: criteria, bonuses or penalties."""

    def __init__(self, ledger: Ledger, results: Sequence[LeafResult]) -> None:
        self._ledger = ledger
        self._results = {result.code: result for result in results}
        self._settled: dict[str, Settled] = {}
        self._absent = [one for one in results if one.rescale is not None]
        self._maxima = Maxima(self._results, self._settled)

    def parts(self) -> Mapping[str, LeafResult | Settled]:
        """Every leaf and block by code."""
        waiting = {code for leaf in self._ledger.pending for code in leaf.blocks}
        for code in waiting:
            self._settled[code] = self._settled[code]._replace(final=None)
        return {**self._results, **self._settled}

    def settle(self, nodes: Iterable[Node], section: Section) -> Settled:
        """Points and maxima of these nodes after all adjustments among and below them."""
        return self._sum(self._settle_all(nodes, section))

    def _settle_all(
        self, nodes: Iterable[Node], section: Section
    ) -> Sequence[Settled | LeafResult]:
        results = self._results
        return [
            results[node.code] if isinstance(node, Leaf) else self._settle(node, section)
            for node in nodes
        ]

    def _settle(self, block: Block, section: Section) -> Settled:
        settled = self._settled[block.code] = self._settle_block(block, section)
        return settled

    def _settle_block(self, block: Block, section: Section) -> Settled:
        children = self._settle_all(block.children, section)
        points, most = self._sum(children)
        if block.pick is not None:
            points += self._pick(block, section, children)
            most = largest(block.pick, [child.counted for child in children])
        if self._absent:
            points += self._rescale_block(block, points)
        if block.cap:
            points += self._cap(block, section, points)
            most = min(most, block.max)
        if block.most is not None or block.least is not None:
            points += self._hold(block, section, points)
        if block.weight is not None:
            points += self._weigh(block, section, points, most)
            most = block.weight if most else ZERO
        return Settled(points, most)

    def _pick(
        self, block: Block, section: Section, children: Sequence[Settled | LeafResult]
    ) -> Decimal:
        """Takes off again what is not among the best; of penalties the heaviest count."""
        pairs = zip(block.children, children, strict=True)
        points = [settled.final or ZERO for child, settled in pairs if self._maxima.stands(child)]
        best = sorted(points, reverse=section is not Section.PENALTY)
        left = sum(best[block.pick :], ZERO)
        name = "mục cao điểm nhất" if section is not Section.PENALTY else "mục trừ nhiều nhất"
        return self._ledger.add(
            "@pick", block, section, -left, lambda: f"{block.text}: chỉ tính {block.pick} {name}"
        )

    def _rescale_block(self, block: Block, points: Decimal) -> Decimal:
        own = [self._results[node.code] for node in block.children if isinstance(node, Leaf)]
        if not any(result.rescale is WhenAbsent.RESCALE_BLOCK for result in own):
            return ZERO
        available, whole = self._maxima.before_rescaling(block), self._maxima.rescaled(block)
        return self._rescale(block, block.text, points, available, whole)

    def rescale_total(self, criteria: Sequence[Node], points: Decimal) -> None:
        """The same for what is to be made up over all standard points."""
        if any(_left_to_the_total(result) for result in self._absent):
            available, whole = self._maxima.of_total(criteria)
            self._rescale(None, "tổng điểm chuẩn", points, available, whole)

    def _rescale(
        self,
        block: Block | None,
        name: str,
        points: Decimal,
        available: Fraction,
        whole: Fraction,
    ) -> Decimal:
        if not available:
            return self._ledger.leave_unanswered("@rescale", block)
        return self._ledger.add(
            "@rescale",
            block,
            Section.STANDARD,
            Fraction(points) * whole / available - Fraction(points),
            lambda: (
                f"Quy đổi {name}: {decimal_comma(points)} điểm trên {decimal_comma(available)} "
                f"→ trên {decimal_comma(whole)}"
            ),
        )

    def _cap(self, block: Block, section: Section, points: Decimal) -> Decimal:
        """A block of penalties takes at most its maximum, any other gives at most that."""
        held = max(points, -block.max) if section is Section.PENALTY else min(points, block.max)
        return self._ledger.add(
            "@cap",
            block,
            section,
            held - points,
            lambda: f"{block.text}: tối đa {decimal_comma(block.max)} điểm",
        )

    def _hold(self, block: Block, section: Section, points: Decimal) -> Decimal:
        held = points if block.most is None else min(points, block.most)
        held = held if block.least is None else max(held, block.least)
        return self._ledger.add(
            "@hold",
            block,
            section,
            held - points,
            lambda: (
                f"{block.text}: {decimal_comma(points)} điểm, giữ ở mức {decimal_comma(held)} điểm"
            ),
        )

    def _weigh(self, block: Block, section: Section, points: Decimal, most: Decimal) -> Decimal:
        weighted = Fraction(points) * Fraction(block.weight) / Fraction(most) if most else 0
        return self._ledger.add(
            "@weight",
            block,
            section,
            weighted - Fraction(points),
            lambda: (
                f"{block.text}: {decimal_comma(points)} điểm trên {decimal_comma(most)}, "
                f"trọng số {decimal_comma(block.weight)}"
            ),
        )

    def _sum(self, settled: Sequence[Settled | LeafResult]) -> Settled:
        points = sum([one.final for one in settled if one.final is not None], self._ledger.nothing)
        return Settled(points, sum([one.counted for one in settled], ZERO))


def _left_to_the_total(result: LeafResult) -> bool:
    """A leaf outside every block has the whole table for its block."""
    outside = result.rescale is WhenAbsent.RESCALE_BLOCK and result.leaf.block is None
    return outside or result.rescale is WhenAbsent.RESCALE_TOTAL

"""What happens above the leaves: rescaling, block caps, bonus, penalty and total caps.

Each adjustment is a line of its own, reckoned from the rounded lines before it and rounded by
itself, so that the lines always add up to the total.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.criteria import Block, CriteriaSet, Leaf, Section, WhenAbsent
from scoring.leaf_scoring import LeafResult
from scoring.numbers import decimal_comma, rounded
from scoring.scorecards import Line, LineStatus

Node = Block | Leaf
Results = Mapping[str, LeafResult]

ZERO = Decimal(0)


@dataclass(frozen=True)
class Adjusted:
    """The adjustment lines, and the codes of those that could not be told."""

    lines: tuple[Line, ...]
    unanswered: tuple[str, ...]


def adjust(table: CriteriaSet, results: Sequence[LeafResult]) -> Adjusted:
    """Blocks from the inside out (rescaled, then capped), then all standard points, then bonuses,
    penalties and the total."""
    ledger = _Ledger(table, {result.leaf.code: result for result in results})
    standard = ledger.settle(table.criteria)
    total = ledger.rescale_total(standard)
    total += ledger.cap_section(Section.BONUS, table.bonus_cap, "@bonus_cap", "Điểm thưởng")
    total += ledger.cap_section(Section.PENALTY, table.penalty_cap, "@penalty_cap", "Điểm trừ")
    ledger.cap_total(total)
    pending = any(result.line.status is LineStatus.PENDING for result in results)
    return Adjusted(() if pending else tuple(ledger.lines), tuple(ledger.unanswered))


def maximum_of(nodes: Iterable[Node], results: Results) -> Decimal:
    """The most these nodes could give this unit in this period; a capped block no more than its
    cap. What is left out without being rescaled does not count."""
    return sum((_maximum(node, results, _counts) for node in nodes), ZERO)


def _counts(result: LeafResult) -> bool:
    return _stands(result) or result.rescale is not None


def _stands(result: LeafResult) -> bool:
    """A pending leaf is still to come: there is something to rescale from."""
    return result.line.status in (LineStatus.SCORED, LineStatus.PENDING)


def _made_up_by_block(result: LeafResult) -> bool:
    in_block = result.rescale is WhenAbsent.RESCALE_BLOCK and result.leaf.block is not None
    return _stands(result) or in_block


def _maximum(node: Node, results: Results, counts: Callable[[LeafResult], bool]) -> Decimal:
    if isinstance(node, Leaf):
        return node.max if counts(results[node.code]) else ZERO
    inside = sum((_maximum(child, results, counts) for child in node.children), ZERO)
    return min(inside, node.max) if node.cap else inside


def _before_rescaling(children: Iterable[Node], results: Results) -> Decimal:
    """The maximum that the points of a block stand for before the block itself is rescaled."""
    return sum(
        (
            _maximum(child, results, _stands if isinstance(child, Leaf) else _made_up_by_block)
            for child in children
        ),
        ZERO,
    )


class _Ledger:
    """The adjustments of one unit, written down in their order."""

    def __init__(self, table: CriteriaSet, results: Results) -> None:
        self.table = table
        self.results = results
        self.lines: list[Line] = []
        self.unanswered: list[str] = []

    def settle(self, nodes: Iterable[Node]) -> Decimal:
        """Points of these nodes after all adjustments among and below them."""
        return sum(
            (
                self._settle_block(node)
                if isinstance(node, Block)
                else self.results[node.code].line.final or ZERO
                for node in nodes
            ),
            ZERO,
        )

    def _settle_block(self, block: Block) -> Decimal:
        points = self.settle(block.children)
        points += self._rescale_block(block, points)
        return points + self._cap_block(block, points)

    def _rescale_block(self, block: Block, points: Decimal) -> Decimal:
        own = [self.results[node.code] for node in block.children if isinstance(node, Leaf)]
        absent = [result for result in own if result.rescale is WhenAbsent.RESCALE_BLOCK]
        if not absent:
            return ZERO
        whole = sum(
            (_maximum(child, self.results, _made_up_by_block) for child in block.children), ZERO
        )
        available = _before_rescaling(block.children, self.results)
        code = f"@rescale.{block.code}"
        return self._rescale(code, block.text, block.code, points, available, whole)

    def rescale_total(self, points: Decimal) -> Decimal:
        absent = [result for result in self.results.values() if self._left_to_the_total(result)]
        if not absent:
            return points
        available = _before_rescaling(self.table.criteria, self.results)
        whole = maximum_of(self.table.criteria, self.results)
        name = "tổng điểm chuẩn"
        return points + self._rescale("@rescale", name, None, points, available, whole)

    def _left_to_the_total(self, result: LeafResult) -> bool:
        """A leaf outside every block has the whole table for its block."""
        outside = result.rescale is WhenAbsent.RESCALE_BLOCK and result.leaf.block is None
        return outside or result.rescale is WhenAbsent.RESCALE_TOTAL

    def _rescale(
        self,
        code: str,
        name: str,
        block: str | None,
        points: Decimal,
        available: Decimal,
        whole: Decimal,
    ) -> Decimal:
        if not available:
            self.unanswered.append(code)
            return ZERO
        reason = (
            f"Quy đổi {name}: {decimal_comma(points)} điểm trên {decimal_comma(available)} "
            f"→ trên {decimal_comma(whole)}"
        )
        exact = Fraction(points) * Fraction(whole) / Fraction(available) - Fraction(points)
        return self._add(code, block, Section.STANDARD, exact, reason)

    def _cap_block(self, block: Block, points: Decimal) -> Decimal:
        if not block.cap or points <= block.max:
            return ZERO
        reason = f"{block.text}: tối đa {decimal_comma(block.max)} điểm"
        exact = Fraction(block.max - points)
        return self._add(f"@cap.{block.code}", block.code, Section.STANDARD, exact, reason)

    def cap_section(self, section: Section, cap: Decimal | None, code: str, name: str) -> Decimal:
        """The section's points after its cap."""
        lines = (result.line for result in self.results.values())
        points = sum((line.final or ZERO for line in lines if line.section == section), ZERO)
        if cap is None or abs(points) <= cap:
            return points
        held = -cap if section is Section.PENALTY else cap
        reason = f"{name} {decimal_comma(abs(points))}, tối đa {decimal_comma(cap)}"
        return points + self._add(code, None, section, Fraction(held - points), reason)

    def cap_total(self, total: Decimal) -> None:
        cap = self.table.total_cap
        if cap is not None and total > cap:
            reason = f"Tổng điểm {decimal_comma(total)}, tối đa {decimal_comma(cap)}"
            self._add("@total_cap", None, Section.STANDARD, Fraction(cap - total), reason)

    def _add(
        self, code: str, block: str | None, section: Section, exact: Fraction, reason: str
    ) -> Decimal:
        final = rounded(exact, self.table.rounding.places, self.table.rounding.mode)
        if final:
            status = LineStatus.ADJUSTMENT
            line = Line(code, "Điều chỉnh", block, section.value, status, reason, final=final)
            self.lines.append(line)
        return final

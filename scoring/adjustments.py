"""What happens above the leaves: rescaling, block caps, bonus, penalty and total caps.

Each adjustment is a line of its own, rounded by itself, so that the lines always add up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.criteria import Block, CriteriaSet, Section, WhenAbsent
from scoring.leaf_scoring import LeafResult
from scoring.numbers import decimal_comma, rounded
from scoring.scorecards import Line, LineStatus


@dataclass(frozen=True)
class Adjusted:
    """The adjustment lines, and the codes of those that could not be told."""

    lines: tuple[Line, ...]
    unanswered: tuple[str, ...]


def adjust(table: CriteriaSet, results: Sequence[LeafResult]) -> Adjusted:
    """The adjustments in their order: blocks from the inside out, then all standard points, then
    bonuses, penalties and the total."""
    work = _Work(table, tuple(results))
    for block in table.blocks():
        work.rescale_block(block)
        work.cap_block(block)
    work.rescale_total()
    work.cap_section(Section.BONUS, table.bonus_cap, "@bonus_cap", "Điểm thưởng")
    work.cap_section(Section.PENALTY, table.penalty_cap, "@penalty_cap", "Điểm trừ")
    work.cap_total()
    return Adjusted(tuple(work.lines), tuple(work.unanswered))


class _Work:
    """The adjustments made so far for one unit; each looks at the leaves and those before it."""

    def __init__(self, table: CriteriaSet, results: tuple[LeafResult, ...]) -> None:
        self.table = table
        self.results = results
        self.lines: list[Line] = []
        self.unanswered: list[str] = []
        self._made_up: set[str] = set()

    def rescale_block(self, block: Block) -> None:
        absent = [
            result
            for result in self.results
            if result.rescale is WhenAbsent.RESCALE_BLOCK and result.leaf.block == block.code
        ]
        counted = [result for result in self.results if block.code in result.leaf.blocks]
        earned = self._in_block(block.code)
        self._rescale(f"@rescale.{block.code}", block.text, block.code, absent, counted, earned)

    def rescale_total(self) -> None:
        standard = [result for result in self.results if result.leaf.section is Section.STANDARD]
        absent = [result for result in standard if self._rescales_total(result)]
        self._rescale("@rescale", "tổng điểm chuẩn", None, absent, standard, self._standard())

    def _rescales_total(self, result: LeafResult) -> bool:
        if result.rescale is WhenAbsent.RESCALE_BLOCK:
            return result.leaf.block is None
        return result.rescale is WhenAbsent.RESCALE_TOTAL

    def _rescale(
        self,
        code: str,
        name: str,
        block: str | None,
        absent: list[LeafResult],
        among: list[LeafResult],
        earned: Decimal,
    ) -> None:
        if not absent:
            return
        available = sum((self._maximum(result) for result in among), Decimal(0))
        missing = sum((result.leaf.max for result in absent), Decimal(0))
        if not available:
            self.unanswered.append(code)
            return
        self._made_up.update(result.leaf.code for result in absent)
        factor = Fraction(available + missing) / Fraction(available)
        reason = (
            f"Quy đổi {name}: {decimal_comma(earned)} điểm trên {decimal_comma(available)} "
            f"→ trên {decimal_comma(available + missing)}"
        )
        self._add(code, block, Section.STANDARD, Fraction(earned) * (factor - 1), reason)

    def _maximum(self, result: LeafResult) -> Decimal:
        """What counts as available: scored leaves, and those an inner rescaling has made up for."""
        if result.line.status is LineStatus.SCORED:
            return result.leaf.max
        return result.leaf.max if result.leaf.code in self._made_up else Decimal(0)

    def cap_block(self, block: Block) -> None:
        over = self._in_block(block.code) - block.max if block.cap else Decimal(0)
        if over > 0:
            reason = f"{block.text}: tối đa {decimal_comma(block.max)} điểm"
            self._add(f"@cap.{block.code}", block.code, Section.STANDARD, Fraction(-over), reason)

    def cap_section(self, section: Section, cap: Decimal | None, code: str, name: str) -> None:
        points = self._in_section(section)
        if cap is None or abs(points) <= cap:
            return
        over = abs(points) - cap
        exact = Fraction(over if section is Section.PENALTY else -over)
        reason = f"{name} {decimal_comma(abs(points))}, tối đa {decimal_comma(cap)}"
        self._add(code, None, section, exact, reason)

    def cap_total(self) -> None:
        cap = self.table.total_cap
        total = self._all()
        if cap is not None and total > cap:
            reason = f"Tổng điểm {decimal_comma(total)}, tối đa {decimal_comma(cap)}"
            self._add("@total_cap", None, Section.STANDARD, Fraction(cap - total), reason)

    def _add(
        self, code: str, block: str | None, section: Section, exact: Fraction, reason: str
    ) -> None:
        places, mode = self.table.rounding.places, self.table.rounding.mode
        final = rounded(exact, places, mode)
        status = LineStatus.ADJUSTMENT
        self.lines.append(
            Line(code, "Điều chỉnh", block, section.value, status, reason, final=final)
        )

    def _in_block(self, code: str) -> Decimal:
        inner = {block.code for block in self._block(code).blocks()}
        leaves = sum(
            (
                result.line.final or Decimal(0)
                for result in self.results
                if code in result.leaf.blocks
            ),
            Decimal(0),
        )
        return leaves + sum((line.final for line in self.lines if line.block in inner), Decimal(0))

    def _block(self, code: str) -> Block:
        return next(block for block in self.table.blocks() if block.code == code)

    def _standard(self) -> Decimal:
        return self._in_section(Section.STANDARD)

    def _in_section(self, section: Section) -> Decimal:
        leaves = (result.line for result in self.results)
        lines = [line for line in (*leaves, *self.lines) if line.section == section]
        return sum((line.final for line in lines if line.final is not None), Decimal(0))

    def _all(self) -> Decimal:
        return sum((self._in_section(section) for section in Section), Decimal(0))

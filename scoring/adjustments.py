"""What happens above the leaves: one adjustment after the other, in the order of docs/criteria.md,
section 8.

Each is a line of its own, reckoned from the rounded lines before it and rounded by itself, so that
the lines always add up to the total.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from scoring.block_adjustments import Blocks, Settled
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Leaf
from scoring.criteria_terms import Section
from scoring.leaf_scoring import LeafResult
from scoring.ledger import Adjustment, Ledger
from scoring.numbers import decimal_comma, rounded
from scoring.rules.outcome import Words


class Adjusted(NamedTuple):
    """What one unit's leaves come to: the adjustments; the total as printed, the bonuses and the
    penalties after their caps; the maximum of the standard points; the leaves and blocks by code;
    the leaves that wait; the codes of the adjustments that could not be told."""

    lines: tuple[Adjustment, ...]
    total: Decimal
    plus: Decimal
    minus: Decimal
    max: Decimal
    parts: Mapping[str, LeafResult | Settled]
    pending: tuple[Leaf, ...]
    unanswered: tuple[str, ...]


def adjust(table: CriteriaSet, results: Sequence[LeafResult]) -> Adjusted:
    """Blocks from the inside out, then the standard points, bonuses, penalties and the total."""
    ledger = Ledger(table, results)
    blocks = Blocks(ledger, results)
    standard = blocks.settle(table.criteria, Section.STANDARD)
    blocks.settle(table.bonuses, Section.BONUS)
    blocks.settle(table.penalties, Section.PENALTY)
    blocks.rescale_total(table.criteria, standard.final)
    _cap_section(ledger, Section.BONUS, table.bonus_cap, "@bonus_cap", "Điểm thưởng")
    _cap_section(ledger, Section.PENALTY, table.penalty_cap, "@penalty_cap", "Điểm trừ")
    _hold_total(ledger, table)
    printed = _round_total(ledger)
    return Adjusted(
        tuple(ledger.lines),
        printed,
        ledger.of(Section.BONUS),
        ledger.of(Section.PENALTY),
        standard.max,
        blocks.parts(),
        tuple(ledger.pending),
        tuple(ledger.unanswered),
    )


def _cap_section(
    ledger: Ledger, section: Section, cap: Decimal | None, mark: str, name: str
) -> None:
    if cap is None or abs(points := ledger.of(section)) <= cap:
        return
    held = -cap if section is Section.PENALTY else cap
    ledger.add(
        mark,
        None,
        section,
        held - points,
        lambda: f"{name} {decimal_comma(abs(points))}, tối đa {decimal_comma(cap)}",
    )


def _hold_total(ledger: Ledger, table: CriteriaSet) -> None:
    total, cap, floor = ledger.total, table.total_cap, table.total_floor
    if cap is not None and total > cap:
        say = _said(total, "tối đa", cap)
        ledger.add("@total_cap", None, Section.STANDARD, cap - total, say)
    elif floor is not None and total < floor:
        say = _said(total, "tối thiểu", floor)
        ledger.add("@total_floor", None, Section.STANDARD, floor - total, say)


def _round_total(ledger: Ledger) -> Decimal:
    """The total as it is printed; what that changes is a line too."""
    total = ledger.total
    printed = rounded(total, ledger.rounding.of_total, ledger.rounding.mode)
    if printed != total and not ledger.pending:
        say = _said(total, "làm tròn", printed)
        ledger.write("@rounding", None, Section.STANDARD, printed - total, say)
    return printed


def _said(total: Decimal, how: str, held: Decimal) -> Words:
    return lambda: f"Tổng điểm {decimal_comma(total)}, {how} {decimal_comma(held)}"

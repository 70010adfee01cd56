"""The columns of the ranking table and what each unit has in them. Only adds, never rounds."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from data_access.drafts import Shown
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Block, Leaf
from scoring.criteria_terms import Section
from scoring.numbers import decimal_comma
from scoring.ranking import RESULT_WORDS
from scoring.scorecards import BlockTotal, Scorecard

ABSENT = "–"
ADJUSTMENT = "Điều chỉnh"
OUTSIDE = "Ngoài các mục"

_LONGEST_HEADING = 36
_MOST_FULL_HEADINGS = 4


class Sort(StrEnum):
    """What a column holds; renderers choose width and alignment by it."""

    ORDER = "order"
    UNIT = "unit"
    POINTS = "points"
    TOTAL = "total"
    PLACE = "place"
    CLASS = "class"
    NOTE = "note"


@dataclass(frozen=True)
class Column:
    heading: str
    sort: Sort


@dataclass(frozen=True)
class Cell:
    """The ready text; `value` is the same as a number, for a spreadsheet that adds up."""

    text: str
    value: Decimal | int | None = None


@dataclass(frozen=True)
class PointsColumn:
    heading: str
    points: Callable[[Shown], Decimal | None]
    sort: Sort = Sort.POINTS

    def cell(self, card: Shown, places: int) -> Cell:
        points = None if card.total is None else self.points(card)
        if points is None:
            return Cell(ABSENT)
        return Cell(decimal_comma(points, places), points)


@dataclass(frozen=True)
class ResultColumn:
    """What a table without points says of one block."""

    heading: str
    code: str
    sort: Sort = Sort.CLASS

    def cell(self, card: Shown, places: int) -> Cell:
        block = next((one for one in card.blocks if one.code == self.code), None)
        return Cell(RESULT_WORDS[block.result] if block and block.result else ABSENT)


@dataclass(frozen=True)
class Parts:
    """Which leaves of a table stand in no block, and which bonuses and penalties stand in one:
    their points are counted there."""

    outside: tuple[str, ...] = ()
    bonuses: tuple[str, ...] = ()
    penalties: tuple[str, ...] = ()


NO_PARTS = Parts()


def parts_of(table: CriteriaSet) -> Parts:
    inside = [leaf for leaf in table.leaves() if leaf.blocks]
    standard = {leaf.code for node in table.criteria for leaf in _leaves(node)}
    inner = [leaf for leaf in inside if leaf.code in standard]
    return Parts(
        tuple(node.code for node in table.criteria if isinstance(node, Leaf)),
        tuple(leaf.code for leaf in inner if leaf.section is Section.BONUS),
        tuple(leaf.code for leaf in inner if leaf.section is Section.PENALTY),
    )


def points_columns(cards: Sequence[Shown], parts: Parts) -> tuple[PointsColumn | ResultColumn, ...]:
    """Block by block, then whatever else the total is made of, so that each row adds up."""
    blocks = cards[0].blocks if cards else ()
    if any(card.result is not None for card in cards):
        return tuple(ResultColumn(_heading(block, blocks), block.code) for block in blocks)
    if cards and not blocks and not parts.outside and not _have_totals(cards):
        return ()
    shown = [PointsColumn(_heading(block, blocks), _block(block.code)) for block in blocks]
    if parts.outside:
        shown.append(PointsColumn(OUTSIDE if blocks else "Điểm chuẩn", _sum(parts.outside)))
    if adjusted(cards, parts):
        shown.append(PointsColumn(ADJUSTMENT, _adjustment(parts)))
    shown.append(PointsColumn("Điểm thưởng", _apart(lambda card: card.plus, parts.bonuses)))
    shown.append(PointsColumn("Điểm trừ", _apart(lambda card: card.minus, parts.penalties)))
    shown.append(PointsColumn("Tổng điểm", lambda card: card.total, Sort.TOTAL))
    if same_maximum(cards) is None and cards:
        shown.append(PointsColumn("Điểm tối đa", lambda card: card.max))
    return tuple(shown)


def same_maximum(cards: Sequence[Shown]) -> Decimal | None:
    """The most points there were to get, where it is the same for every ranked unit."""
    maxima = {card.max for card in cards if card.total is not None}
    return maxima.pop() if len(maxima) == 1 else None


def adjusted(cards: Sequence[Shown], parts: Parts) -> bool:
    return any(map(_adjustment(parts), cards))


def block_legend(cards: Sequence[Shown]) -> str:
    """What the short headings stand for; empty where the headings say it themselves."""
    blocks = cards[0].blocks if cards else ()
    if not _abbreviated(blocks):
        return ""
    return "; ".join(f"{_short(block)}: {block.text}" for block in blocks) + "."


def _have_totals(cards: Sequence[Shown]) -> bool:
    """A table that only ranks gives none, whatever is known of its units."""
    return any(card.total is not None or card.max for card in cards)


def _heading(block: BlockTotal, blocks: Sequence[BlockTotal]) -> str:
    return _short(block) if _abbreviated(blocks) else block.text


def _abbreviated(blocks: Sequence[BlockTotal]) -> bool:
    """All or none: a head that mixes both is hard to read."""
    too_long = any(len(block.text) > _LONGEST_HEADING for block in blocks)
    return too_long or len(blocks) > _MOST_FULL_HEADINGS


def _short(block: BlockTotal) -> str:
    return f"Mục {block.code}"


def _block(code: str) -> Callable[[Shown], Decimal | None]:
    def points(card: Shown) -> Decimal | None:
        return next((block.points for block in card.blocks if block.code == code), None)

    return points


def _sum(codes: Iterable[str]) -> Callable[[Shown], Decimal | None]:
    def points(card: Shown) -> Decimal | None:
        found = [final for code in codes if (final := _final(card, code)) is not None]
        return sum(found, Decimal(0)) if found else None

    return points


def _final(card: Shown, code: str) -> Decimal | None:
    if not isinstance(card, Scorecard):
        return card.points(code)
    line = card.line(code)
    return line.final if line else None


def _apart(
    whole: Callable[[Shown], Decimal | None], inside: tuple[str, ...]
) -> Callable[[Shown], Decimal | None]:
    """Without those that a block has counted already."""
    counted = _sum(inside)

    def points(card: Shown) -> Decimal | None:
        found = whole(card)
        return None if found is None else found - (counted(card) or Decimal(0))

    return points


def _adjustment(parts: Parts) -> Callable[[Shown], Decimal | None]:
    """What rescaling or a cap above the blocks changed: the rest of the total."""
    named = (
        _sum(parts.outside),
        _apart(lambda card: card.plus, parts.bonuses),
        _apart(lambda card: card.minus, parts.penalties),
    )

    def points(card: Shown) -> Decimal | None:
        if card.total is None:
            return None
        blocks = sum((block.points or Decimal(0) for block in card.blocks), Decimal(0))
        others = sum((part(card) or Decimal(0) for part in named), Decimal(0))
        return card.total - blocks - others

    return points


def _leaves(node: Block | Leaf) -> Iterable[Leaf]:
    return node.leaves() if isinstance(node, Block) else (node,)

"""The columns of the ranking table and what each unit has in them. Only adds, never rounds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from scoring.numbers import decimal_comma
from scoring.scorecards import BlockTotal, LineStatus, Scorecard

ABSENT = "–"
ADJUSTMENT = "Điều chỉnh"

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
    points: Callable[[Scorecard], Decimal | None]
    sort: Sort = Sort.POINTS

    def cell(self, card: Scorecard, places: int) -> Cell:
        points = None if card.total is None else self.points(card)
        if points is None:
            return Cell(ABSENT)
        return Cell(decimal_comma(points, places), points)


def points_columns(cards: Sequence[Scorecard]) -> tuple[PointsColumn, ...]:
    """Block by block, then whatever else the total is made of, so that each row adds up."""
    blocks = cards[0].blocks if cards else ()
    shown = [PointsColumn(_heading(block, blocks), _block(block.code)) for block in blocks]
    if any(_outside(card) is not None for card in cards):
        shown.append(PointsColumn("Ngoài các mục" if blocks else "Điểm chuẩn", _outside))
    if adjusted(cards):
        shown.append(PointsColumn(ADJUSTMENT, _adjustment))
    shown.append(PointsColumn("Điểm thưởng", lambda card: card.plus))
    shown.append(PointsColumn("Điểm trừ", lambda card: card.minus))
    shown.append(PointsColumn("Tổng điểm", lambda card: card.total, Sort.TOTAL))
    if same_maximum(cards) is None and cards:
        shown.append(PointsColumn("Điểm tối đa", lambda card: card.max))
    return tuple(shown)


def same_maximum(cards: Sequence[Scorecard]) -> Decimal | None:
    """The most points there were to get, where it is the same for every ranked unit."""
    maxima = {card.max for card in cards if card.total is not None}
    return maxima.pop() if len(maxima) == 1 else None


def adjusted(cards: Sequence[Scorecard]) -> bool:
    return any(_adjustment(card) for card in cards)


def block_legend(cards: Sequence[Scorecard]) -> str:
    """What the short headings stand for; empty where the headings say it themselves."""
    blocks = cards[0].blocks if cards else ()
    if not _abbreviated(blocks):
        return ""
    return "; ".join(f"{_short(block)}: {block.text}" for block in blocks) + "."


def _heading(block: BlockTotal, blocks: Sequence[BlockTotal]) -> str:
    return _short(block) if _abbreviated(blocks) else block.text


def _abbreviated(blocks: Sequence[BlockTotal]) -> bool:
    """All or none: a head that mixes both is hard to read."""
    too_long = any(len(block.text) > _LONGEST_HEADING for block in blocks)
    return too_long or len(blocks) > _MOST_FULL_HEADINGS


def _short(block: BlockTotal) -> str:
    return f"Mục {block.code}"


def _block(code: str) -> Callable[[Scorecard], Decimal | None]:
    def points(card: Scorecard) -> Decimal | None:
        return next((block.points for block in card.blocks if block.code == code), None)

    return points


def _outside(card: Scorecard) -> Decimal | None:
    """Criteria that stand directly under the table, in no block."""
    found = [
        line.final
        for line in card.lines
        if line.block is None
        and line.section == "standard"
        and line.status is not LineStatus.ADJUSTMENT
        and line.final is not None
    ]
    return sum(found, Decimal(0)) if found else None


def _adjustment(card: Scorecard) -> Decimal | None:
    """What rescaling or a cap above the blocks changed: the rest of the total."""
    if card.total is None:
        return None
    blocks = sum((block.points or Decimal(0) for block in card.blocks), Decimal(0))
    named = (_outside(card), card.plus, card.minus)
    return card.total - blocks - sum((points or Decimal(0) for points in named), Decimal(0))

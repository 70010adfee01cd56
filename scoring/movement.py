"""What moved between two scorings of one unit, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scoring.scorecards import Line, Scorecard

ZERO = Decimal(0)


@dataclass(frozen=True)
class LineMove:
    """One line before and after (None: no points there); adjustments are lines too."""

    code: str
    text: str
    before: Decimal | None
    after: Decimal | None
    max_before: Decimal | None
    max_after: Decimal | None

    @property
    def change(self) -> Decimal:
        return (self.after or ZERO) - (self.before or ZERO)


@dataclass(frozen=True)
class Moves:
    """One unit's card before and after: the lines that changed, most first. Between two ranked
    cards their changes add up to that of the total."""

    unit: str
    name: str
    total_before: Decimal | None
    total_after: Decimal | None
    class_before: str | None
    class_after: str | None
    lines: tuple[LineMove, ...]

    @property
    def change(self) -> Decimal | None:
        if self.total_before is None or self.total_after is None:
            return None
        return self.total_after - self.total_before


def moves(before: Scorecard, after: Scorecard) -> Moves:
    return Moves(
        after.unit,
        after.name,
        before.total,
        after.total,
        before.class_name,
        after.class_name,
        _line_moves(_by_code(before), _by_code(after)),
    )


def _line_moves(before: Mapping[str, Line], after: Mapping[str, Line]) -> tuple[LineMove, ...]:
    codes = dict.fromkeys((*after, *before))
    found = [_line_move(code, before.get(code), after.get(code)) for code in codes]
    changed = [
        move for move in found if move.change or (move.before is None) != (move.after is None)
    ]
    return tuple(sorted(changed, key=lambda move: abs(move.change), reverse=True))


def _line_move(code: str, before: Line | None, after: Line | None) -> LineMove:
    shown = after or before
    return LineMove(
        code,
        shown.text,
        before.final if before else None,
        after.final if after else None,
        before.max if before else None,
        after.max if after else None,
    )


def _by_code(card: Scorecard) -> dict[str, Line]:
    return {line.code: line for line in card.lines}

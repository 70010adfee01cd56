"""Where one unit stands: what it lost, what the next place and class would take, what moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.views.appraisals import points_text
from dashboard.views.table import Cell, Column, Row, Shape, Table
from dashboard.wording import period_name
from scoring.gains import LostPoints, NextClass, NextPlace, Way
from scoring.movement import Moves
from scoring.periods import Period
from scoring.self_score import period_words

LOST_TITLE = "Điểm mất theo tiêu chí"
_NAMED = 4
_LISTED = 12


@dataclass(frozen=True)
class Standing:
    """What is known beside a card of how it compares; `before` is the period that `moves` starts
    from. Empty where nothing can be told, or not to this reader."""

    lost: tuple[LostPoints, ...] = ()
    next_place: NextPlace | None = None
    next_class: NextClass | None = None
    moves: Moves | None = None
    before: Period | None = None


UNKNOWN = Standing()


def standing_words(standing: Standing) -> Iterator[str]:
    if standing.next_place is not None:
        yield _place_words(standing.next_place)
    if standing.next_class is not None:
        yield _class_words(standing.next_class)
    if standing.moves is not None and standing.before is not None:
        yield from _moved_words(standing.moves, standing.before)


def lost_table(lost: Sequence[LostPoints]) -> Table | None:
    """By criterion, most first."""
    if not lost:
        return None
    columns = (
        Column("Tiêu chí"),
        Column("Điểm tối đa", number=True),
        Column("Đạt", number=True),
        Column("Mất", number=True),
    )
    rows = tuple(
        Row(
            (
                Cell(f"{one.code}. {one.text}"),
                Cell(points_text(one.max)),
                Cell(points_text(one.final)),
                Cell(points_text(one.lost)),
            )
        )
        for one in lost[:_LISTED]
    )
    left = lost[_LISTED:]
    rest = points_text(sum((one.lost for one in left), Decimal(0)))
    notes = (f"Còn {len(left)} tiêu chí khác, mất {rest} điểm.",) if left else ()
    total = points_text(sum((one.lost for one in lost), Decimal(0)))
    title = f"{LOST_TITLE}: {total} điểm ở {len(lost)} tiêu chí"
    return Table(columns, rows, title, shape=Shape.STACKED, notes=notes)


def moved_table(moves: Moves | None, before: Period | None, now: Period) -> Table | None:
    """Line by line, the largest change first."""
    if moves is None or before is None or not moves.lines:
        return None
    columns = (
        Column("Tiêu chí"),
        Column(period_name(before), number=True),
        Column(period_name(now), number=True),
        Column("Thay đổi", number=True),
    )
    rows = tuple(
        Row(
            (
                Cell(one.text if one.code.startswith("@") else f"{one.code}. {one.text}"),
                Cell(points_text(one.before)),
                Cell(points_text(one.after)),
                Cell(signed_text(one.change)),
            )
        )
        for one in moves.lines[:_LISTED]
    )
    left = len(moves.lines) - len(rows)
    notes = (f"Còn {left} dòng khác có thay đổi nhỏ hơn.",) if left else ()
    return Table(
        columns, rows, f"Thay đổi so với {period_words(before)}", shape=Shape.STACKED, notes=notes
    )


def signed_text(change: Decimal) -> str:
    """A gain says so: "+1,25"."""
    return f"+{points_text(change)}" if change > 0 else points_text(change)


def _place_words(found: NextPlace) -> str:
    gain, rival = points_text(found.way.gain), found.rival.name
    lead = f"Thêm {gain} điểm thì bằng điểm {rival}, xếp thứ {found.rank}"
    return f"{lead}{_where(found.way)}."


def _class_words(found: NextClass) -> str:
    asked = f"; phải có: {'; '.join(found.conditions)}" if found.conditions else ""
    if found.way.gain:
        gain = points_text(found.way.gain)
        return f"Còn thiếu {gain} điểm để đạt {found.name}{_where(found.way)}{asked}."
    held = f" ({found.held})" if found.held else ""
    return f"Đủ điểm {found.name} nhưng chưa được xếp mức này{held}{asked}."


def _where(way: Way) -> str:
    """In which criteria so many points are left."""
    if way.alone:
        return f"; chỉ cần ở một tiêu chí: {_listed(way.alone, ' hoặc ')}"
    if way.together:
        return f"; cần ở {len(way.together)} tiêu chí: {_listed(way.together, ', ')}"
    return ""


def _listed(found: Sequence[LostPoints], between: str) -> str:
    named = [f"{one.code} (còn {points_text(one.lost)})" for one in found[:_NAMED]]
    more = f" và {len(found) - _NAMED} tiêu chí khác" if len(found) > _NAMED else ""
    return between.join(named) + more


def _moved_words(moves: Moves, before: Period) -> Iterator[str]:
    if moves.change is None:
        return
    earlier, later = points_text(moves.total_before), points_text(moves.total_after)
    change = signed_text(moves.change) if moves.change else "không đổi"
    yield f"So với {period_words(before)}: từ {earlier} thành {later} điểm ({change})."

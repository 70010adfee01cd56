"""One unit's scorecard, line by line, with what each point rests on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.places import PAGE, TITLE
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import moment_text, number_text, period_name
from data_access.queries.scores import RankingResult
from scoring.periods import Period
from scoring.scorecards import BlockTotal, Line, LineStatus, Scorecard

_COLUMNS = (
    Column("Tiêu chí"),
    Column("Điểm tối đa", number=True),
    Column("Tự chấm", number=True),
    Column("Thẩm định", number=True),
    Column("Điểm chính thức", number=True),
    Column("Căn cứ chấm điểm"),
)

# An appraisal's moment inside its source is written for machines.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d")
_SECTIONS = {"bonus": "Điểm thưởng", "penalty": "Điểm trừ"}


@dataclass(frozen=True)
class ScorecardView:
    """`summary` is what the card comes to, in sentences; `back` leads to the whole ranking, for
    those who may see it."""

    heading: Heading
    summary: tuple[str, ...]
    table: Table
    back: Link | None


def scorecard_view(
    card: Scorecard, label: str, result: RankingResult | None, period: Period, scene: Scene
) -> ScorecardView:
    """`result` is the ranking the card belongs to, None for whoever may not see it yet."""
    published = result is not None and result.published is not None
    said = "đã công bố" if published else "dự thảo, chưa công bố"
    if not period.is_year:
        said = f"lũy kế, tạm tính, {said}"
    return ScorecardView(
        heading(f"{TITLE} · {period_name(period)}", f"{label}: {_total_words(card)}", scene, said),
        _summary(card, result),
        Table(_COLUMNS, tuple(_rows(card)), shape=Shape.STACKED),
        Link(PAGE, (("unit", None),)) if result else None,
    )


def _total_words(card: Scorecard) -> str:
    if card.total is None:
        return "chưa xếp thứ"
    return f"{points_text(card.total)} điểm"


def _summary(card: Scorecard, result: RankingResult | None) -> tuple[str, ...]:
    said = (
        _place(card, result),
        f"Chưa xếp thứ: {card.unranked}." if card.unranked else "",
        f"Xếp loại: {card.class_name}." if card.class_name else "",
        card.class_reason or card.note,
        f"Điểm tối đa của các tiêu chí được chấm trong kỳ: {number_text(card.max)}.",
    )
    return tuple(words for words in said if words)


def _place(card: Scorecard, result: RankingResult | None) -> str:
    listed = result.ranking.places if result else ()
    rivals = [one for one in listed if one.group == card.group]
    own = next((one for one in rivals if one.unit == card.unit), None)
    return f"Xếp thứ {own.rank} trong {len(rivals)} đơn vị được xếp thứ." if own else ""


def points_text(points: Decimal | None) -> str:
    """With all the places it was rounded to: figures beneath each other line up."""
    if points is None:
        return ABSENT
    return number_text(points, max(0, -points.as_tuple().exponent))


def _rows(card: Scorecard) -> list[Row]:
    left = list(card.lines)
    rows: list[Row] = []
    for block in card.blocks:
        own = [line for line in left if _inside(line, block)]
        left = [line for line in left if line not in own]
        rows += [_block_row(block), *(_line_row(line) for line in own)]
    for section in dict.fromkeys(line.section for line in left):
        rows += _section_rows(card, section, [line for line in left if line.section == section])
    return [*rows, _sum_row(card)]


def _inside(line: Line, block: BlockTotal) -> bool:
    """Inner blocks carry the code of the block that holds them: 2.1 stands in 2."""
    return line.block is not None and f"{line.block}.".startswith(f"{block.code}.")


def _section_rows(card: Scorecard, section: str, lines: Sequence[Line]) -> list[Row]:
    if section not in _SECTIONS:
        return [_line_row(line) for line in lines]
    points = card.plus if section == "bonus" else card.minus
    return [_heading_row(_SECTIONS[section], ABSENT, points), *(_line_row(line) for line in lines)]


def _block_row(block: BlockTotal) -> Row:
    return _heading_row(f"{block.code}. {block.text}", number_text(block.max), block.points)


def _sum_row(card: Scorecard) -> Row:
    return _heading_row("Tổng điểm", number_text(card.max), card.total)


def _heading_row(words: str, most: str, points: Decimal | None) -> Row:
    cells = (Cell(words), Cell(most), Cell(), Cell(), Cell(points_text(points)), Cell())
    return Row(cells, heading=True)


def _line_row(line: Line) -> Row:
    words = line.text if line.status is LineStatus.ADJUSTMENT else f"{line.code}. {line.text}"
    cells = (
        Cell(words),
        Cell(ABSENT if line.max is None else number_text(line.max)),
        Cell(points_text(line.claimed)),
        Cell(points_text(line.appraised)),
        Cell(points_text(line.final)),
        Cell(line.reason, detail=_source_words(line.source)),
    )
    return Row(cells)


def _source_words(source: str | None) -> str:
    def said(found: re.Match[str]) -> str:
        return f"lúc {moment_text(datetime.fromisoformat(found[0]))}"

    return _MOMENT.sub(said, source or "")

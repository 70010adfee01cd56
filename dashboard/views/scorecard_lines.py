"""The lines of a scorecard under their blocks: the figures side by side, and what each rests on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from dashboard.views.appraisals import ROUNDS, of_round, points_text, round_words
from dashboard.views.table import ABSENT, Basis, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import moment_text, number_text
from scoring.facts import Absent, Source
from scoring.ranking import RESULT_WORDS
from scoring.scorecards import BlockTotal, Line, LineStatus, Result, Scorecard, UsedFigure

_ABSENT = {
    Absent.NOT_REPORTED.value: "chưa có số liệu",
    Absent.NOT_ARISEN.value: "không phát sinh",
    Absent.NOT_APPLICABLE.value: "không áp dụng",
}
_SECTIONS = {"bonus": "Điểm thưởng", "penalty": "Điểm trừ"}
# An appraisal's moment inside its source is written for machines.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d")


@dataclass(frozen=True)
class Known:
    """What is known beside the card: the units' names by code, and by criterion what was asked and
    answered about its points."""

    units: Mapping[str, str] = field(default_factory=dict)
    talk: Mapping[str, tuple[Basis, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Sheet:
    """What all rows of one card have in common."""

    card: Scorecard
    rounds: tuple[int, ...]
    known: Known
    official: bool

    @property
    def is_pass_fail(self) -> bool:
        return self.card.result is not None


def line_table(card: Scorecard, known: Known, *, official: bool) -> Table:
    """`official`: as published; until then points are worked out from day to day."""
    sheet = _Sheet(card, _rounds(card.lines), known, official)
    return Table(_columns(sheet), tuple(_rows(sheet)), shape=Shape.STACKED)


def _rounds(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(sorted({given.round for line in lines for given in line.rounds}))


def _columns(sheet: _Sheet) -> tuple[Column, ...]:
    headings = [ROUNDS[number] for number in sheet.rounds] or ["Thẩm định"]
    points = "Điểm chính thức" if sheet.official else "Điểm tạm tính"
    final = "Kết quả" if sheet.is_pass_fail else points
    return (
        Column("Tiêu chí"),
        Column("Điểm tối đa", number=True),
        Column("Tự chấm", number=True),
        *(Column(words, number=True) for words in headings),
        Column(final, number=True),
        Column("Căn cứ chấm điểm"),
    )


def _rows(sheet: _Sheet) -> Iterator[Row]:
    card, blocks = sheet.card, {block.code for block in sheet.card.blocks}
    for block in card.blocks:
        yield _block_row(sheet, block)
        yield from (_line_row(sheet, line) for line in card.lines if line.top == block.code)
    left = [line for line in card.lines if line.top not in blocks]
    for section in dict.fromkeys(line.section for line in left):
        yield from _section(sheet, section, [line for line in left if line.section == section])
    yield _sum_row(sheet)


def _section(sheet: _Sheet, section: str, lines: Sequence[Line]) -> Iterator[Row]:
    if section in _SECTIONS:
        points = sheet.card.plus if section == "bonus" else sheet.card.minus
        yield _heading_row(sheet, _SECTIONS[section], ABSENT, points_text(points))
    yield from (_line_row(sheet, line) for line in lines)


def _block_row(sheet: _Sheet, block: BlockTotal) -> Row:
    words = f"{block.code}. {block.text}"
    return _heading_row(sheet, words, number_text(block.max), _outcome(block.points, block.result))


def _sum_row(sheet: _Sheet) -> Row:
    card = sheet.card
    words = "Kết quả chung" if sheet.is_pass_fail else "Tổng điểm"
    return _heading_row(sheet, words, number_text(card.max), _outcome(card.total, card.result))


def _heading_row(sheet: _Sheet, words: str, most: str, points: str) -> Row:
    between = [Cell()] * (len(_columns(sheet)) - 4)
    return Row((Cell(words), Cell(most), *between, Cell(points), Cell()), heading=True)


def _line_row(sheet: _Sheet, line: Line) -> Row:
    adjusts = line.status is LineStatus.ADJUSTMENT
    cells = (
        Cell(line.text if adjusts else f"{line.code}. {line.text}"),
        Cell(ABSENT if line.max is None else number_text(line.max)),
        Cell(points_text(line.claimed)),
        *_appraised(sheet, line),
        Cell(_final(line)),
        Cell(line.reason, detail=_source_words(line.source), basis=tuple(_basis(sheet, line))),
    )
    return Row(cells)


def _appraised(sheet: _Sheet, line: Line) -> Iterator[Cell]:
    if not sheet.rounds:
        yield Cell(points_text(line.appraised))
    for number in sheet.rounds:
        given = of_round(line.rounds, number)
        yield Cell(points_text(given.points if given else None))


def _final(line: Line) -> str:
    if line.status is LineStatus.NOT_YET:
        return ABSENT
    return _outcome(line.final, line.result)


def _outcome(points: Decimal | None, result: Result | None) -> str:
    return points_text(points) if result is None else RESULT_WORDS[result]


def _basis(sheet: _Sheet, line: Line) -> Iterator[Basis]:
    """The rule, the figures it used with their cells, the article, and every person's word."""
    if line.rule:
        yield Basis("Cách chấm", line.rule)
    yield from map(figure_basis, line.figures)
    if line.article:
        yield Basis("Căn cứ", line.article)
    if line.assessor:
        yield Basis("Cơ quan thẩm định", sheet.known.units.get(line.assessor, line.assessor))
    yield from (Basis(ROUNDS[one.round], round_words(one)) for one in line.rounds)
    yield from sheet.known.talk.get(line.code, ())


def figure_basis(used: UsedFigure) -> Basis:
    return Basis(used.label, _figure_words(used), _file(used.source))


def _figure_words(used: UsedFigure) -> str:
    absent = _ABSENT.get(used.absent, used.absent)
    said = absent if used.value is None else number_text(used.value)
    return f"{said} ({used.source})" if used.source else said


def _file(source: Source | None) -> Link | None:
    """Only where the cell is told is the file shown: the query knows who may see it."""
    if source is None or source.submission is None:
        return None
    return Link("tep/bai-nop", (("id", str(source.submission)),), keeps=False)


def _source_words(source: str | None) -> str:
    def said(found: re.Match[str]) -> str:
        return f"lúc {moment_text(datetime.fromisoformat(found[0]))}"

    return _MOMENT.sub(said, source or "")

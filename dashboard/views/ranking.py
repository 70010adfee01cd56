"""The ranking as one frozen table of ready words: page, PDF, XLSX and terminal render this one."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.views.moved_units import MovedUnits, moved_units
from dashboard.views.ranking_columns import (
    ABSENT,
    NO_PARTS,
    Cell,
    Column,
    Parts,
    PointsColumn,
    ResultColumn,
    Sort,
    points_columns,
)
from dashboard.views.ranking_notes import marks, notes, qualifier
from dashboard.wording import capital, period_name, vietnamese_order
from data_access.drafts import Shown
from data_access.queries.publications import Correction
from data_access.queries.scores import RankingResult
from scoring import self_score
from scoring.criteria_terms import Rounding, TableKind
from scoring.ranking import Place, Unranked

TITLE = "Bảng tổng hợp"
NOT_RANKED = "Chưa xếp thứ"


@dataclass(frozen=True)
class Row:
    """One unit's line; `unit` is its code, for a link. The unranked say why in the last cell."""

    unit: str
    ranked: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class RankedGroup:
    """Units that are compared with each other. The heading is empty when there is one group."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class RankingTable:
    """`qualifier` belongs to the title on paper; `file_name` has no extension; `moved`: whom a
    correction moved (None: nobody)."""

    title: str
    subject: str
    qualifier: str
    scope: str
    marks: tuple[str, ...]
    draft: bool
    illustrative: bool
    columns: tuple[Column, ...]
    groups: tuple[RankedGroup, ...]
    notes: tuple[str, ...]
    file_name: str
    moved: MovedUnits | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    def frame(self) -> pd.DataFrame:
        """The same words, row for row; with several groups, each row says its own."""
        headings = [column.heading for column in self.columns]
        texts = [[cell.text for cell in row.cells] for row in self.rows]
        frame = pd.DataFrame(texts, columns=headings, dtype="object")
        if len(self.groups) > 1:
            of_row = [group.heading for group in self.groups for _ in group.rows]
            frame.insert(1, "Khối", of_row)
        return frame


@dataclass(frozen=True)
class _Shape:
    """What every row of one table has in common."""

    cards: dict[str, Shown]
    points: tuple[PointsColumn | ResultColumn, ...]
    rounding: Rounding
    classes: bool
    # In a table of đạt and không đạt nobody has a place.
    ranks: bool

    def places_of(self, column: PointsColumn | ResultColumn) -> int:
        return self.rounding.of_total if column.sort is Sort.TOTAL else self.rounding.places


def ranking_table(
    result: RankingResult,
    parts: Parts = NO_PARTS,
    *,
    as_of: date | None = None,
    correction: Correction | None = None,
) -> RankingTable:
    """`parts` says which points of the table stand in no block; `correction`: what this
    publication puts right, if it does."""
    shape = _shape(result, parts)
    groups = _groups(result, shape)
    return RankingTable(
        title=TITLE,
        subject=_subject(result),
        qualifier=qualifier(result),
        scope=_scope(result, groups),
        marks=marks(result),
        draft=result.published is None,
        illustrative=result.criteria.illustrative,
        columns=_columns(shape),
        groups=groups if len(groups) > 1 else tuple(RankedGroup("", one.rows) for one in groups),
        notes=notes(result, parts, as_of, correction),
        file_name=_file_name(result),
        moved=moved_units(correction),
    )


def _shape(result: RankingResult, parts: Parts) -> _Shape:
    cards = {card.unit: card for card in result.cards}
    return _Shape(
        cards,
        points_columns(result.cards, parts),
        result.criteria.rounding,
        result.period.is_year,
        result.criteria.kind is not TableKind.PASS_FAIL,
    )


def _columns(shape: _Shape) -> tuple[Column, ...]:
    points = (Column(column.heading, column.sort) for column in shape.points)
    classes = (Column("Xếp loại", Sort.CLASS),) if shape.classes else ()
    place = (Column("Xếp thứ", Sort.PLACE),) if shape.ranks else ()
    return (
        Column("TT", Sort.ORDER),
        Column("Đơn vị", Sort.UNIT),
        *points,
        *place,
        *classes,
        Column("Ghi chú", Sort.NOTE),
    )


def _groups(result: RankingResult, shape: _Shape) -> tuple[RankedGroup, ...]:
    listed = (*result.ranking.places, *result.ranking.unranked)
    names = sorted({one.group or "" for one in listed}, key=vietnamese_order)
    return tuple(RankedGroup(name, _rows(result, name, shape)) for name in names)


def _rows(result: RankingResult, group: str, shape: _Shape) -> tuple[Row, ...]:
    places = [one for one in result.ranking.places if (one.group or "") == group]
    unranked = [one for one in result.ranking.unranked if (one.group or "") == group]
    places.sort(key=lambda one: (one.rank, vietnamese_order(one.name), one.unit))
    unranked.sort(key=lambda one: (vietnamese_order(one.name), one.unit))
    listed: list[Place | Unranked] = [*places, *unranked]
    return tuple(_row(order, one, shape) for order, one in enumerate(listed, start=1))


def _row(order: int, one: Place | Unranked, shape: _Shape) -> Row:
    card = shape.cards[one.unit]
    ranked = isinstance(one, Place)
    place = (Cell(str(one.rank), one.rank) if ranked else Cell(ABSENT),) if shape.ranks else ()
    classes = (Cell(one.class_name or ABSENT),) if shape.classes else ()
    cells = (
        Cell(str(order), order),
        Cell(one.name),
        *(column.cell(card, shape.places_of(column)) for column in shape.points),
        *place,
        *classes,
        Cell(_note(one, shape)),
    )
    return Row(one.unit, ranked, cells)


def _note(one: Place | Unranked, shape: _Shape) -> str:
    if isinstance(one, Place):
        return one.note
    return f"{NOT_RANKED}: {_lower_first(one.reason)}" if shape.ranks else one.reason


def _subject(result: RankingResult) -> str:
    what = "đánh giá, xếp loại" if result.period.is_year else "chấm điểm, xếp thứ"
    period = _lower_first(period_name(result.period))
    return f"Kết quả {what} thực hiện Quy chế dân chủ ở cơ sở {period}"


def _scope(result: RankingResult, groups: tuple[RankedGroup, ...]) -> str:
    ranked, unranked = len(result.ranking.places), len(result.ranking.unranked)
    counted = f"{ranked + unranked} đơn vị"
    if unranked and result.criteria.kind is not TableKind.PASS_FAIL:
        counted += f" ({ranked} xếp thứ, {unranked} chưa xếp thứ)"
    if len(groups) > 1:
        return f"{len(groups)} khối, {counted}"
    heading = groups[0].heading if groups else result.group
    return f"{heading}: {counted}" if heading else f"{capital(counted)}"


def _file_name(result: RankingResult) -> str:
    main = result.criteria.form == self_score.CODE
    table = "" if main else _slug(result.criteria.code)
    parts = ("xep-loai", table, str(result.period), _slug(result.group or ""))
    draft = ("du-thao",) if result.published is None else ()
    return "-".join(part for part in (*parts, *draft) if part)


def _slug(text: str) -> str:
    """Letters that every mail program keeps. A file name is no key: here accents may go."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", bare)[:60].strip("-")


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]

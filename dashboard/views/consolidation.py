"""The page of added-up statistics: how complete they are, the figures, what one is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.consolidated_annexes import annexes
from dashboard.views.consolidated_sheets import Indicator, main_sheets, sections
from dashboard.views.consolidated_words import (
    PROVISIONAL,
    Names,
    completeness,
    contribution_note,
    names_of,
    quarters_words,
    span_words,
    value_cell,
)
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.overview import KeyFigure
from dashboard.views.paper_sheets import PaperBook, PaperCell, PaperRow, PaperSheet
from dashboard.views.places import Prints
from dashboard.views.ranking_notes import ILLUSTRATIVE
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Table
from data_access.queries.consolidation import ConsolidationResult, Origin
from scoring.contributions import Contribution
from scoring.periods import Period

PAGE = "tong-hop"
TITLE = "Tổng hợp số liệu"
FILE = "tep/tong-hop"
CHOOSE_A_FORM = "Chưa có biểu số liệu nào. Đề nghị nhập biểu mẫu trước."
NOBODY_BENEATH = (
    "{unit} không có đơn vị trực thuộc phải nộp biểu này trong kỳ, nên không có số liệu để tổng "
    "hợp."
)
TO_DATE = "luy-ke"
SPANS = {"": "Trong kỳ", TO_DATE: "Từ đầu năm đến hết kỳ"}

# Which file of the two: the workbook with its annexes, or the form that is handed in.
BOOK, OWN_FORM = "bang", "bieu"

# What a figure is made of stands at the page's head: its address names the figure.
FIGURE = "chi-tieu"


@dataclass(frozen=True)
class Chosen:
    """What the page's address names; `figure` is the one whose parts are to be shown."""

    form: str
    period: Period
    unit: str | None = None
    span: str = ""
    figure: str | None = None

    @property
    def to_date(self) -> bool:
        return self.span == TO_DATE


@dataclass(frozen=True)
class ConsolidationView:
    """`instead` is said where there is nothing to add up; `detail`: what one figure is made of."""

    heading: Heading
    instead: str = ""
    strip: tuple[KeyFigure, ...] = ()
    said: str = ""
    detail: Table | None = None
    tables: tuple[Table, ...] = ()
    prints: tuple[Prints, ...] = ()


def paper_book(result: ConsolidationResult) -> PaperBook:
    """The workbook for the level above: the form's sheets, then the annexes of the units."""
    found = result.consolidation
    marks = ((PROVISIONAL, found.provisional), (ILLUSTRATIVE, result.illustrative))
    words = span_words(result)
    illustrative = f" ({ILLUSTRATIVE.lower()})" if result.illustrative else ""
    said = f"{PROVISIONAL}: {completeness(result)}" if found.provisional else completeness(result)
    return PaperBook(
        f"{TITLE} – {result.form.title}",
        (f"Kỳ báo cáo: {words}{illustrative}", said),
        tuple(mark for mark, holds in marks if holds),
        (*main_sheets(result), *annexes(result)),
        "-".join(("tong-hop", result.form.mark.form, result.parent.code, _span_slug(result))),
    )


def _span_slug(result: ConsolidationResult) -> str:
    return f"{result.period}-{TO_DATE}" if result.to_date else str(result.period)


def consolidation_view(
    result: ConsolidationResult, scene: Scene, asked: str | None = None
) -> ConsolidationView:
    """`asked` is the key of the figure whose parts are to be shown."""
    parent = result.parent.label
    whose = parent if parent != scene.called else ""
    view = heading(TITLE, result.form.title, scene, whose, span_words(result))
    if not result.units:
        return ConsolidationView(view, NOBODY_BENEATH.format(unit=parent))
    return ConsolidationView(
        view,
        strip=_strip(result),
        said=f"{completeness(result)}.",
        detail=_detail(result, asked),
        tables=tuple(_screen(sheet, result) for sheet in main_sheets(result)),
        prints=(Prints("Báo cáo cấp trên", _files(result)),),
    )


def instead(words: str, scene: Scene) -> ConsolidationView:
    return ConsolidationView(heading(TITLE, TITLE, scene), words)


def _strip(result: ConsolidationResult) -> tuple[KeyFigure, ...]:
    found = result.consolidation
    expected, missing, estimates = len(found.units), len(found.missing), len(found.estimates)
    who = Link("ban-do", (("form", result.form.mark.form), ("unit", None)))
    own = _link(result)
    lacking = "xem ai chưa nộp" if missing else "đã nộp đủ"
    waited = "chờ số chính thức" if estimates else "đều là số chính thức"
    provisional = "tạm tính" if found.provisional else "đủ số liệu"
    return (
        KeyFigure("Đơn vị đã nộp", f"{expected - missing}/{expected}", "xem từng đơn vị", who),
        KeyFigure("Còn thiếu", str(missing), lacking, who, alarm=bool(missing)),
        KeyFigure("Đơn vị số ước", str(estimates), waited, own),
        KeyFigure("Số liệu tổng hợp", provisional, span_words(result), own),
    )


def _link(result: ConsolidationResult, *further: tuple[str, str | None]) -> Link:
    kept = (("form", result.form.mark.form), ("unit", result.parent.code))
    span = (("tinh", TO_DATE),) if result.to_date else ()
    return Link(PAGE, (*kept, *span, *further))


def _files(result: ConsolidationResult) -> tuple[tuple[str, Link], ...]:
    """The workbook with its annexes; and for whom hands the form in itself, the form filled in."""
    named = _link(result, ("period", str(result.period))).params
    book = ("Tải bảng tổng hợp", Link(FILE, named, keeps=False))
    own = Link(FILE, (*named, ("loai", OWN_FORM)), keeps=False)
    return (book, ("Tải biểu của đơn vị đã điền số tổng hợp", own)) if result.owed else (book,)


def _screen(sheet: PaperSheet, result: ConsolidationResult) -> Table:
    columns = tuple(Column(column.heading, column.number) for column in sheet.columns)
    rows = tuple(_screen_row(row, result) for row in sheet.rows)
    return Table(columns, rows, sheet.title, notes=sheet.notes)


def _screen_row(row: PaperRow, result: ConsolidationResult) -> Row:
    cells = tuple(_screen_cell(cell, result) for cell in row.cells)
    return Row(cells, heading=row.level == 0)


def _screen_cell(cell: PaperCell, result: ConsolidationResult) -> Cell:
    """A figure leads to what each unit gave to it."""
    if not cell.key:
        return Cell(cell.text)
    words = f"{cell.text}{cell.mark}" or ABSENT
    return Cell(words, link=_link(result, (FIGURE, cell.key)))


def _detail(result: ConsolidationResult, asked: str | None) -> Table | None:
    found = next(_asked(result, asked), None)
    if found is None:
        return None
    columns = (
        Column("Đơn vị"),
        Column("Số liệu", number=True),
        Column("Lấy từ"),
        Column("Ghi chú"),
        Column("Phiếu tiếp nhận"),
    )
    sheet, one = found
    names = names_of(result)
    by_unit = {given.unit: given for given in one.figure.contributions}
    origins = {(origin.unit, origin.period): origin for origin in result.origins}
    rows = [_detail_row(by_unit[code], names, origins) for code in names.codes]
    total = (Cell("Tổng cộng"), Cell(value_cell(one.figure.value).text), Cell(), Cell(), Cell())
    return Table(columns, (*rows, Row(total, heading=True)), f"{sheet}: {one.label}")


def _asked(result: ConsolidationResult, key: str | None) -> Iterator[tuple[str, Indicator]]:
    for section in sections(result):
        for one in section.indicators:
            if one.figure.key == key:
                yield section.sheet.name, one


def _detail_row(
    one: Contribution, names: Names, origins: Mapping[tuple[str, object], Origin]
) -> Row:
    kept = [origins[one.unit, period] for period in one.periods]
    return Row(
        (
            Cell(names.labels[one.unit]),
            Cell(value_cell(one.value).text or ABSENT),
            Cell(quarters_words(one.periods) or ABSENT),
            Cell(contribution_note(one)),
            _receipts(kept),
        )
    )


def _receipts(kept: Sequence[Origin]) -> Cell:
    """The newest one can be downloaded from here, the others are named."""
    if not kept:
        return Cell(ABSENT)
    *older, newest = kept
    file = Link("tep/bai-nop", (("id", str(newest.submission)),), keeps=False)
    return Cell(newest.receipt, ", ".join(one.receipt for one in older), link=file)

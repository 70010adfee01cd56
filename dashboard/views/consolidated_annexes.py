"""What each unit gave to the added-up figures: the annexes of the workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from dashboard.views.consolidated_sheets import Section, sections, sheet_title, shown_columns
from dashboard.views.consolidated_words import (
    BEHIND,
    ESTIMATE,
    NOT_HANDED_IN,
    Names,
    absent_notes,
    behind_notes,
    figure_cell,
    names_of,
    value_cell,
)
from dashboard.views.paper_sheets import PaperCell, PaperColumn, PaperRow, PaperSheet
from dashboard.wording import day_text, moment_text, period_name
from data_access.queries.consolidation import ConsolidationResult, Origin
from scoring.consolidation import Consolidation, Record, Said
from scoring.contributions import Consolidated
from scoring.facts import NO, YES, Absent
from scoring.forms import Field, Kind, Listing
from scoring.periods import Period
from scoring.returns import Answer

# As many as fit on a turned A4 page in type that is still read without a lens.
_CHARACTERS = 170

_INDICATOR = PaperColumn("Chỉ tiêu", 34)
_NUMBER, _UNIT, _PERIOD = PaperColumn("TT", 6), PaperColumn("Đơn vị", 22), PaperColumn("Kỳ", 14)


def annexes(result: ConsolidationResult) -> tuple[PaperSheet, ...]:
    names = names_of(result)
    listed = (one for one in sections(result) if one.listing and one.listing.records)
    sheets = (
        *_units(result, names),
        *(_records(result, one, names) for one in listed),
        *_said(result, names),
        _origins(result, names),
    )
    return tuple(_numbered(number, sheet) for number, sheet in enumerate(sheets, start=1))


def _numbered(number: int, sheet: PaperSheet) -> PaperSheet:
    name, title = f"PL{number} {sheet.name}", f"Phụ lục {number}. {sheet.title}"
    return replace(sheet, name=name, title=title, annex=True)


def _units(result: ConsolidationResult, names: Names) -> Iterator[PaperSheet]:
    """Indicators by units. More units than a page holds go on, each sheet with the total."""
    codes, width = names.codes, _figure_width(result)
    fewest = max(1, (_CHARACTERS - _INDICATOR.width - _NUMBER.width) // width - 1)
    sheets = ceil(len(codes) / fewest)
    each = ceil(len(codes) / sheets) if sheets else 1
    for number, at in enumerate(range(0, len(codes), each), start=1):
        of = f" ({number})" if sheets > 1 else ""
        yield _units_sheet(result, names, codes[at : at + each], of)


def _figure_width(result: ConsolidationResult) -> int:
    """Of one column: the totals are the longest figures."""
    figures = (figure for section in sections(result) for figure in section.figures)
    return max(9, *(len(figure_cell(figure).text) + 1 for figure in figures))


def _units_sheet(
    result: ConsolidationResult, names: Names, codes: Sequence[str], of: str
) -> PaperSheet:
    width = _figure_width(result)
    columns = (
        _NUMBER,
        _INDICATOR,
        PaperColumn("Tổng cộng", width, number=True),
        *(PaperColumn(_unit_heading(result, names, code), width, number=True) for code in codes),
    )
    found = sections(result)
    rows = tuple(row for section in found for row in _section_rows(section, codes))
    figures = [figure for section in found for figure in section.figures]
    cells = [cell for row in rows for cell in row.cells]
    notes = (*behind_notes(figures, names), *absent_notes(cells))
    title = f"Số liệu của từng đơn vị{of}"
    return PaperSheet(f"Đơn vị{of}", title, columns, rows, notes)


def _unit_heading(result: ConsolidationResult, names: Names, code: str) -> str:
    one = next(one for one in result.consolidation.units if one.unit == code)
    said = [NOT_HANDED_IN] if not one.reported else [ESTIMATE] if one.estimates else []
    return "\n".join((names.labels[code], *(f"({words})" for words in said)))


def _section_rows(section: Section, codes: Sequence[str]) -> Iterator[PaperRow]:
    blank = tuple(PaperCell() for _ in range(len(codes) + 1))
    heading = PaperCell(sheet_title(section.sheet))
    yield PaperRow((PaperCell(), heading, *blank), level=0)
    for number, one in enumerate(section.indicators, start=1):
        head = (PaperCell(str(number)), PaperCell(one.label), figure_cell(one.figure))
        yield PaperRow((*head, *_contributions(one.figure, codes)))


def _contributions(figure: Consolidated, codes: Sequence[str]) -> Iterator[PaperCell]:
    by_unit = {one.unit: one for one in figure.contributions}
    for code in codes:
        one = by_unit[code]
        yield value_cell(one.value, BEHIND if one.behind else "")


def _records(result: ConsolidationResult, section: Section, names: Names) -> PaperSheet:
    """Every record in the form's own columns, with the unit that wrote it."""
    several, listing = _several(result), section.sheet.listing
    period = (_PERIOD,) if several else ()
    asked = shown_columns(section.sheet)[1:]
    own = (PaperColumn(one.heading, one.width, one.number) for one in asked)
    order = {code: place for place, code in enumerate(names.codes)}
    records = sorted(
        section.listing.records, key=lambda one: (order[one.unit], one.period.last_day, one.number)
    )
    keys = [column.key for column in asked]
    rows = tuple(
        _record_row(place, one, names, several, [_field(listing, key) for key in keys])
        for place, one in enumerate(records, start=1)
    )
    return PaperSheet(
        section.sheet.name,
        f"Danh mục: {sheet_title(section.sheet)}",
        (_NUMBER, _UNIT, *period, *own),
        rows,
        absent_notes([cell for row in rows for cell in row.cells]),
    )


def _several(result: ConsolidationResult) -> bool:
    return len(result.consolidation.span) > 1


def _field(listing: Listing, column: str) -> Field | None:
    return next((field for field in listing.fields if field.column == column), None)


def _record_row(
    place: int, one: Record, names: Names, several: bool, fields: Sequence[Field | None]
) -> PaperRow:
    estimate = f" ({ESTIMATE})" if one.estimate else ""
    period = (PaperCell(_quarter(one.period)),) if several else ()
    own = (_answer(field, one) for field in fields)
    unit = PaperCell(names.labels[one.unit] + estimate)
    return PaperRow((PaperCell(str(place)), unit, *period, *own))


def _quarter(period: Period) -> str:
    return period_name(period)


def _answer(field: Field | None, one: Record) -> PaperCell:
    answer: Answer = one.answers.get(field.key, Absent.NOT_REPORTED) if field else ""
    if field is not None and field.kind is Kind.YES_NO and answer in (YES, NO):
        return PaperCell("x" if answer == YES else "")
    if isinstance(answer, str):
        labels = {choice.code: choice.label for choice in field.choices} if field else {}
        return PaperCell(labels.get(answer, answer))
    if hasattr(answer, "isoformat"):
        return PaperCell(day_text(answer))
    return value_cell(answer)


def _said(result: ConsolidationResult, names: Names) -> Iterator[PaperSheet]:
    found = result.consolidation
    if not found.said:
        return
    places = _places(found)
    period = (_PERIOD,) if _several(result) else ()
    columns = (_NUMBER, _UNIT, *period, PaperColumn("Biểu, chỉ tiêu", 44))
    order = {code: place for place, code in enumerate(names.codes)}
    said = sorted(found.said, key=lambda one: order[one.unit])
    rows = tuple(
        _said_row(number, one, names, places, several=bool(period))
        for number, one in enumerate(said, start=1)
    )
    title = "Ghi chú, ý kiến của các đơn vị"
    yield PaperSheet("Ghi chú", title, (*columns, PaperColumn("Nội dung", 60)), rows)


def _said_row(
    number: int, one: Said, names: Names, places: dict[str, str], *, several: bool
) -> PaperRow:
    period = (PaperCell(_quarter(one.period)),) if several else ()
    words = (names.labels[one.unit], places[one.key], one.text)
    unit, place, text = map(PaperCell, words)
    return PaperRow((PaperCell(str(number)), unit, *period, place, text))


def _places(found: Consolidation) -> dict[str, str]:
    return {
        field.key: f"{sheet.name} – {row.text(sheet.columns[1].key) or row.code}"
        for sheet in found.form.sheets
        for row in sheet.rows
        for field in row.fields
    }


def _origins(result: ConsolidationResult, names: Names) -> PaperSheet:
    """By which receipt every figure came in, and who has sent nothing."""
    columns = (
        _NUMBER,
        _UNIT,
        PaperColumn("Kỳ", 20),
        PaperColumn("Phiếu tiếp nhận", 18),
        PaperColumn("Nhận lúc", 24),
        PaperColumn("Ghi chú", 24),
    )
    kept = {(one.unit, one.period): one for one in result.origins}
    duties = [
        (one.unit, period)
        for one in names.ordered(result.consolidation.units)
        for period in sorted((*one.reported, *one.missing))
    ]
    rows = tuple(
        PaperRow(_origin(number, names.labels[unit], period, kept.get((unit, period))))
        for number, (unit, period) in enumerate(duties, start=1)
    )
    return PaperSheet("Nguồn số liệu", "Nguồn số liệu", columns, rows)


def _origin(number: int, label: str, period: Period, one: Origin | None) -> tuple[PaperCell, ...]:
    if one is None:
        words = (label, period_name(period), "", "", NOT_HANDED_IN)
    else:
        estimate = ESTIMATE if one.estimate else ""
        words = (label, period_name(period), one.receipt, moment_text(one.received), estimate)
    return (PaperCell(str(number)), *map(PaperCell, words))

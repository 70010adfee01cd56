"""Added-up figures in the layout of the form that the units filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.views.consolidated_words import (
    Names,
    absent_notes,
    behind_notes,
    figure_cell,
    names_of,
    value_cell,
)
from dashboard.views.paper_sheets import PaperCell, PaperColumn, PaperRow, PaperSheet
from data_access.queries.consolidation import ConsolidationResult
from scoring.consolidation import ConsolidatedListing, Tally
from scoring.contributions import Consolidated
from scoring.forms import Column, FormSheet, Kind, Row

_SUMMARY = (
    PaperColumn("TT", 6),
    PaperColumn("Chỉ tiêu", 52),
    PaperColumn("Tổng cộng", 26, number=True),
    PaperColumn("Số đơn vị có số liệu", 32, number=True),
)


@dataclass(frozen=True)
class Indicator:
    """One added-up figure with the words it is known by outside its table."""

    label: str
    figure: Consolidated


@dataclass(frozen=True)
class Section:
    """The indicators of one sheet of the form."""

    sheet: FormSheet
    indicators: tuple[Indicator, ...]
    listing: ConsolidatedListing | None = None

    @property
    def figures(self) -> tuple[Consolidated, ...]:
        return tuple(one.figure for one in self.indicators)


def sections(result: ConsolidationResult) -> tuple[Section, ...]:
    return tuple(_section(result, sheet) for sheet in result.form.sheets)


def main_sheets(result: ConsolidationResult) -> tuple[PaperSheet, ...]:
    names = names_of(result)
    return tuple(_main_sheet(section, names) for section in sections(result))


def shown_columns(sheet: FormSheet) -> tuple[Column, ...]:
    """Without the unit's own figures of the last period: they helped it alone."""
    return tuple(column for column in sheet.columns if not column.muted)


def sheet_title(sheet: FormSheet) -> str:
    return sheet.title or sheet.name


def _section(result: ConsolidationResult, sheet: FormSheet) -> Section:
    found = result.consolidation
    if sheet.listing is not None:
        key = sheet.listing.key
        listing = next(one for one in found.listings if one.key == key)
        return Section(sheet, tuple(_of_listing(sheet, listing)), listing)
    by_key = {one.key: one for one in found.figures}
    return Section(
        sheet,
        tuple(
            Indicator(_label(row, sheet, field.column), by_key[field.key])
            for row in sheet.rows
            for field in row.fields
            if field.key in by_key
        ),
    )


def _label(row: Row, sheet: FormSheet, column: str) -> str:
    """The row's words, and the column's where the row asks several figures."""
    words = next((row.text(one.key) for one in sheet.columns[1:] if row.text(one.key)), row.code)
    asked = [field for field in row.fields if field.measure is not None]
    return words if len(asked) == 1 else f"{words} – {_heading(sheet, column)}"


def _heading(sheet: FormSheet, column: str) -> str:
    found = (one.heading for one in sheet.columns if one.key == column)
    return " ".join(next(found, column).split())


def _of_listing(sheet: FormSheet, listing: ConsolidatedListing) -> Iterator[Indicator]:
    yield Indicator("Số mục đã báo cáo", listing.count)
    columns = {f"{listing.key}.{field.key}": field.column for field in sheet.listing.fields}
    for figure in listing.sums:
        yield Indicator(f"Cộng: {_heading(sheet, columns[figure.key])}", figure)
    for tally in listing.tallies:
        yield Indicator(_counted(sheet, tally), tally.figure)


def _counted(sheet: FormSheet, tally: Tally) -> str:
    heading = _heading(sheet, tally.field.column)
    ticked = tally.field.kind is Kind.YES_NO
    return f"Trong đó: {heading}" if ticked else f"Trong đó, {heading}: {tally.choice.label}"


def _main_sheet(section: Section, names: Names) -> PaperSheet:
    summary = section.listing is not None
    columns = _SUMMARY if summary else tuple(map(_column, shown_columns(section.sheet)))
    rows = _summary_rows(section) if summary else _form_rows(section)
    cells = [cell for row in rows for cell in row.cells]
    notes = (*behind_notes(section.figures, names), *absent_notes(cells))
    return PaperSheet(section.sheet.name, sheet_title(section.sheet), columns, rows, notes)


def _column(column: Column) -> PaperColumn:
    return PaperColumn(column.heading, column.width, column.number)


def _summary_rows(section: Section) -> tuple[PaperRow, ...]:
    return tuple(
        PaperRow(
            (PaperCell(str(number)), PaperCell(one.label), figure_cell(one.figure), _givers(one))
        )
        for number, one in enumerate(section.indicators, start=1)
    )


def _givers(one: Indicator) -> PaperCell:
    given = [part for part in one.figure.contributions if isinstance(part.value, Decimal)]
    return value_cell(Decimal(len(given)))


def _form_rows(section: Section) -> tuple[PaperRow, ...]:
    by_key = {one.key: one for one in section.figures}
    columns = shown_columns(section.sheet)
    return tuple(_form_row(row, columns, by_key) for row in section.sheet.rows)


def _form_row(row: Row, columns: Sequence[Column], by_key: dict[str, Consolidated]) -> PaperRow:
    keys = {field.column: field.key for field in row.fields}

    def cell(column: Column) -> PaperCell:
        figure = by_key.get(keys.get(column.key, ""))
        return figure_cell(figure) if figure else PaperCell(row.text(column.key))

    first = PaperCell(row.code)
    return PaperRow((first, *(cell(column) for column in columns[1:])), row.level)

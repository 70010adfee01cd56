"""Reads the rows of a criteria table's workbook. Knows cells, opens no files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data_access.criteria_workbook.cells import value_of
from data_access.criteria_workbook.shape import (
    CLASSES_COLUMNS,
    CLASSES_SHEET,
    FIGURES_COLUMNS,
    FIGURES_SHEET,
    GENERAL_COLUMNS,
    GENERAL_SHEET,
    GENERAL_TEXTS,
    TABLE_COLUMNS,
    TABLE_SHEET,
    Holds,
    SheetColumn,
)
from data_access.workbook.book import Book, Sheet, address
from data_access.workbook.near import only_near
from data_access.workbook.text import clean, clean_heading
from data_access.yaml_files import Plain
from scoring.issues import Code, Issue, Where, issue

SHEETS = {
    GENERAL_SHEET: GENERAL_COLUMNS,
    TABLE_SHEET: TABLE_COLUMNS,
    FIGURES_SHEET: FIGURES_COLUMNS,
    CLASSES_SHEET: CLASSES_COLUMNS,
}


@dataclass(frozen=True)
class TypedRow:
    """One row that holds something: values by the column's key, what has no column of its own
    among them, and the cell each was typed in."""

    sheet: str
    first_cell: str
    values: Mapping[str, Plain]
    cells: Mapping[str, str]
    # Cells that could not be read.
    issues: tuple[Issue, ...] = ()

    def cell(self, key: str) -> str:
        return self.cells.get(key, self.first_cell)

    def where(self, key: str) -> Where:
        return Where(self.sheet, self.cell(key))


def typed_rows(book: Book) -> tuple[Mapping[str, tuple[TypedRow, ...]], tuple[Issue, ...]]:
    """The rows of each of the four sheets, and the sheets and columns that are missing: they may
    be moved, not renamed."""
    issues: list[Issue] = []
    by_name = {clean(sheet.name): sheet for sheet in book.sheets}
    found: dict[str, tuple[TypedRow, ...]] = {}
    for name, columns in SHEETS.items():
        sheet = by_name.get(clean(name))
        if sheet is None:
            near = only_near(name, [one.name for one in book.sheets])
            issues.append(issue(Where(), Code.SHEET_MISSING, value=name, near=near))
            found[name] = ()
        else:
            found[name] = tuple(_rows(name, sheet, columns, issues))
    return found, tuple(issues)


def _rows(
    name: str, sheet: Sheet, columns: Sequence[SheetColumn], issues: list[Issue]
) -> Iterator[TypedRow]:
    placed = _placed(name, sheet, columns, issues)
    read = [number for number, column in placed.items() if column.holds is not Holds.SAID]
    last = max((row for row, _ in sheet.cells), default=0)
    for row in range(2, last + 1):
        typed = [number for number in read if _is_typed(sheet, row, number)]
        if typed:
            yield _row(name, sheet, row, {number: placed[number] for number in typed})


def _placed(
    name: str, sheet: Sheet, columns: Sequence[SheetColumn], issues: list[Issue]
) -> dict[int, SheetColumn]:
    """The column of each number, by the headings of the first row."""
    headings = {
        clean_heading(cell.text): number
        for (row, number), cell in sorted(sheet.cells.items(), reverse=True)
        if row == 1
    }
    found: dict[int, SheetColumn] = {}
    for column in columns:
        number = headings.get(clean_heading(column.heading))
        if number is not None:
            found[number] = column
        elif column.holds is not Holds.SAID:
            near = only_near(column.heading, headings)
            wrong = issue(Where(name), Code.HEADING_MISSING, value=column.heading, near=near)
            issues.append(wrong)
    return found


def _is_typed(sheet: Sheet, row: int, number: int) -> bool:
    cell = sheet.cells.get((row, number))
    return cell is not None and not cell.is_blank


def _row(name: str, sheet: Sheet, row: int, columns: Mapping[int, SheetColumn]) -> TypedRow:
    issues: list[Issue] = []
    values: dict[str, Plain] = {}
    cells: dict[str, str] = {}
    is_text = name == GENERAL_SHEET and _key(sheet, row, columns) in GENERAL_TEXTS
    for number, column in columns.items():
        at = address(row, number)
        held = replace(column, holds=Holds.TEXT) if is_text and column.key == "value" else column
        value, wrong = value_of(held, sheet.cells[row, number])
        issues.extend(replace(one, where=Where(name, at)) for one in wrong)
        inner = value if column.key == "" and isinstance(value, dict) else {column.key: value}
        for key, one in inner.items():
            values.setdefault(key, one)
            cells.setdefault(key, at)
    return TypedRow(name, address(row, min(columns)), values, cells, tuple(issues))


def _key(sheet: Sheet, row: int, columns: Mapping[int, SheetColumn]) -> str:
    number = next((number for number, column in columns.items() if column.key == "key"), 0)
    return sheet.cells[row, number].text.strip() if number else ""

"""Finds a form's tables on the sheets, wherever they stand: headings and coded rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from data_access.workbook.arrangement import sheet_names
from data_access.workbook.book import Book, Cell, Sheet
from data_access.workbook.column_numbers import without_column_numbers
from data_access.workbook.text import clean, clean_heading
from scoring.forms import Form, FormSheet

_TALLEST_HEADING = 5


@dataclass(frozen=True)
class Headings:
    """The heading row and, for each of the form's columns, where its heading stands."""

    sheet: Sheet
    row: int
    columns: Mapping[str, tuple[int, ...]]

    def column(self, key: str) -> int | None:
        """The one column of this heading; None when it is missing or stands there twice."""
        found = self.columns.get(key, ())
        return found[0] if len(found) == 1 else None


def find_tables(book: Book, form: Form) -> tuple[Headings | None, ...]:
    """For each sheet of the form: its own by name or, if that was renamed, the one among those
    nobody claims whose headings and printed words fit best."""
    names = [clean(name) for name in sheet_names(form)]
    own = [_by_name(book, name, page) for name, page in zip(names, form.sheets, strict=True)]
    lost = [number for number, found in enumerate(own) if found is None or not found.columns]
    if lost:
        for number, found in _by_headings(book, form, lost, _claimed(own)):
            own[number] = found
    return tuple(own)


def _by_name(book: Book, name: str, page: FormSheet) -> Headings | None:
    sheet = next((found for found in book.sheets if clean(found.name) == name), None)
    return on_sheet(sheet, page) if sheet else None


def _claimed(own: Sequence[Headings | None]) -> set[str]:
    return {found.sheet.name for found in own if found is not None and found.columns}


def _by_headings(
    book: Book, form: Form, lost: Sequence[int], claimed: set[str]
) -> list[tuple[int, Headings]]:
    """The best pairs first; sorted() keeps the order of form and book among equals."""
    free = [sheet for sheet in book.sheets if sheet.name not in claimed]
    pairs = []
    for number in lost:
        for sheet in free:
            found = on_sheet(sheet, form.sheets[number])
            if _has_half(found, form.sheets[number]):
                pairs.append((*_likeness(found, form.sheets[number]), number, found))
    taken: dict[int, Headings] = {}
    for *_, number, found in sorted(pairs, key=lambda pair: pair[:3], reverse=True):
        if number not in taken and found.sheet.name not in claimed:
            taken[number] = found
            claimed.add(found.sheet.name)
    return list(taken.items())


def _has_half(found: Headings, page: FormSheet) -> bool:
    needed = needed_columns(page)
    return 2 * sum(key in found.columns for key in needed) >= len(needed)


def _likeness(found: Headings, page: FormSheet) -> tuple[bool, int, int]:
    """Sheets of one form may have the same headings: title and printed words tell them apart."""
    texts = {
        clean(cell.value) for cell in found.sheet.cells.values() if isinstance(cell.value, str)
    }
    printed = {clean(text) for row in page.rows for _, text in row.printed}
    same = len(printed & texts) + (1 + len(printed)) * (clean(page.title) in texts)
    return not found.sheet.hidden, len(found.columns), same


def on_sheet(sheet: Sheet, page: FormSheet) -> Headings:
    keys = {clean_heading(column.heading): column.key for column in page.columns}
    rows: dict[int, dict[str, tuple[int, ...]]] = defaultdict(dict)
    lowest = {(area.first_row, area.first_column): area.last_row for area in sheet.merged}
    for row, column in sorted(sheet.cells):
        value = sheet.cells[row, column].value
        key = keys.get(clean_heading(value)) if isinstance(value, str) else None
        # A heading merged downwards stands in every row of a heading of two or three.
        last = min(lowest.get((row, column), row), row + _TALLEST_HEADING)
        for covered in range(row, last + 1) if key is not None else ():
            rows[covered][key] = (*rows[covered].get(key, ()), column)
    row = max(sorted(rows), key=lambda number: len(rows[number]), default=0)
    return Headings(without_column_numbers(sheet, row), row, rows[row])


def repeated_headings(headings: Headings) -> frozenset[int]:
    """The rows below that print the headings again, as at the top of a page."""
    cells = headings.sheet.cells
    titles = {column: cell.value for (row, column), cell in cells.items() if row == headings.row}
    again: set[int] = set()
    others: set[int] = set()
    for (row, column), cell in cells.items():
        if row > headings.row and not cell.is_blank:
            (again if cell.value == titles.get(column) else others).add(row)
    return frozenset(again - others)


def needed_columns(page: FormSheet) -> tuple[str, ...]:
    """The column of the codes and those that are answered; a merely printed one may be gone."""
    answered = {field.column for row in page.rows for field in row.fields}
    if page.listing is not None:
        answered |= {field.column for field in page.listing.fields}
    # The numbers of a listing only count its rows.
    first = page.columns[0].key if page.rows else None
    return tuple(item.key for item in page.columns if item.key == first or item.key in answered)


def rows_by_code(headings: Headings, column: int) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    cells = headings.sheet.cells
    for row in sorted(row for row, at in cells if at == column and row > headings.row):
        code = plain_code(_as_code(cells[row, column]))
        found[code] = (*found.get(code, ()), row)
    return found


def _as_code(cell: Cell) -> str:
    # Excel likes to turn the code 1.1 into a number; it still means 1.1.
    return format(cell.value, "f") if isinstance(cell.value, Decimal) else cell.text


def plain_code(code: str) -> str:
    return clean(code).rstrip(". ")

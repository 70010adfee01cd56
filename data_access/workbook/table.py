"""Finds a form's table on a sheet, wherever it stands: its headings and its coded rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from data_access.workbook.book import Book, Cell, Position, Sheet
from data_access.workbook.text import clean
from scoring.forms import Form


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


def find_headings(book: Book, form: Form) -> Headings | None:
    """The best row of the form's own sheet or, if that was renamed, of any other."""
    candidates = [_on_sheet(sheet, form) for sheet in _by_likelihood(book, form)]
    best = max(candidates, key=lambda found: len(found.columns), default=None)
    own_sheet = bool(candidates) and clean(candidates[0].sheet.name) == clean(form.sheet)
    return best if best is not None and (best.columns or own_sheet) else None


def _by_likelihood(book: Book, form: Form) -> list[Sheet]:
    # sorted() keeps the book's order among equals, max() takes the first of the best.
    wanted = clean(form.sheet)
    return sorted(book.sheets, key=lambda sheet: (clean(sheet.name) != wanted, sheet.hidden))


def _on_sheet(sheet: Sheet, form: Form) -> Headings:
    keys = {clean(column.heading): column.key for column in form.columns}
    rows: dict[int, dict[str, tuple[int, ...]]] = defaultdict(dict)
    for (row, column), cell in sorted(sheet.cells.items(), key=lambda item: item[0]):
        key = keys.get(clean(cell.text)) if isinstance(cell.value, str) else None
        if key is not None:
            rows[row][key] = (*rows[row].get(key, ()), column)
    row = max(sorted(rows), key=lambda number: len(rows[number]), default=0)
    return Headings(sheet, row, rows[row])


def needed_columns(form: Form) -> tuple[str, ...]:
    """The column of the codes and those that are answered; a merely printed one may be gone."""
    answered = {field.column for field in form.fields()}
    first = form.columns[0].key
    return tuple(item.key for item in form.columns if item.key == first or item.key in answered)


def rows_by_code(headings: Headings, column: int) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    places = sorted(row for row, at in headings.sheet.cells if at == column and row > headings.row)
    for row in places:
        code = plain_code(_as_code(headings.sheet.cells[row, column]))
        found[code] = (*found.get(code, ()), row)
    return found


def _as_code(cell: Cell) -> str:
    # Excel likes to turn the code 1.1 into a number; it still means 1.1.
    return format(cell.value, "f") if isinstance(cell.value, Decimal) else cell.text


def plain_code(code: str) -> str:
    return clean(code).rstrip(". ")


def typed_below(headings: Headings, columns: Iterable[int]) -> list[Position]:
    """Everything typed in these columns under the headings, in reading order."""
    wanted = set(columns)
    return sorted(
        (row, column)
        for (row, column), cell in headings.sheet.cells.items()
        if row > headings.row and column in wanted and not cell.is_blank
    )

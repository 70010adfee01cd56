"""Finds the rows of a programme's workbook. Knows cells and headings, no programme."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data_access.programme_workbook.shape import GENERAL, SheetColumn
from data_access.workbook.book import Book, Cell, Sheet, address
from data_access.workbook.near import only_near
from data_access.workbook.text import clean, clean_heading
from scoring.issues import Code, Issue, Where, issue

# A title and a note may stand above the headings.
_HEADING_WITHIN = 20


@dataclass(frozen=True)
class TypedRow:
    """One row in which something was typed: the cells by the column's key, and where they are.
    `first` is where the row begins."""

    sheet: str
    number: int
    first: str
    cells: Mapping[str, Cell]
    places: Mapping[str, str]

    def where(self, key: str) -> Where:
        return Where(self.sheet, self.places.get(key, self.first))


def sheet_called(book: Book, name: str) -> Sheet | None:
    return next((one for one in book.sheets if clean(one.name) == clean(name)), None)


def missing_sheet(book: Book, name: str) -> Issue:
    near = only_near(name, [one.name for one in book.sheets])
    return issue(Where(), Code.SHEET_MISSING, value=name, near=near)


def rows_of(
    sheet: Sheet, columns: Sequence[SheetColumn]
) -> tuple[tuple[TypedRow, ...], tuple[Issue, ...]]:
    """The rows beneath the headings; columns may stand in any order."""
    heading, placed = _placed(sheet, columns)
    issues = tuple(_missing(sheet, columns, placed))
    last = max((row for row, _ in sheet.cells), default=0)
    rows = (_row(sheet, number, placed) for number in range(heading + 1, last + 1))
    return tuple(row for row in rows if row is not None), issues


def _placed(sheet: Sheet, columns: Sequence[SheetColumn]) -> tuple[int, Mapping[int, SheetColumn]]:
    """The row of the headings, which names most of the columns, and the column at each number."""
    known = {clean_heading(column.heading): column for column in columns}
    found: dict[int, dict[int, SheetColumn]] = {}
    for (row, number), cell in sheet.cells.items():
        column = known.get(clean_heading(cell.text)) if row <= _HEADING_WITHIN else None
        if column is not None:
            found.setdefault(row, {})[number] = column
    if not found:
        return 1, {}
    heading = max(sorted(found), key=lambda row: len(found[row]))
    return heading, found[heading]


def _missing(
    sheet: Sheet, columns: Sequence[SheetColumn], placed: Mapping[int, SheetColumn]
) -> Iterator[Issue]:
    """Only a column that every row needs: the others may be thrown away."""
    typed = [cell.text for (row, _), cell in sheet.cells.items() if row <= _HEADING_WITHIN]
    present = {column.key for column in placed.values()}
    for column in columns:
        if column.required and column.key not in present:
            near = only_near(column.heading, typed)
            where = Where(sheet.name)
            yield issue(where, Code.HEADING_MISSING, value=column.heading, near=near)


def _row(sheet: Sheet, number: int, placed: Mapping[int, SheetColumn]) -> TypedRow | None:
    """None where nothing was typed in the row itself: what only hangs down from merged cells above
    is no row of its own."""
    own = [column for column in placed if _is_typed(sheet.cells.get((number, column)))]
    if not own:
        return None
    cells: dict[str, Cell] = {}
    places: dict[str, str] = {}
    for at, column in placed.items():
        # The number and the title are of one row; merged cells hand down everything else.
        cell = sheet.cells.get((number, at)) if column.required else sheet.at(number, at)
        places[column.key] = address(number, at)
        if _is_typed(cell):
            cells[column.key] = cell
    return TypedRow(sheet.name, number, address(number, min(placed)), cells, places)


def _is_typed(cell: Cell | None) -> bool:
    return cell is not None and not cell.is_blank


def general_row(sheet: Sheet) -> tuple[TypedRow, tuple[Issue, ...]]:
    """The first sheet turned on its side: what a label in some column says stands right of it."""
    known = {clean_heading(row.heading): row for row in GENERAL}
    cells: dict[str, Cell] = {}
    places: dict[str, str] = {}
    unknown: list[Issue] = []
    labels = sorted(place for place, cell in sheet.cells.items() if _is_typed(cell))
    for row, column in _leftmost(labels):
        label = sheet.cells[row, column]
        said = known.get(clean_heading(label.text))
        value = sheet.cells.get((row, column + 1))
        if said is None:
            unknown.extend(_unknown(sheet, row, column, label, value))
            continue
        places[said.key] = address(row, column + 1)
        if _is_typed(value):
            cells[said.key] = value
    return TypedRow(sheet.name, 1, "B1", cells, places), tuple(unknown)


def _leftmost(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    seen: set[int] = set()
    for row, column in places:
        if row not in seen:
            seen.add(row)
            yield row, column


def _unknown(
    sheet: Sheet, row: int, column: int, label: Cell, value: Cell | None
) -> Iterator[Issue]:
    """A line without a value beside it is a title or a note."""
    if _is_typed(value) and row > 1:
        where = Where(sheet.name, address(row, column))
        yield issue(where, Code.ROW_UNKNOWN, value=f"“{label.text}”")

"""Cells into a return, collecting every issue in reading order. Knows forms, knows no Excel."""

from collections.abc import Iterable, Mapping
from operator import itemgetter

from data_access.workbook.arrangement import sheet_names
from data_access.workbook.asked import Given, shown
from data_access.workbook.beside import NOTHING_BESIDE, Beside
from data_access.workbook.book import Book, Cell, CellKind, Sheet
from data_access.workbook.checks import doubts
from data_access.workbook.jumps import jumps
from data_access.workbook.page import PageReading, missing_page, read_page
from data_access.workbook.table import find_tables
from data_access.workbook.text import clean
from scoring.forms import Form, Mark
from scoring.issues import WHOLE_FILE, Code, Issue, has_errors, issue
from scoring.periods import parse_period
from scoring.returns import Return

MARK_SHEET = "_qcdc"
MARK_KEYS = ("form", "version", "unit", "period")

# So many empty cells can still be named one by one in a form that is otherwise empty.
_FEW = 3
_EMPTY = (Code.MISSING_VALUE, Code.LISTING_EMPTY)


def read_mark(book: Book) -> tuple[Mark | None, tuple[Issue, ...]]:
    """What the workbook says of itself on its hidden sheet."""
    sheet = next((found for found in book.sheets if clean(found.name) == MARK_SHEET), None)
    words = _words(sheet) if sheet else {}
    if not all(words.get(key) for key in MARK_KEYS):
        return None, (issue(WHOLE_FILE, Code.NO_MARK),)
    try:
        period = parse_period(words["period"])
    except ValueError:
        return None, (issue(WHOLE_FILE, Code.UNKNOWN_PERIOD, value=shown(words["period"])),)
    return Mark(words["form"], words["version"], words["unit"], period), ()


def _words(sheet: Sheet) -> Mapping[str, str]:
    return {
        clean(cell.text): _word(sheet.cells[row, 2])
        for (row, column), cell in sheet.cells.items()
        if column == 1 and (row, 2) in sheet.cells
    }


def _word(cell: Cell) -> str:
    # A spreadsheet program may have turned the period 2022 or the version 1 into a number.
    return format(cell.value, "f") if cell.kind is CellKind.NUMBER else cell.text.strip()


def parse_return(
    book: Book, form: Form, beside: Beside = NOTHING_BESIDE
) -> tuple[Return | None, tuple[Issue, ...]]:
    """The return, unless there is an error; and everything there is to say about it."""
    pages = _read_pages(book, form)
    given = _given(pages)
    empty = _empty_cells(pages)
    blank = len(empty) > _FEW and not any(page.is_answered for page in pages)
    sheets = {page.name: number for number, page in enumerate(pages)}
    placed = [
        (sheets[at.where.sheet], at.place, found)
        for at, found in (*doubts(form, given, beside), *jumps(form, given, beside))
    ]
    for number, page in enumerate(pages):
        placed += (
            (number, *found) for found in page.placed if not (blank and found[1].code in _EMPTY)
        )
    in_order = tuple(found for *_, found in sorted(placed, key=itemgetter(0, 1)))
    issues = (
        (issue(WHOLE_FILE, Code.FORM_BLANK, count=len(empty)), *in_order) if blank else in_order
    )
    if has_errors(issues):
        return None, issues
    return Return(form.mark, tuple(entry for page in pages for entry in page.entries)), issues


def _read_pages(book: Book, form: Form) -> list[PageReading]:
    tables = find_tables(book, form)
    used = {found.sheet.name for found in tables if found is not None}
    others = [sheet.name for sheet in book.sheets if not sheet.hidden and sheet.name not in used]
    names = sheet_names(form)
    return [
        read_page(headings, page) if headings is not None else missing_page(name, others)
        for name, page, headings in zip(names, form.sheets, tables, strict=True)
    ]


def _given(pages: Iterable[PageReading]) -> Given:
    asked = {found.field.key: found for page in pages for found in page.asked}
    return Given(asked, frozenset(page.nothing.key for page in pages if page.nothing is not None))


def _empty_cells(pages: Iterable[PageReading]) -> list[Issue]:
    said = (found for page in pages for _, found in page.placed)
    return [found for found in said if found.code in _EMPTY]

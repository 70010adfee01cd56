"""Printed words that somebody typed over: the answer still counts for the row's code, so ask."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from data_access.workbook.asked import Placed, row_label, shown
from data_access.workbook.book import Cell, CellKind, address
from data_access.workbook.table import Headings, plain_code
from data_access.workbook.text import clean
from scoring.forms import FormSheet
from scoring.issues import Code, Where, issue

# A sheet sorted by its words differs in every row: some are enough to see it.
_MOST = 10


def overwritten(
    headings: Headings, page: FormSheet, rows: Mapping[str, Sequence[int]]
) -> Iterator[Placed]:
    """The first cells of them, row by row."""
    return islice(_all(headings, page, rows), _MOST)


def _all(
    headings: Headings, page: FormSheet, rows: Mapping[str, Sequence[int]]
) -> Iterator[Placed]:
    """An emptied cell misleads nobody, and what is printed in grey only helps."""
    columns = [
        (column.key, at)
        for column in page.columns[1:]
        if not column.muted and (at := headings.column(column.key)) is not None
    ]
    for row in page.rows:
        places = rows.get(plain_code(row.code), ()) if row.fields else ()
        printed = dict(row.printed)
        for key, column in columns if places else ():
            cell = headings.sheet.cells.get((places[0], column))
            expected = printed.get(key)
            if cell is not None and expected and _differs(cell, expected):
                place = (places[0], column)
                label = row_label(page.columns, row)
                where = Where(headings.sheet.name, address(*place), label)
                typed, printed_here = shown(cell.text), shown(expected)
                yield place, issue(where, Code.PRINTED_CHANGED, value=typed, printed=printed_here)


def _differs(cell: Cell, printed: str) -> bool:
    if cell.value == printed or cell.is_blank or cell.kind is CellKind.UNCLEAR_TEXT:
        return False
    return _letters(cell.text) != _letters(printed)


def _letters(text: str) -> str:
    """Commas, quotes and full stops come and go between programs."""
    return "".join(letter for letter in clean(text) if letter.isalnum())

"""The printed rows of a sheet: their answers, and what people did to the rows themselves."""

from collections.abc import Iterator, Mapping, Sequence

from data_access.workbook.asked import Asked, Placed, ask, row_label, row_words, shown
from data_access.workbook.book import address
from data_access.workbook.covered import Covered
from data_access.workbook.signature import begins_signature
from data_access.workbook.table import Headings, plain_code, repeated_headings
from scoring.forms import FormSheet
from scoring.issues import Code, Where, issue

# After every cell of its row: a missing row is reported where it should have stood.
_END_OF_ROW = 1 << 20
_NO_ROW = 1 << 30

RowsByCode = Mapping[str, Sequence[int]]


def read_rows(
    headings: Headings, page: FormSheet, rows: RowsByCode, seen: Covered
) -> Iterator[Asked]:
    for row in page.rows:
        places = rows.get(plain_code(row.code), ()) if row.fields else ()
        if not places:
            continue
        words = row_words(page.columns, row)
        for field in row.fields:
            column = headings.column(field.column)
            if column is not None:
                yield ask(headings, seen.at(places[0], column), (places[0], column), field, words)


def row_issues(
    headings: Headings, page: FormSheet, rows: RowsByCode, codes: int
) -> Iterator[Placed]:
    """Rows that are missing or stand there twice."""
    sheet, last = headings.sheet.name, headings.row
    for row in page.rows:
        places = rows.get(plain_code(row.code), ())
        last = places[0] if places else last
        if not row.fields or len(places) == 1:
            continue
        label = row_label(page.columns, row)
        if not places:
            missing = issue(Where(sheet, label=label), Code.ROW_MISSING, value=row.code, row=label)
            yield (last, _END_OF_ROW), missing
        for place in places[1:]:
            where = Where(sheet, address(place, codes), label)
            yield (place, codes), issue(where, Code.ROW_TWICE, value=row.code, row=label)


def unknown_rows(headings: Headings, page: FormSheet, rows: RowsByCode) -> Iterator[Placed]:
    """Warn of answers in rows the form does not have, down to the signature lines."""
    known = known_rows(page, rows)
    columns = {headings.column(field.column) for row in page.rows for field in row.fields}
    end = _signature_row(headings, last=max(known, default=headings.row))
    cells, met = headings.sheet.cells, set(known | repeated_headings(headings))
    for row, column in sorted(place for place in cells if place[1] in columns):
        if headings.row < row < end and row not in met and not cells[row, column].is_blank:
            met.add(row)
            where = Where(headings.sheet.name, address(row, column))
            typed = shown(cells[row, column].text)
            yield (row, column), issue(where, Code.ROW_UNKNOWN, value=row, typed=typed)


def known_rows(page: FormSheet, rows: RowsByCode) -> frozenset[int]:
    found = (rows.get(plain_code(row.code), ()) for row in page.rows)
    return frozenset(place for places in found for place in places)


def _signature_row(headings: Headings, *, last: int) -> int:
    below = (
        row
        for (row, _), cell in headings.sheet.cells.items()
        if row > last and begins_signature(cell.text)
    )
    return min(below, default=_NO_ROW)

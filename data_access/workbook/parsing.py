"""Cells into a return, collecting every issue in reading order. Knows forms, knows no Excel."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data_access.workbook.answers import Reading, read_answer
from data_access.workbook.book import Book, Cell, CellKind, Position, Sheet, address
from data_access.workbook.checks import doubts
from data_access.workbook.signature import begins_signature
from data_access.workbook.table import (
    Headings,
    find_headings,
    needed_columns,
    plain_code,
    rows_by_code,
    typed_below,
)
from data_access.workbook.text import clean
from scoring.forms import Field, Form, Mark, Row
from scoring.issues import WHOLE_FILE, Code, Issue, Where, has_errors, issue
from scoring.periods import parse_period
from scoring.returns import Entry, Return

MARK_SHEET = "_qcdc"
MARK_KEYS = ("form", "version", "unit", "period")

_LONGEST_SHOWN = 80
_LONGEST_LABEL = 60
# After every cell of its row: a missing row is reported where it should have stood.
_END_OF_ROW = 1 << 20
_NO_ROW = 1 << 30

Placed = tuple[Position, Issue]
RowsByCode = Mapping[str, tuple[int, ...]]


def read_mark(book: Book) -> tuple[Mark | None, tuple[Issue, ...]]:
    """What the workbook says of itself on its hidden sheet."""
    sheet = next((found for found in book.sheets if clean(found.name) == MARK_SHEET), None)
    words = _words(sheet) if sheet else {}
    if not all(words.get(key) for key in MARK_KEYS):
        return None, (issue(WHOLE_FILE, Code.NO_MARK),)
    try:
        period = parse_period(words["period"])
    except ValueError:
        return None, (issue(WHOLE_FILE, Code.UNKNOWN_PERIOD, value=_shown(words["period"])),)
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


@dataclass(frozen=True)
class _Asked:
    """One field of the form, found on the sheet and read."""

    field: Field
    place: Position
    where: Where
    heading: str
    typed: str
    reading: Reading

    @property
    def entry(self) -> Entry:
        where = self.where
        return Entry(self.field.key, self.reading.answer, self.typed, where.sheet, where.cell)

    @property
    def issue(self) -> Issue:
        context = {"value": _shown(self.typed), "heading": self.heading}
        mistake = self.reading.mistake
        return Issue(self.where, mistake.code, {**context, **mistake.context})


def parse_return(book: Book, form: Form) -> tuple[Return | None, tuple[Issue, ...]]:
    """The return, unless there is an error; and everything there is to say about it."""
    headings = find_headings(book, form)
    if headings is None:
        return None, (issue(Where(label=form.sheet), Code.SHEET_MISSING, value=form.sheet),)
    codes = headings.column(form.columns[0].key)
    rows = {} if codes is None else rows_by_code(headings, codes)
    asked = tuple(_read_fields(headings, form, rows))
    entries = tuple(found.entry for found in asked if found.reading.answer is not None)
    labels = {found.field.key: found.where.label for found in asked}
    placed = [
        *_heading_issues(headings, form),
        *((found.place, found.issue) for found in asked if found.reading.mistake),
        *(_row_issues(headings, form, rows, codes) if codes else ()),
        *(_unknown_rows(headings, form, rows) if rows else ()),
        *doubts(form, entries, labels),
    ]
    issues = tuple(found for _, found in sorted(placed, key=lambda item: item[0]))
    return None if has_errors(issues) else Return(form.mark, entries), issues


def _read_fields(headings: Headings, form: Form, rows: RowsByCode) -> Iterator[_Asked]:
    titles = {column.key: column.heading for column in form.columns}
    for row in form.rows:
        places = rows.get(plain_code(row.code), ())
        for field in row.fields if places else ():
            column = headings.column(field.column)
            if column is not None:
                yield _ask(headings.sheet, (places[0], column), form, row, field, titles)


def _ask(
    sheet: Sheet,
    place: Position,
    form: Form,
    row: Row,
    field: Field,
    titles: Mapping[str, str],
) -> _Asked:
    cell, heading = sheet.at(*place), titles[field.column]
    where = Where(sheet.name, address(*place), _label(form, row, heading))
    typed = cell.text if cell else ""
    return _Asked(field, place, where, heading, typed, read_answer(cell, field))


def _label(form: Form, row: Row, heading: str = "") -> str:
    text = next((row.text(item.key) for item in form.columns[1:] if row.text(item.key)), "")
    return " – ".join(part for part in (row.code, _shown(text, _LONGEST_LABEL), heading) if part)


def _shown(text: str, longest: int = _LONGEST_SHOWN) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"


def _heading_issues(headings: Headings, form: Form) -> Iterator[Placed]:
    titles = {column.key: column.heading for column in form.columns}
    for key in needed_columns(form):
        places, heading = headings.columns.get(key, ()), titles[key]
        if not places:
            where = Where(headings.sheet.name, label=heading)
            yield (
                (headings.row, 0),
                issue(where, Code.HEADING_MISSING, value=heading, heading=heading),
            )
        for column in places[1:]:
            where = Where(headings.sheet.name, address(headings.row, column), heading)
            yield (
                (headings.row, column),
                issue(where, Code.HEADING_TWICE, value=heading, heading=heading),
            )


def _row_issues(headings: Headings, form: Form, rows: RowsByCode, codes: int) -> Iterator[Placed]:
    sheet, last = headings.sheet.name, headings.row
    for row in form.rows:
        places, label = rows.get(plain_code(row.code), ()), _label(form, row)
        last = places[0] if places else last
        if row.fields and not places:
            missing = issue(Where(sheet, label=label), Code.ROW_MISSING, value=row.code, row=label)
            yield (last, _END_OF_ROW), missing
        for place in places[1:] if row.fields else ():
            where = Where(sheet, address(place, codes), label)
            yield (place, codes), issue(where, Code.ROW_TWICE, value=row.code, row=label)


def _unknown_rows(headings: Headings, form: Form, rows: RowsByCode) -> Iterator[Placed]:
    """Warn of answers in rows the form does not have, down to the signature lines."""
    known = _known_rows(form, rows)
    columns = {headings.column(field.column) for field in form.fields()} - {None}
    end = _signature_row(headings, last=max(known, default=headings.row))
    seen = set(known)
    for row, column in typed_below(headings, columns):
        if row not in seen and row < end:
            seen.add(row)
            where = Where(headings.sheet.name, address(row, column))
            typed = _shown(headings.sheet.cells[row, column].text)
            yield (row, column), issue(where, Code.ROW_UNKNOWN, value=row, typed=typed)


def _known_rows(form: Form, rows: RowsByCode) -> frozenset[int]:
    found: Iterable[tuple[int, ...]] = (rows.get(plain_code(row.code), ()) for row in form.rows)
    return frozenset(place for places in found for place in places)


def _signature_row(headings: Headings, *, last: int) -> int:
    below = (
        row
        for (row, _), cell in headings.sheet.cells.items()
        if row > last and begins_signature(cell.text)
    )
    return min(below, default=_NO_ROW)

"""Writes a form as its official sheet: fill in, print, sign. Knows xlsxwriter, knows no answers."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from data_access.workbook import arrangement
from data_access.workbook.arrangement import CELL_PADDING, GUIDE_SHEET, Arrangement, arrange
from data_access.workbook.cell_rules import write_rules
from data_access.workbook.guide import write_guide
from data_access.workbook.letterhead import write_letterhead, write_signature
from data_access.workbook.measuring import lines_needed
from data_access.workbook.paper import set_page
from data_access.workbook.parsing import MARK_KEYS, MARK_SHEET
from data_access.workbook.same_bytes import repack
from data_access.workbook.styles import BODY_SIZE, Styles
from scoring.forms import Column, Form, FormSheet, Row

_WRITES_TEXT_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime(2000, 1, 1)
_LOWEST_ROW, _TALLEST_ROW = 21.0, 409.0
_INDENT = 7.0
_TALLEST_FROZEN = 300.0


def write_template(form: Form) -> bytes:
    stream = BytesIO()
    workbook = Workbook(stream, _WRITES_TEXT_ONLY)
    workbook.set_properties({"title": form.title, "created": _CREATED})
    places, styles = arrange(form), Styles(workbook)
    sheets = {place.sheet: workbook.add_worksheet(place.sheet) for place in places}
    guide = workbook.add_worksheet(GUIDE_SHEET)
    mark = workbook.add_worksheet(MARK_SHEET)
    _write_mark(mark, form)
    for place in places:
        _write_sheet(sheets[place.sheet], form, place, styles)
    write_rules(sheets, mark, form, places)
    write_guide(guide, form, places, styles)
    workbook.close()
    return repack(stream.getvalue(), partial(_let_rows_grow, places))


def layout(form: Form) -> Mapping[str, tuple[str, str]]:
    """The sheet and the cell in which each field is filled in."""
    return arrangement.layout(form)


def _write_mark(sheet: Worksheet, form: Form) -> None:
    words = (form.mark.form, form.mark.version, form.mark.unit, str(form.mark.period))
    for row, (key, word) in enumerate(zip(MARK_KEYS, words, strict=True)):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, word)
    sheet.very_hidden()


def _write_sheet(sheet: Worksheet, form: Form, place: Arrangement, styles: Styles) -> None:
    for number, width in enumerate(place.widths):
        sheet.set_column_pixels(number, number, round(width / 0.75))
    frozen = write_letterhead(sheet, form, place, styles)
    frozen += _write_headings(sheet, place, styles)
    _write_body(sheet, place, styles)
    last = write_signature(sheet, place, styles)
    _protect(sheet, place, frozen=frozen)
    set_page(sheet, heading=place.heading, last_row=last, last_column=place.last_column)


def _write_headings(sheet: Worksheet, place: Arrangement, styles: Styles) -> float:
    lines = 1
    for number, column in enumerate(place.page.columns):
        sheet.write_string(place.heading, number, column.heading, styles.heading())
        room = place.widths[number] - CELL_PADDING
        lines = max(lines, lines_needed(column.heading, room, BODY_SIZE, bold=True))
    height = _height(lines) + 4
    sheet.set_row(place.heading, height)
    return height


def _height(lines: int) -> float:
    return min(lines * BODY_SIZE * 1.3 + 4, _TALLEST_ROW)


def _write_body(sheet: Worksheet, place: Arrangement, styles: Styles) -> None:
    listed = place.body + len(place.page.rows)
    for number, row in enumerate(place.page.printed_rows(), start=place.body):
        fields = {field.column: field for field in row.fields}
        for column_number, column in enumerate(place.page.columns):
            cell, field = (number, column_number), fields.get(column.key)
            if field is not None:
                sheet.write_blank(*cell, None, styles.open(field, row.level))
            elif number >= listed and not column_number:
                # Whoever adds rows to a listing may number them anew.
                sheet.write_string(*cell, row.code, styles.open_code())
            else:
                _write_printed(sheet, cell, place.page, row, column, styles)
        sheet.set_row(number, max(_height(_lines(place, row)), _LOWEST_ROW))


def _write_printed(
    sheet: Worksheet,
    cell: tuple[int, int],
    page: FormSheet,
    row: Row,
    column: Column,
    styles: Styles,
) -> None:
    is_text = cell[1] == _text_column(page, row)
    style = styles.printed(row.level, column, code=cell[1] == 0, text=is_text)
    text = _printed(page, row, column)
    if text:
        sheet.write_string(*cell, text, style)
    else:
        sheet.write_blank(*cell, None, style)


def _printed(page: FormSheet, row: Row, column: Column) -> str:
    return row.code if column is page.columns[0] else row.text(column.key)


def _text_column(page: FormSheet, row: Row) -> int:
    """Where the row's own words stand: the first printed text after the code."""
    found = (number for number, item in enumerate(page.columns) if number and row.text(item.key))
    return next(found, 1)


def _lines(place: Arrangement, row: Row) -> int:
    text_column = _text_column(place.page, row)
    needed = 1
    for number, column in enumerate(place.page.columns):
        deep = 2 if row.level > 1 and number == text_column else 1
        room = place.widths[number] - CELL_PADDING - _INDENT * (deep if number else 0)
        text = _printed(place.page, row, column)
        needed = max(needed, lines_needed(text, room, BODY_SIZE, bold=row.level == 0))
    return needed


def _protect(sheet: Worksheet, place: Arrangement, *, frozen: float) -> None:
    # Without a password: it keeps fingers off the printed words, not people out.
    more_rows = {"insert_rows": True} if place.page.listing else {}
    sheet.protect("", {"format_columns": True, "format_rows": True, **more_rows})
    # A taller frozen part would leave an old, low screen nothing to scroll.
    if frozen <= _TALLEST_FROZEN:
        sheet.freeze_panes(place.body, 0)
    row, column = _first_answer(place)
    sheet.set_selection(row, column, row, column)
    whole = f"A1:{xl_col_to_name(place.last_column)}{place.signature}"
    sheet.ignore_errors({"number_stored_as_text": whole})


def _first_answer(place: Arrangement) -> tuple[int, int]:
    columns = {column.key: number for number, column in enumerate(place.page.columns)}
    for number, row in enumerate(place.page.printed_rows(), start=place.body):
        if row.fields:
            return number, columns[row.fields[0].column]
    return 0, 0


def _let_rows_grow(places: Sequence[Arrangement], name: str, part: bytes) -> bytes:
    """Heights are estimates: unless fixed, Excel enlarges a row when a long answer is typed."""
    parts = {f"xl/worksheets/sheet{number}.xml": place for number, place in enumerate(places, 1)}
    if name not in parts:
        return part
    place = parts[name]
    body = range(place.body + 1, place.body + len(place.page.printed_rows()) + 1)
    return re.sub(
        rb'(<row r="(\d+)"[^>]*?) customHeight="1"',
        lambda found: found[1] if int(found[2]) in body else found[0],
        part,
    )

"""Writes a form as its official sheet: fill in, print, sign. Knows xlsxwriter, knows no answers."""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from data_access.workbook import arrangement
from data_access.workbook.arrangement import CELL_PADDING, Arrangement, arrange
from data_access.workbook.book import position
from data_access.workbook.letterhead import write_letterhead, write_signature
from data_access.workbook.measuring import lines_needed
from data_access.workbook.parsing import MARK_KEYS, MARK_SHEET
from data_access.workbook.same_bytes import repack
from data_access.workbook.styles import BODY_SIZE, Styles
from data_access.workbook.validation import list_items, rule
from scoring.forms import Column, Form, Row

_WRITES_TEXT_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime(2000, 1, 1)
_LONGEST_LIST = 255
_LOWEST_ROW, _TALLEST_ROW = 21.0, 409.0
_INDENT = 7.0
_TALLEST_FROZEN = 300.0
_INCH = 25.4
_LISTS_FROM_COLUMN = 3


def write_template(form: Form) -> bytes:
    stream = BytesIO()
    workbook = Workbook(stream, _WRITES_TEXT_ONLY)
    workbook.set_properties({"title": form.title, "created": _CREATED})
    place, styles = arrange(form), Styles(workbook)
    sheet = workbook.add_worksheet(place.sheet)
    mark = workbook.add_worksheet(MARK_SHEET)
    _write_mark(mark, form)
    for number, width in enumerate(place.widths):
        sheet.set_column_pixels(number, number, round(width / 0.75))
    frozen = write_letterhead(sheet, form, place, styles)
    frozen += _write_headings(sheet, form, place, styles)
    _write_body(sheet, form, place, styles)
    _write_rules(sheet, mark, form)
    last = write_signature(sheet, place, styles)
    _protect(sheet, form, place, frozen=frozen)
    _set_page(sheet, place, last)
    workbook.close()
    return repack(stream.getvalue(), partial(_let_rows_grow, place, len(form.rows)))


def layout(form: Form) -> Mapping[str, tuple[str, str]]:
    """The sheet and the cell in which each field is filled in."""
    return arrangement.layout(form)


def _write_mark(sheet: Worksheet, form: Form) -> None:
    words = (form.mark.form, form.mark.version, form.mark.unit, str(form.mark.period))
    for row, (key, word) in enumerate(zip(MARK_KEYS, words, strict=True)):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, word)
    sheet.very_hidden()


def _write_headings(sheet: Worksheet, form: Form, place: Arrangement, styles: Styles) -> float:
    lines = 1
    for number, column in enumerate(form.columns):
        sheet.write_string(place.heading, number, column.heading, styles.heading())
        room = place.widths[number] - CELL_PADDING
        lines = max(lines, lines_needed(column.heading, room, BODY_SIZE, bold=True))
    height = _height(lines) + 4
    sheet.set_row(place.heading, height)
    return height


def _height(lines: int) -> float:
    return min(lines * BODY_SIZE * 1.3 + 4, _TALLEST_ROW)


def _write_body(sheet: Worksheet, form: Form, place: Arrangement, styles: Styles) -> None:
    for number, row in enumerate(form.rows, start=place.body):
        fields = {field.column: field for field in row.fields}
        for column_number, column in enumerate(form.columns):
            field = fields.get(column.key)
            if field is None:
                _write_printed(sheet, (number, column_number), form, row, column, styles)
            else:
                sheet.write_blank(number, column_number, None, styles.open(field, row.level))
        sheet.set_row(number, max(_height(_lines(form, row, place)), _LOWEST_ROW))


def _write_printed(
    sheet: Worksheet,
    cell: tuple[int, int],
    form: Form,
    row: Row,
    column: Column,
    styles: Styles,
) -> None:
    style = styles.printed(
        row.level, number=column.number, code=cell[1] == 0, text=cell[1] == _text_column(form, row)
    )
    text = _printed(form, row, column)
    if text:
        sheet.write_string(*cell, text, style)
    else:
        sheet.write_blank(*cell, None, style)


def _printed(form: Form, row: Row, column: Column) -> str:
    return row.code if column is form.columns[0] else row.text(column.key)


def _text_column(form: Form, row: Row) -> int:
    """Where the row's own words stand: the first printed text after the code."""
    found = (number for number, item in enumerate(form.columns) if number and row.text(item.key))
    return next(found, 1)


def _lines(form: Form, row: Row, place: Arrangement) -> int:
    bold, indent = row.level == 0, _INDENT * (2 if row.level > 1 else 1)
    texts = (_printed(form, row, column) for column in form.columns)
    needed = (
        lines_needed(text, width - CELL_PADDING - indent, BODY_SIZE, bold=bold)
        for text, width in zip(texts, place.widths, strict=True)
    )
    return max(needed)


def _write_rules(sheet: Worksheet, mark: Worksheet, form: Form) -> None:
    """One rule for all cells that share it: a third of the file would be repetition otherwise."""
    sources, places = _list_sources(mark, form), arrangement.layout(form)
    cells: dict[str, list[tuple[int, int]]] = defaultdict(list)
    rules = {}
    for field in form.fields():
        row, column = position(places[field.key][1])
        options = {**rule(field), **sources.get(list_items(field), {})}
        key = repr(options)
        rules[key] = options
        cells[key].append((row - 1, column - 1))
    for key, options in rules.items():
        first, *others = ([*cell, *cell] for cell in cells[key])
        sheet.data_validation(*first, {**options, "other_cells": others} if others else options)


def _list_sources(mark: Worksheet, form: Form) -> Mapping[tuple[str, ...], Mapping[str, object]]:
    """Excel takes short lists in the rule itself; long ones stand on the hidden sheet."""
    sources, column = {}, _LISTS_FROM_COLUMN
    for items in dict.fromkeys(list_items(field) for field in form.fields()):
        if len(",".join(items)) <= _LONGEST_LIST and not any("," in item for item in items):
            sources[items] = {"source": list(items)} if items else {}
            continue
        mark.write_column(0, column, items)
        name = xl_col_to_name(column, col_abs=True)
        sources[items] = {"source": f"='{MARK_SHEET}'!{name}$1:{name}${len(items)}"}
        column += 1
    return sources


def _protect(sheet: Worksheet, form: Form, place: Arrangement, *, frozen: float) -> None:
    # Without a password: it keeps fingers off the printed words, not people out.
    sheet.protect("", {"format_columns": True, "format_rows": True})
    # A taller frozen part would leave an old, low screen nothing to scroll.
    if frozen <= _TALLEST_FROZEN:
        sheet.freeze_panes(place.body, 0)
    first = next(iter(arrangement.layout(form).values()), (place.sheet, "A1"))
    sheet.set_selection(first[1])
    whole = f"A1:{xl_col_to_name(place.last_column)}{place.signature}"
    sheet.ignore_errors({"number_stored_as_text": whole})


def _set_page(sheet: Worksheet, place: Arrangement, last: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=20 / _INCH, right=15 / _INCH, top=20 / _INCH, bottom=20 / _INCH)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(place.heading)
    sheet.print_area(0, 0, last, place.last_column)
    sheet.set_footer('&C&"Times New Roman,Regular"&11Trang &P/&N')


def _let_rows_grow(place: Arrangement, rows: int, name: str, part: bytes) -> bytes:
    """Heights are estimates: unless fixed, Excel enlarges a row when a long answer is typed."""
    if name != "xl/worksheets/sheet1.xml":
        return part
    body = range(place.body + 1, place.body + rows + 1)
    return re.sub(
        rb'(<row r="(\d+)"[^>]*?) customHeight="1"',
        lambda found: found[1] if int(found[2]) in body else found[0],
        part,
    )

"""What stands above and below the table of an official form."""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data_access.workbook.arrangement import CELL_PADDING, Arrangement
from data_access.workbook.measuring import lines_needed
from data_access.workbook.signature import (
    HEAD,
    HEAD_NOTE,
    PLACE_AND_DAY,
    PREPARED_BY,
    PREPARED_NOTE,
)
from data_access.workbook.styles import BODY_SIZE, TITLE_SIZE, Styles
from scoring.forms import Form

ILLUSTRATIVE = "Số liệu minh họa"

_BLANK_ROW = 10.0
_ROOM_TO_SIGN = 4


def write_letterhead(sheet: Worksheet, form: Form, place: Arrangement, styles: Styles) -> float:
    """Everything above the table; returns its height in points."""
    # The superior body in regular letters, the issuing one, which comes last, in bold.
    issuer = len(form.header) - 1
    header = [(line, styles.line(bold=row == issuer)) for row, line in enumerate(form.header)]
    title = styles.line(size=TITLE_SIZE, bold=True)
    titles = [(line.upper() if row == 0 else line, title) for row, line in enumerate(place.titles)]
    scope = [(line, styles.line()) for line in place.scope]
    illustrative = [(ILLUSTRATIVE, styles.line(italic=True))] if form.illustrative else []
    instruction = styles.line(size=BODY_SIZE, align="left", italic=True)
    guide = [(line, instruction) for line in place.guide]
    half, last = place.middle - 1, place.last_column
    height = _write_lines(sheet, place, (0, half), header)
    height += _write_lines(
        sheet, place, (place.title_row, last), [*titles, *scope, *illustrative, *guide]
    )
    blanks = {place.title_row - 1, place.heading - 1} - {-1}
    for row in blanks:
        sheet.set_row(row, _BLANK_ROW)
    return height + _BLANK_ROW * len(blanks)


def _write_lines(
    sheet: Worksheet,
    place: Arrangement,
    span: tuple[int, int],
    lines: Sequence[tuple[str, Format]],
) -> float:
    """`span` is the first row and the last column; returns the height of all lines."""
    first, last = span
    return sum(
        _line(sheet, place, (row, 0, last), text, style)
        for row, (text, style) in enumerate(lines, start=first)
    )


def write_signature(sheet: Worksheet, place: Arrangement, styles: Styles) -> int:
    """The lines to sign on; returns the last row that is printed."""
    left, right = (0, place.middle - 1), (place.middle, place.last_column)
    row = place.signature
    _line(sheet, place, (row, *right), PLACE_AND_DAY, styles.open_line(italic=True))
    for offset, texts in enumerate(((PREPARED_BY, HEAD), (PREPARED_NOTE, HEAD_NOTE)), start=1):
        style = styles.line(bold=offset == 1, italic=offset == 2)
        for text, (first, last) in zip(texts, (left, right), strict=True):
            _line(sheet, place, (row + offset, first, last), text, style)
    names = row + 3 + _ROOM_TO_SIGN
    for first, last in (left, right):
        _line(sheet, place, (names, first, last), "", styles.open_line(bold=True))
    return names


def _line(
    sheet: Worksheet,
    place: Arrangement,
    span: tuple[int, int, int],
    text: str,
    style: Format,
) -> float:
    """One line over several columns. Excel never fits the height of merged cells by itself."""
    row, first, last = span
    width = sum(place.widths[first : last + 1]) - CELL_PADDING
    size = style.font_size
    height = lines_needed(text, width, size, bold=bool(style.bold)) * size * 1.3 + 3
    sheet.set_row(row, height)
    if first == last:
        sheet.write_string(row, first, text, style)
        return height
    sheet.merge_range(row, first, row, last, "", style)
    # merge_range would take a text that begins with "=" for a formula.
    sheet.write_string(row, first, text, style)
    return height

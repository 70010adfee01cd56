"""Reads an old xls (Excel 5 to 2003) whole, by xlrd alone: calamine knows neither its formats nor
its fonts, and damaged files end its process."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from io import StringIO

import xlrd
from xlrd.biffh import error_text_from_code
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.sheet import Sheet
from xlrd.xldate import xldate_as_datetime

from data_access.workbook import limits
from data_access.workbook.book import CellKind, Position
from data_access.workbook.legacy_fonts import Run, is_legacy
from data_access.workbook.unfit import Unfit
from data_access.workbook.unshown import Unshown
from data_access.workbook.wire import WireCell, WireSheet, in_unicode, plain_number
from data_access.workbook.workbook_xml import is_percent
from scoring.issues import Code


def sheets_in_xls(content: bytes) -> tuple[list[WireSheet], bool]:
    """All worksheets; and whether the workbook counts its days from 1904."""
    book = _opened(content)
    styles = _styles(book)
    sheets = [
        WireSheet(sheet.name, sheet.visibility != 0, _lettered(sheet, styles), _merged(sheet))
        for sheet in book.sheets()
    ]
    return sheets, book.datemode == 1


def _opened(content: bytes) -> Book:
    try:
        return xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, logfile=StringIO()
        )
    except (xlrd.XLRDError, CompDocError) as refused:
        encrypted = "encrypted" in str(refused)
        code = Code.FILE_ENCRYPTED if encrypted else Code.FILE_UNREADABLE
        raise Unfit(code) from refused


@dataclass(frozen=True)
class _Styles:
    """By xlrd's numbers: the cell styles that show percentages, those in old fonts, every font.
    `datemode` is 1 where days are counted from 1904."""

    percents: frozenset[int]
    fonts: Mapping[int, str]
    font_names: tuple[str, ...]
    datemode: int


def _styles(book: Book) -> _Styles:
    formats = {str(key): item.format_str for key, item in book.format_map.items()}
    names = tuple(font.name for font in book.font_list)
    styles = tuple(enumerate(book.xf_list))
    fonts = {i: names[style.font_index] for i, style in styles if style.font_index < len(names)}
    return _Styles(
        frozenset(i for i, style in styles if is_percent(str(style.format_key), formats)),
        {i: name for i, name in fonts.items() if is_legacy(name)},
        names,
        book.datemode,
    )


def _merged(sheet: Sheet) -> list[tuple[int, int, int, int]]:
    return [
        (row + 1, column + 1, last_row, last_column)
        for row, last_row, column, last_column in sheet.merged_cells
    ]


def _lettered(sheet: Sheet, styles: _Styles) -> list[WireCell]:
    aside, cells = Unshown(), list(_cells(sheet, styles))
    for row, column, kind, text in cells if _has_old_fonts(styles) else ():
        if kind == CellKind.TEXT:
            _note_font(aside, sheet, (row, column), text, styles)
    return in_unicode(cells, aside)


def _has_old_fonts(styles: _Styles) -> bool:
    return any(map(is_legacy, styles.font_names))


def _cells(sheet: Sheet, styles: _Styles) -> Iterator[WireCell]:
    for row in range(min(sheet.nrows, limits.ROWS)):
        kinds = sheet.row_types(row, 0, limits.COLUMNS)
        for column, kind in enumerate(kinds):
            value = sheet.cell_value(row, column)
            if kind not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) and value != "":
                yield (row + 1, column + 1, *_plain(sheet, (row, column), styles))


def _plain(sheet: Sheet, place: Position, styles: _Styles) -> tuple[str, str]:
    kind, value = sheet.cell_type(*place), sheet.cell_value(*place)
    if kind == xlrd.XL_CELL_TEXT:
        return CellKind.TEXT, value
    if kind == xlrd.XL_CELL_ERROR:
        return CellKind.ERROR, error_text_from_code.get(value, "#ERROR!")
    if kind == xlrd.XL_CELL_BOOLEAN:
        return CellKind.BOOLEAN, str(int(value))
    if kind == xlrd.XL_CELL_DATE:
        return _date(value, styles.datemode)
    percent = sheet.cell_xf_index(*place) in styles.percents
    return plain_number(value, is_percent=percent)


def _date(serial: float, datemode: int) -> tuple[str, str]:
    try:
        moment = xldate_as_datetime(serial, datemode)
    except (ValueError, OverflowError):
        return plain_number(serial, is_percent=False)
    if 0 <= serial < 1:
        return CellKind.TEXT, str(moment.time())
    whole = moment.time() == time.min
    return CellKind.DATE, (moment.date() if whole else moment).isoformat()


def _note_font(aside: Unshown, sheet: Sheet, place: Position, text: str, styles: _Styles) -> None:
    at = (place[0] - 1, place[1] - 1)
    font = styles.fonts.get(sheet.cell_xf_index(*at), "")
    changes = sheet.rich_text_runlist_map.get(at)
    if changes:
        runs = tuple(_runs(text, font, changes, styles.font_names))
        if any(is_legacy(run.font) for run in runs):
            aside.runs[place] = runs
    elif font:
        aside.fonts[place] = font


def _runs(
    text: str, font: str, changes: list[tuple[int, int]], names: tuple[str, ...]
) -> Iterator[Run]:
    """A change is a letter's number and the font that begins there."""
    starts = [(0, font), *((start, names[number]) for start, number in changes)]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    for (start, name), end in zip(starts, ends, strict=True):
        if start < end:
            yield Run(name, text[start:end])

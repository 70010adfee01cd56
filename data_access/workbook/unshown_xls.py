"""A second reading of an old xls for what calamine hides."""

from io import StringIO

import xlrd
from xlrd.biffh import error_text_from_code
from xlrd.book import Book
from xlrd.sheet import Sheet

from data_access.workbook.unfit import Unfit
from data_access.workbook.unshown import Unshown
from data_access.workbook.unshown_xlsx import is_percent
from scoring.issues import Code


def unshown_in_xls(content: bytes) -> dict[str, Unshown]:
    try:
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, logfile=StringIO()
        )
    except xlrd.XLRDError as refused:
        encrypted = "encrypted" in str(refused)
        code = Code.FILE_ENCRYPTED if encrypted else Code.FILE_UNREADABLE
        raise Unfit(code) from refused
    formats = {str(key): item.format_str for key, item in book.format_map.items()}
    percents = frozenset(
        index
        for index, style in enumerate(book.xf_list)
        if is_percent(str(style.format_key), formats)
    )
    return {sheet.name: _unshown(book, sheet, percents) for sheet in book.sheets()}


def _unshown(book: Book, sheet: Sheet, percents: frozenset[int]) -> Unshown:
    found = Unshown()
    found.merged.extend(
        (row + 1, column + 1, last_row, last_column)
        for row, last_row, column, last_column in sheet.merged_cells
    )
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind == xlrd.XL_CELL_ERROR:
                code = sheet.cell_value(row, column)
                found.errors[row + 1, column + 1] = error_text_from_code.get(code, "#ERROR!")
            elif kind == xlrd.XL_CELL_NUMBER and sheet.cell_xf_index(row, column) in percents:
                found.percents.add((row + 1, column + 1))
    return found

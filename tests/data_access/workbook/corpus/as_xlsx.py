"""A table as an xlsx."""

from datetime import date
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.data_access.workbook.corpus.tables import Table, Typed


def as_xlsx(table: Table) -> bytes:
    book = openpyxl.Workbook()
    if table.since_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = table.name
    for (row, column), typed in table.cells.items():
        _write(sheet.cell(row, column), typed)
    for area in table.merged:
        sheet.merge_cells(area)
    for row in table.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for column in table.hidden_columns:
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write(cell: Cell, typed: Typed) -> None:
    if typed.kind in ("n", "p"):
        cell.value = float(typed.text)
        cell.number_format = "0.00%" if typed.kind == "p" else "General"
    elif typed.kind == "d":
        cell.value, cell.number_format = date.fromisoformat(typed.text), "dd/mm/yyyy"
    elif typed.kind == "b":
        cell.value = typed.text == "1"
    elif typed.kind in ("e", "f"):
        cell.value = typed.text
    elif len(typed.runs) > 1:
        cell.value = CellRichText(*(_block(font, text) for font, text in typed.runs))
    else:
        cell.value, cell.data_type = typed.text, "s"
    if typed.font:
        cell.font = Font(name=typed.font)


def _block(font: str, text: str) -> TextBlock:
    return TextBlock(InlineFont(rFont=font or "Times New Roman"), text)

"""An xlsx made anew from what was read of an xls, xlsb or ods: values as shown, no more looks."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from data_access.workbook import limits
from data_access.workbook.arrangement import allowed_name
from data_access.workbook.book import CellKind
from data_access.workbook.extraction import extract
from data_access.workbook.wire import WireCell

_FACE = "Times New Roman"
_NARROWEST, _WIDEST = 6, 50
# openpyxl looks at every cell of a merged range.
_LARGEST_RANGE = 10_000
_LONGEST_CELL = 32_000


def rebuilt(content: bytes) -> tuple[Workbook, Mapping[str, str]]:
    """And the new name of each sheet: not every program keeps to Excel's rules for them."""
    read, workbook = extract(content), Workbook()
    workbook.remove(workbook.active)
    if read["since_1904"]:
        workbook.epoch = CALENDAR_MAC_1904
    names = {}
    if sum(len(cells) for _, _, cells, _ in read["sheets"]) > limits.CELLS_TO_MARK:
        return workbook, names
    for name, hidden, cells, merged in read["sheets"]:
        sheet = workbook.create_sheet(allowed_name(name))
        sheet.sheet_state = "hidden" if hidden else "visible"
        names[name] = sheet.title
        _fill(sheet, cells)
        _merge(sheet, merged)
        _widen(sheet, cells, merged)
        _set_page(sheet)
    return workbook, names


def _fill(sheet: Worksheet, cells: Sequence[WireCell]) -> None:
    font, wrapped = Font(name=_FACE, size=12), Alignment(vertical="top", wrap_text=True)
    for row, column, kind, text in cells:
        cell = sheet.cell(row, column)
        cell.font, cell.alignment = font, wrapped
        _write(cell, kind, text)


def _write(cell: Cell, kind: str, text: str) -> None:
    if kind in (CellKind.NUMBER, CellKind.PERCENT):
        cell.value = float(text) if not text.lstrip("-").isdigit() else int(text)
        cell.number_format = "0.00%" if kind == CellKind.PERCENT else "General"
    elif kind == CellKind.DATE:
        cell.value = datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
        cell.number_format = "dd/mm/yyyy"
    elif kind == CellKind.BOOLEAN:
        cell.value = text == "1"
    else:
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", text)[:_LONGEST_CELL]
        # A formula, too, is only shown: what it would do on another machine is not known.
        cell.data_type = "e" if kind == CellKind.ERROR else "s"


def _merge(sheet: Worksheet, merged: Sequence[Sequence[int]]) -> None:
    for first_row, first_column, last_row, last_column in merged:
        if (last_row - first_row + 1) * (last_column - first_column + 1) <= _LARGEST_RANGE:
            sheet.merge_cells(
                start_row=first_row,
                start_column=first_column,
                end_row=last_row,
                end_column=last_column,
            )


def _widen(sheet: Worksheet, cells: Sequence[WireCell], merged: Sequence[Sequence[int]]) -> None:
    # A title over all columns is not the width of the first.
    titles = {(area[0], area[1]) for area in merged if area[3] > area[1]}
    longest: dict[int, int] = {}
    for row, column, _, text in cells:
        if (row, column) not in titles:
            longest[column] = max(longest.get(column, _NARROWEST), len(text) + 2)
    for column, width in longest.items():
        sheet.column_dimensions[get_column_letter(column)].width = min(width, _WIDEST)


def _set_page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    # Borders are not read; without lines a printed table cannot be followed.
    sheet.print_options.gridLines = True

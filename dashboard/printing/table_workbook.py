"""A table of a page as a workbook that can be sorted, filtered and printed on A4."""

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.printing.xlsx_sheet import FONT
from dashboard.views.heading import Heading
from dashboard.views.table import Cell, Column, Table
from data_access.workbook.measuring import lines_needed

# A fixed moment in the file's properties: the same content is the same bytes.
_CREATED = datetime(2000, 1, 1)
_DAY = re.compile(r"\d{2}/\d{2}/\d{4}")
_A4, _HEAD_ROWS = 9, 3
_NARROWEST, _WIDEST = 10, 42
_SIZE, _LINE_POINTS, _POINTS_A_LETTER = 11, 14.5, 5.1
_ILLUSTRATIVE = "số liệu minh họa"


def table_workbook(heading: Heading, table: Table, sheet: str) -> bytes:
    """Title and scope above, then one row a record: figures are numbers, days are days."""
    content = BytesIO()
    plain = {"font_name": FONT, "font_size": _SIZE}
    options = {"in_memory": True, "default_format_properties": plain}
    with Workbook(content, options) as workbook:
        workbook.set_properties({"title": heading.title, "created": _CREATED})
        _Sheet(workbook, workbook.add_worksheet(sheet), table).write(heading)
    return content.getvalue()


class _Sheet:
    def __init__(self, workbook: Workbook, worksheet: Worksheet, table: Table) -> None:
        self.worksheet, self.table = worksheet, table
        self._title = workbook.add_format({"bold": True, "font_size": 14})
        self._head = workbook.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
        )
        shared = {"text_wrap": True, "valign": "top", "border": 1}
        self._words = workbook.add_format(shared)
        self._number = workbook.add_format(shared | {"num_format": "0"})
        self._day = workbook.add_format(shared | {"num_format": "dd/mm/yyyy"})
        self._widths = [self._width(place) for place in range(len(table.columns))]

    def write(self, heading: Heading) -> None:
        scope = (*heading.scope, _ILLUSTRATIVE) if heading.illustrative else heading.scope
        self.worksheet.write_string(0, 0, heading.title, self._title)
        self.worksheet.write_string(1, 0, " · ".join(scope))
        for place, column in enumerate(self.table.columns):
            self.worksheet.write_string(_HEAD_ROWS, place, column.heading, self._head)
            self.worksheet.set_column(place, place, self._widths[place])
        self._set_height(_HEAD_ROWS, [column.heading for column in self.table.columns], bold=True)
        for number, row in enumerate(self.table.rows, _HEAD_ROWS + 1):
            for place, (column, cell) in enumerate(zip(self.table.columns, row.cells, strict=True)):
                self._write(number, place, column, cell)
            self._set_height(number, [_words(cell) for cell in row.cells])
        self._set_page()

    def _set_height(self, row: int, texts: Sequence[str], *, bold: bool = False) -> None:
        """Viewers fit no height by themselves to words that wrap."""
        pairs = zip(self._widths, texts, strict=True)
        lines = max(
            lines_needed(text, width * _POINTS_A_LETTER, _SIZE, bold=bold) for width, text in pairs
        )
        self.worksheet.set_row(row, lines * _LINE_POINTS + 3)

    def _write(self, row: int, place: int, column: Column, cell: Cell) -> None:
        words = _words(cell)
        if column.number and words.isdecimal():
            self.worksheet.write_number(row, place, int(words), self._number)
        elif column.number and _DAY.fullmatch(words):
            day = datetime.strptime(words, "%d/%m/%Y")
            self.worksheet.write_datetime(row, place, day, self._day)
        else:
            # write() would take a text that begins with "=" for a formula.
            self.worksheet.write_string(row, place, words, self._words)

    def _width(self, place: int) -> int:
        """Room for most of what stands in it; longer words wrap."""
        longest = max((len(_words(row.cells[place])) for row in self.table.rows), default=0)
        return min(max(_NARROWEST, longest + 2), _WIDEST)

    def _set_page(self) -> None:
        last = _HEAD_ROWS + len(self.table.rows)
        self.worksheet.autofilter(_HEAD_ROWS, 0, last, len(self.table.columns) - 1)
        self.worksheet.freeze_panes(_HEAD_ROWS + 1, 0)
        self.worksheet.set_paper(_A4)
        self.worksheet.set_landscape()
        self.worksheet.fit_to_pages(1, 0)
        self.worksheet.repeat_rows(_HEAD_ROWS)
        self.worksheet.set_footer("&C&P")


def _words(cell: Cell) -> str:
    state = f"{cell.state.mark} {cell.state.word}" if cell.state else ""
    return f"{cell.text} {state}".strip()

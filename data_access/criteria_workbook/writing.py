"""Writes a criteria table as a workbook to be edited in Excel. Knows xlsxwriter, no rules."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data_access.criteria_workbook.cells import cell_of
from data_access.criteria_workbook.flattening import Row, Values, flattened
from data_access.criteria_workbook.shape import (
    CLASSES_COLUMNS,
    CLASSES_SHEET,
    FIGURES_COLUMNS,
    FIGURES_SHEET,
    GENERAL_COLUMNS,
    GENERAL_SHEET,
    GENERAL_TEXTS,
    TABLE_COLUMNS,
    TABLE_SHEET,
    Holds,
    SheetColumn,
)
from data_access.workbook.arrangement import CELL_PADDING, CHARACTER_WIDTH
from data_access.workbook.book import address
from data_access.workbook.measuring import lines_needed
from data_access.workbook.same_bytes import repack
from scoring.refusals import Refusal, Refused

_AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime(2000, 1, 1)
_SIZE = 12
_FACE = {"font_name": "Times New Roman", "font_size": _SIZE, "valign": "top"}
_SAND, _GREY = "#F6F4EF", "#EDEFF2"
# What Excel takes in one cell; xlsxwriter would leave out a longer one without a word.
LONGEST_CELL = 32_767
_TALLEST = 409.0
# Rows for lines to be added keep the lists to choose from.
_SPARE_ROWS = 200


def write_workbook(table: Values, said: Mapping[str, str], rule_types: Sequence[str]) -> bytes:
    """`table` as read from its YAML; `said`: each criterion's rule in words, by code."""
    stream = BytesIO()
    workbook = Workbook(stream, _AS_TEXT)
    workbook.set_properties({"title": str(table.get("title", "")), "created": _CREATED})
    flat, styles = flattened(table), _Styles(workbook)
    nodes = [row | {"said": said.get(str(row.get("code")), "")} for row in flat.nodes]
    for name, columns, rows in (
        (TABLE_SHEET, TABLE_COLUMNS, nodes),
        (FIGURES_SHEET, FIGURES_COLUMNS, flat.figures),
        (CLASSES_SHEET, CLASSES_COLUMNS, flat.classes),
        (GENERAL_SHEET, GENERAL_COLUMNS, flat.general),
    ):
        sheet = workbook.add_worksheet(name)
        _write_sheet(sheet, columns, rows, styles)
        _add_choices(sheet, columns, len(rows), rule_types)
    workbook.close()
    return repack(stream.getvalue(), _let_rows_grow)


class _Styles:
    def __init__(self, workbook: Workbook) -> None:
        lined = _FACE | {"border": 1, "border_color": "#C9C4B8", "text_wrap": True}
        self.heading: Format = workbook.add_format(
            lined | {"bold": True, "bg_color": _SAND, "valign": "vcenter"}
        )
        # Text, so that a code 1.10 stays 1.10 and "1/2" does not become a day.
        self.text: Format = workbook.add_format(lined | {"num_format": "@"})
        self.block: Format = workbook.add_format(lined | {"num_format": "@", "bold": True})
        self.number: Format = workbook.add_format(lined)
        self.said: Format = workbook.add_format(
            lined | {"num_format": "@", "bg_color": _GREY, "italic": True}
        )

    def of(self, column: SheetColumn, *, is_block: bool) -> Format:
        if column.holds is Holds.SAID:
            return self.said
        if column.holds is Holds.NUMBER:
            return self.number
        return self.block if is_block and column.key in ("code", "text") else self.text


def _write_sheet(
    sheet: Worksheet, columns: Sequence[SheetColumn], rows: Sequence[Row], styles: _Styles
) -> None:
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.heading, styles.heading)
    sheet.set_row(0, _height([column.heading for column in columns], columns))
    for position, row in enumerate(rows, start=1):
        _write_row(sheet, position, columns, row, styles)
    sheet.freeze_panes(1, _frozen(columns))
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3: sixteen columns are not read on A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_row(
    sheet: Worksheet, position: int, columns: Sequence[SheetColumn], row: Row, styles: _Styles
) -> None:
    known = {column.key for column in columns}
    rest = {key: one for key, one in row.items() if key not in known and one is not None}
    is_block = "rule.type" in row and row["rule.type"] is None
    cells = [
        cell_of(_held(column, row), rest if column.key == "" else row.get(column.key))
        for column in columns
    ]
    for number, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        _write(sheet, position, number, cell, styles.of(column, is_block=is_block))
    sheet.set_row(position, _height(cells, columns))


def _height(cells: Sequence[object], columns: Sequence[SheetColumn]) -> float:
    """An estimate, as Excel does not make it: it enlarges a row only when somebody types in it."""
    lines = max(
        lines_needed(str(cell), column.width * CHARACTER_WIDTH - 2 * CELL_PADDING, _SIZE)
        for cell, column in zip(cells, columns, strict=True)
    )
    return min(lines * _SIZE * 1.3 + 4, _TALLEST)


def _let_rows_grow(name: str, part: bytes) -> bytes:
    if not name.startswith("xl/worksheets/"):
        return part
    return part.replace(b' customHeight="1"', b"")


def _held(column: SheetColumn, row: Row) -> SheetColumn:
    """On the last sheet some values are text as typed, the others are read as in YAML."""
    if column.key == "value" and row.get("key") in GENERAL_TEXTS:
        return SheetColumn(column.key, column.heading, Holds.TEXT, column.width)
    return column


def _frozen(columns: Sequence[SheetColumn]) -> int:
    """Code and content stay in sight while the parameters are looked at."""
    keys = [column.key for column in columns]
    return keys.index("code") + 1 if "code" in keys else 1


def _write(
    sheet: Worksheet, row: int, column: int, value: str | int | Decimal, style: Format
) -> None:
    if value == "":
        sheet.write_blank(row, column, None, style)
        return
    if not isinstance(value, str):
        sheet.write_number(row, column, value, style)
        return
    if len(value) > LONGEST_CELL:
        cell = address(row + 1, column + 1)
        named = {"cell": f"{sheet.get_name()}!{cell}", "length": len(value)}
        raise Refused(Refusal.CRITERIA_TOO_LARGE, most=LONGEST_CELL, **named)
    sheet.write_string(row, column, value, style)


def _add_choices(
    sheet: Worksheet, columns: Sequence[SheetColumn], rows: int, rule_types: Sequence[str]
) -> None:
    """A list to choose from; what is not on it is let through and said when it is read."""
    for number, column in enumerate(columns):
        words = list(rule_types) if column.key == "rule.type" else list(column.words.values())
        if words:
            rule = {"validate": "list", "source": words, "error_type": "warning"}
            sheet.data_validation(1, number, rows + _SPARE_ROWS, number, rule)

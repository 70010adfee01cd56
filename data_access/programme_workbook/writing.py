"""Writes a programme as a workbook to be filled in with Excel. Knows xlsxwriter, no deadlines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data_access.programme_workbook.cells import cell_of
from data_access.programme_workbook.flattening import FlatProgramme, Values
from data_access.programme_workbook.guide import FORM_HEADINGS, GUIDE, HEADINGS
from data_access.programme_workbook.names import Names
from data_access.programme_workbook.shape import (
    GENERAL,
    GENERAL_SHEET,
    GUIDE_SHEET,
    LISTS_SHEET,
    SHEETS,
    YES_NO,
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
_SAND = "#F6F4EF"
# What Excel takes in one cell; xlsxwriter would leave out a longer one without a word.
LONGEST_CELL = 32_767
_TALLEST = 409.0
_SPARE_ROWS = 100
_A4 = 9
_LABELS, _VALUES, _GUIDE = 40, 70, 110


@dataclass(frozen=True)
class Lists:
    """What may be named: debtors as sort and name, forms as code and title."""

    debtors: Sequence[tuple[str, str]]
    forms: Sequence[tuple[str, str]]


def write_workbook(programme: FlatProgramme, names: Names, lists: Lists) -> bytes:
    stream = BytesIO()
    workbook = Workbook(stream, _AS_TEXT)
    title = str(programme.head.get("title") or "")
    workbook.set_properties({"title": title, "created": _CREATED})
    styles = _Styles(workbook)
    _write_general(workbook.add_worksheet(GENERAL_SHEET), programme.head, names, styles)
    for name, (_, columns) in SHEETS.items():
        sheet = workbook.add_worksheet(name)
        _write_rows(sheet, columns, programme.rows[name], names, styles)
        _add_choices(sheet, columns, len(programme.rows[name]), len(lists.debtors))
    _write_lists(workbook.add_worksheet(LISTS_SHEET), lists, styles)
    _write_guide(workbook.add_worksheet(GUIDE_SHEET), styles)
    workbook.close()
    return repack(stream.getvalue(), _let_rows_grow)


class _Styles:
    def __init__(self, workbook: Workbook) -> None:
        lined = _FACE | {"border": 1, "border_color": "#C9C4B8", "text_wrap": True}
        self.heading: Format = workbook.add_format(
            lined | {"bold": True, "bg_color": _SAND, "valign": "vcenter"}
        )
        # Text, so that 1.10 stays 1.10 and 05/4/2024 does not become the fourth of May.
        self.text: Format = workbook.add_format(lined | {"num_format": "@"})
        self.number: Format = workbook.add_format(lined)
        self.day: Format = workbook.add_format(lined | {"num_format": "dd/mm/yyyy"})
        self.plain: Format = workbook.add_format(_FACE | {"text_wrap": True})

    def of(self, value: str | int | date, column: SheetColumn) -> Format:
        if isinstance(value, date) or column.holds is Holds.DAY:
            return self.day
        return self.number if column.holds is Holds.NUMBER else self.text


def _write_general(sheet: Worksheet, head: Values, names: Names, styles: _Styles) -> None:
    sheet.set_column(0, 0, _LABELS)
    sheet.set_column(1, 1, _VALUES)
    for row, said in enumerate(GENERAL):
        value = cell_of(said, head.get(said.key), names)
        sheet.write_string(row, 0, _heading(said), styles.heading)
        _write(sheet, row, 1, value, styles.of(value, said))
        sheet.set_row(row, _height((said.heading, value), (_LABELS, _VALUES)))
        if said.words:
            sheet.data_validation(row, 1, row, 1, _choice(list(said.words.values())))
    _print(sheet)


def _write_rows(
    sheet: Worksheet,
    columns: Sequence[SheetColumn],
    rows: Sequence[Values],
    names: Names,
    styles: _Styles,
) -> None:
    widths = [column.width for column in columns]
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, _heading(column), styles.heading)
    sheet.set_row(0, _height([_heading(column) for column in columns], widths))
    for position, row in enumerate(rows, start=1):
        cells = [cell_of(column, row.get(column.key), names) for column in columns]
        for number, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            _write(sheet, position, number, cell, styles.of(cell, column))
        sheet.set_row(position, _height(cells, widths))
    for position in range(len(rows) + 1, len(rows) + 1 + _SPARE_ROWS):
        for number, column in enumerate(columns):
            sheet.write_blank(position, number, None, styles.of("", column))
    sheet.freeze_panes(1, 2)
    _print(sheet)


def _heading(column: SheetColumn) -> str:
    """A star at what must be filled in; it is not read."""
    return f"{column.heading} *" if column.required else column.heading


def _write_lists(sheet: Worksheet, lists: Lists, styles: _Styles) -> None:
    for number, width in enumerate((22, 60, 4, 22, 50)):
        sheet.set_column(number, number, width)
    headings = (*HEADINGS[1:], "", *FORM_HEADINGS)
    for number, words in enumerate(headings):
        if words:
            sheet.write_string(0, number, words, styles.heading)
    for row, (sort, name) in enumerate(lists.debtors, start=1):
        sheet.write_string(row, 0, sort, styles.text)
        sheet.write_string(row, 1, name, styles.text)
    for row, (code, title) in enumerate(lists.forms, start=1):
        sheet.write_string(row, 3, code, styles.text)
        sheet.write_string(row, 4, title, styles.text)
    sheet.freeze_panes(1, 0)


def _write_guide(sheet: Worksheet, styles: _Styles) -> None:
    sheet.set_column(0, 0, _GUIDE)
    sheet.write_string(0, 0, HEADINGS[0], styles.heading)
    for row, words in enumerate(GUIDE, start=1):
        sheet.write_string(row, 0, words, styles.plain)
        sheet.set_row(row, _height((words,), (_GUIDE,)))
    _print(sheet)


def _height(cells: Sequence[object], widths: Sequence[int]) -> float:
    """An estimate, as Excel does not make it: it enlarges a row only when somebody types in it."""
    lines = max(
        lines_needed(str(cell), width * CHARACTER_WIDTH - 2 * CELL_PADDING, _SIZE)
        for cell, width in zip(cells, widths, strict=True)
    )
    return min(max(lines, 1) * _SIZE * 1.3 + 4, _TALLEST)


def _let_rows_grow(name: str, part: bytes) -> bytes:
    if not name.startswith("xl/worksheets/"):
        return part
    return part.replace(b' customHeight="1"', b"")


def _write(sheet: Worksheet, row: int, column: int, value: str | int | date, style: Format) -> None:
    if value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, style)
    elif not isinstance(value, str):
        sheet.write_number(row, column, value, style)
    elif len(value) > LONGEST_CELL:
        cell = f"{sheet.get_name()}!{address(row + 1, column + 1)}"
        length = len(value)
        raise Refused(Refusal.PROGRAMME_TOO_LONG, cell=cell, length=length, most=LONGEST_CELL)
    else:
        sheet.write_string(row, column, value, style)


def _add_choices(sheet: Worksheet, columns: Sequence[SheetColumn], rows: int, debtors: int) -> None:
    """A list to choose from; what is not on it is let through and said when it is read."""
    for number, column in enumerate(columns):
        words = list(YES_NO.values()) if column.holds is Holds.FLAG else list(column.words.values())
        source = words or _named(column, debtors)
        if source:
            last = rows + _SPARE_ROWS
            sheet.data_validation(1, number, last, number, _choice(source))


def _named(column: SheetColumn, debtors: int) -> str:
    if column.holds not in (Holds.DEBTORS, Holds.UNIT) or not debtors:
        return ""
    return f"='{LISTS_SHEET}'!$B$2:$B${debtors + 1}"


def _choice(source: Sequence[str] | str) -> dict[str, object]:
    # Several names may stand in one cell, which no list of Excel's allows: so it does not refuse.
    return {"validate": "list", "source": source, "show_error": False}


def _print(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)

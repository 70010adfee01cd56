"""Marks cells of a workbook and lists the remarks on a first sheet, inside the worker."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from data_access.workbook import limits, sniffing
from data_access.workbook.book import address, position
from data_access.workbook.extraction import recognise
from data_access.workbook.frames import Header
from data_access.workbook.marking import MarkingWords, Remark
from data_access.workbook.rebuilding import rebuilt
from data_access.workbook.same_bytes import repack
from scoring.issues import Severity

_GROUNDS = {Severity.ERROR: "F9E3E1", Severity.WARNING: "FBF0D9"}
_INK, _RED, _LINK, _SAND = "1F2328", "9B1C1F", "1B4F8A", "F6F4EF"
_FACE = "Times New Roman"
_WIDTHS = (6, 22, 14, 90)
_COMMENT_WIDTH, _LINE_HEIGHT, _LETTERS_PER_LINE = 320, 18, 42
_LONGEST_CELL = 32_000
# DDE (=cmd|'/c calc'!A0) and the functions that call programs or send cells elsewhere.
_REACHES_OUT = re.compile(
    r"\||\b(WEBSERVICE|CALL|REGISTER|REGISTER\.ID|EXEC|RTD)\s*\(", re.IGNORECASE
)


def paint(content: bytes, request: Header) -> bytes:
    words = MarkingWords(**request["words"])
    remarks = [_remark(**remark) for remark in request["remarks"]]
    if recognise(content) == sniffing.XLSX:
        workbook = _opened(content)
    else:
        workbook, names = rebuilt(content)
        remarks = [replace(one, sheet=names.get(one.sheet, one.sheet)) for one in remarks]
    _mark_cells(workbook, remarks, words)
    _list_remarks(workbook, remarks, words)
    stream = BytesIO()
    workbook.save(stream)
    return repack(stream.getvalue())


def _opened(content: bytes) -> Workbook:
    if _typed_cells(content) > limits.CELLS_TO_MARK:
        workbook = Workbook()
        workbook.remove(workbook.active)
        return workbook
    # Macros are left behind: a file from us must not carry a stranger's code further.
    workbook = load_workbook(BytesIO(content), keep_vba=False)
    for sheet in workbook.worksheets:
        _disarm(sheet)
    return workbook


def _typed_cells(content: bytes) -> int:
    with ZipFile(BytesIO(content)) as archive:
        parts = (name for name in archive.namelist() if "worksheets/" in name.lower())
        return sum(_count_cells(archive.read(part)) for part in parts)


def _count_cells(part: bytes) -> int:
    return part.count(b"<c ") + part.count(b":c ")


def _disarm(sheet: Worksheet) -> None:
    """A formula that starts a program or asks another machine becomes the text it is."""
    # Not iter_rows(): on a sheet with one stray cell that would make millions of empty ones.
    for cell in sheet._cells.values():
        if cell.data_type == "f" and _REACHES_OUT.search(_formula(cell)):
            cell.value, cell.data_type = _formula(cell), "s"


def _formula(cell: Cell) -> str:
    return str(getattr(cell.value, "text", cell.value))


def _remark(sheet: str | None, cell: str | None, severity: str, sentence: str) -> Remark:
    plain = ILLEGAL_CHARACTERS_RE.sub(" ", sentence)[:_LONGEST_CELL]
    return Remark(sheet, cell, Severity(severity), plain)


def _mark_cells(workbook: Workbook, remarks: Sequence[Remark], words: MarkingWords) -> None:
    by_cell: Mapping[tuple[str, str], list[Remark]] = defaultdict(list)
    for remark in remarks:
        if remark.cell and _is_worksheet(workbook, remark.sheet):
            cell = _seen_cell(workbook[remark.sheet], remark.cell)
            by_cell[remark.sheet, cell].append(remark)
    for (sheet, cell), of_cell in by_cell.items():
        _mark(workbook[sheet][cell], of_cell, words.author)


def _is_worksheet(workbook: Workbook, sheet: str | None) -> bool:
    return sheet in workbook.sheetnames and isinstance(workbook[sheet], Worksheet)


def _seen_cell(sheet: Worksheet, cell: str) -> str:
    """Within a merged range only the first cell can be marked."""
    row, column = position(cell)
    for area in sheet.merged_cells.ranges:
        if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col:
            return address(area.min_row, area.min_col)
    return cell


def _mark(cell: Cell, remarks: Sequence[Remark], author: str) -> None:
    worst = Severity.ERROR if _has_error(remarks) else Severity.WARNING
    cell.fill = PatternFill("solid", start_color=_GROUNDS[worst], end_color=_GROUNDS[worst])
    before = [cell.comment.text] if cell.comment else []
    text = "\n".join([*before, *(remark.sentence for remark in remarks)])
    lines = sum(1 + len(line) // _LETTERS_PER_LINE for line in text.split("\n"))
    cell.comment = Comment(text, author, width=_COMMENT_WIDTH, height=_LINE_HEIGHT * (lines + 1))


def _has_error(remarks: Sequence[Remark]) -> bool:
    return any(remark.severity is Severity.ERROR for remark in remarks)


def _list_remarks(workbook: Workbook, remarks: Sequence[Remark], words: MarkingWords) -> None:
    _remove_old_list(workbook, words)
    # openpyxl adds a number when the person has a sheet of this name.
    sheet = workbook.create_sheet(words.sheet, 0)
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    _write(sheet, 1, 1, _Text(words.title, bold=True, size=14, wrap=False))
    for column, title in enumerate(
        (words.number, words.place, words.severity, words.sentence), start=1
    ):
        cell = _write(sheet, 3, column, _Text(title, bold=True))
        cell.fill = PatternFill("solid", start_color=_SAND, end_color=_SAND)
    for number, remark in enumerate(remarks, start=1):
        _list_one(workbook, sheet, number, remark, words)
    sheet.freeze_panes = "A4"
    _set_page(sheet)
    _show_first(workbook)


def _remove_old_list(workbook: Workbook, words: MarkingWords) -> None:
    """A marked copy that comes back gets a new list, not a second one."""
    if _is_worksheet(workbook, words.sheet) and workbook[words.sheet]["A1"].value == words.title:
        del workbook[words.sheet]


@dataclass(frozen=True)
class _Text:
    text: str
    bold: bool = False
    size: int = 12
    colour: str = _INK
    wrap: bool = True


def _write(sheet: Worksheet, row: int, column: int, text: _Text) -> Cell:
    cell = sheet.cell(row, column, text.text)
    # Whatever a sentence quotes, it is never a formula.
    cell.data_type = "s"
    cell.font = Font(name=_FACE, size=text.size, bold=text.bold, color=text.colour)
    cell.alignment = Alignment(vertical="top", wrap_text=text.wrap)
    return cell


def _list_one(
    workbook: Workbook, sheet: Worksheet, number: int, remark: Remark, words: MarkingWords
) -> None:
    row, is_error = number + 3, remark.severity is Severity.ERROR
    _write(sheet, row, 1, _Text(str(number)))
    reachable = bool(remark.cell) and _is_worksheet(workbook, remark.sheet)
    place = " ".join(part for part in (remark.sheet, remark.cell) if part) or words.whole_file
    cell = _write(sheet, row, 2, _Text(place, colour=_LINK if reachable else _INK))
    if reachable:
        target = f"{quote_sheetname(remark.sheet)}!{remark.cell}"
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
    severity = words.error if is_error else words.warning
    _write(sheet, row, 3, _Text(severity, colour=_RED if is_error else _INK))
    _write(sheet, row, 4, _Text(remark.sentence))


def _set_page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "3:3"


def _show_first(workbook: Workbook) -> None:
    workbook.active = 0
    for sheet in workbook.worksheets[1:]:
        # Two selected tabs would be edited together.
        sheet.sheet_view.tabSelected = False

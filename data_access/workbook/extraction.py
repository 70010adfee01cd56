"""Turns the bytes of a workbook into plain cells, inside the worker. Knows Excel, knows no form."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data_access.workbook import limits, sniffing
from data_access.workbook.archive import check_inflated, open_archive
from data_access.workbook.book import CellKind
from data_access.workbook.frames import Header
from data_access.workbook.unfit import Unfit, too_large
from data_access.workbook.unshown import Unshown
from data_access.workbook.unshown_ods import unshown_in_ods
from data_access.workbook.unshown_xls import unshown_in_xls
from data_access.workbook.unshown_xlsx import unshown_in_xlsx
from scoring.issues import Code

WireCell = tuple[int, int, str, str]
CalamineValue = int | float | str | bool | time | date | datetime | timedelta


def extract(content: bytes) -> Header:
    """All sheets, ready to be sent; raises Unfit when the file is not one we read."""
    unshown = _unshown(content, recognise(content))
    sheets, cells = [], 0
    for metadata, index in _worksheets(workbook := _opened(content)):
        aside = unshown.get(metadata.name, Unshown())
        found = _merge_in(_shown(workbook.get_sheet_by_index(index)), aside)
        cells += len(found)
        if cells > limits.CELLS:
            raise too_large("cells", f"> {limits.CELLS}", limits.CELLS)
        hidden = metadata.visible != SheetVisibleEnum.Visible
        sheets.append([metadata.name, hidden, found, aside.merged])
    return {"sheets": sheets}


def recognise(content: bytes) -> str:
    """The format, after every bound was checked; raises Unfit for what is no workbook."""
    kind = sniffing.first_look(content)
    if kind == sniffing.ZIP:
        archive = open_archive(content)
        kind = sniffing.kind_in_zip(archive)
        if kind in (sniffing.XLSX, sniffing.XLSB, sniffing.ODS):
            check_inflated(archive, len(content))
    elif kind == sniffing.OLE:
        kind = sniffing.kind_in_ole(content)
    if kind == sniffing.ENCRYPTED:
        raise Unfit(Code.FILE_ENCRYPTED)
    if kind not in (sniffing.XLSX, sniffing.XLSB, sniffing.ODS, sniffing.XLS):
        raise Unfit(Code.FILE_NOT_A_WORKBOOK, kind=kind)
    return kind


def _unshown(content: bytes, kind: str) -> dict[str, Unshown]:
    # xlsb keeps its formats in a binary part of its own: values only.
    seekers = {
        sniffing.XLSX: unshown_in_xlsx,
        sniffing.ODS: unshown_in_ods,
        sniffing.XLS: unshown_in_xls,
    }
    found = seekers[kind](content) if kind in seekers else {}
    merged = max((len(aside.merged) for aside in found.values()), default=0)
    if merged > limits.MERGED_RANGES:
        raise too_large("merged", merged, limits.MERGED_RANGES)
    return found


def _opened(content: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(BytesIO(content))
    except PasswordError as locked:
        raise Unfit(Code.FILE_ENCRYPTED) from locked


def _worksheets(workbook: CalamineWorkbook) -> Iterator[tuple[object, int]]:
    if (sheets := len(workbook.sheet_names)) > limits.SHEETS:
        raise too_large("sheets", sheets, limits.SHEETS)
    for index, metadata in enumerate(workbook.sheets_metadata):
        if metadata.typ == SheetTypeEnum.WorkSheet:
            yield metadata, index


def _shown(sheet: CalamineSheet) -> Iterator[WireCell]:
    if sheet.start is None:
        return
    first_row, first_column = (number + 1 for number in sheet.start)
    for row, values in enumerate(sheet.to_python(nrows=limits.ROWS), start=first_row):
        if row > limits.ROWS:
            return
        for column, value in enumerate(values[: limits.COLUMNS], start=first_column):
            if value != "" and column <= limits.COLUMNS:
                yield (row, column, *_plain(value))


def _plain(value: CalamineValue) -> tuple[str, str]:
    if isinstance(value, str):
        return CellKind.TEXT, value
    if isinstance(value, bool):
        return CellKind.BOOLEAN, str(int(value))
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, date):
        return CellKind.DATE, value.isoformat()
    return CellKind.TEXT, str(value)


def _number(value: int | float) -> tuple[str, str]:
    if not isfinite(value):
        return CellKind.ERROR, str(value)
    # Fifteen digits are all that Excel keeps of a typed number and all it shows of a computed one:
    # 0.1 stays 0.1, and =0.1+0.2 is 0.3 as on the screen.
    return CellKind.NUMBER, str(value) if isinstance(value, int) else format(value, ".15g")


def _merge_in(shown: Iterator[WireCell], aside: Unshown) -> list[WireCell]:
    found = {
        (row, column): (row, column, _percent(kind, (row, column) in aside.percents), text)
        for row, column, kind, text in shown
    }
    for kind, texts in (
        (CellKind.ERROR, aside.errors),
        (CellKind.FORMULA_WITHOUT_VALUE, aside.formulas),
    ):
        for (row, column), text in texts.items():
            if row <= limits.ROWS and column <= limits.COLUMNS:
                found[row, column] = (row, column, kind, text)
    return list(found.values())


def _percent(kind: str, is_percent: bool) -> str:
    return CellKind.PERCENT if is_percent and kind == CellKind.NUMBER else kind

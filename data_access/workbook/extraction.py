"""Turns the bytes of a workbook into plain cells, inside the worker. Knows Excel, knows no form."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

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
from data_access.workbook.legacy_fonts import looks_legacy
from data_access.workbook.old_xls import sheets_in_xls
from data_access.workbook.strays import without_empty_rows, without_strays
from data_access.workbook.unfit import Unfit, too_large
from data_access.workbook.unshown import Unshown
from data_access.workbook.unshown_ods import unshown_in_ods
from data_access.workbook.unshown_xlsx import unshown_in_xlsx
from data_access.workbook.wire import WireCell, WireSheet, in_unicode, plain_number
from scoring.issues import Code

CalamineValue = int | float | str | bool | time | date | datetime | timedelta
UnshownBySheet = dict[str, Unshown]

_LONGEST_SHOWN = 80


def extract(content: bytes) -> Header:
    """All sheets, ready to be sent; raises Unfit when the file is not one we read."""
    kind = recognise(content)
    sheets, since_1904 = (
        sheets_in_xls(content) if kind == sniffing.XLS else _by_calamine(content, kind)
    )
    _check_sizes(sheets)
    if kind == sniffing.XLSB:
        _check_letters(sheets)
    plain = [[sheet.name, sheet.hidden, sheet.cells, sheet.merged] for sheet in sheets]
    return {"sheets": plain, "since_1904": since_1904}


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
    if kind in sniffing.SAVED_OTHERWISE:
        raise Unfit(Code.FILE_NOT_SAVED_AS_XLSX, kind=kind)
    if kind not in (sniffing.XLSX, sniffing.XLSB, sniffing.ODS, sniffing.XLS):
        raise Unfit(Code.FILE_NOT_A_WORKBOOK, kind=kind)
    return kind


def _by_calamine(content: bytes, kind: str) -> tuple[list[WireSheet], bool]:
    if kind == sniffing.XLSX:
        content = without_empty_rows(content)
    unshown, since_1904 = _unshown(content, kind)
    if sparse := {name for name, aside in unshown.items() if _area(aside) > limits.CELLS}:
        content = without_strays(content, kind, sparse)
        unshown, _ = _unshown(content, kind)
    _check_unshown(unshown)
    sheets = []
    for metadata, index in _worksheets(workbook := _opened(content)):
        aside = unshown.get(metadata.name, Unshown())
        shown = _shown(workbook.get_sheet_by_index(index), aside)
        cells = in_unicode(_merge_in(shown, aside), aside)
        hidden = metadata.visible != SheetVisibleEnum.Visible
        sheets.append(WireSheet(metadata.name, hidden, cells, aside.merged))
    return sheets, since_1904


def _unshown(content: bytes, kind: str) -> tuple[UnshownBySheet, bool]:
    # xlsb keeps its formats in a binary part of its own: values only.
    seekers = {sniffing.XLSX: unshown_in_xlsx, sniffing.ODS: unshown_in_ods}
    return seekers[kind](content) if kind in seekers else ({}, False)


def _area(aside: Unshown) -> int:
    rows, columns = aside.extent.size
    return rows * columns


def _check_unshown(unshown: UnshownBySheet) -> None:
    for aside in unshown.values():
        if _area(aside) > limits.ROWS * limits.COLUMNS:
            rows, columns = aside.extent.size
            raise too_large("box", f"{rows} × {columns}", f"{limits.ROWS} × {limits.COLUMNS}")


def _check_sizes(sheets: list[WireSheet]) -> None:
    for kind, count, most in (
        ("sheets", len(sheets), limits.SHEETS),
        ("cells", sum(len(sheet.cells) for sheet in sheets), limits.CELLS),
        ("merged", max((len(sheet.merged) for sheet in sheets), default=0), limits.MERGED_RANGES),
    ):
        if count > most:
            raise too_large(kind, count, most)


def _check_letters(sheets: list[WireSheet]) -> None:
    """Without fonts, text in old ones cannot be read: ask for a format that names them."""
    texts = (text for sheet in sheets for _, _, kind, text in sheet.cells if kind == CellKind.TEXT)
    garbled = next(filter(looks_legacy, texts), None)
    if garbled is not None:
        raise Unfit(Code.LEGACY_TEXT_IN_XLSB, value=garbled[:_LONGEST_SHOWN])


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


def _shown(sheet: CalamineSheet, aside: Unshown) -> Iterator[WireCell]:
    if sheet.start is None:
        return
    first_row, first_column = (number + 1 for number in sheet.start)
    for row, values in enumerate(sheet.to_python(nrows=limits.ROWS), start=first_row):
        if row > limits.ROWS:
            return
        for column, value in enumerate(values[: limits.COLUMNS], start=first_column):
            if value != "" and column <= limits.COLUMNS:
                yield (row, column, *_plain(value, (row, column), aside))


def _plain(value: CalamineValue, place: tuple[int, int], aside: Unshown) -> tuple[str, str]:
    if isinstance(value, str):
        return CellKind.TEXT, value
    if isinstance(value, bool):
        return CellKind.BOOLEAN, str(int(value))
    if isinstance(value, int | float):
        return plain_number(value, is_percent=place in aside.percents)
    if isinstance(value, date):
        return CellKind.DATE, value.isoformat()
    return CellKind.TEXT, str(value)


def _merge_in(shown: Iterator[WireCell], aside: Unshown) -> list[WireCell]:
    found = {(cell[0], cell[1]): cell for cell in shown}
    for kind, texts in (
        (CellKind.ERROR, aside.errors),
        (CellKind.FORMULA_WITHOUT_VALUE, aside.formulas),
    ):
        for (row, column), text in texts.items():
            if row <= limits.ROWS and column <= limits.COLUMNS:
                found[row, column] = (row, column, kind, text)
    return list(found.values())

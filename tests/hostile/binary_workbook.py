"""A minimal xlsb, written record by record: no program here saves that format."""

import struct
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from data_access.workbook.book import Book, Cell, CellKind, Sheet

_ROW, _REAL, _STRING = 0x00, 0x05, 0x06
_BEGIN_SHEET, _END_SHEET, _DIMENSION = 0x81, 0x82, 0x94
_BEGIN_DATA, _END_DATA = 0x91, 0x92
_BEGIN_BOOK, _END_BOOK, _PROPERTIES = 0x83, 0x84, 0x99
_BEGIN_SHEETS, _END_SHEETS, _BUNDLED_SHEET = 0x8F, 0x90, 0x9C
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def as_xlsb(book: Book) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_TYPES}"><Default Extension="bin" '
            'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
        )
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.bin")]))
        parts = [("worksheet", f"worksheets/sheet{n}.bin") for n in range(1, 1 + len(book.sheets))]
        archive.writestr("xl/_rels/workbook.bin.rels", _relations(parts))
        archive.writestr("xl/workbook.bin", _workbook(book))
        for number, sheet in enumerate(book.sheets, start=1):
            archive.writestr(f"xl/worksheets/sheet{number}.bin", b"".join(_sheet(sheet)))
    return stream.getvalue()


def _relations(targets: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{lines}</Relationships>'


def _workbook(book: Book) -> bytes:
    bundled = b"".join(
        _record(
            _BUNDLED_SHEET,
            struct.pack("<II", 2 * sheet.hidden, number)
            + _wide(f"rId{number}")
            + _wide(sheet.name),
        )
        for number, sheet in enumerate(book.sheets, start=1)
    )
    return b"".join(
        (
            _record(_BEGIN_BOOK),
            _record(_PROPERTIES, bytes(12)),
            _record(_BEGIN_SHEETS),
            bundled,
            _record(_END_SHEETS),
            _record(_END_BOOK),
        )
    )


def _sheet(sheet: Sheet) -> Iterator[bytes]:
    rows = sorted({row for row, _ in sheet.cells})
    last = max((column for _, column in sheet.cells), default=1)
    yield _record(_BEGIN_SHEET)
    yield _record(_DIMENSION, struct.pack("<IIII", 0, max(rows, default=1) - 1, 0, last - 1))
    yield _record(_BEGIN_DATA)
    for row in rows:
        yield _record(_ROW, struct.pack("<I", row - 1) + bytes(13))
        for column in range(1, last + 1):
            if (row, column) in sheet.cells:
                yield _cell(column - 1, sheet.cells[row, column])
    yield _record(_END_DATA)
    yield _record(_END_SHEET)


def _cell(column: int, cell: Cell) -> bytes:
    head = struct.pack("<II", column, 0)
    if cell.kind is CellKind.NUMBER:
        return _record(_REAL, head + struct.pack("<d", float(cell.value)))
    return _record(_STRING, head + _wide(cell.text))


def _wide(text: str) -> bytes:
    encoded = text.encode("utf-16-le")
    return struct.pack("<I", len(encoded) // 2) + encoded


def _record(kind: int, body: bytes = b"") -> bytes:
    """Kind and length are written seven bits at a time; kinds are given with their high bit."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind, 1])
    size, length = len(body), b""
    while size >= 0x80:
        length += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + length + bytes([size]) + body

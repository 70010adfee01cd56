"""The same small return as every program here would save it: the ground for all damage."""

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import xlsxwriter

from data_access.workbook.book import Book, Cell, CellKind, Sheet, address
from data_access.workbook.reading import read_book
from tests.hostile import binary_workbook, office

_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)


def every_format(template: bytes, filled: bytes) -> Mapping[str, bytes]:
    """By name. `template` is xlsxwriter's work and `filled` openpyxl's; LibreOffice's are left out
    where it is not installed."""
    book, issues = read_book("bieu.xlsx", filled)
    assert book is not None, issues
    made = {
        "template.xlsx": template,
        "openpyxl.xlsx": filled,
        "xlsxwriter.xlsx": _as_xlsx(book),
        "by-hand.ods": _as_ods(book),
        "by-hand.xlsb": binary_workbook.as_xlsb(book),
    }
    return made | {
        f"libreoffice.{suffix}": content
        for suffix in ("xlsx", "ods", "xls")
        if (content := office.converted(filled, suffix)) is not None
    }


def _as_xlsx(book: Book) -> bytes:
    """With what the template lacks: shared strings, merges, comments, links, formulas, errors."""
    stream = BytesIO()
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True})
    percent = workbook.add_format({"num_format": "0.0%"})
    for sheet in book.sheets:
        page = workbook.add_worksheet(sheet.name)
        for (row, column), cell in sheet.cells.items():
            value = float(cell.value) if cell.kind is CellKind.NUMBER else cell.text
            page.write(row - 1, column - 1, value)
        page.write_comment("A1", "Ý kiến")
        page.merge_range("Z1:AB3", "Gộp")
        page.write_formula("Z5", "=1/0", None, "#DIV/0!")
        page.write_number("Z6", 0.5, percent)
        page.write_url("Z7", "internal:A1", string="Liên kết")
    workbook.define_name("Tên", "=Sheet1!$A$1")
    workbook.close()
    return stream.getvalue()


def _as_ods(book: Book) -> bytes:
    tables = "".join(map(_ods_table, book.sheets))
    content = (
        f"<office:document-content {_SPACES}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_SPREADSHEET}"/>'
        "</manifest:manifest>"
    )
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _SPREADSHEET, ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return stream.getvalue()


def _ods_table(sheet: Sheet) -> str:
    rows = range(1, 1 + max((row for row, _ in sheet.cells), default=0))
    columns = range(1, 1 + max((column for _, column in sheet.cells), default=0))
    lines = (
        "".join(_ods_cell(sheet.cells.get((row, column))) for column in columns) for row in rows
    )
    body = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    return f'<table:table table:name="{escape(sheet.name)}">{body}</table:table>'


def _ods_cell(cell: Cell | None) -> str:
    if cell is None:
        return "<table:table-cell/>"
    text = f"<text:p>{escape(cell.text)}</text:p>"
    if cell.kind is CellKind.NUMBER:
        kind = f'office:value-type="float" office:value="{cell.value}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}>{text}</table:table-cell>"


def cells_of(book: Book) -> Mapping[str, str]:
    """What is read, to compare one format with another."""
    return {
        f"{sheet.name}!{address(*place)}": cell.text.strip()
        for sheet in book.sheets
        for place, cell in sheet.cells.items()
        if not cell.is_blank
    }

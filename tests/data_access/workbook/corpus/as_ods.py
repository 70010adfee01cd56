"""A table as an ods, written by hand as LibreOffice writes it."""

import re
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from data_access.workbook.book import position
from tests.data_access.workbook.corpus.tables import Table, Typed

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("svg", "svg-compatible"),
        ("fo", "xsl-fo-compatible"),
    )
)
_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
_MIMETYPE = "application/vnd.oasis.opendocument."
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIMETYPE}spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def as_ods(table: Table) -> bytes:
    null_date = '<table:null-date table:date-value="1904-01-01"/>' if table.since_1904 else ""
    return packed(
        f"{_faces(table)}<office:automatic-styles>{_styles(table)}</office:automatic-styles>"
        "<office:body><office:spreadsheet>"
        f"<table:calculation-settings>{null_date}</table:calculation-settings>"
        f"<table:table table:name={quoteattr(table.name)}>{_rows(table)}</table:table>"
        "</office:spreadsheet></office:body>"
    )


def packed(body: str, kind: str = "spreadsheet") -> bytes:
    """An OpenDocument file of this content."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIMETYPE + kind)
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} {_CALC}>'
            f"{body}</office:document-content>",
        )
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return stream.getvalue()


def _faces(table: Table) -> str:
    faces = (
        f'<style:font-face style:name="F{number}" svg:font-family={quoteattr(repr(font))}/>'
        for number, font in enumerate(table.fonts)
    )
    return f"<office:font-face-decls>{''.join(faces)}</office:font-face-decls>"


def _styles(table: Table) -> str:
    return "".join(
        f'<style:style style:name="{prefix}{number}" style:family="{family}">'
        f'<style:text-properties style:font-name="F{number}"/></style:style>'
        for number in range(len(table.fonts))
        for prefix, family in (("ce", "table-cell"), ("T", "text"))
    )


def _rows(table: Table) -> str:
    last = max((row for row, _ in table.cells), default=0)
    return "".join(_row(table, row) for row in range(1, last + 1))


def _row(table: Table, row: int) -> str:
    hidden = ' table:visibility="collapse"' if row in table.hidden_rows else ""
    last = max((column for number, column in table.cells if number == row), default=1)
    cells = "".join(_cell(table, row, column) for column in range(1, last + 1))
    return f"<table:table-row{hidden}>{cells}</table:table-row>"


def _cell(table: Table, row: int, column: int) -> str:
    typed = table.cells.get((row, column))
    if typed is None:
        return "<table:table-cell/>"
    style = f' table:style-name="ce{table.fonts.index(typed.font)}"' if typed.font else ""
    attributes, shown = _value(table, typed)
    return (
        f"<table:table-cell{style}{attributes}{_span(table, row, column)}>{shown}"
        "</table:table-cell>"
    )


def _value(table: Table, typed: Typed) -> tuple[str, str]:
    if typed.kind == "s":
        return ' office:value-type="string"', _paragraphs(table, typed)
    if typed.kind == "f":
        return f" table:formula={quoteattr('of:' + typed.text)}", ""
    kind, attribute = {
        "n": ("float", "value"),
        "p": ("percentage", "value"),
        "d": ("date", "date-value"),
        "b": ("boolean", "boolean-value"),
        "e": ("string", "string-value"),
    }[typed.kind]
    value = {"b": "true" if typed.text == "1" else "false", "e": ""}.get(typed.kind, typed.text)
    error = ' calcext:value-type="error"' if typed.kind == "e" else ""
    return f' office:value-type="{kind}" office:{attribute}="{value}"{error}', (
        f"<text:p>{escape(typed.text)}</text:p>"
    )


def _paragraphs(table: Table, typed: Typed) -> str:
    shown = "".join(
        _span_of_text(table, font, text) if len(typed.runs) > 1 else _plain(text)
        for font, text in typed.runs or (("", typed.text),)
    )
    return f"<text:p>{shown}</text:p>".replace("\n", "</text:p><text:p>")


def _span_of_text(table: Table, font: str, text: str) -> str:
    number = table.fonts.index(font or "Times New Roman")
    return f'<text:span text:style-name="T{number}">{_plain(text)}</text:span>'


def _plain(text: str) -> str:
    # A space at the edge, or beside another, is an element of its own.
    return re.sub(r"^ | $|(?<= ) ", "<text:s/>", escape(text))


def _span(table: Table, row: int, column: int) -> str:
    for area in table.merged:
        first, last = (position(corner) for corner in area.split(":"))
        if first == (row, column):
            down, across = last[0] - row + 1, last[1] - column + 1
            return f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
    return ""

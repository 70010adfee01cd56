"""Takes the cells in which nothing is seen out of sheets that they make enormous: one stray space
in the last row of a sheet must neither refuse the file nor cost gigabytes."""

import re
from collections.abc import Callable, Set
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from data_access.workbook import limits, sniffing
from data_access.workbook.archive import plain_name
from data_access.workbook.ods_names import OFFICE, TABLE
from data_access.workbook.text import is_blank
from data_access.workbook.unfit import too_large
from data_access.workbook.workbook_xml import SECURE, Parts, blank_strings, sheet_parts, text_of

Cleaned = dict[str, bytes]

_SHEETS = "xl/worksheets/"
_LARGE = limits.MEBIBYTE
_EMPTY_CELL = rb'<c r="[A-Z]++[0-9]++"[^<>]*+(?<=/)>'
_EMPTY_ROW = rb'<row r="[0-9]++"[^<>]*+(?:(?<=/)>|(?<!/)>(?:%b)*+</row>)' % _EMPTY_CELL
# Many at a time, and never going back: a million matches, or a million ways to match, are slow.
_EMPTY_ROWS = re.compile(rb"(?:%b){1,5000}+" % _EMPTY_ROW)
# A sheet larger than this is taken for what it says it is: its tree would fill the memory.
_LARGEST = 20 * limits.MEBIBYTE


def without_empty_rows(content: bytes) -> bytes:
    """Borders drawn down to row 1,048,576 are a million rows of nothing: taken out as bytes, before
    any XML is read. Only what names its own place is taken: nothing else may move."""
    with ZipFile(BytesIO(content)) as archive:
        large = [
            entry.filename
            for entry in archive.infolist()
            if entry.file_size > _LARGE and plain_name(entry.filename).startswith(_SHEETS)
        ]
        if not large:
            return content
        cleaned = {plain_name(name): _EMPTY_ROWS.sub(b"", archive.read(name)) for name in large}
        return _rewritten(archive, cleaned)


def _rewritten(archive: ZipFile, cleaned: Cleaned) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as rewritten:
        for name in archive.namelist():
            part = cleaned.get(plain_name(name))
            rewritten.writestr(name, archive.read(name) if part is None else part)
    return stream.getvalue()


def without_strays(content: bytes, kind: str, sheets: Set[str]) -> bytes:
    """The workbook again; `sheets` are the names of those that are too large to be true."""
    with ZipFile(BytesIO(content)) as archive:
        clean = _clean_xlsx if kind == sniffing.XLSX else _clean_ods
        return _rewritten(archive, clean(Parts(archive), sheets))


def _clean_xlsx(parts: Parts, sheets: Set[str]) -> Cleaned:
    blanks = blank_strings(parts)

    def is_stray(cell: etree._Element) -> bool:
        if cell.get("t") == "s":
            return cell.findtext("{*}v", "") in blanks
        inline = cell.find("{*}is")
        text = cell.findtext("{*}v", "") if inline is None else text_of(inline)
        return cell.get("t") in ("str", "inlineStr") and is_blank(text)

    named = sheet_parts(parts, parts.tree("xl/workbook.xml"))
    return {
        part: _without(parts.read(part), "{*}row", is_stray)
        for name, part in named
        if name in sheets
    }


def _clean_ods(parts: Parts, sheets: Set[str]) -> Cleaned:
    body = parts.read("content.xml")
    return {"content.xml": _without(body, f"{TABLE}table-row", _is_stray_in_ods)}


def _is_stray_in_ods(cell: etree._Element) -> bool:
    typed = cell.get(f"{OFFICE}value-type") or ("formula" if cell.get(f"{TABLE}formula") else "")
    return typed in ("", "string") and is_blank("".join(cell.itertext()))


def _without(part: bytes, row_tag: str, is_stray: Callable[[etree._Element], bool]) -> bytes:
    if len(part) > _LARGEST:
        raise too_large("box", "> 20.000 × 200", f"{limits.ROWS} × {limits.COLUMNS}")
    tree = etree.fromstring(part, etree.XMLParser(**SECURE))
    for row in tree.iter(row_tag):
        for cell in row:
            if len(cell) and is_stray(cell):
                _empty(cell)
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True)


def _empty(cell: etree._Element) -> None:
    """It keeps its place: the cells beside it count on it."""
    for part in list(cell):
        cell.remove(part)
    for attribute in (f"{OFFICE}value-type", "t"):
        cell.attrib.pop(attribute, None)

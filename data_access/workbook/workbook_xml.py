"""Finds its way in the parts of an xlsx: sheets, styles, strings. Reads no cell."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from data_access.workbook.archive import plain_name
from data_access.workbook.legacy_fonts import Run, is_legacy, names_legacy_font
from data_access.workbook.text import is_blank

SECURE = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}
_BUILT_IN_PERCENTS = frozenset({9, 10})
# A percent sign inside quotes or after a backslash is only printed, it does not scale.
_PRINTED_ONLY = re.compile(r'"[^"]*"|\\.|_.')


class Parts:
    """The archive with its parts under the names they are looked for by."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = {plain_name(name): name for name in archive.namelist()}

    def __contains__(self, part: str) -> bool:
        return part in self._names

    def read(self, part: str) -> bytes:
        return self._archive.read(self._names[part]) if part in self._names else b""

    def tree(self, part: str) -> etree._Element:
        return etree.fromstring(self.read(part), etree.XMLParser(**SECURE))


def sheet_parts(parts: Parts, workbook: etree._Element) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the part it is kept in."""
    relations = parts.tree("xl/_rels/workbook.xml.rels")
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in relations.iterfind("{*}Relationship")
    }
    for sheet in workbook.iterfind("{*}sheets/{*}sheet"):
        target = targets.get(_relation_of(sheet), "")
        part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/").lower()
        if part in parts:
            yield sheet.get("name", ""), part


def _relation_of(sheet: etree._Element) -> str | None:
    # The namespace of r:id differs between the two dialects of the format.
    return next((value for key, value in sheet.items() if key.endswith("}id")), None)


def counts_from_1904(workbook: etree._Element) -> bool:
    properties = workbook.find("{*}workbookPr")
    return properties is not None and properties.get("date1904", "0") in ("1", "true", "on")


@dataclass(frozen=True)
class CellStyles:
    """The cell styles, by index, that show percentages, and those in an old font."""

    percents: frozenset[str]
    fonts: Mapping[str, str]


def cell_styles(parts: Parts) -> CellStyles:
    if "xl/styles.xml" not in parts:
        return CellStyles(frozenset(), {})
    styles = parts.tree("xl/styles.xml")
    formats = {
        number_format.get("numFmtId"): number_format.get("formatCode", "")
        for number_format in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    fonts = [_font_name(font) for font in styles.iterfind("{*}fonts/{*}font")]
    legacy = {str(index): name for index, name in enumerate(fonts) if is_legacy(name)}
    cells = [(str(i), xf) for i, xf in enumerate(styles.iterfind("{*}cellXfs/{*}xf"))]
    return CellStyles(
        frozenset(i for i, xf in cells if is_percent(xf.get("numFmtId", "0"), formats)),
        {i: legacy[number] for i, xf in cells if (number := xf.get("fontId", "0")) in legacy},
    )


def _font_name(font: etree._Element) -> str:
    """`name` in a style, `rFont` in a stretch of text."""
    named = next((part for part in font if etree.QName(part).localname in ("name", "rFont")), None)
    return "" if named is None else named.get("val", "")


def is_percent(number: str, formats: Mapping[str, str]) -> bool:
    if number in formats:
        return "%" in _PRINTED_ONLY.sub("", formats[number])
    return number.isdigit() and int(number) in _BUILT_IN_PERCENTS


def strings_in_several_fonts(parts: Parts, styles: CellStyles) -> Mapping[str, tuple[Run, ...]]:
    """By index, the shared strings that change their font; none where no font is an old one."""
    content = parts.read("xl/sharedstrings.xml")
    if not styles.fonts and not names_legacy_font(content):
        return {}
    runs = ((str(index), runs_of(item)) for index, item in enumerate(_shared_strings(content)))
    return {index: found for index, found in runs if found}


def blank_strings(parts: Parts) -> frozenset[str]:
    """The indexes of the shared strings in which nothing can be seen."""
    items = _shared_strings(parts.read("xl/sharedstrings.xml"))
    return frozenset(str(i) for i, item in enumerate(items) if is_blank(text_of(item)))


def _shared_strings(content: bytes) -> Iterator[etree._Element]:
    if not content:
        return
    for _, item in etree.iterparse(BytesIO(content), tag="{*}si", **SECURE):
        yield item
        item.clear()


def runs_of(item: etree._Element) -> tuple[Run, ...]:
    """A stretch without a font of its own, "", has that of its cell."""
    return tuple(Run(_run_font(run), run.findtext("{*}t") or "") for run in item.iterfind("{*}r"))


def _run_font(run: etree._Element) -> str:
    properties = run.find("{*}rPr")
    return "" if properties is None else _font_name(properties)


def text_of(item: etree._Element) -> str:
    """Without the phonetic guide that East Asian versions keep beside it."""
    texts = (*item.iterfind("{*}t"), *item.iterfind("{*}r/{*}t"))
    return "".join(text.text or "" for text in texts)

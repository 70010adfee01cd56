"""One pass over the XML of an ods for what calamine hides."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from data_access.workbook import limits
from data_access.workbook.unshown import Unshown

_SECURE = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"


def unshown_in_ods(content: bytes) -> dict[str, Unshown]:
    with ZipFile(BytesIO(content)) as archive:
        return _by_sheet(archive.read("content.xml"))


def _by_sheet(content: bytes) -> dict[str, Unshown]:
    sheets, found, row = {}, Unshown(), 1
    tags = (f"{_TABLE}table", f"{_TABLE}table-row")
    for event, element in etree.iterparse(
        BytesIO(content), events=("start", "end"), tag=tags, **_SECURE
    ):
        if element.tag == tags[0]:
            if event == "start":
                found, row = Unshown(), 1
                sheets[element.get(f"{_TABLE}name", "")] = found
        elif event == "end":
            repeated = _count(element, "number-rows-repeated")
            _note_row(found, element, row, min(repeated, limits.ROWS))
            row += repeated
            element.clear()
    return sheets


def _count(element: etree._Element, name: str) -> int:
    return int(element.get(f"{_TABLE}{name}", "1"))


def _note_row(found: Unshown, element: etree._Element, row: int, repeated: int) -> None:
    for column, cell in _cells(element):
        last_row = row + _count(cell, "number-rows-spanned") - 1
        last_column = column + _count(cell, "number-columns-spanned") - 1
        if (last_row, last_column) != (row, column):
            found.merged.append((row, column, last_row, last_column))
        for place in ((row + down, column) for down in range(repeated)):
            _note(found, place, cell)


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    column = 1
    for cell in row:
        repeated = _count(cell, "number-columns-repeated")
        # A blank stretch to the end of the sheet is one element that repeats.
        if len(cell) or cell.get(f"{_OFFICE}value-type"):
            for across in range(min(repeated, limits.COLUMNS)):
                yield column + across, cell
        column += repeated


def _note(found: Unshown, place: tuple[int, int], cell: etree._Element) -> None:
    kind = cell.get(f"{_OFFICE}value-type")
    if cell.get(f"{_CALC}value-type") == "error":
        found.errors[place] = "".join(cell.itertext()).strip() or "#ERROR!"
    elif kind == "percentage":
        found.percents.add(place)
    elif kind is None and cell.get(f"{_TABLE}formula"):
        found.formulas[place] = cell.get(f"{_TABLE}formula", "=")

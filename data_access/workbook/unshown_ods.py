"""One pass over the XML of an ods for what calamine hides."""

from collections.abc import Iterator
from io import BytesIO
from itertools import product
from zipfile import ZipFile

from lxml import etree

from data_access.workbook import limits
from data_access.workbook.archive import plain_name
from data_access.workbook.book import Position
from data_access.workbook.legacy_fonts import Run, is_legacy, names_legacy_font
from data_access.workbook.ods_fonts import FontsByStyle, fonts_by_style
from data_access.workbook.ods_names import CALC, OFFICE, TABLE, TEXT
from data_access.workbook.unfit import too_large
from data_access.workbook.unshown import Unshown
from data_access.workbook.workbook_xml import SECURE

_PARAGRAPH, _SPAN = f"{TEXT}p", f"{TEXT}span"
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}


def unshown_in_ods(content: bytes) -> tuple[dict[str, Unshown], bool]:
    """By sheet; and whether the workbook counts its days from 1904."""
    with ZipFile(BytesIO(content)) as archive:
        names = {plain_name(name): name for name in archive.namelist()}
        body = archive.read("content.xml")
        shared = archive.read(names["styles.xml"]) if "styles.xml" in names else b""
    fonts: FontsByStyle | None = None
    if names_legacy_font(body) or names_legacy_font(shared):
        fonts = fonts_by_style(shared, body)
    return _by_sheet(body, fonts), _counts_from_1904(body)


def _counts_from_1904(body: bytes) -> bool:
    # Its place is before the first sheet; the words are looked for, the XML is not walked twice.
    found = body.find(b"null-date")
    return found >= 0 and b"1904-01-01" in body[found : found + 200]


def _by_sheet(body: bytes, fonts: FontsByStyle | None) -> dict[str, Unshown]:
    sheets, walk = {}, _Walk(Unshown(), {}, fonts)
    tags = (f"{TABLE}table", f"{TABLE}table-column", f"{TABLE}table-row")
    events = etree.iterparse(BytesIO(body), events=("start", "end"), tag=tags, **SECURE)
    for event, element in events:
        if element.tag == tags[0]:
            if event == "start":
                walk = _Walk(Unshown(), {}, fonts)
                sheets[element.get(f"{TABLE}name", "")] = walk.found
        elif event == "end" and element.tag == tags[1]:
            walk.take_column(element)
        elif event == "end":
            walk.take_row(element)
            element.clear()
    return sheets


def _count(element: etree._Element, name: str) -> int:
    return int(element.get(f"{TABLE}{name}", "1"))


class _Walk:
    """Down one sheet: the row reached, and the style of cells that name none."""

    def __init__(
        self, found: Unshown, column_styles: dict[int, str], fonts: FontsByStyle | None
    ) -> None:
        self.found = found
        self._column_styles, self._fonts = column_styles, fonts
        self._row = self._column = 1

    def take_column(self, element: etree._Element) -> None:
        repeated = _count(element, "number-columns-repeated")
        style = element.get(f"{TABLE}default-cell-style-name", "")
        last = min(self._column + repeated, limits.COLUMNS + 1)
        self._column_styles.update(dict.fromkeys(range(self._column, last), style))
        self._column += repeated

    def take_row(self, element: etree._Element) -> None:
        repeated = _count(element, "number-rows-repeated")
        style = element.get(f"{TABLE}default-cell-style-name", "")
        for column, cell, across in _typed_cells(element):
            self._take_cell(cell, (self._row, column), (repeated, across), style)
        self._row += repeated

    def _take_cell(
        self, cell: etree._Element, place: Position, repeated: Position, row_style: str
    ) -> None:
        row, column = place
        self.found.extent.take_in(place, (row + repeated[0] - 1, column + repeated[1] - 1))
        down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if (down, across) != (1, 1):
            self.found.merged.append((row, column, row + down - 1, column + across - 1))
        if self._fonts is None and not _is_notable(cell):
            return
        rows = range(row, min(row + repeated[0], limits.ROWS + 1))
        columns = range(column, min(column + repeated[1], limits.COLUMNS + 1))
        if len(rows) * len(columns) > limits.CELLS:
            raise too_large("cells", f"> {limits.CELLS}", limits.CELLS)
        for at in product(rows, columns):
            _note(self.found, at, cell)
            if self._fonts is not None:
                default = row_style or self._column_styles.get(at[1], "")
                style = cell.get(f"{TABLE}style-name") or default
                _note_font(self.found, at, cell, self._fonts, style)


def _typed_cells(row: etree._Element) -> Iterator[tuple[int, etree._Element, int]]:
    """The first column, the cell, how often it repeats."""
    column = 1
    for cell in row:
        repeated = _count(cell, "number-columns-repeated")
        # A blank stretch to the end of the sheet is one element that repeats.
        if len(cell) or cell.get(f"{OFFICE}value-type") or cell.get(f"{TABLE}formula"):
            yield column, cell, repeated
        column += repeated


def _is_notable(cell: etree._Element) -> bool:
    kind = cell.get(f"{OFFICE}value-type")
    return (
        kind == "percentage"
        or cell.get(f"{CALC}value-type") == "error"
        or (kind is None and cell.get(f"{TABLE}formula") is not None)
    )


def _note(found: Unshown, place: Position, cell: etree._Element) -> None:
    kind = cell.get(f"{OFFICE}value-type")
    if cell.get(f"{CALC}value-type") == "error":
        found.errors[place] = "".join(cell.itertext()).strip() or "#ERROR!"
    elif kind == "percentage":
        found.percents.add(place)
    elif kind is None and cell.get(f"{TABLE}formula"):
        found.formulas[place] = cell.get(f"{TABLE}formula", "=")


def _note_font(
    found: Unshown, place: Position, cell: etree._Element, fonts: FontsByStyle, style: str
) -> None:
    font = fonts.of_cell(style)
    runs = tuple(_runs(cell, font, fonts))
    if len({run.font for run in runs}) > 1:
        if any(is_legacy(run.font) for run in runs):
            found.runs[place] = runs
    elif is_legacy(found_font := next((run.font for run in runs), font)):
        found.fonts[place] = found_font


def _runs(cell: etree._Element, font: str, fonts: FontsByStyle) -> Iterator[Run]:
    paragraphs = [part for part in cell if part.tag == _PARAGRAPH]
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield Run(font, "\n")
        yield from _runs_within(paragraph, font, fonts)


def _runs_within(element: etree._Element, font: str, fonts: FontsByStyle) -> Iterator[Run]:
    if element.text:
        yield Run(font, element.text)
    for part in element:
        if part.tag == f"{TEXT}s":
            yield Run(font, " " * min(int(part.get(f"{TEXT}c", "1")), limits.COLUMNS))
        elif part.tag in _SIGNS:
            yield Run(font, _SIGNS[part.tag])
        elif part.tag == _SPAN:
            within = fonts.of_text(part.get(f"{TEXT}style-name", "")) or font
            yield from _runs_within(part, within, fonts)
        if part.tail:
            yield Run(font, part.tail)

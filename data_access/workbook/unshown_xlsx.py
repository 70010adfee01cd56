"""One pass over the XML of an xlsx or xlsm for what calamine hides."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from data_access.workbook import limits
from data_access.workbook.book import address, position
from data_access.workbook.legacy_fonts import Run, is_legacy, names_legacy_font
from data_access.workbook.unshown import Unshown
from data_access.workbook.workbook_xml import (
    SECURE,
    CellStyles,
    Parts,
    cell_styles,
    counts_from_1904,
    runs_of,
    sheet_parts,
    strings_in_several_fonts,
)

_TEXT_TYPES = ("s", "str", "inlineStr")
_AN_ERROR = re.compile(rb"t\s*=\s*[\"']e[\"']")
_WHOLE = 2 * limits.MEBIBYTE
_ROWS = etree.XPath("*/*[local-name()='row']")
_INCOMPLETE = etree.XPath("boolean(*/*[local-name()='row']/*[not(@r)])")


def unshown_in_xlsx(content: bytes) -> tuple[dict[str, Unshown], bool]:
    """By sheet; and whether the workbook counts its days from 1904."""
    with ZipFile(BytesIO(content)) as archive:
        parts = Parts(archive)
        workbook = parts.tree("xl/workbook.xml")
        styles = cell_styles(parts)
        lettering = _Lettering(styles, strings_in_several_fonts(parts, styles))
        found = {
            name: _unshown(parts.read(part), lettering)
            for name, part in sheet_parts(parts, workbook)
        }
        return found, counts_from_1904(workbook)


@dataclass(frozen=True)
class _Lettering:
    """How cells are shown: their styles, and the shared strings that change their font."""

    styles: CellStyles
    strings: Mapping[str, tuple[Run, ...]]


class _Paths:
    """What is looked for below an element, `way` leading from it to the cells. Chosen in C: a loop
    over every cell would take ten times as long as reading the values."""

    def __init__(self, way: str, notable: str) -> None:
        self.notable = etree.XPath(f"{way}*[{notable}]")
        self.ends = tuple(
            etree.XPath(f"{way}*[*][{end}]/@r", smart_strings=False) for end in ("1", "last()")
        )


def _unshown(sheet: bytes, lettering: _Lettering) -> Unshown:
    found, notable = Unshown(), _notable(sheet, lettering)
    if len(sheet) > _WHOLE:
        _row_by_row(found, sheet, _Paths("", notable), lettering)
        return found
    root = etree.fromstring(sheet, etree.XMLParser(**SECURE))
    number = 0
    for row in _ROWS(root) if _INCOMPLETE(root) else ():
        number = int(row.get("r", number + 1))
        complete_references(row, number)
    _take_in(found, root, _Paths("*/*[local-name()='row']/", notable), lettering)
    areas = root.iterfind("{*}mergeCells/{*}mergeCell")
    found.merged.extend(_range(area.get("ref", "A1")) for area in areas)
    return found


def _row_by_row(found: Unshown, sheet: bytes, paths: _Paths, lettering: _Lettering) -> None:
    """A large sheet's tree would fill the memory."""
    number = 0
    events = etree.iterparse(BytesIO(sheet), tag=("{*}row", "{*}mergeCell"), **SECURE)
    for _, element in events:
        if element.tag.endswith("}mergeCell"):
            found.merged.append(_range(element.get("ref", "A1")))
        else:
            number = int(element.get("r", number + 1))
            complete_references(element, number)
            _take_in(found, element, paths, lettering)
        release(element)


def _take_in(found: Unshown, element: etree._Element, paths: _Paths, lettering: _Lettering) -> None:
    for ends in paths.ends:
        for reference in ends(element):
            place = position(reference)
            found.extent.take_in(place, place)
    for cell in paths.notable(element):
        _note(found, cell, lettering)


def _notable(sheet: bytes, lettering: _Lettering) -> str:
    """A condition is asked of every cell: only those that some cell may meet."""
    formula, value = "*[local-name()='f']", "*[local-name()='v']"
    conditions = ["false()"]
    if _AN_ERROR.search(sheet):
        conditions.append("@t='e'")
    if b"<f" in sheet or b":f" in sheet:
        conditions.append(f"({formula} and not(string({value})) and not(@t='str'))")
    styles = " or ".join(_has_style(style) for style in sorted(lettering.styles.percents))
    if styles:
        conditions.append(f"((not(@t) or @t='n') and {value} and ({styles}))")
    # Any cell of text may be lettered in an old font, once the workbook has one.
    if lettering.styles.fonts or lettering.strings:
        conditions.append("@t='s' or @t='str'")
    if lettering.styles.fonts or names_legacy_font(sheet):
        conditions.append("@t='inlineStr'")
    return " or ".join(conditions)


def _has_style(style: str) -> str:
    return f"@s='{style}'" if style != "0" else "(not(@s) or @s='0')"


def _range(reference: str) -> tuple[int, int, int, int]:
    first, _, last = reference.replace("$", "").partition(":")
    return (*position(first), *position(last or first))


def complete_references(row: etree._Element, number: int) -> None:
    """A cell may leave its reference out: then it follows the one before it."""
    if all("r" in cell.attrib for cell in row):
        return
    column = 0
    for cell in row:
        reference = cell.get("r") or address(number, column + 1)
        cell.set("r", reference)
        column = position(reference)[1]


def _note(found: Unshown, cell: etree._Element, lettering: _Lettering) -> None:
    place, value, formula = position(cell.get("r")), cell.find("{*}v"), cell.find("{*}f")
    kind = cell.get("t")
    if kind == "e":
        found.errors[place] = (value is not None and value.text) or "#ERROR!"
    elif kind in _TEXT_TYPES:
        _note_font(found, place, cell, lettering)
    elif value is None or not value.text:
        found.formulas[place] = f"={formula.text or ''}"
    else:
        found.percents.add(place)


def _note_font(
    found: Unshown, place: tuple[int, int], cell: etree._Element, lettering: _Lettering
) -> None:
    font = lettering.styles.fonts.get(cell.get("s", "0"), "")
    runs = _runs(cell, lettering)
    if any(is_legacy(run.font or font) for run in runs):
        found.runs[place] = tuple(Run(run.font or font, run.text) for run in runs)
    elif font and not runs:
        found.fonts[place] = font


def _runs(cell: etree._Element, lettering: _Lettering) -> tuple[Run, ...]:
    inline = cell.find("{*}is")
    if inline is not None:
        return runs_of(inline)
    return lettering.strings.get(cell.findtext("{*}v", ""), ())


def release(element: etree._Element) -> None:
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]

"""One pass over the XML of an xlsx or xlsm for what calamine hides."""

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from data_access.workbook import limits
from data_access.workbook.book import Position, address, position
from data_access.workbook.unfit import too_large
from data_access.workbook.unshown import Unshown

_SECURE = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}
_BUILT_IN_PERCENTS = frozenset({9, 10})
# A percent sign inside quotes or after a backslash is only printed, it does not scale.
_PRINTED_ONLY = re.compile(r'"[^"]*"|\\.|_.')


def unshown_in_xlsx(content: bytes) -> dict[str, Unshown]:
    with ZipFile(BytesIO(content)) as archive:
        names = {name.lower().replace("\\", "/"): name for name in archive.namelist()}
        percents = _percent_styles(archive, names)
        return {
            name: _unshown(archive.read(names[part]), percents)
            for name, part in _sheet_parts(archive, names)
            if part in names
        }


def _tree(archive: ZipFile, part: str) -> etree._Element:
    return etree.fromstring(archive.read(part), etree.XMLParser(**_SECURE))


def _sheet_parts(archive: ZipFile, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    relations = _tree(archive, names["xl/_rels/workbook.xml.rels"])
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in relations.iterfind("{*}Relationship")
    }
    for sheet in _tree(archive, names["xl/workbook.xml"]).iterfind("{*}sheets/{*}sheet"):
        target = targets.get(_relation_of(sheet), "")
        yield sheet.get("name", ""), posixpath.join("/xl", target).lstrip("/").lower()


def _relation_of(sheet: etree._Element) -> str | None:
    # The namespace of r:id differs between the two dialects of the format.
    return next((value for key, value in sheet.items() if key.endswith("}id")), None)


def _percent_styles(archive: ZipFile, names: dict[str, str]) -> frozenset[str]:
    if "xl/styles.xml" not in names:
        return frozenset()
    styles = _tree(archive, names["xl/styles.xml"])
    formats = {
        number_format.get("numFmtId"): number_format.get("formatCode", "")
        for number_format in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    return frozenset(
        str(index)
        for index, style in enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
        if is_percent(style.get("numFmtId", "0"), formats)
    )


def is_percent(number: str, formats: dict[str, str]) -> bool:
    if number in formats:
        return "%" in _PRINTED_ONLY.sub("", formats[number])
    return number.isdigit() and int(number) in _BUILT_IN_PERCENTS


def _unshown(sheet: bytes, percents: frozenset[str]) -> Unshown:
    found, extent, number = Unshown(), _Extent(), 0
    select = etree.XPath(_notable(percents))
    events = etree.iterparse(BytesIO(sheet), tag=("{*}row", "{*}mergeCell"), **_SECURE)
    for _, element in events:
        if element.tag.endswith("}mergeCell"):
            found.merged.append(_range(element.get("ref", "A1")))
        else:
            number = int(element.get("r", number + 1))
            _complete_references(element, number)
            extent.take_in(element)
            for cell in select(element):
                _note(found, cell)
        _release(element)
    return found


def _notable(percents: frozenset[str]) -> str:
    """Chosen in C: a loop over every cell would take ten times as long as reading the values."""
    formula, value = "*[local-name()='f']", "*[local-name()='v']"
    conditions = ["@t='e'", f"({formula} and not(string({value})) and not(@t='str'))"]
    styles = " or ".join(f"@s='{style}'" for style in sorted(percents))
    if styles:
        conditions.append(f"((not(@t) or @t='n') and {value} and ({styles}))")
    return f"*[{' or '.join(conditions)}]"


def _range(reference: str) -> tuple[int, int, int, int]:
    first, _, last = reference.replace("$", "").partition(":")
    return (*position(first), *position(last or first))


def _complete_references(row: etree._Element, number: int) -> None:
    """A cell may leave its reference out: then it follows the one before it."""
    if all("r" in cell.attrib for cell in row):
        return
    column = 0
    for cell in row:
        reference = cell.get("r") or address(number, column + 1)
        cell.set("r", reference)
        column = position(reference)[1]


class _Extent:
    """The box around all typed cells. calamine fills it densely, so one stray cell at the far
    corner of a sheet would cost gigabytes."""

    def __init__(self) -> None:
        self.rows, self.columns = [1 << 30, 0], [1 << 30, 0]

    def take_in(self, row: etree._Element) -> None:
        for order in (iter(row), reversed(row)):
            outermost = next((cell for cell in order if len(cell)), None)
            if outermost is not None:
                self._stretch(position(outermost.get("r")))

    def _stretch(self, place: Position) -> None:
        for ends, number in ((self.rows, place[0]), (self.columns, place[1])):
            ends[0], ends[1] = min(ends[0], number), max(ends[1], number)
        rows, columns = (ends[1] - ends[0] + 1 for ends in (self.rows, self.columns))
        if rows * columns > limits.ROWS * limits.COLUMNS:
            raise too_large("box", f"{rows} × {columns}", f"{limits.ROWS} × {limits.COLUMNS}")


def _note(found: Unshown, cell: etree._Element) -> None:
    place, value, formula = position(cell.get("r")), cell.find("{*}v"), cell.find("{*}f")
    if cell.get("t") == "e":
        found.errors[place] = (value is not None and value.text) or "#ERROR!"
    elif value is None or not value.text:
        found.formulas[place] = f"={formula.text or ''}"
    else:
        found.percents.add(place)


def _release(element: etree._Element) -> None:
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]

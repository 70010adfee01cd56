"""Which font a style of an ods means: named, inherited from a parent, or the default."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from data_access.workbook.ods_names import FO, STYLE, SVG
from data_access.workbook.workbook_xml import SECURE

_DEEPEST = 20


@dataclass(frozen=True)
class FontsByStyle:
    """`fonts` and `parents` are keyed by family and style name; "" is a family's default."""

    fonts: Mapping[tuple[str, str], str]
    parents: Mapping[tuple[str, str], str]

    def of_cell(self, style: str) -> str:
        return self._font("table-cell", style or "Default")

    def of_text(self, style: str) -> str:
        return self._font("text", style)

    def _font(self, family: str, style: str) -> str:
        for _ in range(_DEEPEST):
            if (family, style) in self.fonts:
                return self.fonts[family, style]
            if not style:
                break
            style = self.parents.get((family, style), "")
        return ""


def fonts_by_style(*parts: bytes) -> FontsByStyle:
    faces: dict[str, str] = {}
    fonts: dict[tuple[str, str], str] = {}
    parents: dict[tuple[str, str], str] = {}
    tags = (f"{STYLE}font-face", f"{STYLE}style", f"{STYLE}default-style")
    for part in filter(None, parts):
        for _, element in etree.iterparse(BytesIO(part), tag=tags, **SECURE):
            name = element.get(f"{STYLE}name", "")
            if element.tag == tags[0]:
                faces[name] = element.get(f"{SVG}font-family", name).strip("'\" ")
                continue
            key = element.get(f"{STYLE}family", ""), name
            parents[key] = element.get(f"{STYLE}parent-style-name", "")
            if font := _named_font(element, faces):
                fonts[key] = font
    return FontsByStyle(fonts, parents)


def _named_font(style: etree._Element, faces: Mapping[str, str]) -> str:
    properties = style.find(f"{STYLE}text-properties")
    if properties is None:
        return ""
    named = properties.get(f"{STYLE}font-name", "")
    return faces.get(named, named) or properties.get(f"{FO}font-family", "").strip("'\" ")

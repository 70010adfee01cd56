"""The look of the official sheet: Times New Roman, ink on white, sand for what is printed."""

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from scoring.forms import Column, Field, Kind

BODY_SIZE = 12
LETTERHEAD_SIZE = 13
TITLE_SIZE = 14

_FACE = "Times New Roman"
_SAND, _PAPER, _WHITE = "#F6F4EF", "#FBFAF7", "#FFFFFF"
_RULE, _GREY = "#8C8578", "#7A746A"
_NUMBER_KINDS = (Kind.NUMBER, Kind.COUNT, Kind.POINTS)
_FORMATS = {Kind.COUNT: "#,##0", Kind.DATE: "dd/mm/yyyy", Kind.TEXT: "@"}


class Styles:
    """Each style is made once per workbook and shared by its cells."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def _style(self, **properties: object) -> Format:
        wanted = {"font_name": _FACE, "font_size": BODY_SIZE, "text_wrap": True, **properties}
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]

    def line(self, *, size: int = LETTERHEAD_SIZE, align: str = "center", **face: bool) -> Format:
        """A line of running text; `face` is bold, italic."""
        return self._style(font_size=size, align=align, valign="vcenter", **face)

    def open_line(self, *, align: str = "center", **face: bool) -> Format:
        """A line to be written over: the date and the names of those who sign."""
        return self._style(
            font_size=LETTERHEAD_SIZE, align=align, valign="vcenter", locked=False, **face
        )

    def heading(self) -> Format:
        return self._cell(bold=True, align="center", bg_color=_SAND)

    def printed(self, level: int, column: Column, *, code: bool, text: bool) -> Format:
        align = "center" if code else "right" if column.number else "left"
        return self._cell(
            bold=level == 0,
            align=align,
            bg_color=_SAND if level == 0 else _PAPER,
            indent=0 if code else 2 if text and level > 1 else 1,
            italic=text and level > 1,
            **({"font_color": _GREY} if column.muted else {}),
        )

    def open_code(self) -> Format:
        return self._cell(align="center", bg_color=_PAPER, locked=False)

    def open(self, field: Field, level: int) -> Format:
        align = "left" if field.kind is Kind.TEXT else "center"
        align = "right" if field.kind in _NUMBER_KINDS else align
        return self._cell(
            bold=level == 0,
            align=align,
            indent=0 if align == "center" else 1,
            bg_color=_WHITE,
            locked=False,
            num_format=_FORMATS.get(field.kind, "General"),
        )

    def guide(self) -> Format:
        return self._cell(align="left", indent=1, bg_color=_WHITE)

    def _cell(self, **properties: object) -> Format:
        return self._style(border=1, border_color=_RULE, valign="vcenter", **properties)

"""A worksheet written from top to bottom, that knows how tall each line becomes."""

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.printing.profiles import Face
from data_access.workbook.measuring import lines_needed

# Every office machine has it, and Excel embeds no fonts.
FONT = "Times New Roman"
# Programs draw columns up to a twentieth wider than asked; the page must still hold them all.
_SHRUNK = 0.95
_PIXELS_PER_MM = 96 / 25.4 * _SHRUNK
_POINTS_PER_MM = 72 / 25.4 * _SHRUNK
_CELL_PADDING = 6.0
_LINE = 1.22

Span = tuple[int, int]


class Sheet:
    """`row` is the next free row; `heights` (in points) of the rows written so far."""

    def __init__(self, workbook: Workbook, worksheet: Worksheet, widths: Sequence[float]) -> None:
        self.worksheet = worksheet
        self.row = 0
        self.heights: list[float] = []
        self.widths = tuple(widths)
        self._workbook = workbook
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        for column, width in enumerate(widths):
            worksheet.set_column_pixels(column, column, int(width * _PIXELS_PER_MM))

    @property
    def last_column(self) -> int:
        return len(self.widths) - 1

    def halves(self, right: Sequence[tuple[str, Face]]) -> tuple[Span, Span]:
        """The page in two, at most half of it left: the texts on the right keep to one line."""
        whole = sum(self.widths)
        for last in range(self.last_column - 1, 0, -1):
            span = (last + 1, self.last_column)
            small = sum(self.widths[: last + 1]) <= whole / 2
            if small and all(self._lines(text, span, face) == 1 for text, face in right):
                return (0, last), span
        return (0, 0), (1, self.last_column)

    @property
    def whole(self) -> Span:
        return (0, self.last_column)

    def style(self, face: Face, **properties: object) -> Format:
        wanted = {
            "font_name": FONT,
            "font_size": face.size,
            "bold": face.bold,
            "italic": face.italic,
            "underline": 1 if face.underline else 0,
            "text_wrap": True,
            "valign": "vcenter",
            **properties,
        }
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format(wanted)
        return self._formats[key]

    def height_of(self, text: str, span: Span, face: Face) -> float:
        """Excel never fits the height of merged cells by itself, and viewers fit none."""
        return self._lines(text, span, face) * face.size * _LINE + 2

    def balanced(self, text: str, span: Span, face: Face) -> str:
        """Two lines of about the same length, where one does not do."""
        if self._lines(text, span, face) != 2:
            return text
        spaces = [index for index, letter in enumerate(text) if letter == " "]
        middle = min(spaces, key=lambda index: abs(2 * index - len(text)), default=None)
        return text if middle is None else f"{text[:middle]}\n{text[middle + 1 :]}"

    def _lines(self, text: str, span: Span, face: Face) -> int:
        width = sum(self.widths[span[0] : span[1] + 1]) * _POINTS_PER_MM - _CELL_PADDING
        return lines_needed(text, width, face.size, bold=face.bold)

    def line(
        self, parts: Sequence[tuple[Span, str, Face, str]], least: float = 0.0, border: int = 0
    ) -> None:
        """One row of texts over several columns each: span, text, face, alignment."""
        height = max((self.height_of(text, span, face) for span, text, face, _ in parts), default=0)
        for (first, last), text, face, align in parts:
            style = self.style(face, align=align, border=border)
            if first != last:
                self.worksheet.merge_range(self.row, first, self.row, last, "", style)
            # merge_range and write would take a text that begins with "=" for a formula.
            self.worksheet.write_string(self.row, first, text, style)
        self.end_row(max(height, least))

    def end_row(self, height: float) -> None:
        self.worksheet.set_row(self.row, height)
        self.heights.append(height)
        self.row += 1

"""Whom a correction moved, as a small table under the ranking of the sheet."""

from dataclasses import replace

from dashboard.printing.document import Document
from dashboard.printing.profiles import Face
from dashboard.printing.xlsx_sheet import Sheet, Span

# The ranking's own order and unit columns, together.
_NAME: Span = (0, 1)
_GAP = 8.0


def write_moved(sheet: Sheet, document: Document) -> None:
    moved, face = document.table.moved, Face(document.profile.table_size)
    if moved is None:
        return
    bold = replace(face, bold=True)
    sheet.end_row(_GAP)
    sheet.line([(sheet.whole, moved.title, bold, "left")])
    spans = (_NAME, *_spans(sheet, len(moved.headings) - 1))
    _line(sheet, spans, moved.headings, bold)
    for row in moved.rows:
        _line(sheet, spans, row, face)


def _line(sheet: Sheet, spans: tuple[Span, ...], texts: tuple[str, ...], face: Face) -> None:
    aligned = ["center" if face.bold or span != _NAME else "left" for span in spans]
    parts = zip(spans, texts, aligned, strict=True)
    sheet.line([(span, text, face, align) for span, text, align in parts], border=1)


def _spans(sheet: Sheet, count: int) -> tuple[Span, ...]:
    """The columns beside the name in so many parts, each about as wide as the others."""
    first, spans = _NAME[1] + 1, []
    for left in range(count, 0, -1):
        wanted = sum(sheet.widths[first:]) / left
        last = first
        while left > 1 and _fits_another(sheet, first, last, wanted, left):
            last += 1
        spans.append((first, sheet.last_column if left == 1 else last))
        first = last + 1
    return tuple(spans)


def _fits_another(sheet: Sheet, first: int, last: int, wanted: float, left: int) -> bool:
    enough_for_the_rest = sheet.last_column - last >= left
    return enough_for_the_rest and sum(sheet.widths[first : last + 2]) <= wanted

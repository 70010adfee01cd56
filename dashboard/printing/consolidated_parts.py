"""Head, table and closing of a sheet of added-up figures, written on a turned A4 page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from dashboard.printing.document import BLANK_DAY, signing_office
from dashboard.printing.issuer import Issuer
from dashboard.printing.profiles import Face, Margins, Profile
from dashboard.printing.xlsx_sheet import Sheet, Span
from dashboard.views.paper_sheets import PaperBook, PaperCell, PaperRow, PaperSheet
from data_access.workbook.signature import PREPARED_BY, PREPARED_NOTE

MARGINS = Margins(top=15, bottom=12, left=20, right=15)
_LONG_SIDE, _SHORT_SIDE = 297.0, 210.0
LANDSCAPE_HEIGHT = _SHORT_SIDE - MARGINS.top - MARGINS.bottom
_ROOM = _LONG_SIDE - MARGINS.left - MARGINS.right

_TABLE_SIZE, _NOTE_SIZE = 11.0, 10.5
# Millimetres that a character takes in a table of that size, with its share of the padding.
_CHARACTER = 2.1
_SMALLEST = 0.6
_GAP = 8.0
_ROOM_TO_SIGN = 38.0
# Excel keeps fifteen digits of a number; a longer one is written as text and stays exact.
_EXACT_DIGITS = 15
# Vietnamese: programs that heed the language part thousands by points whatever the machine says.
_LANGUAGE = "[$-42A]"


@dataclass(frozen=True)
class Paper:
    """One sheet of the workbook and whose paper it is on."""

    book: PaperBook
    sheet: PaperSheet
    issuer: Issuer
    profile: Profile

    @property
    def widths(self) -> tuple[float, ...]:
        """The whole page's width, shared as the columns ask for it."""
        asked = _asked(self.sheet)
        return tuple(width * _ROOM / sum(asked) for width in asked)

    @property
    def size(self) -> float:
        scale = _ROOM / (sum(_asked(self.sheet)) * _CHARACTER)
        return round(_TABLE_SIZE * min(1.0, max(scale, _SMALLEST)), 1)


def _asked(sheet: PaperSheet) -> list[float]:
    """In characters; no figure is wider than its column."""
    return [
        max(column.width, _longest(sheet, place) if column.number else 0)
        for place, column in enumerate(sheet.columns)
    ]


def _longest(sheet: PaperSheet, place: int) -> int:
    texts = (f"{row.cells[place].text}{row.cells[place].mark}" for row in sheet.rows)
    return max(map(len, texts), default=0) + 2


def write_head(sheet: Sheet, paper: Paper) -> None:
    profile, book = paper.profile, paper.book
    if not paper.sheet.annex:
        _letterhead(sheet, paper)
        _centred(sheet, book.title.upper(), profile.title_face)
    _centred(sheet, paper.sheet.title, profile.subject_face)
    for line in book.scope:
        _centred(sheet, line, profile.scope_face)
    sheet.end_row(_GAP)


def _letterhead(sheet: Sheet, paper: Paper) -> None:
    profile, issuer = paper.profile, paper.issuer
    left, right = _halves(sheet, paper)
    nation = [
        (right, line.text, replace(line.face, underline=line.ruled), "center")
        for line in profile.nation
    ]
    above = issuer.superior(profile.superior)
    name = sheet.balanced(issuer.name, left, profile.issuer_face)
    sheet.line([(left, above, profile.superior_face, "center"), nation[0]])
    sheet.line([(left, name, profile.issuer_face, "center"), *nation[1:]])
    sheet.end_row(_GAP)


def _halves(sheet: Sheet, paper: Paper) -> tuple[Span, Span]:
    return sheet.halves([(line.text, line.face) for line in paper.profile.nation])


def _centred(sheet: Sheet, text: str, face: Face) -> None:
    sheet.line([(sheet.whole, sheet.balanced(text, sheet.whole, face), face, "center")])


def write_rows(sheet: Sheet, paper: Paper) -> None:
    face = Face(paper.size)
    bold = replace(face, bold=True)
    headings = [column.heading for column in paper.sheet.columns]
    style = sheet.style(bold, align="center", border=1)
    for place, heading in enumerate(headings):
        sheet.worksheet.write_string(sheet.row, place, heading, style)
    sheet.end_row(_tallest(sheet, headings, bold) + 4)
    for row in paper.sheet.rows:
        _row(sheet, paper.sheet, row, face if row.level else bold)


def _row(sheet: Sheet, of: PaperSheet, row: PaperRow, face: Face) -> None:
    if not row.level and not any(cell.text for cell in row.cells[2:]):
        _block_heading(sheet, row, face)
        return
    for place, (column, cell) in enumerate(zip(of.columns, row.cells, strict=True)):
        align = "right" if column.number else "center" if place == 0 else "left"
        _cell(sheet, place, cell, face, align)
    sheet.end_row(_tallest(sheet, [cell.text for cell in row.cells], face) + 3)


def _block_heading(sheet: Sheet, row: PaperRow, face: Face) -> None:
    """Over all columns but the first."""
    style = sheet.style(face, align="left", indent=1, border=1)
    code, words = row.cells[:2]
    centred = sheet.style(face, align="center", border=1)
    sheet.worksheet.write_string(sheet.row, 0, code.text, centred)
    sheet.worksheet.merge_range(sheet.row, 1, sheet.row, sheet.last_column, "", style)
    sheet.worksheet.write_string(sheet.row, 1, words.text, style)
    sheet.end_row(sheet.height_of(words.text, (1, sheet.last_column), face) + 3)


def _cell(sheet: Sheet, place: int, cell: PaperCell, face: Face, align: str) -> None:
    look = {"align": align, "indent": 0 if align == "center" else 1, "border": 1}
    if cell.value is None or len(cell.value.as_tuple().digits) > _EXACT_DIGITS:
        text = f"{cell.text}{cell.mark}"
        sheet.worksheet.write_string(sheet.row, place, text, sheet.style(face, **look))
        return
    # Figures stay figures: the sheet can be added up, and shows what the page says.
    style = sheet.style(face, num_format=_shown(cell), text_wrap=False, **look)
    sheet.worksheet.write_number(sheet.row, place, _plain(cell.value), style)


def _shown(cell: PaperCell) -> str:
    places = len(cell.text.partition(",")[2])
    shown = f"{_LANGUAGE}#,##0" + (f".{'0' * places}" if places else "")
    return f'{shown}"{cell.mark}"' if cell.mark else shown


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _tallest(sheet: Sheet, texts: Sequence[str], face: Face) -> float:
    return max(sheet.height_of(text, (place, place), face) for place, text in enumerate(texts))


def write_closing(sheet: Sheet, paper: Paper) -> None:
    face = Face(_NOTE_SIZE, italic=True)
    sheet.end_row(_GAP / 2)
    for note in paper.sheet.notes:
        sheet.line([(sheet.whole, note, face, "left")])
    if not paper.sheet.annex:
        _signatures(sheet, paper)


def _signatures(sheet: Sheet, paper: Paper) -> None:
    """Who drew the table up on the left, the head's office on the right, room for both hands."""
    left, right = _halves(sheet, paper)
    profile, issuer = paper.profile, paper.issuer
    day = f"{issuer.place}, {BLANK_DAY}"
    sheet.end_row(_GAP)
    sheet.line([(right, day, profile.day_face, "center")])
    drawn_up = ((PREPARED_BY.upper(), profile.signature_face), (PREPARED_NOTE, profile.scope_face))
    office = [(line, profile.signature_face) for line in signing_office(profile, issuer)]
    for one, other in zip_longest(drawn_up, office):
        parts = [(left, *one, "center")] if one else []
        parts += [(right, *other, "center")] if other else []
        sheet.line(parts)
    sheet.end_row(_ROOM_TO_SIGN)
    sheet.line([(right, issuer.signer, profile.signer_face, "center")])

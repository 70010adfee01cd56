"""Head, table and closing of a printed ranking, written on a sheet."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from dashboard.printing.document import Document
from dashboard.printing.profiles import Face
from dashboard.printing.xlsx_sheet import Sheet, Span
from dashboard.views.ranking import Row
from dashboard.views.ranking_columns import ABSENT, Cell, Sort

_GAP = 8.0
_ROOM_TO_SIGN = 66.0
_LEFT_ALIGNED = (Sort.UNIT, Sort.NOTE)
_RIGHT_ALIGNED = (Sort.POINTS, Sort.TOTAL)
# Vietnamese: programs that heed the language show the decimal comma whatever the machine says.
_LANGUAGE = "[$-42A]"


def write_head(sheet: Sheet, document: Document) -> None:
    _letterhead(sheet, document)
    sheet.end_row(_GAP)
    profile = document.profile
    marked = replace(profile.scope_face, bold=True)
    lines = (
        (document.title, profile.title_face),
        (document.subject, profile.subject_face),
        (document.qualifier, profile.subject_face),
        (profile.subject_dashes, profile.subject_face),
        (document.table.scope, profile.scope_face),
        (f"({document.illustrative})" if document.illustrative else "", marked),
    )
    for text, face in lines:
        if text:
            sheet.line([(sheet.whole, sheet.balanced(text, sheet.whole, face), face, "center")])
    sheet.end_row(_GAP)


def _letterhead(sheet: Sheet, document: Document) -> None:
    profile = document.profile
    left, right = _halves(sheet, document)
    superior = (left, document.superior, profile.superior_face, "center")
    name = sheet.balanced(document.issuer, left, profile.issuer_face)
    issuer = (left, name, profile.issuer_face, "center")
    nation = [
        (right, line.text, replace(line.face, underline=line.ruled), "center")
        for line in profile.nation
    ]
    sheet.line([superior, nation[0]])
    sheet.line([issuer, *nation[1:]])
    if profile.star:
        sheet.line([(left, profile.star, profile.issuer_face, "center")])
    number = (left, document.number, profile.number_face, "center")
    sheet.line([number, (right, document.place_and_day, profile.day_face, "center")])
    if document.draft:
        sheet.line([(left, document.draft, profile.draft_face, "center")])


def _halves(sheet: Sheet, document: Document) -> tuple[Span, Span]:
    right = [(line.text, line.face) for line in document.profile.nation]
    return sheet.halves([*right, (document.place_and_day, document.profile.day_face)])


def write_table(sheet: Sheet, document: Document) -> None:
    face = Face(document.profile.table_size * document.paper.scale)
    _headings(sheet, document, replace(face, bold=True))
    for group in document.table.groups:
        if group.heading:
            _group_heading(sheet, group.heading, replace(face, bold=True))
        for row in group.rows:
            _row(sheet, document, row, face)


def _headings(sheet: Sheet, document: Document, face: Face) -> None:
    style = sheet.style(face, align="center", border=1)
    for index, column in enumerate(document.table.columns):
        sheet.worksheet.write_string(sheet.row, index, column.heading, style)
    texts = (column.heading for column in document.table.columns)
    sheet.end_row(_tallest(sheet, texts, face) + 4)


def _group_heading(sheet: Sheet, text: str, face: Face) -> None:
    style = sheet.style(face, align="left", border=1)
    sheet.worksheet.merge_range(sheet.row, 0, sheet.row, sheet.last_column, "", style)
    sheet.worksheet.write_string(sheet.row, 0, text, style)
    sheet.end_row(sheet.height_of(text, sheet.whole, face) + 2)


def _row(sheet: Sheet, document: Document, row: Row, face: Face) -> None:
    for index, (column, cell) in enumerate(zip(document.table.columns, row.cells, strict=True)):
        _cell(sheet, index, column.sort, cell, face)
    sheet.end_row(_tallest(sheet, (cell.text for cell in row.cells), face) + 3)


def _cell(sheet: Sheet, column: int, sort: Sort, cell: Cell, face: Face) -> None:
    look = {"align": _alignment(sort, cell), "border": 1}
    face = replace(face, bold=sort is Sort.TOTAL)
    if cell.value is None:
        sheet.worksheet.write_string(sheet.row, column, cell.text, sheet.style(face, **look))
        return
    # Figures stay figures: the sheet can be added up, and shows what the table says.
    places = len(cell.text.partition(",")[2])
    shown = f"{_LANGUAGE}0.{'0' * places}" if places else "0"
    style = sheet.style(face, num_format=shown, **look)
    sheet.worksheet.write_number(sheet.row, column, cell.value, style)


def _alignment(sort: Sort, cell: Cell) -> str:
    if sort in _LEFT_ALIGNED:
        return "left"
    return "right" if sort in _RIGHT_ALIGNED and cell.text != ABSENT else "center"


def _tallest(sheet: Sheet, texts: Iterable[str], face: Face) -> float:
    return max(sheet.height_of(text, (column, column), face) for column, text in enumerate(texts))


def write_closing(sheet: Sheet, document: Document) -> None:
    face = Face(document.profile.note_size)
    sheet.end_row(_GAP / 2)
    sheet.line([(sheet.whole, "Ghi chú:", replace(face, bold=True, italic=True), "left")])
    for text in document.table.notes:
        sheet.line([(sheet.whole, f"- {text}", face, "left")])
    sheet.end_row(_GAP)
    _signatures(sheet, document)


def _signatures(sheet: Sheet, document: Document) -> None:
    """Recipients left, offices right; the signer's name below room for the hand and the seal."""
    profile, (left, right) = document.profile, _halves(sheet, document)
    listed = [("Nơi nhận:", profile.recipients_face)]
    listed += [(line, Face(profile.recipient_size)) for line in document.recipients]
    signed = [(line, profile.signature_face) for line in document.signature]
    first = len(sheet.heights)
    for recipient, office in zip_longest(listed, signed):
        parts = [(left, *recipient, "left")] if recipient else []
        parts += [(right, *office, "center")] if office else []
        sheet.line(parts)
    room = sum(sheet.heights[first + len(signed) :])
    sheet.end_row(max(_GAP, _ROOM_TO_SIGN - room))
    sheet.line([(right, document.signer, profile.signer_face, "center")])

"""Files of the demonstration to be handed in again, as they are or changed."""

from io import BytesIO

import openpyxl
from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.queries.returns import SubmissionEntry, submissions, submitted_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
ONE_PAGE = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"

File = tuple[str, bytes, str]


def newest(engine: Engine, unit: str, form: str = "thong-ke") -> SubmissionEntry:
    found = submissions(engine, OPERATOR, unit, form=form)
    return next(one for one in found if one.in_force and one.form == form)


def accepted_file(engine: Engine, unit: str, form: str = "thong-ke") -> File:
    stored = submitted_file(engine, OPERATOR, newest(engine, unit, form).id)
    return (stored.name, stored.content, XLSX)


def one_figure_more(file: File) -> File:
    """The first figure that may be filled in, raised by one."""
    name, content, kind = file
    book = openpyxl.load_workbook(BytesIO(content))
    cell = next(
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked and isinstance(cell.value, int)
    )
    cell.value += 1
    return (name, _bytes(book), kind)


def without_its_mark(file: File) -> File:
    """As after copying the visible sheets into a workbook of one's own."""
    name, content, kind = file
    book = openpyxl.load_workbook(BytesIO(content))
    for sheet in [sheet for sheet in book if sheet.sheet_state == "veryHidden"]:
        book.remove(sheet)
    return (name, _bytes(book), kind)


def _bytes(book: openpyxl.Workbook) -> bytes:
    written = BytesIO()
    book.save(written)
    return written.getvalue()

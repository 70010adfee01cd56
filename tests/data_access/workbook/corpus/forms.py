"""The one small form that the corpus is read with, and what comes of reading it."""

from data_access.workbook.parsing import parse_return
from data_access.workbook.reading import read_book
from scoring.forms import Column, Field, Form, FormSheet, Kind, Mark, Row
from scoring.periods import Period

COLUMNS = (
    Column("code", "Mã", 6),
    Column("text", "Nội dung", 50),
    Column("figure", "Số liệu", 12, number=True),
    Column("note", "Ghi chú", 30),
)
HEADINGS = "Mã | Nội dung | Số liệu | Ghi chú"
MARK = Mark("tien-do", "2022.1", "07294", Period(2022, 3))


def form(*rows: Row, columns: tuple[Column, ...] = COLUMNS) -> Form:
    return Form(MARK, "Biểu tiến độ", (FormSheet("Biểu", columns, rows),))


def row(code: str, kind: Kind = Kind.NUMBER, **field: object) -> Row:
    """A row that asks for one figure, kept under its code."""
    return Row(code, (("text", f"Chỉ tiêu {code}"),), (Field(code, "figure", kind, **field),))


def found(content: bytes, asked: Form) -> list[tuple[str | None, str]]:
    """[(cell, code)] in the order of the issues; the file's own issue has no cell."""
    book, issues = read_book("bieu", content)
    if book is not None:
        _, issues = parse_return(book, asked)
    return [(issue.where.cell, issue.code.value) for issue in issues]


def answers(content: bytes, asked: Form) -> dict[str, object]:
    book, issues = read_book("bieu", content)
    assert book is not None, issues
    returned, issues = parse_return(book, asked)
    assert returned is not None, issues
    return {entry.key: entry.answer for entry in returned.entries}

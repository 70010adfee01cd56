"""Spreadsheets written as text tables, and small forms to parse them with."""

from datetime import date
from io import BytesIO

import openpyxl

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


def workbook(text: str, sheet: str = "Biểu", merge: tuple[str, ...] = ()) -> bytes:
    """One row per line, cells between bars; `n:` number, `p:` percentage, `d:` date, `b:` boolean,
    `e:` error, `f:` formula never computed, anything else is text."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row, line in enumerate(text.strip("\n").split("\n"), start=1):
        for column, typed in enumerate(line.split("|"), start=1):
            if typed.strip():
                _write(page.cell(row, column), typed.strip())
    for area in merge:
        page.merge_cells(area)
    return saved(book)


def _write(cell: openpyxl.cell.Cell, typed: str) -> None:
    kind, colon, value = typed.partition(":")
    kind = kind if colon else ""
    if kind in ("n", "p"):
        cell.value = float(value)
        cell.number_format = "0.00%" if kind == "p" else "General"
    elif kind == "d":
        cell.value, cell.number_format = date.fromisoformat(value), "dd/mm/yyyy"
    elif kind == "b":
        cell.value = value == "1"
    elif kind in ("e", "f"):
        cell.value = value
    else:
        cell.value, cell.data_type = typed, "s"


def saved(book: openpyxl.Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def form(*rows: Row, checks: tuple = ()) -> Form:
    mark = Mark("tien-do", "2022.1", "07294", Period(2022, 3))
    return Form(mark, "Biểu tiến độ", (FormSheet("Biểu", COLUMNS, rows),), checks=checks)


def row(code: str, kind: Kind = Kind.NUMBER, **field: object) -> Row:
    """A row that asks for one figure, kept under its code."""
    return Row(code, (("text", f"Chỉ tiêu {code}"),), (Field(code, "figure", kind, **field),))


def found(content: bytes, asked: Form) -> list[tuple[str | None, str]]:
    """[(cell, code)] in the order of the issues. Tables written here shorten the printed words."""
    book, issues = read_book("bieu.xlsx", content)
    assert book is not None, issues
    said = [(issue.where.cell, issue.code.value) for issue in parse_return(book, asked)[1]]
    return [(cell, code) for cell, code in said if code != "PRINTED_CHANGED"]


def answers(content: bytes, asked: Form) -> dict[str, object]:
    book, _ = read_book("bieu.xlsx", content)
    returned, issues = parse_return(book, asked)
    assert returned is not None, issues
    return {entry.key: entry.answer for entry in returned.entries}


def typed_in(typed: str, kind: Kind, **field: object) -> tuple[bytes, Form]:
    """A workbook with this typed in C2, the only cell its form asks for."""
    return workbook(f"{HEADINGS}\n1 | Chỉ tiêu 1 | {typed}"), form(row("1", kind, **field))

"""Bytes into cells. Knows Excel, knows no form; the dangerous part happens in a worker process."""

from datetime import date, datetime
from decimal import Decimal

from data_access.workbook import limits, workers
from data_access.workbook.book import Book, Cell, CellKind, CellValue, MergedRange, Sheet
from data_access.workbook.frames import Header
from scoring.issues import WHOLE_FILE, Code, Issue, issue


def read_book(name: str, content: bytes) -> tuple[Book | None, tuple[Issue, ...]]:
    """The workbook, or the one reason why `content` (called `name`) cannot be read."""
    if not content:
        return None, (issue(WHOLE_FILE, Code.FILE_EMPTY, file=name),)
    if len(content) > limits.COMPRESSED_BYTES:
        return None, (_too_large(name, content),)
    header, _ = workers.ask({"task": "read"}, content)
    if "code" in header:
        return None, (issue(WHOLE_FILE, Code(header["code"]), file=name, **header["context"]),)
    return _book(header), ()


def _too_large(name: str, content: bytes) -> Issue:
    size, most = (
        f"{-(-count // limits.MEBIBYTE)} MB" for count in (len(content), limits.COMPRESSED_BYTES)
    )
    return issue(WHOLE_FILE, Code.FILE_TOO_LARGE, file=name, kind="bytes", value=size, most=most)


def _book(header: Header) -> Book:
    since_1904 = header.get("since_1904") is True
    return Book(
        tuple(
            Sheet(
                name,
                hidden,
                {(row, column): _cell(kind, text, since_1904) for row, column, kind, text in cells},
                tuple(MergedRange(*area) for area in merged),
            )
            for name, hidden, cells, merged in header["sheets"]
        )
    )


def _cell(kind: str, text: str, since_1904: bool) -> Cell:
    return Cell(_value(kind, text), CellKind(kind), since_1904)


def _value(kind: str, text: str) -> CellValue:
    if kind == CellKind.NUMBER:
        return Decimal(text)
    if kind == CellKind.PERCENT:
        return Decimal(text).scaleb(2)
    if kind == CellKind.DATE:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    return text == "1" if kind == CellKind.BOOLEAN else text

"""An xlsb gives its values only; an xlsm is read like an xlsx, and its macros never run."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from data_access.workbook.book import Book, Cell, CellKind, Sheet
from data_access.workbook.reading import read_book
from scoring.forms import Kind
from tests.data_access.workbook.corpus.as_xlsx import as_xlsx
from tests.data_access.workbook.corpus.forms import HEADINGS, answers, form, found, row
from tests.data_access.workbook.corpus.tables import Typed, table
from tests.hostile.binary_workbook import as_xlsb


def xlsb(typed: str, headings: str = HEADINGS) -> bytes:
    sheet = table(f"{headings}\n1 | Chỉ tiêu 1 | {typed}")
    return as_xlsb(Book((Sheet("Biểu", cells={at: _cell(it) for at, it in sheet.cells.items()}),)))


def _cell(typed: Typed) -> Cell:
    if typed.kind == "n":
        return Cell(Decimal(typed.text), CellKind.NUMBER)
    return Cell(typed.text, CellKind.TEXT)


@pytest.mark.parametrize(
    ("typed", "kind", "answer"),
    [
        ("n:5.5", Kind.NUMBER, Decimal("5.5")),
        ("1.234,5", Kind.NUMBER, Decimal("1234.5")),
        ("12 hồ sơ", Kind.COUNT, Decimal(12)),
        ("n:45387", Kind.DATE, date(2024, 4, 5)),  # its format is not read
        ("Xã Sơn Hà, huyện Sơn Hà", Kind.TEXT, "Xã Sơn Hà, huyện Sơn Hà"),
    ],
)
def test_the_values_of_an_xlsb(typed: str, kind: Kind, answer: object) -> None:
    assert answers(xlsb(typed), form(row("1", kind))) == {"1": answer}


@pytest.mark.parametrize("typed", ["X· S¬n Hµ", "Xaõ Sôn Haø, huyeän Sôn Haø"])
def test_text_in_an_old_font_needs_another_format(typed: str) -> None:
    assert found(xlsb(typed), form(row("1", Kind.TEXT))) == [(None, "LEGACY_TEXT_IN_XLSB")]
    _, (issue,) = read_book("bieu.xlsb", xlsb(typed))
    assert issue.context["value"] == typed


def test_headings_in_an_old_font_need_another_format() -> None:
    content = xlsb("n:5", headings="M· | Néi dung | Sè liÖu | Ghi chó")
    assert found(content, form(row("1"))) == [(None, "LEGACY_TEXT_IN_XLSB")]


def test_macros_are_let_lie() -> None:
    stream = BytesIO(as_xlsx(table(f"{HEADINGS}\n1 | Chỉ tiêu 1 | n:5")))
    with ZipFile(stream, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub Workbook_Open()")
    assert answers(stream.getvalue(), form(row("1"))) == {"1": Decimal(5)}

"""Computed cells: what Excel stored counts, whatever made it."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter

from scoring.forms import Kind
from tests.data_access.workbook.corpus.forms import HEADINGS, answers, form, found, row


def computed(formula: str, value: object, shown: str = "General") -> bytes:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("Biểu")
    sheet.write_row(0, 0, HEADINGS.split(" | "))
    sheet.write_row(1, 0, ("1", "Chỉ tiêu 1"))
    sheet.write_formula(1, 2, formula, book.add_format({"num_format": shown}), value)
    book.close()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("formula", "value", "shown", "answer"),
    [
        ("=SUM(D2:D9)", 12, "General", "12"),
        ("=0.1+0.2", 0.30000000000000004, "General", "0.3"),
        ("=87.29/100", 0.8729, "0.00%", "87.29"),
        ('=12&" hồ sơ"', "12 hồ sơ", "General", "12"),
    ],
)
def test_the_stored_value(formula: str, value: object, shown: str, answer: str) -> None:
    content = computed(formula, value, shown)
    assert answers(content, form(row("1"))) == {"1": Decimal(answer)}


def test_a_formula_that_shows_nothing_is_blank() -> None:
    shown, stream = computed('=IF(D2="","",D2)', "gì đó"), BytesIO()
    with ZipFile(BytesIO(shown)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("<v>gì đó</v>".encode(), b"<v></v>"))
    assert found(stream.getvalue(), form(row("1"))) == [("C2", "MISSING_VALUE")]


@pytest.mark.parametrize("error", ["#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?"])
def test_a_stored_error(error: str) -> None:
    assert found(computed("=1/D2", error), form(row("1", Kind.COUNT))) == [("C2", "ERROR_CELL")]

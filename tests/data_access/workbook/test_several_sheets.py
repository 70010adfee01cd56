"""A form of several sheets is found whatever people do to their tabs."""

from io import BytesIO

import openpyxl
import pytest

from data_access.workbook.filling import fill_template
from data_access.workbook.parsing import parse_return
from data_access.workbook.reading import read_book
from data_access.workbook.template import write_template
from scoring.facts import Absent
from scoring.issues import Issue
from scoring.returns import Return
from tests.data_access.workbook.several_sheets import FIGURES_GIVEN, FORM
from tests.data_access.workbook.sheets import saved

FILLED = fill_template(write_template(FORM), FORM, FIGURES_GIVEN | {"II": Absent.NOT_ARISEN})


def opened(content: bytes = FILLED) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def parsed(content: bytes) -> tuple[Return | None, tuple[Issue, ...]]:
    return parse_return(read_book("bieu", content)[0], FORM)


def codes(content: bytes) -> list[tuple[str | None, str | None, str]]:
    said = parsed(content)[1]
    return [(found.where.sheet, found.where.cell, found.code.value) for found in said]


def test_renamed_sheets_with_equal_headings_are_told_apart() -> None:
    book = opened()
    for number, sheet in enumerate(book.worksheets[:3]):
        sheet.title = f"Sheet{number}"
    book.move_sheet("Sheet2", -2)
    returned, issues = parsed(saved(book))
    assert issues == () and returned is not None
    assert {entry.key: entry.sheet for entry in returned.entries} == {
        **{key: "Sheet0" for key in FIGURES_GIVEN if key.startswith("I.")},
        "III.1.in_period": "Sheet2",
        "II": "Sheet1",
    }


def test_a_deleted_sheet_is_named_and_a_near_name_is_suggested() -> None:
    book = opened()
    del book["Biểu II"]
    book.create_sheet("Bieu II")["A1"] = "nháp"
    _, issues = parsed(saved(book))
    assert [(found.where.label, found.code.value) for found in issues] == [
        ("Biểu II", "SHEET_MISSING")
    ]
    assert issues[0].context == {"value": "Biểu II", "near": "Bieu II"}


def test_a_hidden_sheet_of_the_form_is_read_all_the_same() -> None:
    book = opened()
    book["Biểu III"].sheet_state = "hidden"
    book.create_sheet("Ghi chép riêng")["B3"] = "abc"
    assert codes(saved(book)) == []


def test_issues_come_by_sheet_then_row_then_cell() -> None:
    book = opened()
    book["Biểu III"]["E9"] = "?"
    book["Biểu II"]["B9"] = "Mô hình"
    book["Biểu I"]["F10"] = "?"
    book["Biểu I"]["E11"] = None
    assert codes(saved(book)) == [
        ("Biểu I", "F10", "NOT_A_NUMBER"),
        ("Biểu I", "E11", "MISSING_VALUE"),
        ("Biểu II", "C9", "MISSING_VALUE"),
        ("Biểu III", "E9", "NOT_A_NUMBER"),
    ]


def test_a_heading_typed_otherwise_is_suggested_when_only_one_is_near() -> None:
    book = opened()
    book["Biểu III"]["E8"] = "Trong kì"
    (found,) = parsed(saved(book))[1]
    assert (found.code.value, found.context["near"]) == ("HEADING_MISSING", "Trong kì")
    book["Biểu III"]["G8"] = "Trong kỳ này"
    (found,) = parsed(saved(book))[1]
    assert found.context["near"] == ""


@pytest.mark.parametrize(
    ("cell", "typed", "noticed"),
    [
        ("B11", "Trong đó: định kỳ", True),
        ("C11", "hội nghị", True),
        ("B11", "Trong  đó : ĐỘT XUẤT.", False),  # the same words
        ("B11", None, False),  # an empty cell misleads nobody
        ("D11", "99", False),  # last quarter's figure only helps
        ("B9", "Kiểm tra", False),  # nothing is asked in this row
    ],
)
def test_printed_words_that_were_typed_over_are_asked_about(
    cell: str, typed: str | None, noticed: bool
) -> None:
    book = opened()
    book["Biểu I"][cell] = typed
    returned, issues = parsed(saved(book))
    assert returned is not None
    expected = [("Biểu I", cell, "PRINTED_CHANGED")] if noticed else []
    assert [(found.where.sheet, found.where.cell, found.code) for found in issues] == expected


def test_a_few_empty_cells_are_named_one_by_one() -> None:
    book = opened(write_template(FORM))
    book["Biểu III"]["E9"] = 3
    assert len(codes(saved(book))) == 5
    assert {code for *_, code in codes(saved(book))} == {"MISSING_VALUE", "LISTING_EMPTY"}

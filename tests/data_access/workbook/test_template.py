"""The template is the official form: safe to fill in, ready to print."""

import re
from io import BytesIO
from zipfile import ZipFile

import openpyxl
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data_access.workbook.filling import fill_template
from data_access.workbook.parsing import parse_return, read_mark
from data_access.workbook.reading import read_book
from data_access.workbook.template import layout, write_template
from tests.data_access.workbook.printed_form import FORM


def sheet() -> Worksheet:
    return openpyxl.load_workbook(BytesIO(write_template(FORM)))[FORM.sheets[0].name]


def rule_at(cell: str) -> DataValidation:
    return next(rule for rule in sheet().data_validations.dataValidation if cell in rule.sqref)


def cell_of(key: str) -> str:
    return layout(FORM)[key][1]


def test_the_same_form_gives_the_same_bytes() -> None:
    assert write_template(FORM) == write_template(FORM)


def test_only_the_cells_of_the_layout_and_the_signature_are_open() -> None:
    page = sheet()
    opened = [
        cell.coordinate
        for line in page.iter_rows()
        for cell in line
        if not cell.protection.locked and not isinstance(cell, openpyxl.cell.cell.MergedCell)
    ]
    asked = [place for _, place in layout(FORM).values()]
    assert page.protection.sheet and opened[: len(asked)] == asked
    below = [int(place.lstrip("ABCDEF")) for place in opened[len(asked) :]]
    assert len(below) == 3 and min(below) > int(asked[-1].lstrip("ABCDEF"))


def test_text_that_looks_like_a_formula_stays_text() -> None:
    kinds = {cell.data_type for line in sheet().iter_rows() for cell in line}
    assert "f" not in kinds
    assert any(cell.value == "=BẢNG TỰ CHẤM ĐIỂM" for line in sheet().iter_rows() for cell in line)


def test_an_empty_template_is_one_issue_not_one_for_each_cell() -> None:
    book, _ = read_book("mau.xlsx", write_template(FORM))
    assert read_mark(book) == (FORM.mark, ())
    returned, issues = parse_return(book, FORM)
    assert returned is None and [issue.code.value for issue in issues] == ["FORM_BLANK"]
    required = [field for field in FORM.fields() if field.required]
    assert issues[0].context == {"count": str(len(required))}


def test_a_template_begun_names_each_answer_that_is_missing() -> None:
    book, _ = read_book("mau.xlsx", fill_template(write_template(FORM), FORM, {"note.1": "có"}))
    _, issues = parse_return(book, FORM)
    assert {issue.code.value for issue in issues} == {"MISSING_VALUE"}
    required = [cell_of(field.key) for field in FORM.fields() if field.required]
    assert [issue.where.cell for issue in issues] == required


def test_lists_offer_the_choices_and_the_permitted_absences() -> None:
    assert rule_at(cell_of("1.d")).formula1 == '"Có,Không,Không phát sinh"'


def test_choices_with_commas_stand_on_the_hidden_sheet() -> None:
    source = rule_at(cell_of("1.e")).formula1
    assert source == "'_qcdc'!$D$1:$D$2"
    hidden = openpyxl.load_workbook(BytesIO(write_template(FORM)))["_qcdc"]
    assert hidden.sheet_state == "veryHidden"
    assert [hidden["D1"].value, hidden["D2"].value] == ["Đã hoàn thành", "Chậm, đang đôn đốc"]


def test_excel_refuses_only_what_the_parser_refuses_too() -> None:
    assert rule_at(cell_of("1.c")).errorStyle in (None, "stop")
    assert rule_at(cell_of("1.b")).errorStyle == "warning"  # KPS must get in
    assert rule_at(cell_of("claim.1")).errorStyle == "warning"  # a claim too high is kept


def test_it_prints_one_page_wide_with_its_headings() -> None:
    page = sheet()
    assert page.page_setup.orientation == "landscape" and page.page_setup.paperSize == 9
    # One page wide is what Excel takes when nothing is said of the width.
    assert page.page_setup.fitToWidth in (None, 1) and page.page_setup.fitToHeight == 0
    assert page.sheet_properties.pageSetUpPr.fitToPage
    heading = next(line[0].row for line in page.iter_rows() if line[0].value == "Mã")
    assert page.print_title_rows == f"${heading}:${heading}"
    assert page.freeze_panes == f"A{heading + 1}"
    assert "Trang &P/&N" in page.oddFooter.center.text.replace("&[Page]", "&P")


def test_a_long_text_gets_a_tall_row_that_may_still_grow() -> None:
    page = sheet()
    long, short = (int(cell_of(key).lstrip("ABCDEF")) for key in ("claim.1", "1.a"))
    assert page.row_dimensions[long].height > 3 * page.row_dimensions[short].height
    with ZipFile(BytesIO(write_template(FORM))) as archive:
        text = archive.read("xl/worksheets/sheet1.xml").decode()
    (line,) = re.findall(rf'<row r="{long}"[^>]*>', text)
    assert " ht=" in line and "customHeight" not in line


def test_it_says_when_the_figures_are_illustrative() -> None:
    texts = {cell.value for line in sheet().iter_rows() for cell in line}
    assert {"Số liệu minh họa", "Người lập biểu", "Thủ trưởng đơn vị"} <= texts

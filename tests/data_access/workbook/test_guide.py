"""The template's sheet of instructions, and what it prints of several sheets."""

from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from data_access.workbook.template import layout, write_template
from tests.data_access.workbook import printed_form
from tests.data_access.workbook.several_sheets import FORM

SHEETS = ["Biểu I", "Biểu II", "Biểu III"]


def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(write_template(FORM)))


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value]


def test_the_guide_stands_behind_the_sheets_of_the_form() -> None:
    assert book().sheetnames == [*SHEETS, "Hướng dẫn", "_qcdc"]
    assert book()["Hướng dẫn"].protection.sheet


def test_it_says_what_the_forms_words_mean() -> None:
    said = " ".join(texts(book()["Hướng dẫn"]))
    assert "1. Số liệu tính đến ngày cuối quý." in said
    assert "KPS (không phát sinh)" in said and "KAD (không áp dụng)" not in said
    assert "Biểu kê từng dòng" in said and "chữ xám" in said


def test_it_says_of_every_row_how_it_is_filled_in() -> None:
    lines = [
        [cell.value for cell in line]
        for line in book()["Hướng dẫn"].iter_rows()
        if line[0].value in SHEETS
    ]
    assert lines == [
        [
            "Biểu I",
            "Trong kỳ",
            "1, 2",
            "Ghi số nguyên từ 0. Nếu không phát sinh, ghi KPS. Không để trống.",
        ],
        ["Biểu I", "Lũy kế từ đầu năm", "1, 2", "Ghi số nguyên từ 0. Không để trống."],
        [
            "Biểu II",
            "Tên mô hình",
            "mỗi dòng kê",
            "Ghi nội dung, không quá 1000 ký tự. Không để trống.",
        ],
        ["Biểu II", "Số người tham gia", "mỗi dòng kê", "Ghi số nguyên từ 1. Không để trống."],
        ["Biểu II", "Lĩnh vực", "mỗi dòng kê", "Ghi nội dung, không quá 1000 ký tự."],
        ["Biểu III", "Trong kỳ", "1", "Ghi số nguyên từ 0. Không để trống."],
    ]


def test_choices_are_told_too() -> None:
    form = openpyxl.load_workbook(BytesIO(write_template(printed_form.FORM)))
    assert any("Chậm, đang đôn đốc" in text for text in texts(form["Hướng dẫn"]))


def test_each_sheet_is_an_official_form_of_its_own() -> None:
    for name, title in zip(SHEETS, ("Công tác kiểm tra", "Mô hình", "Đối thoại"), strict=True):
        sheet = book()[name]
        said = texts(sheet)
        assert said[0] == "TỈNH ỦY QUẢNG NGÃI" and "BIỂU THỐNG KÊ CÔNG TÁC DÂN VẬN" in said
        assert any(title in text for text in said)
        assert {"Kỳ báo cáo: quý III năm 2022", "Người lập biểu", "Thủ trưởng đơn vị"} <= set(said)
        assert sheet.protection.sheet and sheet.freeze_panes == "A9"
        assert sheet.print_title_rows == "$8:$8" and sheet.page_setup.orientation == "landscape"


def test_a_listing_lets_rows_be_added_and_numbered_anew() -> None:
    sheet = book()["Biểu II"]
    assert [sheet.cell(row, 1).value for row in range(9, 13)] == ["1", "2", "3", "4"]
    assert not any(sheet.cell(row, 1).protection.locked for row in range(9, 13))
    # In openpyxl's words False is: not forbidden.
    assert sheet.protection.insertRows is False and book()["Biểu I"].protection.insertRows


def test_nothing_arose_may_be_typed_in_the_first_row_of_a_listing() -> None:
    rules = book()["Biểu II"].data_validations.dataValidation
    styles = {
        cell: next(rule.errorStyle for rule in rules if cell in rule.sqref)
        for cell in ("C9", "C10")
    }
    assert styles == {"C9": "warning", "C10": None}


def test_last_quarters_figures_are_grey_and_closed() -> None:
    cell = book()["Biểu I"]["D10"]
    assert cell.value == "12" and cell.protection.locked
    assert cell.font.color.rgb == "FF7A746A"


def test_every_field_has_its_own_cell() -> None:
    places = list(layout(FORM).values())
    assert len(set(places)) == len(places) == len(FORM.fields())
    assert layout(FORM)["II.4.kind"] == ("Biểu II", "D12")

"""The table is found wherever people leave it, and what cannot be found is named."""

from dataclasses import replace
from decimal import Decimal

import openpyxl

from scoring.forms import (
    Choice,
    Column,
    CompletionDate,
    Field,
    Form,
    FormSheet,
    Kind,
    PartOfWhole,
    Row,
)
from tests.data_access.workbook.sheets import (
    COLUMNS,
    HEADINGS,
    answers,
    form,
    found,
    row,
    saved,
    workbook,
)

TWO = form(row("1"), row("2"))


def test_rows_inserted_above_do_no_harm() -> None:
    content = workbook(f"TỈNH ỦY\n\nBIỂU | 1 | 2\n{HEADINGS}\n1 | a | n:5\n2 | b | n:6")
    assert answers(content, TWO) == {"1": Decimal(5), "2": Decimal(6)}


def test_columns_and_rows_may_change_places() -> None:
    content = workbook("Số liệu | Ghi chú | Mã\nn:6 | | 2\nn:5 | | 1")
    assert answers(content, TWO) == {"1": Decimal(5), "2": Decimal(6)}


def test_headings_are_compared_without_case_spaces_and_tone_place() -> None:
    content = workbook("MÃ | Nội\u00a0dung | SỐ  LIỆU\n1 | a | n:5\n2 | b | n:6")
    assert answers(content, TWO) == {"1": Decimal(5), "2": Decimal(6)}


def test_spaces_at_brackets_and_strokes_do_not_matter_in_headings() -> None:
    page = FormSheet("Biểu", (*COLUMNS[:2], Column("figure", "Tỷ lệ (%)", 12)), (row("1"),))
    content = workbook("Mã | Nội dung | Tỷ lệ( % )\n1 | a | n:5")
    assert answers(content, replace(TWO, sheets=(page,))) == {"1": Decimal(5)}


def test_headings_printed_again_on_the_next_page_are_no_row() -> None:
    content = workbook(f"{HEADINGS}\n1 | a | n:5\n{HEADINGS}\n2 | b | n:6")
    assert found(content, TWO) == []


def test_a_renamed_sheet_is_found_by_its_headings() -> None:
    content = workbook(f"{HEADINGS}\n1 | a | n:5\n2 | b | n:6", sheet="Sheet1 (2)")
    assert answers(content, TWO) == {"1": Decimal(5), "2": Decimal(6)}


def test_other_sheets_are_let_alone() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Mã", "rác"])
    own = book.create_sheet("Biểu")
    for line in (["Mã", "Nội dung", "Số liệu"], ["1", "a", 5], ["2", "b", 6]):
        own.append(line)
    assert answers(saved(book), TWO) == {"1": Decimal(5), "2": Decimal(6)}


def test_a_code_that_excel_made_a_number_still_names_its_row() -> None:
    content = workbook(f"{HEADINGS}\nn:1.1 | a | n:5\n2. | b | n:6")
    assert answers(content, form(row("1.1"), row("2"))) == {"1.1": Decimal(5), "2": Decimal(6)}


def test_a_merged_value_counts_for_every_cell_it_covers() -> None:
    content = workbook(f"{HEADINGS}\n1 | a | n:5\n2 | b |", merge=("C2:C3",))
    assert answers(content, TWO) == {"1": Decimal(5), "2": Decimal(5)}


def test_a_merged_title_is_not_a_heading_twice() -> None:
    content = workbook(f"Số liệu\n{HEADINGS}\n1 | a | n:5\n2 | b | n:6", merge=("A1:D1",))
    assert found(content, TWO) == []


def test_no_sheet_with_the_table() -> None:
    assert found(workbook("gì đó | khác", sheet="Khác"), TWO) == [(None, "SHEET_MISSING")]


def test_a_missing_heading_is_named() -> None:
    content = workbook("Mã | Nội dung | Kết quả\n1 | a | n:5")
    assert found(content, form(row("1"))) == [(None, "HEADING_MISSING")]


def test_a_printed_column_nobody_answers_may_be_deleted() -> None:
    assert found(workbook("Mã | Số liệu\n1 | n:5"), form(row("1"))) == []


def test_a_heading_twice_is_not_guessed_at() -> None:
    content = workbook("Mã | Số liệu | Số liệu\n1 | n:5 | n:6")
    assert found(content, form(row("1"))) == [("C1", "HEADING_TWICE")]


def test_a_missing_row_is_reported_where_it_should_stand() -> None:
    content = workbook(f"{HEADINGS}\n1 | a | ?\n3 | c | ?")
    asked = form(row("1"), row("2"), row("3"))
    assert found(content, asked) == [
        ("C2", "NOT_A_NUMBER"),
        (None, "ROW_MISSING"),
        ("C3", "NOT_A_NUMBER"),
    ]


def test_a_row_twice() -> None:
    content = workbook(f"{HEADINGS}\n1 | a | n:5\n1 | a | n:6\n2 | b | n:6")
    assert found(content, TWO) == [("A3", "ROW_TWICE")]


def test_an_added_row_is_a_warning_the_signature_is_not() -> None:
    content = workbook(
        f"{HEADINGS}\n1 | a | n:5\n2 | b | n:6\n3 | thêm | n:7\n | | \n"
        " | | Sơn Hà, ngày 5 tháng 4 năm 2022\nNgười lập biểu | | Thủ trưởng đơn vị\n | | Đinh A"
    )
    assert found(content, TWO) == [("C4", "ROW_UNKNOWN")]
    assert answers(content, TWO) == {"1": Decimal(5), "2": Decimal(6)}


def test_issues_come_in_reading_order() -> None:
    content = workbook(f"{HEADINGS}\n2 | b | ?\n | thừa | n:1\n1 | a | ?")
    assert found(content, TWO) == [
        ("C2", "NOT_A_NUMBER"),
        ("C3", "ROW_UNKNOWN"),
        ("C4", "NOT_A_NUMBER"),
    ]


def test_a_part_larger_than_its_whole_is_a_warning_at_the_part() -> None:
    asked = form(row("1"), row("2"), checks=(PartOfWhole("2", "1"),))
    assert found(workbook(f"{HEADINGS}\n1 | a | n:5\n2 | b | n:6"), asked) == [
        ("C3", "PART_EXCEEDS_WHOLE")
    ]
    assert found(workbook(f"{HEADINGS}\n1 | a | n:6\n2 | b | n:6"), asked) == []


def progress() -> Form:
    states = (Choice("done", "Xong"), Choice("doing", "Đang làm"))
    fields = (
        Field("state", "figure", Kind.CHOICE, choices=states),
        Field("day", "note", Kind.DATE, required=False),
    )
    return form(Row("1", (), fields), checks=(CompletionDate("state", "done", "day"),))


def test_a_completion_date_beside_unfinished_work_is_a_warning() -> None:
    unfinished = workbook(f"{HEADINGS}\n1 | a | Đang làm | 5/4/2022")
    assert found(unfinished, progress()) == [("D2", "DATE_WITHOUT_COMPLETION")]
    assert found(workbook(f"{HEADINGS}\n1 | a | Xong | 5/4/2022"), progress()) == []
    assert found(workbook(f"{HEADINGS}\n1 | a | Đang làm |"), progress()) == []

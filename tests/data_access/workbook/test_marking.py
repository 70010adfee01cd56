"""A workbook given back with its mistakes marked in it."""

from io import BytesIO

import openpyxl
from openpyxl.comments import Comment

from data_access.workbook.filling import fill_template
from data_access.workbook.marking import MarkingWords, Remark, mark_workbook
from data_access.workbook.parsing import parse_return, read_mark
from data_access.workbook.reading import read_book
from data_access.workbook.template import layout, write_template
from scoring.issues import Severity
from tests.data_access.workbook.printed_form import FORM
from tests.data_access.workbook.sheets import saved, workbook

WORDS = MarkingWords(
    sheet="Những chỗ cần sửa",
    title="Danh sách những chỗ cần sửa",
    number="TT",
    place="Vị trí",
    severity="Mức độ",
    sentence="Nội dung",
    error="Lỗi",
    warning="Lưu ý",
    whole_file="Toàn tệp",
    author="Ban Chỉ đạo",
)


def remark(cell: str | None, sentence: str, severity: Severity = Severity.ERROR) -> Remark:
    return Remark("Biểu" if cell else None, cell, severity, sentence)


def marked(content: bytes, *remarks: Remark) -> openpyxl.Workbook:
    result = mark_workbook(content, remarks, WORDS)
    assert result is not None
    return openpyxl.load_workbook(BytesIO(result))


def test_a_cell_is_coloured_and_carries_every_sentence() -> None:
    book = marked(
        workbook("a | b"),
        remark("B1", "một", Severity.WARNING),
        remark("B1", "hai"),
        remark("A1", "ba", Severity.WARNING),
    )
    wrong, doubtful = book["Biểu"]["B1"], book["Biểu"]["A1"]
    assert wrong.value == "b" and wrong.comment.text == "một\nhai"
    assert wrong.fill.start_color.rgb.endswith("F9E3E1")
    assert doubtful.fill.start_color.rgb.endswith("FBF0D9")


def test_the_first_sheet_lists_all_remarks_with_links() -> None:
    book = marked(workbook("a"), remark(None, "cả tệp"), remark("A1", "ô"))
    page = book.worksheets[0]
    lines = [[cell.value for cell in line] for line in page.iter_rows(min_row=4)]
    assert book.active is page and page.title == WORDS.sheet
    assert lines == [["1", "Toàn tệp", "Lỗi", "cả tệp"], ["2", "Biểu A1", "Lỗi", "ô"]]
    assert page["B4"].hyperlink is None and page["B5"].hyperlink.location == "'Biểu'!A1"


def test_what_people_typed_never_becomes_a_formula() -> None:
    page = marked(workbook("a"), remark("A1", '=HYPERLINK("x") \x07 không phải là số')).worksheets[
        0
    ]
    assert page["D4"].data_type == "s" and page["D4"].value.startswith("=HYPERLINK")


def test_an_older_comment_and_the_protection_survive() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook("a")))
    book.active["A1"].comment = Comment("đã hỏi xã", "Lan")
    book.active.protection.sheet = True
    page = marked(saved(book), remark("A1", "sai"))["Biểu"]
    assert page.protection.sheet and page["A1"].comment.text == "đã hỏi xã\nsai"


def test_within_merged_cells_the_first_is_marked() -> None:
    page = marked(workbook("a | b", merge=("A1:B2",)), remark("B2", "sai"))["Biểu"]
    assert page["A1"].comment.text == "sai"


def test_a_marked_template_can_be_corrected_and_sent_again() -> None:
    sheet, cell = layout(FORM)["1.a"]
    spoiled = fill_template(write_template(FORM), FORM, {"1.a": "chưa rõ"})
    remarks = [Remark(sheet, cell, Severity.ERROR, "không phải là số")]
    once = mark_workbook(spoiled, remarks, WORDS)
    twice = mark_workbook(once, remarks, WORDS)
    book, _ = read_book("sua.xlsx", twice)
    assert [found.name for found in book.sheets] == [WORDS.sheet, sheet, "Hướng dẫn", "_qcdc"]
    assert read_mark(book) == (FORM.mark, ())
    codes = {issue.where.cell: issue.code.value for issue in parse_return(book, FORM)[1]}
    assert codes[cell] == "NOT_A_NUMBER"


def test_marking_gives_the_same_bytes() -> None:
    content = workbook("a")
    first, second = (mark_workbook(content, [remark("A1", "sai")], WORDS) for _ in range(2))
    assert first == second


def test_what_cannot_be_marked_is_none() -> None:
    for content in (b"", b"nothing of a workbook", workbook("a")[:2000]):
        assert mark_workbook(content, [remark("A1", "sai")], WORDS) is None

"""A table goes to Excel and comes back the same; what is mistyped there is found in its cell."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from data_access.criteria_files import criteria_from_text
from data_access.criteria_workbook.exporting import criteria_workbook
from data_access.criteria_workbook.importing import criteria_from_file
from data_access.criteria_workbook.shape import (
    CLASSES_SHEET,
    FIGURES_SHEET,
    GENERAL_SHEET,
    TABLE_SHEET,
)
from scoring.criteria import CriteriaSet
from scoring.issues import Code, Issue
from scoring.refusals import Refusal, Refused
from tests.builders import CRITERIA
from tests.random_tables import criteria_tables, pass_fail_tables, rank_only_tables

SAMPLES = sorted((Path(__file__).parents[2] / "sample_data" / "criteria").glob("*.yaml"))
DOCUMENT = Path(__file__).parents[2] / "docs" / "criteria.md"
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def came_back(text: str) -> CriteriaSet | None:
    read, _ = criteria_from_file("bang.xlsx", criteria_workbook(text))
    return None if read is None else criteria_from_text(read)[0]


@pytest.mark.parametrize("file", SAMPLES, ids=[file.stem for file in SAMPLES])
def test_every_sample_table_comes_back_the_same(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    table, issues = criteria_from_text(text)
    assert table is not None
    assert came_back(text) == table
    _, again = criteria_from_file("bang.xlsx", criteria_workbook(text))
    assert [(one.code, one.context) for one in again] == [(one.code, one.context) for one in issues]


def test_the_example_of_the_document_comes_back_the_same() -> None:
    text = DOCUMENT.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    assert came_back(text) == criteria_from_text(text)[0] is not None


@pytest.mark.parametrize("kind", [criteria_tables, pass_fail_tables, rank_only_tables])
@SLOW
@given(data=st.data())
def test_random_tables_come_back_the_same(kind, data: st.DataObject) -> None:
    text = data.draw(kind())
    assert came_back(text) == criteria_from_text(text)[0] is not None


def test_the_same_table_gives_the_same_bytes() -> None:
    assert criteria_workbook(CRITERIA) == criteria_workbook(CRITERIA)


def test_each_criterion_is_a_row_with_its_rule_in_words() -> None:
    sheet = opened(CRITERIA)[TABLE_SHEET]
    found = {row["Mã"]: row for row in rows_of(sheet)}
    assert list(found) == ["1", "1.1", "1.2", "1.3", "1.4"]
    assert found["1.2"]["Loại quy tắc"] == "proportional"
    assert found["1.2"]["Tham số quy tắc"] == "part: da_hop\nwhole: tong"
    assert found["1.2"]["Không phát sinh"] == "đủ điểm"
    assert "Số thôn đã họp" in found["1.2"]["Cách chấm (bằng lời, không phải nhập)"]
    assert found["1"]["Loại quy tắc"] is None


# What a person types, where, and what is made of it.
EDITS = [
    (TABLE_SHEET, "1.2", "Điểm tối đa", "2,5", "max: 2.5"),
    (TABLE_SHEET, "1.2", "Không phát sinh", "0 ĐIỂM", "not_arisen: zero"),
    (TABLE_SHEET, "1.2", "Không phát sinh", "exclude", "not_arisen: exclude"),
    (TABLE_SHEET, "1.4", "Kỳ chấm", "Q4 Y", "periods: [Q4, Y]"),
    (TABLE_SHEET, "1.4", "Tham số quy tắc", "step:\u00a00.5", "step: 0.5"),
    (TABLE_SHEET, "1.4", "Căn cứ", "Điều 5", 'article: "Điều 5"'),
    (FIGURES_SHEET, "1.2", "Đơn vị tính", "bản", 'unit: "bản"'),
    (GENERAL_SHEET, "decision.date", "Giá trị", "05/04/2022", "date: 2022-04-05"),
    (GENERAL_SHEET, "in_force.from", "Giá trị", "1/2/2022", "from: 2022-02-01"),
]


@pytest.mark.parametrize(("sheet", "code", "heading", "typed", "written"), EDITS)
def test_what_is_typed_in_a_cell_is_read(
    sheet: str, code: str, heading: str, typed: str, written: str
) -> None:
    text, issues = edited(sheet, code, {heading: typed})
    assert text is not None, issues
    assert written in text


def test_sheets_and_columns_may_be_moved_and_rows_added() -> None:
    book = opened(CRITERIA)
    book.move_sheet(CLASSES_SHEET, -2)
    sheet = book[TABLE_SHEET]
    sheet.move_range("C1:C9", cols=20)
    values = {"Phần": "Điểm thưởng", "Cấp": 1, "Mã": "T1", "Nội dung": "Sáng kiến"}
    added = values | {"Điểm tối đa": 2, "Loại quy tắc": "assessed"}
    headings = headings_of(sheet)
    for heading, value in added.items():
        sheet.cell(7, headings[heading], value)
    text, issues = read(book)
    assert text is not None, issues
    table, _ = criteria_from_text(text)
    assert [leaf.code for leaf in table.bonuses] == ["T1"]
    assert [leaf.code for leaf in table.leaves()][:4] == ["1.1", "1.2", "1.3", "1.4"]


MISTAKES = [
    (TABLE_SHEET, "1.2", {"Điểm tối đa": "ba"}, Code.WRONG_TYPE),
    (TABLE_SHEET, "1.2", {"Loại quy tắc": "tỷ lệ"}, Code.UNKNOWN_RULE),
    (TABLE_SHEET, "1.2", {"Tham số quy tắc": "part: da_hop"}, Code.KEY_MISSING),
    (TABLE_SHEET, "1.2", {"Tham số quy tắc": "part: [da_hop"}, Code.NOT_YAML),
    (TABLE_SHEET, "1.2", {"Tham số quy tắc": "da_hop"}, Code.WRONG_TYPE),
    (TABLE_SHEET, "1.2", {"Không phát sinh": "bỏ qua"}, Code.NOT_ONE_OF),
    (TABLE_SHEET, "1.2", {"Mã": 1.1}, Code.WRONG_TYPE),
    (TABLE_SHEET, "1.2", {"Mã": "1.1"}, Code.CODE_TWICE),
    (TABLE_SHEET, "1.2", {"Cấp": 4}, Code.CRITERIA_LEVEL),
    (TABLE_SHEET, "1.2", {"Phần": "Phụ lục"}, Code.CRITERIA_PART),
    (TABLE_SHEET, "1.2", {"Tham số khác": "maxx: 3"}, Code.KEY_UNKNOWN),
    (FIGURES_SHEET, "1.2", {"Thuộc mã": "9.9"}, Code.CRITERIA_OWNER),
    (FIGURES_SHEET, "1.2", {"Khóa": "Thôn"}, Code.WRONG_TYPE),
    (FIGURES_SHEET, "1.2", {"Loại": "chữ"}, Code.NOT_ONE_OF),
    (CLASSES_SHEET, "Hạng", {"Từ điểm": "cao"}, Code.WRONG_TYPE),
    (GENERAL_SHEET, "rounding.places", {"Giá trị": "hai"}, Code.WRONG_TYPE),
    (GENERAL_SHEET, "fallthrough", {"Giá trị": "tùy"}, Code.NOT_ONE_OF),
]


@pytest.mark.parametrize(("sheet", "row", "typed", "code"), MISTAKES)
def test_a_mistake_is_found_in_its_cell(
    sheet: str, row: str, typed: Mapping[str, object], code: Code
) -> None:
    text, issues = edited(sheet, row, typed)
    assert text is None
    (heading,) = typed
    found = [one for one in issues if one.code is code]
    assert [(one.where.sheet, one.where.cell) for one in found][:1] == [
        (sheet, cell_of(sheet, row, heading))
    ]
    assert found[0].where.path is None


def test_missing_sheets_and_columns_are_named() -> None:
    book = opened(CRITERIA)
    del book[FIGURES_SHEET]
    book[TABLE_SHEET].cell(1, headings_of(book[TABLE_SHEET])["Nội dung"]).value = "Tên"
    _, issues = read(book)
    assert (Code.SHEET_MISSING, FIGURES_SHEET) in values_of(issues)
    assert (Code.HEADING_MISSING, "Nội dung") in values_of(issues)


def test_what_excel_cannot_hold_in_one_cell_is_refused_not_left_out() -> None:
    text = CRITERIA.replace("text: Ban hành kế hoạch", f"text: {'x' * 40_000}")
    with pytest.raises(Refused) as caught:
        criteria_workbook(text)
    assert caught.value.code is Refusal.CRITERIA_TOO_LARGE
    assert caught.value.context["cell"] == "Bảng tiêu chí!D3"


@pytest.mark.parametrize("content", [b"", b"x", b"PK\x03\x04", b"%PDF-1.7"])
def test_what_is_no_workbook_is_one_issue(content: bytes) -> None:
    text, issues = criteria_from_file("bang.xlsx", content)
    assert text is None
    assert len(issues) == 1


def opened(text: str) -> Workbook:
    return load_workbook(BytesIO(criteria_workbook(text)))


def read(book: Workbook) -> tuple[str | None, tuple[Issue, ...]]:
    stream = BytesIO()
    book.save(stream)
    return criteria_from_file("bang.xlsx", stream.getvalue())


def edited(sheet: str, row: str, typed: Mapping[str, object]):
    book = opened(CRITERIA)
    for heading, value in typed.items():
        book[sheet][cell_of(sheet, row, heading)].value = value
    return read(book)


def cell_of(sheet: str, row: str, heading: str) -> str:
    """Of the first row that bears the name in one of its first columns."""
    found = opened(CRITERIA)[sheet]
    names = ("Mã", "Thuộc mã", "Khóa", "Mục")
    for number, values in enumerate(rows_of(found), start=2):
        if row in [values.get(name) for name in names]:
            return found.cell(number, headings_of(found)[heading]).coordinate
    raise LookupError(row)


def headings_of(sheet) -> dict[str, int]:
    return {cell.value: cell.column for cell in sheet[1] if cell.value}


def rows_of(sheet) -> list[dict[str, object]]:
    headings = [cell.value for cell in sheet[1]]
    return [dict(zip(headings, row, strict=True)) for row in sheet.iter_rows(2, values_only=True)]


def values_of(issues: tuple[Issue, ...]) -> list[tuple[Code, str]]:
    return [(one.code, one.context.get("value", "")) for one in issues]

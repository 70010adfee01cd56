"""A programme goes to Excel and comes back the same; what is mistyped is found in its cell."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from dashboard.wording import place_of, sentence
from data_access.programme_workbook.exporting import empty_workbook, programme_workbook
from data_access.programme_workbook.importing import programme_from_file
from data_access.programme_workbook.shape import (
    GENERAL,
    NAMED,
    REPORT_COLUMNS,
    SHEETS,
    TASK_COLUMNS,
    TASKS_SHEET,
)
from data_access.programmes import programme_from_text
from sample_data import documents
from scoring.issues import Code, Issue
from scoring.programmes import Programme
from scoring.units import Unit
from tests.builders import PROGRAMME, UNITS
from tests.programmes_by_hand import FORMS, column_of, filled_in, programme_texts, saved

SAMPLES = sorted((Path(__file__).parents[2] / "sample_data" / "programmes").glob("*.yaml"))
DOCUMENT = Path(__file__).parents[2] / "docs" / "programmes.md"
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

GENERAL_FILLED = {"Tên chương trình, kế hoạch": "Kế hoạch 2023", "Năm": 2023}
TASK = {"Số thứ tự": "1", "Nội dung nhiệm vụ": "Ban hành kế hoạch", "Giao cho": "Huyện A"}


def came_back(text: str, units: tuple[Unit, ...] = UNITS) -> Programme | None:
    content = programme_workbook(text, units, FORMS)
    read, issues = programme_from_file("kh.xlsx", content, units, tuple(FORMS))
    assert read is not None, issues
    return programme_from_text(read)[0]


def sample_units() -> tuple[Unit, ...]:
    files = sorted(path.name for path in (SAMPLES[0].parents[1] / "units").glob("*.yaml"))
    return tuple(Unit(**row) for name in files for row in documents.read(f"units/{name}")["units"])


def read(content: bytes) -> tuple[Programme | None, tuple[Issue, ...]]:
    text, issues = programme_from_file("kh.xlsx", content, UNITS, tuple(FORMS))
    return (None if text is None else programme_from_text(text)[0]), issues


def read_tasks(*rows: Mapping[str, object]) -> tuple[Programme | None, tuple[Issue, ...]]:
    return read(filled_in(GENERAL_FILLED, {"Nhiệm vụ": list(rows)}))


def found(issues: tuple[Issue, ...]) -> list[tuple[str | None, str | None, Code]]:
    return [(one.where.sheet, one.where.cell, one.code) for one in issues]


@pytest.mark.parametrize("file", SAMPLES, ids=[file.stem for file in SAMPLES])
def test_every_sample_programme_comes_back_the_same(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert came_back(text, sample_units()) == programme_from_text(text)[0] is not None


@SLOW
@given(text=programme_texts())
def test_random_programmes_come_back_the_same(text: str) -> None:
    programme, issues = programme_from_text(text)
    assert programme is not None, issues
    assert came_back(text) == programme


def test_the_same_programme_gives_the_same_bytes() -> None:
    first = programme_workbook(PROGRAMME, UNITS, FORMS)
    assert first == programme_workbook(PROGRAMME, UNITS, FORMS)


def test_every_key_of_the_document_has_its_column() -> None:
    """A key without one would be lost on its way through Excel."""
    tables = DOCUMENT.read_text(encoding="utf-8").split("| key | meaning | default |")[1:]
    keys = [set(re.findall(r"`([a-z_]+)`", _first_cells(table))) for table in tables]
    head = {column.key for column in GENERAL} | {key for key, _ in SHEETS.values()} | set(NAMED)
    assert keys[0] <= head | {"under"}
    assert keys[1] <= {column.key for column in TASK_COLUMNS}
    # Days named by the plan stand in the cells of its words.
    own = {column.key.partition(".")[0] for column in REPORT_COLUMNS} | {"due_on"}
    assert keys[2] <= own


def _first_cells(table: str) -> str:
    rows = [line for line in table.split("\n\n")[0].splitlines() if line.startswith("| `")]
    return " ".join(row.split("|")[1] for row in rows)


def test_a_filled_in_workbook_becomes_a_programme_with_a_code_of_its_own() -> None:
    programme, issues = read_tasks(TASK | {"Thời gian thực hiện (như văn bản)": "Quý III/2023"})
    assert issues == ()
    assert programme is not None and programme.code == "kh-tinh-2023"
    assert (programme.tasks[0].debtors.units, programme.tasks[0].timing.due.month) == (("001",), 9)


@pytest.mark.parametrize(
    ("words", "kinds", "units"),
    [
        ("Ban Chỉ đạo cấp huyện", ("ban-chi-dao-huyen",), ()),
        ("Tất cả các Ban Chỉ đạo cấp huyện", ("ban-chi-dao-huyen",), ()),
        ("Đồng bằng", (), ("001", "002")),
        ("Huyện A; Ban Chỉ đạo huyện B", (), ("001", "002")),
        ("Huyện A, Huyện C", (), ("001", "003")),
        ("HUYỆN  A\nhuyện b.", (), ("001", "002")),
        ("Huye\u0302\u0323n A", (), ("001",)),
        (1, (), ()),
        ("001; Đồng bằng", (), ("001", "002")),
        ("Ban Chỉ đạo huyện A [001]", (), ("001",)),
    ],
)
def test_debtors_are_kinds_groups_or_names(
    words: object, kinds: tuple[str, ...], units: tuple[str, ...]
) -> None:
    programme, issues = read_tasks(TASK | {"Giao cho": words})
    if words == 1:
        assert [one.code for one in issues] == [Code.DEBTOR_UNKNOWN]
        return
    assert programme is not None, issues
    assert (programme.tasks[0].debtors.kinds, programme.tasks[0].debtors.units) == (kinds, units)


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("quý", ("Q1", "Q2", "Q3", "Q4")),
        ("Hằng quý", ("Q1", "Q2", "Q3", "Q4")),
        ("hàng quý; Cả năm", ("Q1", "Q2", "Q3", "Q4", "Y")),
        ("Quý II, Q.IV", ("Q2", "Q4")),
        ("hằng năm", ("Y",)),
        ("Quý I; mỗi quý", ("Q1", "Q2", "Q3", "Q4")),
        ("", ("Q1", "Q2", "Q3", "Q4")),
    ],
)
def test_the_periods_of_a_report_are_written_as_plans_say_them(
    typed: str, marks: tuple[str, ...]
) -> None:
    report = {"Mã biểu": "tien-do", "Tên báo cáo": "Báo cáo", "Kỳ báo cáo": typed or None}
    filled = report | {"Giao cho": "Huyện A", "Số ngày sau khi hết kỳ": 10}
    programme, issues = read(filled_in(GENERAL_FILLED, {"Nhiệm vụ": [TASK], "Báo cáo": [filled]}))
    assert programme is not None, issues
    assert programme.reports[0].periods == marks


def test_a_name_without_its_accents_is_only_suggested() -> None:
    programme, issues = read_tasks(TASK | {"Giao cho": "Huyen A; Huyện B"})
    assert programme is None
    (one,) = issues
    assert one.context["near"] == "Huyện A"
    assert (one.where.sheet, one.code, one.context["value"]) == (
        TASKS_SHEET,
        Code.DEBTOR_UNKNOWN,
        "Huyen A",
    )
    assert "Đề nghị" in sentence(one)


def test_three_mistakes_are_told_at_once_each_in_its_cell_with_a_remedy() -> None:
    content = filled_in(
        GENERAL_FILLED | {"Ngày ban hành": "31/02/2023"},
        {
            "Nhiệm vụ": [
                TASK,
                TASK | {"Nội dung nhiệm vụ": "Kiểm tra"},
                {"Số thứ tự": "3", "Giao cho": "Ban Chỉ đạo cấp huyệnn"},
            ]
        },
    )
    programme, issues = read(content)
    assert programme is None
    assert found(issues) == [
        ("Chung", "B6", Code.NOT_A_DATE),
        ("Nhiệm vụ", "A3", Code.CODE_TWICE),
        ("Nhiệm vụ", "B4", Code.MISSING_VALUE),
        ("Nhiệm vụ", "E4", Code.DEBTOR_UNKNOWN),
    ]
    said = [f"{place_of(one.where)}: {sentence(one)}" for one in issues]
    assert said[3].startswith("Trang tính “Nhiệm vụ”, ô E4: “Ban Chỉ đạo cấp huyệnn” không phải")
    assert "Có phải là “Ban Chỉ đạo cấp huyện”?" in said[3]
    assert all("Đề nghị" in one for one in said)


def test_days_that_are_none_are_told_together_with_everything_else() -> None:
    """One round: what is missing, what is mistyped, what cannot be read."""
    when = {"Thời gian thực hiện (như văn bản)": "trước ngày 31/02/2023"}
    report = {"Mã biểu": "tien-do", "Tên báo cáo": "Báo cáo", "Hạn quý II": "31/06/2023"}
    tasks = [TASK | when, {"Số thứ tự": "2", "Giao cho": "Huyện Z"}]
    content = filled_in(GENERAL_FILLED, {"Nhiệm vụ": tasks, "Báo cáo": [report]})
    programme, issues = read(content)
    assert programme is None
    expected = [
        ("Nhiệm vụ", "F2", Code.TIMING_UNREAD),
        ("Nhiệm vụ", "B3", Code.MISSING_VALUE),
        ("Nhiệm vụ", "E3", Code.DEBTOR_UNKNOWN),
    ]
    assert found(issues)[:3] == expected
    assert [(sheet, code) for sheet, _, code in found(issues)[3:]] == [
        ("Báo cáo", Code.TIMING_UNREAD)
    ]
    book = load_workbook(BytesIO(content))
    book["Nhiệm vụ"].cell(1, column_of(book["Nhiệm vụ"], "Nội dung nhiệm vụ")).value = "Nội dung"
    del book["Chung"]
    codes = [code for _, _, code in found(read(saved(book))[1])]
    assert codes == [
        Code.SHEET_MISSING,
        Code.HEADING_MISSING,
        Code.TIMING_UNREAD,
        Code.DEBTOR_UNKNOWN,
        Code.TIMING_UNREAD,
    ]


def test_words_that_cannot_be_read_are_let_in_and_told() -> None:
    programme, issues = read_tasks(TASK | {"Thời gian thực hiện (như văn bản)": "Quý V/2023"})
    assert programme is not None
    assert found(issues) == [("Nhiệm vụ", "F2", Code.TIMING_UNREAD)]


def test_what_people_do_to_a_sheet_does_not_matter() -> None:
    """A title above the headings, columns thrown away, merged cells, empty rows, another order."""
    book = load_workbook(BytesIO(filled_in(GENERAL_FILLED, {})))
    for name in ("Báo cáo", "Văn bản", "Ghi chú", "Không áp dụng", "Danh mục", "Hướng dẫn"):
        del book[name]
    sheet = book["Nhiệm vụ"]
    sheet.delete_cols(8, 20)
    sheet.insert_rows(1, 2)
    sheet["A1"] = "KẾ HOẠCH NĂM 2023"
    sheet["A4"], sheet["B4"], sheet["C4"], sheet["F4"] = (
        1,
        "Việc một",
        "Trưởng ban",
        "Quý III/2022 ",
    )
    sheet["A7"], sheet["B7"] = 2.1, "Việc\nhai"
    sheet.merge_cells("C4:C7")
    programme, issues = read(saved(book))
    assert programme is not None, issues
    tasks = [(task.no, task.title, task.directs, task.timing.printed) for task in programme.tasks]
    assert tasks == [
        ("1", "Việc một", "Trưởng ban", "Quý III/2022"),
        ("2.1", "Việc hai", "Trưởng ban", ""),
    ]


def test_a_workbook_of_something_else_is_told_what_it_lacks() -> None:
    book = load_workbook(BytesIO(empty_workbook(UNITS, FORMS)))
    book["Nhiệm vụ"].title = "Nhiệm vụ 1"
    _, issues = read(saved(book))
    first, *others = issues
    assert (first.code, first.context["near"]) == (Code.SHEET_MISSING, "Nhiệm vụ 1")
    assert [(one.where.cell, one.code) for one in others] == [
        (cell, Code.MISSING_VALUE) for cell in ("B2", "B3", "B4")
    ]
    book["Nhiệm vụ 1"].title = "Nhiệm vụ"
    book["Nhiệm vụ"].cell(1, column_of(book["Nhiệm vụ"], "Nội dung nhiệm vụ")).value = "Nội dung"
    assert Code.HEADING_MISSING in {one.code for one in read(saved(book))[1]}


def test_two_units_of_one_name_are_written_and_read_with_their_codes() -> None:
    units = (*UNITS, Unit("004", "Ban Chỉ đạo huyện A", "ban-chi-dao-huyen", "", "tinh"))
    text = PROGRAMME.replace("{kinds: [ban-chi-dao-huyen]}", "{units: ['004']}")
    assert came_back(text, units) == programme_from_text(text)[0]
    content = filled_in(GENERAL_FILLED, {"Nhiệm vụ": [TASK | {"Giao cho": "Ban Chỉ đạo huyện A"}]})
    _, issues = programme_from_file("kh.xlsx", content, units, tuple(FORMS))
    assert [one.code for one in issues] == [Code.DEBTOR_SEVERAL]


def test_a_form_that_is_not_there_yet_is_a_doubt() -> None:
    report = {"Mã biểu": "bieu-la", "Tên báo cáo": "Báo cáo lạ", "Giao cho": "Huyện A"}
    programme, issues = read(filled_in(GENERAL_FILLED, {"Nhiệm vụ": [TASK], "Báo cáo": [report]}))
    assert programme is not None and found(issues) == [("Báo cáo", "A2", Code.DUTY_FORM_UNKNOWN)]

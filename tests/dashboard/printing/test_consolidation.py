"""The workbook of added-up statistics: as signed, as read by a program, as an attacker's words."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from dashboard.printing.consolidation import consolidated_workbook
from dashboard.printing.issuer import issuer_of
from dashboard.printing.profiles import PARTY, STATE, Profile
from dashboard.views.consolidation import paper_book
from data_access.queries.consolidation import ConsolidationResult
from tests.dashboard.views.consolidated_by_hand import PARENT, result_of
from tests.scoring.consolidations_by_hand import Q1, decided, said

D = Decimal
WORDS = ("=1+1", "+1", "@SUM(A1)", "-2", "http://example.org/a")


def printed(result: ConsolidationResult, profile: Profile = PARTY) -> bytes:
    return consolidated_workbook(paper_book(result), issuer_of(PARENT), profile)


def opened(result: ConsolidationResult, profile: Profile = PARTY) -> Workbook:
    return load_workbook(BytesIO(printed(result, profile)))


def words_of(workbook: Workbook, name: str) -> list[object]:
    return [cell.value for row in workbook[name].iter_rows() for cell in row if cell.value]


def test_the_forms_sheets_come_first_then_the_annexes() -> None:
    result = result_of([said("a", Q1, in_period=D(1), note="Lưu ý"), decided("b", Q1)])
    assert opened(result).sheetnames == [
        "VII",
        "II",
        "PL1 Đơn vị",
        "PL2 Ghi chú",
        "PL3 Nguồn số liệu",
    ]


def test_head_title_period_and_signature_are_on_the_official_sheets() -> None:
    workbook = opened(result_of([said("a", Q1)], illustrative=True), STATE)
    words = words_of(workbook, "VII")
    for expected in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "BAN CHỈ ĐẠO TỈNH",
        "TỔNG HỢP SỐ LIỆU – BIỂU THỬ",
        "Đơn thư khiếu nại, tố cáo",
        "Kỳ báo cáo: quý I năm 2022 (số liệu minh họa)",
        "Tạm tính: 1/2 đơn vị đã nộp; thiếu: Đức Phổ",
        "NGƯỜI LẬP BIỂU",
        "TRƯỞNG BAN",
    ):
        assert expected in words
    assert "NGƯỜI LẬP BIỂU" not in words_of(workbook, "PL1 Đơn vị")


def test_figures_stay_figures_and_are_shown_with_points() -> None:
    sheet = opened(result_of([said("a", Q1, in_period=D(1200), open=D("2.5"))]))["VII"]
    found = {cell.value: cell.number_format for row in sheet.iter_rows() for cell in row}
    assert found[1200] == "[$-42A]#,##0"
    assert found[2.5] == "[$-42A]#,##0.0"


def test_more_digits_than_excel_keeps_are_written_as_words() -> None:
    exact = D("12345678901234567")
    words = words_of(opened(result_of([said("a", Q1, in_period=exact)])), "VII")
    assert "12.345.678.901.234.567" in words


def test_each_sheet_is_a_turned_a4_page_with_its_head_repeated() -> None:
    for sheet in opened(result_of([decided("a", Q1, ("Đường", "hn", True, 1))])):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        heading = next(cell.row for cell in sheet["A"] if cell.value == "TT")
        assert sheet.print_title_rows == f"${heading}:${heading}"
        faces = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value}
        assert faces == {"Times New Roman"}


def test_what_units_wrote_is_never_a_formula_or_a_link() -> None:
    result = result_of([decided("a", Q1, *((word, "hn", False, 1) for word in WORDS))])
    content = printed(result)
    assert set(WORDS) <= set(words_of(load_workbook(BytesIO(content)), "PL2 II"))
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            part = package.read(name)
            assert b"<f>" not in part and b"hyperlink" not in part, name


def test_the_same_figures_are_the_same_bytes() -> None:
    returns = [said("a", Q1, in_period=D(1)), decided("b", Q1, ("Cầu", "bq", True, 2))]
    assert printed(result_of(returns)) == printed(result_of(returns))

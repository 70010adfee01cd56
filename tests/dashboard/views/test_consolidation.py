"""Added-up figures as the page and the workbook say them."""

from datetime import date
from decimal import Decimal

import pytest

from dashboard.views.consolidated_words import completeness, span_words
from dashboard.views.consolidation import (
    FILE,
    NOBODY_BENEATH,
    consolidation_view,
    paper_book,
)
from dashboard.views.heading import Scene
from dashboard.views.paper_sheets import PaperSheet
from scoring.contributions import ReturnFigures
from scoring.periods import Period
from tests.dashboard.views.consolidated_by_hand import PARENT, result_of
from tests.scoring.consolidations_by_hand import KPS, Q1, Q2, Q3, Q4, decided, said

D = Decimal
SCENE = Scene(PARENT.name, PARENT.label, False, date(2022, 4, 12))
ROAD, BRIDGE = ("=Đường", "hn", True, 2000), ("Cầu", "bq", False, 3)


def cells(sheet: PaperSheet) -> list[list[str]]:
    return [[f"{cell.text}{cell.mark}" for cell in row.cells] for row in sheet.rows]


def sheets(returns: list[ReturnFigures], **more: object) -> tuple[PaperSheet, ...]:
    return paper_book(result_of(returns, **more)).sheets


def sheet(returns: list[ReturnFigures], name: str, **more: object) -> PaperSheet:
    return next(one for one in sheets(returns, **more) if one.name.endswith(name))


def test_the_figures_stand_in_the_forms_own_layout() -> None:
    found = sheet(
        [said("a", Q1, in_period=D(1200), open=D("2.5")), said("b", Q1, in_period=D(34))], "VII"
    )
    assert [column.heading for column in found.columns][:3] == ["TT", "Nội dung", "Trong kỳ"]
    assert cells(found) == [["1", "Đơn khiếu nại", "1.234", "", "2,5", "", ""]]


def test_nothing_arose_is_said_and_no_answer_is_blank() -> None:
    found = sheet([said("a", Q1, in_period=KPS), said("b", Q1, in_period=KPS)], "VII")
    assert cells(found)[0][2:5] == ["KPS", "", ""]
    assert found.notes == ("KPS: không phát sinh.",)


def test_an_earlier_quarters_state_is_marked_and_named() -> None:
    returns = [said("a", Q1, open=D(4)), said("b", Q2, open=D(1))]
    found = sheet(returns, "VII", span=(Q1, Q2), period=Q2, to_date=True)
    assert cells(found)[0][4] == "5*"
    assert found.notes == ("(*) Có số liệu của quý trước đó: Ba Tơ (quý I năm 2022).",)


def test_a_listing_is_counted_and_its_records_go_to_an_annex() -> None:
    returns = [decided("a", Q1, ROAD, BRIDGE), decided("b", Q1)]
    main, records = (one for one in sheets(returns) if one.name.split()[-1] == "II")
    assert cells(main) == [
        ["1", "Số mục đã báo cáo", "2", "1"],
        ["2", "Cộng: Số phương án", "2.003", "1"],
        ["3", "Trong đó, Hình thức: Hội nghị", "1", "1"],
        ["4", "Trong đó, Hình thức: Biểu quyết", "1", "1"],
        ["5", "Trong đó: Niêm yết", "1", "1"],
    ]
    assert (main.annex, records.annex) == (False, True)
    assert cells(records) == [
        ["1", "Ba Tơ", "=Đường", "Hội nghị", "x", "2.000"],
        ["2", "Ba Tơ", "Cầu", "Biểu quyết", "", "3"],
    ]


def test_the_annex_has_a_column_for_each_unit_in_the_order_of_names() -> None:
    returns = [
        said("a", Q1, in_period=D(1)),
        said("c", Q1, in_period=D(2), estimate=True),
    ]
    found = sheet(returns, "Đơn vị", units="abc")
    headings = [column.heading for column in found.columns]
    assert headings == [
        "TT",
        "Chỉ tiêu",
        "Tổng cộng",
        "An Lão\n(số ước)",
        "Ba Tơ",
        "Đức Phổ\n(chưa nộp)",
    ]
    assert cells(found)[1] == ["1", "Đơn khiếu nại – Trong kỳ", "3", "2", "1", ""]


def test_more_units_than_a_page_holds_go_on_with_the_total_on_each_sheet() -> None:
    units = "".join(chr(ord("a") + number) for number in range(26))
    returns = [said(unit, Q1, in_period=D(1)) for unit in units]
    book = paper_book(result_of(returns, units=units))
    parts = [one for one in book.sheets if "Đơn vị (" in one.name]
    assert len(parts) == 2
    assert sum(len(one.columns) - 3 for one in parts) == 26
    assert {cells(one)[1][2] for one in parts} == {"26"}


def test_words_of_units_and_receipts_are_annexes() -> None:
    returns = [said("a", Q1, note="Có vụ kéo dài", estimate=True)]
    assert cells(sheet(returns, "Ghi chú")) == [
        ["1", "Ba Tơ", "VII – Đơn khiếu nại", "Có vụ kéo dài"]
    ]
    sources = cells(sheet(returns, "Nguồn số liệu"))
    assert sources[0][1:4] == ["Ba Tơ", "Quý I năm 2022", "0001/2022/PTN"]
    assert (sources[0][5], sources[1][5]) == ("số ước", "chưa nộp")


@pytest.mark.parametrize(
    ("returns", "units", "span", "words"),
    [
        ([said("a", Q1), said("b", Q1)], "ab", (Q1,), "2/2 đơn vị đã nộp"),
        ([said("a", Q1)], "ab", (Q1,), "1/2 đơn vị đã nộp; thiếu: Đức Phổ"),
        ([], "ab", (Q1,), "0/2 đơn vị đã nộp; chưa đơn vị nào nộp quý I năm 2022"),
        (
            [said("a", Q1, estimate=True), said("b", Q1), said("a", Q2)],
            "ab",
            (Q1, Q2, Q3),
            "0/2 đơn vị đã nộp đủ các quý; chưa đơn vị nào nộp quý III năm 2022; "
            "thiếu: Đức Phổ (quý II năm 2022); 1 đơn vị số ước: Ba Tơ",
        ),
    ],
)
def test_who_is_missing_is_named(
    returns: list[ReturnFigures], units: str, span: tuple[Period, ...], words: str
) -> None:
    assert completeness(result_of(returns, units, span)) == words


@pytest.mark.parametrize(
    ("period", "to_date", "words"),
    [
        (Q3, False, "quý III năm 2022"),
        (Q2, True, "6 tháng đầu năm 2022"),
        (Q3, True, "9 tháng đầu năm 2022"),
        (Q1, True, "quý I năm 2022"),
        (Q4, True, "năm 2022"),
        (Period(2022), False, "năm 2022"),
    ],
)
def test_the_span_is_called_as_offices_call_it(period: Period, to_date: bool, words: str) -> None:
    assert span_words(result_of([], period=period, to_date=to_date)) == words


def test_a_figure_with_a_unit_missing_is_provisional() -> None:
    whole = result_of([said("a", Q1), said("b", Q1)])
    lacking = result_of([said("a", Q1)], illustrative=True)
    assert paper_book(whole).marks == ()
    assert paper_book(lacking).marks == ("Tạm tính", "Số liệu minh họa")
    assert paper_book(lacking).scope[1].startswith("Tạm tính: 1/2 đơn vị")
    assert [one.value for one in consolidation_view(lacking, SCENE).strip] == [
        "1/2",
        "1",
        "0",
        "tạm tính",
    ]


def test_a_figure_on_the_page_leads_to_what_each_unit_gave() -> None:
    returns = [said("a", Q1, open=D(4), estimate=True)]
    view = consolidation_view(result_of(returns), SCENE, "VII.1.open")
    table = next(one for one in view.tables if "Đơn thư" in one.title)
    linked = [dict(cell.link.params)["chi-tieu"] for cell in table.rows[0].cells if cell.link]
    assert linked == ["VII.1.in_period", "VII.1.from_january", "VII.1.open"]
    told = [[cell.text for cell in row.cells] for row in view.detail.rows]
    assert told == [
        ["Ba Tơ", "4", "quý I năm 2022", "số ước", "0001/2022/PTN"],
        ["Đức Phổ", "–", "–", "chưa nộp quý I năm 2022", "–"],
        ["Tổng cộng", "4", "", "", ""],
    ]
    assert consolidation_view(result_of(returns), SCENE, "không có").detail is None


def test_the_units_own_form_is_offered_to_whom_it_is_asked_of() -> None:
    returns = [said("a", Q1)]
    (top,) = consolidation_view(result_of(returns), SCENE).prints
    (district,) = consolidation_view(result_of(returns, owed=True), SCENE).prints
    assert [link.address for _, link in top.links] == [FILE]
    assert [dict(link.params).get("loai") for _, link in district.links] == [None, "bieu"]


def test_a_unit_with_nobody_beneath_it_is_told_so() -> None:
    view = consolidation_view(result_of([], units=""), SCENE)
    assert view.instead == NOBODY_BENEATH.format(unit="BCĐ tỉnh")
    assert view.tables == ()

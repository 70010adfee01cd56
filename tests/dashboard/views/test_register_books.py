from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from dashboard.views.register_books import (
    NO_FIGURES,
    NOTHING_SUPPLIED,
    Book,
    Known,
    figures_book,
    models_book,
    remedies_book,
)
from dashboard.views.registers import FIGURES, MODELS, book_heading, figure_typed
from data_access.models import Level, RecognisedModel, Recognition
from data_access.moments import HANOI
from data_access.outside_figures import OutsideFigure, Supplied
from data_access.remedies import Remedy
from scoring.facts import Absent
from scoring.periods import parse_period
from tests.dashboard.views.standings_by_hand import SCENE

AT = datetime(2022, 11, 3, 9, 0, tzinfo=HANOI)
YEAR = parse_period("2022")
KNOWN = Known(
    {"535": "Ba Tơ", "524": "Bình Sơn"},
    {"chi_so": "Chỉ số cải cách hành chính (Sở Nội vụ)"},
    {"2.1": "2.1. Công khai"},
)
MODEL = RecognisedModel(
    1,
    "535",
    Recognition("Tổ tự quản", "kinh tế", Level.PROVINCE, "12-QĐ/BDV", date(2022, 10, 20)),
    "Tổ Giúp việc",
    AT,
    None,
    "",
)
FIGURE = OutsideFigure(
    1,
    "535",
    YEAR,
    "chi_so",
    Supplied(Decimal("87.5"), "Sở Nội vụ", date(2022, 10, 31), "45/BC-SNV"),
    "Tổ Giúp việc",
    AT,
)
REMEDY = Remedy(
    1,
    "minh-hoa",
    "535",
    YEAR,
    "2.1",
    Decimal("1.25"),
    "Niêm yết đủ 14 nội dung",
    date(2022, 10, 30),
    None,
    "",
    "Ba Tơ",
    AT,
)


def rows(book: Book) -> list[list[str]]:
    assert book.table is not None
    return [[cell.text for cell in row.cells] for row in book.table.rows]


def test_a_model_is_shown_with_its_decision_and_can_be_struck_off() -> None:
    book = models_book((MODEL,), KNOWN)
    assert rows(book) == [["Tổ tự quản", "Ba Tơ", "cấp tỉnh", "12-QĐ/BDV", ""]]
    assert book.open == ((1, "Ba Tơ: Tổ tự quản"),)


def test_a_model_struck_off_stays_with_its_reason_and_counts_no_more() -> None:
    struck = replace(MODEL, id=2, struck_off=AT, struck_off_reason="Thu hồi quyết định")
    book = models_book((MODEL, struck), KNOWN)
    assert rows(book)[1][4] == "Không còn tính: Thu hồi quyết định"
    assert book.table is not None
    assert book.table.title == "1 mô hình được tính, 1 đã đưa ra khỏi sổ"
    assert [number for number, _ in book.open] == [1]


def test_of_two_figures_for_the_same_the_later_counts() -> None:
    later = replace(FIGURE, id=2, supplied=replace(FIGURE.supplied, value=Absent.NOT_ARISEN))
    found = rows(figures_book((FIGURE, later), KNOWN))
    assert found[0][2:] == ["87,5", "31/10/2022", "Sở Nội vụ", "Đã thay bằng số ghi sau"]
    assert found[1][2] == "không phát sinh"
    assert found[1][5] == ""


def test_an_empty_book_says_whether_anything_could_be_in_it() -> None:
    assert figures_book((), KNOWN).said == NO_FIGURES
    assert figures_book((), Known({})).said == NOTHING_SUPPLIED


def test_a_remedy_past_its_day_is_overdue_until_it_is_done() -> None:
    done = replace(REMEDY, id=2, done_on=date(2022, 10, 29), done_text="Đã niêm yết")
    book = remedies_book((REMEDY, done), KNOWN, date(2022, 11, 1))
    assert book.table is not None
    assert book.table.title == "2 việc khắc phục: 1 đã xong, 1 quá hạn"
    states = [row.cells[5].state for row in book.table.rows]
    assert [state.word for state in states if state] == ["quá hạn", "đã khắc phục"]
    assert rows(book)[0][:3] == ["2.1. Công khai", "Ba Tơ", "1,25"]
    assert [number for number, _ in book.open] == [1]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("87,5", Decimal("87.5")),
        ("kps", Absent.NOT_ARISEN),
        (" KAD ", Absent.NOT_APPLICABLE),
        ("2.117", None),  # Two thousand in an office, two in a spreadsheet.
        ("", None),
        ("cao", None),
    ],
)
def test_a_figure_is_typed_as_in_a_spreadsheet(typed: str, value: Decimal | Absent | None) -> None:
    assert figure_typed(typed) == value


def test_models_count_from_the_beginning_of_the_year() -> None:
    quarter = parse_period("2022-Q3")
    assert "từ đầu năm đến hết quý III năm 2022" in book_heading(MODELS, quarter, SCENE).scope
    assert "quý III năm 2022" in book_heading(FIGURES, quarter, SCENE).scope

"""Rows the unit writes itself: read in the order they stand, however they are numbered."""

from decimal import Decimal

import pytest

from data_access.workbook.beside import Beside
from data_access.workbook.parsing import parse_return
from data_access.workbook.reading import read_book
from scoring.facts import Absent
from scoring.forms import Field, Form, FormSheet, Kind, Listing, Mark, When
from scoring.periods import Period
from scoring.returns import Entry
from tests.data_access.workbook.sheets import COLUMNS, HEADINGS, answers, found, workbook

FIELDS = (
    Field("name", "text", Kind.TEXT),
    Field("people", "figure", Kind.COUNT),
    Field("note", "note", Kind.TEXT, required=False),
)
MARK = Mark("thong-ke", "1", "07294", Period(2022, 3))
SIGNATURE = " | | Sơn Hà, ngày 5 tháng 4 năm 2022\n | Người lập biểu | Thủ trưởng đơn vị | \n | Lan"


def asked(most: int = 500, checks: tuple = ()) -> Form:
    page = FormSheet("Biểu", COLUMNS, listing=Listing("II", FIELDS, printed=3, most=most))
    return Form(MARK, "Biểu thống kê", (page,), checks=checks)


def table(lines: str) -> bytes:
    return workbook(f"{HEADINGS}\n{lines}\n{SIGNATURE}")


def test_rows_are_numbered_as_they_stand() -> None:
    lines = "7 | Mô hình A | n:5 | có\n | Mô hình B | n:6 |\n\n\n7 | Mô hình C | n:7 |\n9 | | |"
    assert answers(table(lines), asked()) == {
        "II.1.name": "Mô hình A",
        "II.1.people": Decimal(5),
        "II.1.note": "có",
        "II.2.name": "Mô hình B",
        "II.2.people": Decimal(6),
        "II.3.name": "Mô hình C",
        "II.3.people": Decimal(7),
    }


def test_a_row_begun_must_be_finished() -> None:
    assert found(table("1 | Mô hình A | n:5 |\n2 | | | xã Ba Tơ"), asked()) == [
        ("B3", "MISSING_VALUE"),
        ("C3", "MISSING_VALUE"),
    ]


@pytest.mark.parametrize("nothing", ["KPS", "Không phát sinh", "Không có", "-", "không"])
def test_an_empty_listing_says_that_nothing_arose(nothing: str) -> None:
    content = table(f"1 | {nothing} | |\n2 | | |\n3 | | |")
    returned, _ = parse_return(read_book("bieu", content)[0], asked())
    assert returned.entries == (Entry("II", Absent.NOT_ARISEN, nothing, "Biểu", "B2"),)


def test_nothing_may_stand_in_every_cell_of_the_row() -> None:
    assert answers(table("1 | KPS | KPS | KPS"), asked()) == {"II": Absent.NOT_ARISEN}


@pytest.mark.parametrize("said", ["KPS", "Không phát sinh"])
def test_nothing_may_be_said_where_the_number_stands(said: str) -> None:
    returned, _ = parse_return(read_book("bieu", table(f"{said} | | |\n2 | | |"))[0], asked())
    assert returned.entries == (Entry("II", Absent.NOT_ARISEN, said, "Biểu", "A2"),)


def test_nothing_may_be_said_in_every_row() -> None:
    assert answers(table("1 | - | - |\n2 | - | - |"), asked()) == {"II": Absent.NOT_ARISEN}


def test_a_dash_for_a_number_says_nothing_of_the_sheet() -> None:
    assert found(table("- | | |\n2 | | |"), asked()) == [("B2", "LISTING_EMPTY")]


def test_nothing_beside_records_is_asked_about_once() -> None:
    content = table("1 | KPS | |\n2 | Mô hình B | n:6 |")
    assert found(content, asked()) == [("B2", "LISTING_CONTRADICTED")]


def test_a_record_below_the_signature_is_not_lost_silently() -> None:
    below = " | | Trần Văn B\n16 | Mô hình P | 1.200 |"
    content = workbook(f"{HEADINGS}\n1 | Mô hình A | n:5 |\n{SIGNATURE}{below}")
    assert found(content, asked()) == [("C6", "ROW_UNKNOWN")]


def test_headings_printed_again_on_the_next_page_are_no_record() -> None:
    content = table(f"1 | Mô hình A | n:5 |\n{HEADINGS}\n2 | Mô hình B | n:6 |")
    assert answers(content, asked())["II.2.people"] == Decimal(6)


def test_a_plain_no_answers_a_question() -> None:
    fields = (Field("open", "text", Kind.YES_NO),)
    page = FormSheet("Biểu", COLUMNS, listing=Listing("II", fields))
    assert answers(table("1 | Không | |"), Form(MARK, "Biểu", (page,))) == {"II.1.open": 0}


def test_a_listing_that_says_nothing_at_all_is_asked_about() -> None:
    assert found(table("1 | | |\n2 | | |"), asked()) == [("B2", "LISTING_EMPTY")]


@pytest.mark.parametrize(
    "total",
    [
        " | Tổng cộng | n:5 |",
        " | Tổng cộng toàn huyện | n:5 |",
        "Cộng: | | n:5 |",
        "TỔNG SỐ | | n:5 |",
    ],
)
def test_a_line_of_totals_is_no_record(total: str) -> None:
    read = answers(table(f"1 | Mô hình A | n:5 |\n{total}"), asked())
    assert read == {"II.1.name": "Mô hình A", "II.1.people": Decimal(5)}


def test_a_commune_called_like_a_total_is_a_record() -> None:
    assert answers(table("1 | Cộng Hòa | n:5 |"), asked())["II.1.name"] == "Cộng Hòa"


def test_words_of_the_signature_may_stand_in_an_answer() -> None:
    lines = "1 | Đối thoại ngày 5 tháng 4 năm 2022 | n:5 |\n2 | Thủ trưởng đơn vị | n:6 |"
    assert answers(table(lines), asked())["II.2.name"] == "Thủ trưởng đơn vị"


def test_what_is_merged_over_rows_counts_for_each() -> None:
    content = workbook(f"{HEADINGS}\n1 | Xã Ba Tơ | n:5 |\n2 | | n:6 |\n3 | | |", merge=("B2:B4",))
    assert answers(content, asked()) == {
        "II.1.name": "Xã Ba Tơ",
        "II.1.people": Decimal(5),
        "II.2.name": "Xã Ba Tơ",
        "II.2.people": Decimal(6),
    }


def test_the_column_of_numbers_may_be_gone() -> None:
    content = workbook("Nội dung | Số liệu | Ghi chú\nMô hình A | n:5 |")
    assert answers(content, asked()) == {"II.1.name": "Mô hình A", "II.1.people": Decimal(5)}


def test_more_rows_than_a_listing_takes() -> None:
    lines = "\n".join(f"{n} | Mô hình {n} | n:{n} |" for n in range(1, 5))
    assert found(table(lines), asked(most=3)) == [("B5", "LISTING_TOO_LONG")]


def test_figures_of_all_rows_can_be_found_beside() -> None:
    before = {"II.1.people": Decimal(2), "II.12.people": Decimal(3), "II.1.note": Decimal(9)}
    beside = Beside({(None, When.PREVIOUS): before})
    assert beside.figure(None, When.PREVIOUS, "II.*.people") == 5
    assert beside.figure(None, When.PREVIOUS, "II.1.people") == 2
    assert beside.figure(None, When.PREVIOUS, "III.*.people") is None
    assert beside.figure("tu-cham", When.SAME, "II.1.people") is None

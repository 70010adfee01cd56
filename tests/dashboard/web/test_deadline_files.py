"""What is overdue as a workbook, and a unit's dates as a calendar, by address."""

from io import BytesIO

import openpyxl
import pytest
from icalendar import Calendar
from openpyxl.worksheet.worksheet import Worksheet

from tests.visitor import Answer, Visitor

OVERDUE = "/tep/qua-han"


def sheet(answer: Answer) -> Worksheet:
    assert answer.status == 200
    return openpyxl.load_workbook(BytesIO(answer.body)).active


def test_the_workbook_has_days_and_numbers_that_can_be_sorted(stranger: Visitor) -> None:
    book = sheet(stranger.sign_in_as("uy-vien").get(OVERDUE))
    heads = [cell.value for cell in book[4]]
    assert heads[:2] == ["Đơn vị", "Nhiệm vụ, báo cáo"]
    first = dict(zip(heads, (cell.value for cell in book[5]), strict=True))
    assert isinstance(first["Quá hạn (ngày)"], int)
    assert first["Hạn"].year in (2022, 2023)
    assert "việc quá hạn ở" in book["A1"].value
    assert "số liệu minh họa" in book["A2"].value
    assert book.auto_filter.ref.startswith("A4:")


def test_it_is_narrowed_like_the_page(stranger: Visitor) -> None:
    member = stranger.sign_in_as("uy-vien")
    every = sheet(member.get(OVERDUE)).max_row
    of_one = sheet(member.get(f"{OVERDUE}?unit=535&nhom=nhiem-vu"))
    assert 5 <= of_one.max_row < every
    assert {row[0].value for row in of_one.iter_rows(min_row=5)} == {"Ba Tơ"}
    assert sheet(member.get(f"{OVERDUE}?date=2021-01-01")).max_row == 4


@pytest.mark.parametrize("wrong", ["date=hom-qua", "date=9999-12-31", "nhom=khac"])
def test_an_address_that_means_nothing_is_one_sentence(stranger: Visitor, wrong: str) -> None:
    answer = stranger.sign_in_as("uy-vien").get(f"{OVERDUE}?{wrong}")
    assert answer.status == 400
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("user", ["ba-to", "to-giup-viec", "thuong-truc", "uy-vien"])
def test_a_calendar_goes_to_the_unit_and_to_those_who_follow_it(
    stranger: Visitor, user: str
) -> None:
    answer = stranger.sign_in_as(user).get("/tai/lich/535.ics")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/calendar")
    assert 'filename="lich-535.ics"' in answer.headers["content-disposition"]
    assert Calendar.from_ical(answer.body)["x-wr-calname"].endswith("Ba Tơ")


def test_and_to_no_other_unit(stranger: Visitor) -> None:
    assert stranger.sign_in_as("binh-son").get("/tai/lich/535.ics").status == 403
    assert stranger.sign_in_as("to-giup-viec").get("/tai/lich/999.ics").status in (403, 404)
    assert stranger.get("/tai/lich/535.ics").status == 401

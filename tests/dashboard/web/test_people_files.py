"""The sheet about a unit and the papers of an inspection by address."""

from datetime import date

import pytest

from data_access.accounts import OPERATOR
from data_access.actions.inspections import (
    hold_visit,
    plan_inspection,
    plan_visit,
    record_minutes,
)
from data_access.database import open_database
from tests.visitor import Visitor

SHEET = "/tep/phieu-dia-ban?unit="
PDF = b"%PDF-1.7\nstartxref\n9\n%%EOF\n"


@pytest.fixture(scope="module")
def paper(url: str) -> str:
    """The address of signed minutes of a visit to Bình Sơn."""
    engine = open_database(url)
    number = plan_inspection(engine, OPERATOR, 2022, "Kiểm tra", ["Nguyễn Văn A"], "7-QĐ/BCĐ")
    visit = plan_visit(engine, OPERATOR, number, "524", date(2022, 9, 1))
    hold_visit(engine, OPERATOR, visit, date(2022, 9, 1))
    given = (visit, "01/BB", date(2022, 9, 1), "", "biên bản.pdf", PDF)
    return f"/tep/kiem-tra?id={record_minutes(engine, OPERATOR, *given)}"


def test_the_sheet_goes_to_the_committee_and_to_the_unit_itself(stranger: Visitor) -> None:
    for user in ("to-giup-viec", "thuong-truc", "uy-vien", "binh-son"):
        answer = stranger.sign_in_as(user).get(f"{SHEET}524&date=2022-10-15")
        assert (answer.status, answer.body[:5]) == (200, b"%PDF-"), user
        assert "phieu-dia-ban_524_2022-10-15.pdf" in answer.headers["content-disposition"]
    assert stranger.sign_in_as("ba-to").get(f"{SHEET}524").status == 403


@pytest.mark.parametrize("more", ["524&date=h%C3%B4m-qua", "524&profile=khac", ""])
def test_an_address_that_means_nothing_is_told_so(stranger: Visitor, more: str) -> None:
    assert stranger.sign_in_as("to-giup-viec").get(SHEET + more).status == 400


def test_minutes_go_out_byte_for_byte_to_those_concerned(stranger: Visitor, paper: str) -> None:
    for user in ("to-giup-viec", "uy-vien", "binh-son"):
        answer = stranger.sign_in_as(user).get(paper)
        assert (answer.status, answer.body) == (200, PDF), user
        assert answer.headers["content-disposition"].startswith("attachment; ")
    assert stranger.sign_in_as("ba-to").get(paper).status == 403


def test_a_stranger_gets_nothing(stranger: Visitor, paper: str) -> None:
    for address in (f"{SHEET}524", paper):
        assert stranger.get(address).status in (302, 303, 401, 403)

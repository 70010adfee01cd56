"""What the page of completeness shows, as a workbook: for everyone who is signed in."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from tests.builders import Q1, hand_in_progress, small_province
from tests.serving import running_server
from tests.visitor import Visitor

ON = "date=2022-05-31"
RATES = f"/tep/day-du?period=2022-Q1&xep=bieu&{ON}"
SHEET = f"/tep/day-du?period=2022-Q1&muc=ma-tran&{ON}"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    url = f"sqlite:///{tmp_path_factory.mktemp('province') / 'province.db'}"
    engine = small_province(url)
    hand_in_progress(engine, "001", Q1, date(2022, 4, 5))
    setup.add_account(engine, OPERATOR, "uy-vien", "Ủy viên", "Mat-khau-1", Role.MEMBER, None)
    engine.dispose()
    with running_server(url, Path(__file__).with_name("counting_page.py")) as address:
        yield Visitor(address).sign_in_as("uy-vien")


def rows(visitor: Visitor, address: str) -> list[tuple[object, ...]]:
    answer = visitor.get(address)
    assert answer.status == 200, answer.text
    (sheet,) = load_workbook(BytesIO(answer.body)).worksheets
    return list(sheet.iter_rows(values_only=True))


def test_the_five_figures_are_numbers(visitor: Visitor) -> None:
    found = rows(visitor, RATES)
    assert ("Tất cả", 6, 1, 1, 0, 5, "16,7 %", "16,7 %") in found
    assert ("Báo cáo tiến độ", 3, 1, 1, 0, 2, "33,3 %", "33,3 %") in found


def test_the_sheet_has_a_row_for_each_unit_with_the_state_in_words(visitor: Visitor) -> None:
    found = {row[0]: row for row in rows(visitor, SHEET)}
    assert found["Đơn vị"][1] == "Báo cáo tiến độ, quý I năm 2022"
    assert found["Huyện A"][1] == "● đúng hạn"
    assert found["Huyện B"][1] == "▲ quá hạn"


@pytest.mark.parametrize("address", [f"{RATES}&muc=khac", "/tep/day-du?period=2022-Q9"])
def test_an_address_that_means_nothing_is_said(visitor: Visitor, address: str) -> None:
    assert visitor.get(address).status == 400


def test_a_stranger_gets_nothing(visitor: Visitor) -> None:
    assert Visitor(visitor.address).get(RATES).status != 200

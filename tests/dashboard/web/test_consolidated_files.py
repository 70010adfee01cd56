"""The workbook of added-up statistics goes out to those who may see the figures."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from tests.serving import running_server
from tests.thirteen_districts import Q3, hand_in, thirteen_districts
from tests.visitor import Visitor

BOOK = "/tep/tong-hop?form=thong-ke&period=2022-Q3"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    url = f"sqlite:///{tmp_path_factory.mktemp('districts') / 'districts.db'}"
    engine = thirteen_districts(url)
    hand_in(engine, "01-1", Q3, 7)
    for user, role, unit in (
        ("to-giup-viec", Role.SECRETARIAT, None),
        ("uy-vien", Role.MEMBER, None),
        ("huyen-01", Role.UNIT, "01"),
    ):
        setup.add_account(engine, OPERATOR, user, user, "Mat-khau-1", role, unit)
    engine.dispose()
    with running_server(url, Path(__file__).with_name("counting_page.py")) as address:
        yield Visitor(address)


def test_the_secretariat_gets_the_provinces_workbook(visitor: Visitor) -> None:
    answer = visitor.sign_in_as("to-giup-viec").get(f"{BOOK}&tinh=luy-ke&profile=nha-nuoc")
    assert answer.status == 200, answer.text
    named = answer.headers["content-disposition"]
    assert "tong-hop-thong-ke-tinh-2022-Q3-luy-ke.xlsx" in named
    assert "Biểu VII" in load_workbook(BytesIO(answer.body)).sheetnames


def test_a_district_gets_its_communes_and_its_own_form_filled_in(visitor: Visitor) -> None:
    clerk = visitor.sign_in_as("huyen-01")
    assert clerk.get(BOOK).status == 200
    answer = clerk.get(f"{BOOK}&unit=01&loai=bieu")
    assert answer.status == 200, answer.text
    assert "thong-ke_01_2022-Q3_tong-hop.xlsx" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("user", "path", "status", "why"),
    [
        ("huyen-01", f"{BOOK}&unit=tinh", 403, "its equals' figures"),
        ("huyen-01", f"{BOOK}&unit=02&loai=bieu", 403, "another's form"),
        ("uy-vien", BOOK, 403, "members see no unit's figures"),
        ("to-giup-viec", "/tep/tong-hop?form=khong-co&period=2022", 404, "no such form"),
        ("to-giup-viec", "/tep/tong-hop?form=thong-ke", 400, "no period named"),
        ("to-giup-viec", f"{BOOK}&tinh=x", 400, "no such span"),
        ("to-giup-viec", f"{BOOK}&loai=bieu", 400, "no unit named"),
    ],
)
def test_everything_else_is_a_sentence(
    visitor: Visitor, user: str, path: str, status: int, why: str
) -> None:
    answer = visitor.sign_in_as(user).get(path)
    assert (why, answer.status) == (why, status)
    assert "Traceback" not in answer.text

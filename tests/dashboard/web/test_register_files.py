"""The registers go out as workbooks to those who may read them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from tests.dong_son import OFFICE, OTHER, dong_son, hand_in_all
from tests.serving import running_server
from tests.visitor import Visitor

FILE = "/tep/so-cong-khai"
OF = f"unit={OFFICE}&period=2024-Q1&date=2024-04-01"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    url = f"sqlite:///{tmp_path_factory.mktemp('dong-son') / 'dong-son.db'}"
    engine = dong_son(url)
    hand_in_all(engine)
    for user, role, unit in (
        ("to-giup-viec", Role.SECRETARIAT, None),
        ("uy-vien", Role.MEMBER, None),
        ("dong-son", Role.UNIT, OFFICE),
    ):
        setup.add_account(engine, OPERATOR, user, user, "Mat-khau-1", role, unit)
    engine.dispose()
    with running_server(url, Path(__file__).with_name("counting_page.py")) as address:
        yield Visitor(address)


@pytest.mark.parametrize(
    ("register", "sheet", "words"),
    [
        ("cong-khai", "Sổ công khai", "lưu ý: Kết thúc vào ngày nghỉ: Chủ nhật, 25/02/2024."),
        ("lay-y-kien", "Sổ lấy ý kiến", "156 /QC-UBND ngày 26/02/2024"),
        ("ho-so", "Hồ sơ", "còn thiếu: Chưa có trong hồ sơ. Đề nghị bổ sung."),
    ],
)
def test_what_the_page_says_is_in_the_workbook(
    visitor: Visitor, register: str, sheet: str, words: str
) -> None:
    answer = visitor.sign_in_as("dong-son").get(f"{FILE}?so={register}&{OF}")
    assert answer.status == 200, answer.text
    workbook = load_workbook(BytesIO(answer.body))
    assert workbook.sheetnames == [sheet]
    assert words in {cell.value for row in workbook[sheet].iter_rows() for cell in row}


@pytest.mark.parametrize(
    ("user", "asked", "status"),
    [
        ("to-giup-viec", OF, 200),
        ("uy-vien", OF, 403),
        ("dong-son", f"unit={OTHER}&period=2024-Q1", 403),
        ("to-giup-viec", "unit=99&period=2024-Q1", 404),
        ("to-giup-viec", "period=2024-Q1", 400),
        ("to-giup-viec", f"{OF}&so=khac", 400),
    ],
)
def test_who_may_have_it(visitor: Visitor, user: str, asked: str, status: int) -> None:
    assert visitor.sign_in_as(user).get(f"{FILE}?{asked}").status == status

"""The page of the registers of disclosure, of consultations and the dossiers, as each sees it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard import session
from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from data_access.actions.sessions import demonstration_sign_in
from data_access.database import open_database
from data_access.settings import VARIABLE
from tests.dashboard.pages.shown import shown
from tests.dong_son import OFFICE, OTHER, dong_son, hand_in_all

_APP = Path(dashboard.__file__).with_name("app.py")
_PEOPLE = (
    ("to-giup-viec", Role.SECRETARIAT, None),
    ("lanh-dao", Role.LEADER, None),
    ("uy-vien", Role.MEMBER, None),
    ("dong-son", Role.UNIT, OFFICE),
)

Open = Callable[..., str]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    url = f"sqlite:///{tmp_path_factory.mktemp('dong-son') / 'dong-son.db'}"
    engine = dong_son(url)
    for user, role, unit in _PEOPLE:
        setup.add_account(engine, OPERATOR, user, user, "Mat-khau-1", role, unit)
    hand_in_all(engine)
    engine.dispose()
    return url


@pytest.fixture
def page(url: str, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setenv(VARIABLE, url)

    def opened(user: str, **chosen: str) -> str:
        app = AppTest.from_file(str(_APP), default_timeout=60)
        app.user = {session.TOKEN: demonstration_sign_in(open_database(url), user, "127.0.0.1")}
        app.run()
        for name, value in {"period": "2024-Q1", **chosen}.items():
            app.query_params[name] = value
        return shown(app.switch_page("pages/disclosure.py").run())

    return opened


def test_the_clerk_finds_his_own_register_with_its_days_and_their_basis(page: Open) -> None:
    text = page("dong-son")
    assert "đúng hạn" in text and "4 ngày làm việc (không quá 5)" in text
    assert "đủ ngày" in text and "20 ngày (ít nhất 20)" in text
    assert "Điều 47.2 Luật số 10/2022/QH15" in text
    assert "Chủ nhật, 25/02/2024" in text
    assert "không thấy mâu thuẫn; Sổ lấy ý kiến có" in text, "the same draft's papers contradict"
    assert "so=lay-y-kien" in text
    assert "tep/bai-nop?id=1" in text


def test_the_clerk_is_led_to_the_form_and_to_handing_it_in(page: Open) -> None:
    text = page("dong-son", period="2024-Q2")
    assert "Chưa nộp sổ quý II năm 2024." in text
    assert f"tep/bieu-mau?unit={OFFICE}&amp;form=so-cong-khai&amp;period=2024-Q2" in text
    assert "nop-bao-cao?" in text


@pytest.mark.parametrize(
    ("register", "words"),
    [
        ("lay-y-kien", "Biên bản ghi ngày 10/02/2024 cho cuộc họp ngày 05/02/2024"),
        ("lay-y-kien", "Niêm yết dự thảo"),
        ("ho-so", "Hồ sơ công khai (Điều 9)"),
        ("ho-so", "127 /KH-UBND"),
    ],
)
def test_the_other_registers_are_chosen_in_the_address(
    page: Open, register: str, words: str
) -> None:
    assert words in page("dong-son", so=register)


@pytest.mark.parametrize("user", ["to-giup-viec", "lanh-dao"])
def test_the_secretariat_and_leaders_see_who_keeps_a_register(page: Open, user: str) -> None:
    text = page(user)
    assert f"so-cong-khai?period=2024-Q1&amp;unit={OFFICE}" in text
    assert f"unit={OTHER}" not in text
    assert "20 ngày (ít nhất 20)" in page(user, unit=OFFICE)
    assert "Đề nghị chọn một đơn vị" in page(user, so="ho-so")


def test_leaders_are_not_led_to_handing_in(page: Open) -> None:
    assert "nop-bao-cao?" not in page("lanh-dao", unit=OFFICE)


def test_a_unit_without_a_track_is_asked_for_it(page: Open) -> None:
    assert "Chưa ghi loại hình của đơn vị" in page("to-giup-viec", unit=OTHER)


@pytest.mark.parametrize(
    ("user", "chosen"),
    [("uy-vien", {}), ("uy-vien", {"unit": OFFICE}), ("dong-son", {"unit": OTHER})],
)
def test_what_is_not_shown_is_a_sentence(page: Open, user: str, chosen: dict[str, str]) -> None:
    assert 'class="q-refusal"' in page(user, **chosen)

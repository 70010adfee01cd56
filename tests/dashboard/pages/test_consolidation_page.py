"""The page of added-up statistics, as each person sees it."""

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
from tests.thirteen_districts import Q3, hand_in, thirteen_districts

_APP = Path(dashboard.__file__).with_name("app.py")
_PEOPLE = (
    ("to-giup-viec", Role.SECRETARIAT, None),
    ("lanh-dao", Role.LEADER, None),
    ("uy-vien", Role.MEMBER, None),
    ("huyen-01", Role.UNIT, "01"),
    ("xa-mot", Role.UNIT, "01-1"),
)

Open = Callable[..., str]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    url = f"sqlite:///{tmp_path_factory.mktemp('districts') / 'districts.db'}"
    engine = thirteen_districts(url)
    for user, role, unit in _PEOPLE:
        setup.add_account(engine, OPERATOR, user, user, "Mat-khau-1", role, unit)
    hand_in(engine, "01", Q3, 1200)
    hand_in(engine, "02", Q3, 34)
    hand_in(engine, "01-1", Q3, 7)
    engine.dispose()
    return url


@pytest.fixture
def page(url: str, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setenv(VARIABLE, url)

    def opened(user: str, **chosen: str) -> str:
        app = AppTest.from_file(str(_APP), default_timeout=60)
        token = demonstration_sign_in(open_database(url), user, "127.0.0.1")
        app.user = {session.TOKEN: token}
        app.run()
        for name, value in {"period": "2022-Q3", **chosen}.items():
            app.query_params[name] = value
        return shown(app.switch_page("pages/consolidation.py").run())

    return opened


@pytest.mark.parametrize("user", ["to-giup-viec", "lanh-dao"])
def test_the_secretariat_and_leaders_see_the_province(page: Open, user: str) -> None:
    text = page(user)
    assert "2/13 đơn vị đã nộp; thiếu: Huyện 03" in text
    assert ">1.234</a>" in text
    assert "tep/tong-hop?form=thong-ke&amp;unit=tinh&amp;period=2022-Q3" in text
    assert "loai=bieu" not in text


def test_a_figure_is_followed_to_the_units_and_their_receipts(page: Open) -> None:
    text = page("to-giup-viec", **{"chi-tieu": "V.4.figure"})
    assert "Biểu V: Số tiền thu hồi" in text
    assert "tep/bai-nop?id=1" in text


def test_a_district_sees_its_communes_alone_and_its_own_form_filled_in(page: Open) -> None:
    text = page("huyen-01")
    assert "1/2 đơn vị đã nộp; thiếu: Xã Hai" in text
    assert "1.234" not in text
    assert "loai=bieu" in text


@pytest.mark.parametrize(
    ("user", "chosen", "words"),
    [
        ("xa-mot", {}, "Xã Một không có đơn vị trực thuộc"),
        ("to-giup-viec", {"period": "2030-Q1"}, "Không có kỳ"),
        ("uy-vien", {}, 'class="q-refusal"'),
        ("huyen-01", {"unit": "02"}, 'class="q-refusal"'),
        ("huyen-01", {"unit": "tinh"}, 'class="q-refusal"'),
    ],
)
def test_what_is_not_shown_is_a_sentence(
    page: Open, user: str, chosen: dict[str, str], words: str
) -> None:
    text = page(user, **chosen)
    assert words in text
    assert 'q-strip"' not in text


def test_from_january_is_chosen_in_the_address(page: Open) -> None:
    text = page("to-giup-viec", tinh="luy-ke")
    assert "9 tháng đầu năm 2022" in text
    assert "chưa đơn vị nào nộp quý I, II năm 2022" in text

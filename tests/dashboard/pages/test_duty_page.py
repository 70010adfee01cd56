"""One duty for each who may look, and what may be decided about it."""

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access.accounts import OPERATOR
from data_access.queries.obligations import overdue
from sample_data.build import DAY
from scoring.obligations import DutyKey
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/duty.py"


@pytest.fixture
def key(demo_engine: Engine) -> DutyKey:
    """The oldest task that Trà Bồng still owes."""
    late = overdue(demo_engine, OPERATOR, DAY, "525")
    return next(one for one in late if one.obligation.form is not None).obligation.key


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def fill(app: AppTest, label: str, words: str) -> None:
    next(one for one in app.text_input if one.label == label).set_value(words)


@pytest.mark.parametrize("user", ["uy-vien", "thuong-truc", "ba-to", "to-giup-viec"])
def test_everybody_reads_it_and_only_those_who_decide_may_change_it(
    open_page: Open, key: DutyKey, user: str
) -> None:
    app = open_page(user, PAGE, ma=str(key))
    text = shown(app)
    assert "Chương trình, kế hoạch" in text
    assert "quá hạn" in text
    buttons = {one.label for one in app.button}
    assert ("Gia hạn" in buttons) is (user in ("thuong-truc", "to-giup-viec"))


def test_an_extension_is_granted_and_the_first_day_stays(
    open_page: Open, demo_engine: Engine, key: DutyKey
) -> None:
    app = open_page("thuong-truc", PAGE, ma=str(key))
    assert "Chưa ghi ngày được gia hạn đến" in shown(press(app, "Gia hạn"))
    fill(app, "Được gia hạn đến hết ngày", "28/02/2023")
    fill(app, "Người cho phép", "Trưởng Ban Chỉ đạo")
    assert 'class="q-refusal"' in shown(press(app, "Gia hạn")), "a reason is needed"
    fill(app, "Lý do", "Mưa lũ kéo dài")
    text = shown(press(app, "Gia hạn"))
    assert "Đã gia hạn; hạn đầu vẫn giữ." in text
    assert "được gia hạn" in text
    assert "28/02/2023 (hạn đầu " in text
    assert "Mưa lũ kéo dài" in text
    still = {one.obligation.key for one in overdue(demo_engine, OPERATOR, DAY, "525")}
    assert key not in still


def test_what_is_no_day_is_said_once_and_nothing_is_granted(open_page: Open, key: DutyKey) -> None:
    app = open_page("thuong-truc", PAGE, ma=str(key))
    fill(app, "Được gia hạn đến hết ngày", "31/02/2023")
    text = shown(press(app, "Gia hạn"))
    assert "“31/02/2023” không phải là một ngày có thật" in text
    assert "Chưa ghi ngày" not in text
    fill(app, "Được gia hạn đến hết ngày", "28/02/2023")
    fill(app, "Lý do", "Mưa lũ kéo dài")
    fill(app, "Người cho phép", "Trưởng Ban Chỉ đạo")
    fill(app, "Ngày văn bản (nếu có)", "30/02/2023")
    assert "Đã gia hạn" not in shown(press(app, "Gia hạn"))


def test_a_unit_is_freed_and_bound_again(
    open_page: Open, demo_engine: Engine, key: DutyKey
) -> None:
    app = open_page("to-giup-viec", PAGE, ma=str(key))
    reasons = [one for one in app.text_input if one.label == "Lý do"]
    reasons[-1].set_value("Đơn vị không có nội dung này")
    text = shown(press(app, "Ghi không phải thực hiện"))
    assert "Đã ghi không phải thực hiện" in text
    assert "Đơn vị không có nội dung này" in text
    reason = next(one for one in app.text_input if one.label == "Lý do")
    reason.set_value("Ghi nhầm đơn vị")
    press(app, "Ghi lại phải thực hiện")
    assert key in {one.obligation.key for one in overdue(demo_engine, OPERATOR, DAY, "525")}


def test_another_day_is_only_looked_at(open_page: Open, key: DutyKey) -> None:
    app = open_page("thuong-truc", PAGE, ma=str(key), date="2022-12-31")
    assert "Về hôm nay" in shown(app)
    assert "Gia hạn" not in {one.label for one in app.button}


@pytest.mark.parametrize(
    "typed", ["", "không có", "KH|525||tien-do|2022-Q9", "KH|525||tien-do|2022"]
)
def test_what_is_no_duty_is_one_sentence(open_page: Open, typed: str) -> None:
    text = shown(open_page("uy-vien", PAGE, ma=typed))
    assert 'class="q-refusal"' in text
    assert "Không có việc" in text


def test_its_page_is_in_nobodys_list(open_page: Open) -> None:
    links = open_page("to-giup-viec").sidebar.get("page_link")
    assert "Chi tiết một việc" not in {link.proto.label for link in links}

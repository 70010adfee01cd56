"""What is late, for each who may look; narrowed, grouped, and on another day."""

import pytest

from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/overdue.py"
EVERYBODY = ("uy-vien", "thuong-truc", "ba-to", "to-giup-viec", "so-noi-vu")


@pytest.mark.parametrize("user", EVERYBODY)
def test_who_has_reported_is_no_secret(open_page: Open, user: str) -> None:
    text = shown(open_page(user, PAGE))
    assert "việc quá hạn ở" in text
    assert 'data-label="Chỉ đạo"' in text
    assert 'data-label="Nhắc gần nhất"' in text
    assert "viec?ma=" in text


def test_every_choice_stands_in_the_address_and_as_a_chip(open_page: Open) -> None:
    app = open_page("uy-vien", PAGE, unit="530", nhac="chua")
    text = shown(app)
    assert "Đang lọc" in text
    assert "Đơn vị: Sơn Tây" in text
    assert "Nhắc việc: Chưa nhắc lần nào" in text
    chosen = {one.label: one for one in app.selectbox}
    assert set(chosen) >= {"Đơn vị", "Việc", "Chỉ đạo", "Nhắc việc", "Loại đơn vị"}
    chosen["Việc"].set_value("tien-do").run()
    assert app.query_params["viec"] == "tien-do"


def test_what_is_nearly_due_has_its_own_list(open_page: Open) -> None:
    text = shown(open_page("uy-vien", PAGE, **{"noi-dung": "sap-den-han", "date": "2022-10-05"}))
    assert "đến hạn trong 14 ngày" in text
    assert 'data-label="Thời gian còn lại"' in text
    assert "quá hạn ở" not in text


@pytest.mark.parametrize(("user", "writes"), [("uy-vien", True), ("tra-bong", False)])
def test_messages_are_offered_to_those_who_may_write_them(
    open_page: Open, user: str, writes: bool
) -> None:
    for chosen in ({}, {"noi-dung": "sap-den-han"}):
        assert (">Soạn tin nhắc<" in shown(open_page(user, PAGE, **chosen))) is writes


def test_it_is_grouped_three_ways(open_page: Open) -> None:
    assert "đơn vị, lâu nhất" in shown(open_page("uy-vien", PAGE, nhom="nhiem-vu"))
    text = shown(open_page("uy-vien", PAGE, nhom="chi-dao"))
    assert text.count('class="q-group"') > 1


def test_another_day_is_chosen_said_and_left_again(open_page: Open) -> None:
    app = open_page("uy-vien", PAGE)
    assert "Về hôm nay" not in shown(app)
    app.date_input[0].set_value("2022-11-15").run()
    assert app.query_params["date"] == "2022-11-15"
    text = shown(app)
    assert "Đang xem như đã biết đến hết ngày 15/11/2022" in text
    assert "Về hôm nay" in text
    app.date_input[0].set_value("2023-02-15").run()
    assert "date" not in app.query_params
    assert "Về hôm nay" not in shown(app)


def test_a_day_to_come_is_said_to_be_an_assumption(open_page: Open) -> None:
    assert "giả định" in shown(open_page("uy-vien", PAGE, date="2023-06-30"))


def test_before_the_year_began_nothing_is_overdue(open_page: Open) -> None:
    assert "Không có việc quá hạn" in shown(open_page("uy-vien", PAGE, date="2022-01-01"))


def test_a_choice_that_fits_nothing_says_how_to_widen_it(open_page: Open) -> None:
    assert "bỏ bớt điều kiện" in shown(open_page("uy-vien", PAGE, unit="không có"))


@pytest.mark.parametrize("page", ["pages/overview.py", "pages/completion.py", "pages/own.py"])
def test_every_page_of_a_day_can_look_at_another(open_page: Open, page: str) -> None:
    app = open_page("uy-vien", page, date="2022-11-15")
    assert "Về hôm nay" in shown(app)
    assert "Xem tại ngày" in {one.label for one in app.date_input}


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31"])
def test_a_day_that_no_calendar_reaches_is_no_day(open_page: Open, typed: str) -> None:
    for page in (PAGE, "pages/own.py"):
        assert "không phải là ngày" in shown(open_page("ba-to", page, date=typed))


def test_the_first_and_the_last_day_can_be_looked_at(open_page: Open) -> None:
    for typed in ("1945-09-02", "2200-12-31"):
        assert "việc quá hạn" in shown(open_page("uy-vien", PAGE, date=typed))

from datetime import date

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access.accounts import OPERATOR
from data_access.queries import registers
from scoring.periods import parse_period
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/registers.py"
YEAR = parse_period("2022")


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def field(app: AppTest, kind: str, label: str):
    return next(one for one in getattr(app, kind) if one.label.startswith(label))


def choose(app: AppTest, name: str, code: str) -> None:
    """By the words its key begins with: pages have several fields of one label."""
    next(one for one in app.selectbox if (one.key or "").startswith(f"{name}-")).set_value(code)


def record_model(app: AppTest) -> AppTest:
    choose(app, "don-vi-mo-hinh", "535")
    choose(app, "cap", "tinh")
    field(app, "text_input", "Tên mô hình").set_value("Tổ <b>tự quản</b>")
    field(app, "text_input", "Số, ký hiệu quyết định").set_value("12-QĐ/BDV")
    field(app, "date_input", "Ngày quyết định").set_value(date(2022, 10, 20))
    return press(app, "Ghi vào sổ")


def test_a_model_is_entered_and_struck_off_with_a_reason(
    open_page: Open, demo_engine: Engine
) -> None:
    known = {one.id for one in registers.models(demo_engine, OPERATOR, YEAR)}
    app = open_page("to-giup-viec", PAGE, period="2022")
    assert 'class="q-refusal"' in shown(press(app, "Ghi vào sổ")), "a day is missing"
    text = shown(record_model(app))
    assert "Tổ &lt;b&gt;tự quản&lt;/b&gt;" in text
    (number,) = {one.id for one in registers.models(demo_engine, OPERATOR, YEAR)} - known
    field(app, "selectbox", "Mô hình").set_value(str(number))
    assert 'class="q-refusal"' in shown(press(app, "Không tính mô hình này nữa"))
    field(app, "text_input", "Lý do").set_value("Thu hồi quyết định")
    text = shown(press(app, "Không tính mô hình này nữa"))
    assert "Không còn tính: Thu hồi quyết định" in text
    assert "đã đưa ra khỏi sổ" in text


def test_a_unit_plans_a_remedy_for_points_it_lost_and_says_that_it_is_done(
    open_page: Open, demo_engine: Engine
) -> None:
    known = {one.id for one in registers.remedies(demo_engine, OPERATOR, YEAR, "535")}
    app = open_page("ba-to", PAGE, period="2022", so="khac-phuc")
    assert len(field(app, "selectbox", "Tiêu chí bị mất điểm").options) > 3
    field(app, "selectbox", "Tiêu chí bị mất điểm").select_index(0)
    field(app, "text_area", "Biện pháp khắc phục").set_value("Niêm yết đủ nội dung")
    field(app, "date_input", "Hoàn thành chậm nhất ngày").set_value(date(2023, 6, 30))
    assert "Niêm yết đủ nội dung" in shown(press(app, "Ghi vào kế hoạch"))
    kept = registers.remedies(demo_engine, OPERATOR, YEAR, "535")
    (number,) = {one.id for one in kept} - known
    field(app, "selectbox", "Việc khắc phục").set_value(str(number))
    field(app, "text_area", "Kết quả").set_value("Đã niêm yết")
    field(app, "date_input", "Ngày hoàn thành").set_value(date(2023, 2, 10))
    assert "10/02/2023: Đã niêm yết" in shown(press(app, "Ghi kết quả"))


def test_the_secretariat_first_chooses_a_unit(open_page: Open) -> None:
    text = shown(open_page("to-giup-viec", PAGE, period="2022", so="khac-phuc"))
    assert "Đề nghị chọn một đơn vị" in text


def test_nothing_lost_before_publication(open_page: Open) -> None:
    app = open_page("ba-to", PAGE, period="2022-Q4", so="khac-phuc")
    assert "lập sau khi công bố" in shown(app)
    assert not app.button


def test_a_table_that_asks_others_for_nothing_says_so(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE, period="2022", so="so-lieu")
    assert "không dùng số liệu do cơ quan khác" in shown(app)
    assert not app.button


def test_leaders_read_members_are_told_no(open_page: Open) -> None:
    assert not open_page("thuong-truc", PAGE, period="2022").button
    assert 'class="q-refusal"' in shown(open_page("uy-vien", PAGE, period="2022"))


@pytest.mark.parametrize("book", ["mo-hinh", "khac-phuc"])
def test_another_unit_s_books_are_refused(open_page: Open, book: str) -> None:
    text = shown(open_page("ba-to", PAGE, period="2022", so=book, unit="524"))
    assert 'class="q-refusal"' in text

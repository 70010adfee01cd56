"""A message for Zalo, and the book that says it was sent."""

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access.accounts import OPERATOR
from data_access.queries.obligations import overdue
from sample_data.build import DAY
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/message.py"


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def test_it_is_ready_to_be_copied_and_names_what_is_late(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE, unit="530")
    (field,) = app.text_area
    assert field.value.startswith("Kính gửi Ban Chỉ đạo Huyện ủy Sơn Tây,")
    assert "quá " in field.value and "ngày." in field.value
    assert "(số liệu minh họa)" in field.value
    assert 'class="q-copy"' in shown(app)


def test_what_was_sent_is_written_down_and_seen_on_the_overdue_page(
    open_page: Open, demo_engine: Engine
) -> None:
    app = open_page("uy-vien", PAGE, unit="530")
    app.text_area[0].set_value("Kính gửi đồng chí, xin nhắc việc.").run()
    assert "Đã ghi sổ: đã nhắc Sơn Tây." in shown(press(app, "Đã gửi qua Zalo"))
    late = overdue(demo_engine, OPERATOR, DAY, "530")
    assert late and all(DAY in one.reminded for one in late)
    assert "15/02/2023" in shown(open_page("uy-vien", "pages/overdue.py", unit="530"))


def test_one_message_for_all_lists_every_unit(open_page: Open) -> None:
    app = open_page("thuong-truc", PAGE, cach="chung")
    (field,) = app.text_area
    assert field.value.count("\n* ") == len(app.multiselect[0].value) > 1


def test_what_is_nearly_due_can_be_said_too(open_page: Open) -> None:
    app = open_page("thuong-truc", PAGE, **{"noi-dung": "sap-den-han", "date": "2022-10-05"})
    assert any("còn " in field.value for field in app.text_area)


def test_nobody_is_written_to_where_nothing_is_late(open_page: Open) -> None:
    app = open_page("thuong-truc", PAGE, date="2022-01-01")
    assert "Không có đơn vị nào" in shown(app)
    assert not app.text_area


@pytest.mark.parametrize("user", ["ba-to", "so-noi-vu"])
def test_units_and_assessors_remind_nobody(open_page: Open, user: str) -> None:
    app = open_page(user, PAGE)
    assert 'class="q-refusal"' in shown(app)
    assert not app.text_area

"""*Của tôi*: a unit's own list, a member's directed work and followed units."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.actions.areas import assign
from data_access.actions.offices import hold, name_office
from data_access.queries import obligations
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/own.py"


def test_a_unit_sees_its_own_list_with_a_countdown(open_page: Open) -> None:
    text = shown(open_page("ba-to", PAGE, date="2022-09-25"))
    assert "<h1>Ba Tơ: " in text
    assert "còn " in text
    assert "trong ba tháng tới" in text
    assert "/tai/lich/535.ics" in text
    assert "Trà Bồng" not in text


def test_a_unit_does_not_see_another_units_list(open_page: Open) -> None:
    assert 'class="q-refusal"' in shown(open_page("ba-to", PAGE, unit="530"))


@pytest.mark.parametrize("user", ["uy-vien", "thuong-truc", "to-giup-viec"])
def test_others_choose_a_unit(open_page: Open, user: str) -> None:
    app = open_page(user, PAGE, unit="530")
    assert "<h1>Sơn Tây: " in shown(app)
    unit = next(one for one in app.selectbox if one.label == "Đơn vị")
    unit.set_value("").run()
    assert "unit" not in app.query_params


def test_a_member_sees_the_units_he_follows(open_page: Open, demo_engine: Engine) -> None:
    name_office(demo_engine, OPERATOR, "uv-thu", "Ủy viên thử", "BCD-TINH", 90)
    hold(demo_engine, OPERATOR, "uv-thu", "Ủy viên", date(2022, 1, 1), "QĐ 1", "uy-vien")
    given = ("uv-thu", ["530", "535"], date(2022, 1, 1), "QĐ 2", date(2022, 1, 1))
    assign(demo_engine, OPERATOR, *given)
    text = shown(open_page("uy-vien", PAGE))
    assert "Đơn vị tôi theo dõi" in text
    assert "cua-toi?unit=530" in text
    assert "Ủy viên thử" in text


def test_for_whoever_directs_and_follows_nothing_no_duty_is_looked_at(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(obligations, "followed", lambda *given, **by: asked.append(given))
    assert "<h1>Chọn một đơn vị" in shown(open_page("to-giup-viec", PAGE))
    assert asked == []

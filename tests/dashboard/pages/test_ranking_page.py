from sqlalchemy import Engine

from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/ranking.py"


def test_a_member_learns_nothing_before_publication(open_page: Open) -> None:
    app = open_page("uy-vien", PAGE, period="2022-Q4")
    text = shown(app)
    assert "chưa công bố" in text
    assert "Bình Sơn" not in text.replace("Ban Chỉ đạo", "")
    assert len(app.selectbox) == 2


def test_a_member_may_not_ask_for_one_unit_either(open_page: Open) -> None:
    assert "Căn cứ chấm điểm" not in shown(open_page("uy-vien", PAGE, period="2022-Q4", unit="524"))


def test_a_unit_finds_its_own_draft(open_page: Open) -> None:
    text = shown(open_page("ba-to", PAGE, period="2022-Q4"))
    assert "<h1>Ba Tơ: " in text
    assert "dự thảo, chưa công bố" in text


def test_a_unit_is_refused_another_s_draft(open_page: Open) -> None:
    text = shown(open_page("ba-to", PAGE, period="2022-Q4", unit="524"))
    assert 'class="q-refusal"' in text
    assert "Căn cứ chấm điểm" not in text


def test_the_published_year_is_seen_by_all_without_others_cells(open_page: Open) -> None:
    ranked = shown(open_page("uy-vien", PAGE, period="2022"))
    assert "Hoàn thành xuất sắc" in ranked
    assert "tep/xep-loai?period=2022" in ranked
    card = shown(open_page("ba-to", PAGE, period="2022", unit="524"))
    assert "<h1>Bình Sơn: " in card
    assert ".xlsx" not in card


def test_whoever_decides_publishes_once(open_page: Open, demo_engine: Engine) -> None:
    app = open_page("thuong-truc", PAGE, period="2022-Q4")
    assert [button.label for button in app.button] == ["Công bố"]
    app.button[0].click().run()
    assert app.button, "nothing is published before it is agreed to"
    app.checkbox[0].check()
    app.button[0].click().run()
    assert not app.button
    assert "đã công bố lúc" in shown(app)
    assert "Bình Sơn" in shown(open_page("uy-vien", PAGE, period="2022-Q4"))


def test_a_member_has_nothing_to_press(open_page: Open) -> None:
    assert not open_page("uy-vien", PAGE, period="2022").button

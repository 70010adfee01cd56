import pytest

from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/analysis.py"


def test_intervals_are_drawn_with_the_method_in_one_sentence(open_page: Open) -> None:
    text = shown(open_page("thuong-truc", PAGE, period="2022"))
    assert "<h1>Độ ổn định: năm 2022</h1>" in text
    assert text.count('class="q-span"') == 13
    assert "1.000 lần" in text
    assert "không đưa vào văn bản" in text


@pytest.mark.parametrize("user", ["uy-vien", "ba-to"])
def test_only_who_prepares_the_decision_sees_how_firm_places_are(
    open_page: Open, user: str
) -> None:
    for section in ("on-dinh", "so-sanh", "xem-lai"):
        text = shown(open_page(user, PAGE, period="2022", muc=section))
        assert 'class="q-refusal"' in text
        assert "Bình Sơn" not in text


def test_units_criteria_and_periods_stand_side_by_side(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE, period="2022", muc="so-sanh")
    text = shown(app)
    assert "Tiêu chí đạt thấp nhất" in text
    assert "Quý III/2022" in text
    second = next(one for one in app.selectbox if one.label == "So với")
    second.set_value("535").run()
    assert app.query_params["don-vi-2"] == "535"
    assert ">Ba Tơ</th>" in shown(app)


def test_claims_far_from_what_counts_are_listed_by_unit(open_page: Open) -> None:
    text = shown(open_page("to-giup-viec", PAGE, period="2022", muc="xem-lai"))
    assert "Tự chấm lệch xa điểm chính thức" in text
    assert "không phải kết luận sai sót" in text


def test_a_period_without_a_table_is_one_sentence_and_can_be_changed(open_page: Open) -> None:
    app = open_page("thuong-truc", PAGE, period="2019")
    assert "Chưa có bảng tiêu chí" in shown(app)
    assert [one.label for one in app.selectbox] == ["Nội dung", "Kỳ"]

import pytest

from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGES = ("overview", "completion", "overdue", "ranking", "submit")
PEOPLE = ("uy-vien", "thuong-truc", "ba-to", "to-giup-viec", "so-noi-vu")


@pytest.mark.parametrize("user", PEOPLE)
def test_all_pages_open(open_page: Open, user: str) -> None:
    app = open_page(user)
    for page in PAGES:
        text = shown(app.switch_page(f"pages/{page}.py").run())
        assert "<h1>" in text, page
        assert "Đăng xuất" in text
        assert "số liệu minh họa" in text


def test_a_stranger_is_led_to_sign_in(open_page: Open) -> None:
    app = open_page("ba-to")
    app.user = {}
    text = shown(app.run())
    assert "/dang-nhap" in text
    assert "<h1>" not in text


@pytest.mark.parametrize(("name", "value"), [("period", "2022-Q9"), ("date", "hôm qua")])
def test_an_address_that_means_nothing_is_one_sentence(
    open_page: Open, name: str, value: str
) -> None:
    text = shown(open_page("ba-to", **{name: value}))
    assert 'class="q-refusal"' in text


def test_the_period_is_chosen_in_the_address_and_kept(open_page: Open) -> None:
    app = open_page("thuong-truc", period="2022-Q2")
    assert "Quý II năm 2022" in shown(app)
    app.selectbox[0].set_value("2022-Q3").run()
    assert app.query_params["period"] == "2022-Q3"
    assert "<h1>Quý III năm 2022</h1>" in shown(app)

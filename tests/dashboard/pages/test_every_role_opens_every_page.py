import pytest

from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGES = ("overview", "completion", "overdue", "own", "ranking", "submit", "process", "criteria")
HOUSE = ("review", "forms")
PEOPLE = ("uy-vien", "thuong-truc", "ba-to", "to-giup-viec", "so-noi-vu")


@pytest.mark.parametrize("user", PEOPLE)
def test_all_pages_open(open_page: Open, user: str) -> None:
    app = open_page(user)
    for page in PAGES:
        text = shown(app.switch_page(f"pages/{page}.py").run())
        assert "<h1>" in text, page
        assert "Đăng xuất" in text
        assert "số liệu minh họa" in text


@pytest.mark.parametrize("page", HOUSE)
def test_who_keeps_house_opens_the_pages_for_it_and_no_one_else(open_page: Open, page: str) -> None:
    def text(user: str) -> str:
        return shown(open_page(user, f"pages/{page}.py"))

    assert 'class="q-refusal"' not in text("to-giup-viec")
    for user in ("ba-to", "uy-vien"):
        refused = text(user)
        assert 'class="q-refusal"' in refused
        assert refused.count("<h1>") == 1, "a refusal has a title too"


def test_the_list_at_the_side_holds_what_the_role_is_for(open_page: Open) -> None:
    def titles(user: str) -> set[str]:
        return {link.proto.label for link in open_page(user).sidebar.get("page_link")}

    assert {"Thẩm tra báo cáo", "Biểu mẫu"} <= titles("to-giup-viec")
    assert not {"Thẩm tra báo cáo", "Biểu mẫu"} & titles("ba-to")
    assert "Quá trình báo cáo" not in titles("uy-vien")


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

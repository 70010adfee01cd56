import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/completeness.py"
Q3 = {"period": "2022-Q3"}
PEOPLE = ("uy-vien", "thuong-truc", "ba-to", "to-giup-viec", "so-noi-vu", "so-noi-vu-tham-dinh")


@pytest.mark.parametrize("user", PEOPLE)
@pytest.mark.parametrize("section", ["", "ma-tran"])
def test_everyone_sees_who_has_reported(open_page: Open, user: str, section: str) -> None:
    text = shown(open_page(user, PAGE, **Q3, muc=section))
    assert 'class="q-refusal"' not in text
    assert "số liệu minh họa" in text
    assert ('table class="q-matrix"' in text) is (section == "ma-tran")


def links(text: str) -> list[dict[str, str]]:
    """The addresses behind the percentages."""
    found = re.findall(r'href="day-du\?([^"]*)" target="_self">[^<]* %<', text)
    return [dict(parse_qsl(urlsplit("?" + one.replace("&amp;", "&")).query)) for one in found]


@pytest.mark.parametrize("by", ["", "cum", "loai-hinh", "cap-tren", "bieu", "chuong-trinh"])
def test_every_percentage_opens_two_lists_that_are_all_who_are_expected(
    open_page: Open, by: str
) -> None:
    app = open_page("thuong-truc", PAGE, **Q3, form="tu-cham", xep=by)
    asked = links(shown(app))
    assert len(asked) >= 4
    for one in asked:
        text = opened(app, one)
        counted = re.search(r"\((\d+)/(\d+)\)</h2>", text)
        assert counted is not None, one
        received, expected = map(int, counted.groups())
        listed = [int(count) for count in re.findall(r"<h3>[^<]*: (\d+)</h3>", text)]
        assert listed == [received, expected - received]
        assert text.count('<li><i class="q-mark">') == expected


def opened(app: AppTest, address: dict[str, str]) -> str:
    for name in ("dong", "ds"):
        app.query_params[name] = address[name]
    return shown(app.run())


def test_the_sheet_can_be_narrowed_to_a_unit_a_form_and_what_is_overdue(open_page: Open) -> None:
    sheet = {"muc": "ma-tran", **Q3}
    whole = shown(open_page("thuong-truc", PAGE, **sheet))
    assert 'th scope="row">Ba Tơ<' in whole
    one = shown(open_page("thuong-truc", PAGE, **sheet, unit="535"))
    assert re.findall(r'<tr><th scope="row">([^<]*)<', one)[:-1] == ["Ba Tơ"]
    lacking = shown(open_page("thuong-truc", PAGE, **sheet, form="tu-cham", loc="thieu"))
    assert lacking.count('<tr><th scope="row">') <= whole.count('<tr><th scope="row">')


def test_a_year_before_everything_says_that_nothing_is_owed(open_page: Open) -> None:
    app = open_page("thuong-truc", PAGE, period="2019")
    assert "Không có báo cáo nào phải nộp" in shown(app)
    assert "Không có báo cáo nào" in shown(open_page("uy-vien", PAGE, period="2019", muc="ma-tran"))


def test_an_unknown_form_is_one_sentence_and_leads_home(open_page: Open) -> None:
    text = shown(open_page("thuong-truc", PAGE, **Q3, form="khong-co"))
    assert 'class="q-refusal"' in text
    assert text.count("<h1>") == 1


def test_what_is_chosen_lives_in_the_address(open_page: Open) -> None:
    app = open_page("thuong-truc", PAGE, **Q3)
    next(one for one in app.selectbox if one.label == "Tính theo").set_value("bieu").run()
    assert app.query_params["xep"] == "bieu"
    assert "Bảng tự chấm điểm" in shown(app)

from datetime import date

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access import documents, duties
from data_access.accounts import OPERATOR
from data_access.actions import setup
from data_access.database import reading
from data_access.programme_versions import programme_versions
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/progress.py"
CODE = "03-KH/BCĐ-2022"
PROGRAMME = {"chuong-trinh": CODE}
PEOPLE = ("uy-vien", "thuong-truc", "ba-to", "to-giup-viec", "so-noi-vu", "so-noi-vu-tham-dinh")
FIGURES = """
figures:
  - {key: hai_long_hcc, label: Chỉ số hài lòng, source: Sở Nội vụ}
"""


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def field(app: AppTest, kind: str, label: str):
    return next(one for one in getattr(app, kind) if one.label.startswith(label))


@pytest.mark.parametrize("user", PEOPLE)
@pytest.mark.parametrize("chosen", [{}, {"muc": "don-vi"}, {"viec": "4"}])
def test_everyone_sees_how_far_the_programme_has_come(
    open_page: Open, user: str, chosen: dict[str, str]
) -> None:
    text = shown(open_page(user, PAGE, **PROGRAMME, **chosen))
    assert 'class="q-refusal"' not in text
    assert "<h1>" in text
    assert "số liệu minh họa" in text


def test_each_of_the_sixteen_tasks_has_its_bar_and_leads_to_its_units(open_page: Open) -> None:
    text = shown(open_page("thuong-truc", PAGE, **PROGRAMME))
    assert "16 nhiệm vụ" in text
    assert text.count('class="q-parts"') >= 16
    assert "viec=4" in text
    assert "“Quý I/2022”: hạn 31/03/2022" in text


def test_all_tasks_are_looked_at_from_one_reading_of_the_duties(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, on = [], duties.on
    monkeypatch.setattr(duties, "on", lambda *of, **by: asked.append(of) or on(*of, **by))
    for task in ("", "1", "4", "5"):
        open_page("thuong-truc", PAGE, **PROGRAMME, viec=task)
    assert len(asked) == 1


def test_figures_and_units_lead_to_their_duties(open_page: Open) -> None:
    assert "cua-don-vi=535" in shown(open_page("uy-vien", PAGE, **PROGRAMME, muc="don-vi"))
    text = shown(open_page("uy-vien", PAGE, **PROGRAMME, **{"cua-don-vi": "535"}))
    assert "Việc, báo cáo của Ba Tơ" in text
    assert "viec?ma=" in text
    assert "<h1>Việc, báo cáo đã xong:" in shown(
        open_page("ba-to", PAGE, **PROGRAMME, **{"tinh-trang": "da-xong"})
    )


def test_a_task_shows_what_proves_it_to_those_who_may_read_it(open_page: Open) -> None:
    task = PROGRAMME | {"viec": "2"}
    assert "trang tính “Tiến độ”, ô" in shown(open_page("to-giup-viec", PAGE, **task))
    own = shown(open_page("ba-to", PAGE, **task))
    assert own.count("trang tính “Tiến độ”, ô") <= 1
    assert "trang tính “Tiến độ”, ô" not in shown(open_page("uy-vien", PAGE, **task))


def test_yesterday_is_another_picture(open_page: Open) -> None:
    early = shown(open_page("thuong-truc", PAGE, **PROGRAMME, date="2022-01-02"))
    assert "02/01/2022" in early
    assert "không có việc quá hạn" in early


def test_an_item_or_programme_that_there_is_not_is_one_sentence(open_page: Open) -> None:
    assert "không có nhiệm vụ, báo cáo “99”" in shown(
        open_page("thuong-truc", PAGE, **PROGRAMME, viec="99")
    )
    text = shown(open_page("thuong-truc", PAGE, **{"chuong-trinh": "khong-co"}))
    assert 'class="q-refusal"' in text
    assert text.count("<h1>") == 1


def test_a_figure_is_recorded_and_stands_beside_the_unit(
    open_page: Open, demo_engine: Engine
) -> None:
    with reading(demo_engine) as connection:
        assert CODE in {one.code for one in documents.programmes(connection)}
        text = programme_versions(connection, CODE)[-1].text
    assert setup.import_programme(demo_engine, OPERATOR, text + FIGURES) == ()
    app = open_page("to-giup-viec", PAGE, **PROGRAMME, muc="don-vi")
    field(app, "selectbox", "Đơn vị").set_value("535")
    field(app, "text_input", "Giá trị").set_value("87,5")
    field(app, "text_input", "Số, ký hiệu văn bản").set_value("01/BC-SNV")
    assert 'class="q-refusal"' in shown(press(app, "Ghi số liệu")), "the day is missing"
    field(app, "date_input", "Số liệu đến ngày").set_value(date(2022, 9, 30))
    assert "Chưa chọn “Kỳ”" in shown(press(app, "Ghi số liệu")), "a single figure is chosen already"
    next(one for one in app.selectbox if one.key.startswith("ky-ghi")).set_value("2022-Q3")
    text = shown(press(app, "Ghi số liệu"))
    assert "Đã ghi số liệu" in text
    assert ">87,5<" in text
    assert "đến 30/09/2022, 01/BC-SNV" in text
    assert "01/BC-SNV" in shown(open_page("ba-to", PAGE, **PROGRAMME, muc="don-vi"))
    assert "01/BC-SNV" not in shown(open_page("uy-vien", PAGE, **PROGRAMME, muc="don-vi"))


def test_only_the_secretariat_is_offered_to_record(open_page: Open) -> None:
    for user in ("thuong-truc", "ba-to", "uy-vien"):
        app = open_page(user, PAGE, **PROGRAMME, muc="don-vi")
        assert not [one for one in app.button if one.label == "Ghi số liệu"]

from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access.queries import criteria
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.files import XLSX
from tests.dashboard.pages.shown import shown

PAGE = "pages/criteria.py"
YAML = "application/yaml"
KEPT = "minh-hoa-2022/1"


def given(app: AppTest, text: str) -> AppTest:
    app.file_uploader[0].set_value(("bang.yaml", text.encode(), YAML))
    return app.run()


def second_version(engine: Engine) -> str:
    """The kept table for the next year, with one criterion changed."""
    text = criteria.text(engine, KEPT)
    changed = text.replace('version: "1"', 'version: "2"', 1)
    changed = changed.replace("from: 2022-01-01, to: 2022-12-31", "from: 2023-01-01", 1)
    return changed.replace("step: 2, points: 0.5, most: 2", "step: 1, points: 0.5, most: 2", 1)


def test_everybody_reads_a_table_in_words_and_takes_it_home(open_page: Open) -> None:
    for user in ("uy-vien", "ba-to", "thuong-truc"):
        app = open_page(user, PAGE)
        assert "bang=minh-hoa-2022" in shown(app)
        assert not app.file_uploader, "only those who keep house bring in tables"
    text = shown(open_page("uy-vien", PAGE, bang=KEPT))
    assert "1.1.1. Ban hành kế hoạch" in text
    assert "Điều 11 Luật Thực hiện dân chủ ở cơ sở" in text
    assert "tep/bang-tieu-chi?bang=minh-hoa-2022%2F1&amp;dang=xlsx" in text


def test_a_table_that_is_not_there_is_refused(open_page: Open) -> None:
    assert 'class="q-refusal"' in shown(open_page("uy-vien", PAGE, bang="khong-co/1"))


def test_a_file_is_checked_compared_and_tried_before_it_is_brought_in(
    open_page: Open, demo_engine: Engine
) -> None:
    before = {one.name for one in criteria.sets(demo_engine)}
    app = given(open_page("to-giup-viec", PAGE), second_version(demo_engine))
    assert "thay đổi" in shown(app)
    assert len(criteria.sets(demo_engine)) == len(before), (
        "nothing is brought in before it is agreed to"
    )
    trial = next(one for one in app.selectbox if one.label.startswith("Chấm thử"))
    text = shown(trial.set_value("2022").run())
    assert "Chấm thử trên số liệu năm 2022" in text
    assert "đơn vị đổi thứ" in text
    assert "đánh dấu xác nhận" in shown(app.button[0].click().run())
    assert len(criteria.sets(demo_engine)) == len(before), (
        "no number, no date: somebody has to agree"
    )
    app.checkbox[0].check()
    text = shown(app.button[0].click().run())
    assert "Đã nạp “Bảng tiêu chí" in text
    assert {one.name for one in criteria.sets(demo_engine)} - before == {"minh-hoa-2022/2"}
    told = shown(open_page("uy-vien", PAGE, bang="minh-hoa-2022/2"))
    assert "Khác nhau giữa hai bản" in told


def test_a_wrong_file_says_where_and_offers_no_press(open_page: Open, demo_engine: Engine) -> None:
    text = criteria.text(demo_engine, KEPT).replace("kind: yes_no", "kind: yes", 1)
    app = given(open_page("to-giup-viec", PAGE), text)
    assert "chưa nạp được" in shown(app)
    assert not app.button


def test_the_workbook_comes_back_as_the_same_table(open_page: Open, demo_engine: Engine) -> None:
    app = open_page("to-giup-viec", PAGE)
    content = criteria.workbook(demo_engine, KEPT)
    app.file_uploader[0].set_value(("bang.xlsx", content, XLSX))
    assert "không có thay đổi" in shown(app.run())


def test_a_version_that_was_published_on_stays_as_it_is(
    open_page: Open, demo_engine: Engine
) -> None:
    text = criteria.text(demo_engine, KEPT).replace("points: 0.5, most: 2", "points: 1, most: 2", 1)
    app = given(open_page("to-giup-viec", PAGE), text)
    app.checkbox[0].check()
    assert "đã công bố" in shown(app.button[0].click().run())
    assert criteria.text(demo_engine, KEPT) != text

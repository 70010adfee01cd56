import re

from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access.queries.forms import form_document, form_entries
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/forms.py"
YAML = "application/yaml"


def given(app: AppTest, text: str) -> AppTest:
    app.file_uploader[0].set_value(("bieu.yaml", text.encode(), YAML))
    return app.run()


def test_forms_are_listed_with_their_days_and_documented(open_page: Open) -> None:
    text = shown(open_page("to-giup-viec", PAGE))
    assert "từ 01/01/2022" in text
    assert "bieu=thong-ke" in text
    told = shown(open_page("to-giup-viec", PAGE, bieu="thong-ke", ban="1"))
    assert "Biểu VII" in told
    assert "tep/bieu-mau?form=thong-ke" in told


def test_a_form_file_is_checked_before_it_is_brought_in(
    open_page: Open, demo_engine: Engine
) -> None:
    app = open_page("to-giup-viec", PAGE)
    text, before = form_document(demo_engine, "thong-ke", "1"), len(form_entries(demo_engine))
    wrong = given(app, text.replace("kind: count", "kind: cuont", 1))
    assert "chưa nạp được" in shown(wrong)
    assert "sheets[" in shown(wrong)
    assert not wrong.button
    good = given(app, text.replace('version: "1"', 'version: "2"').replace("2022-01", "2023-01"))
    assert [one.label for one in good.button] == ["Nạp biểu mẫu"]
    assert len(form_entries(demo_engine)) == before, "nothing is brought in before it is agreed to"
    assert "Đã nạp biểu" in shown(good.button[0].click().run())
    assert ("thong-ke", "2") in {(one.code, one.version) for one in form_entries(demo_engine)}


def test_a_file_that_is_no_yaml_is_told_its_line(open_page: Open) -> None:
    text = shown(given(open_page("to-giup-viec", PAGE), "form: a\ntitle: [\n"))
    assert "dòng 3" in text or "dòng 2" in text
    assert not re.search(r"\bline \d", text)


def test_a_version_in_use_stays_as_it_is(open_page: Open, demo_engine: Engine) -> None:
    text = form_document(demo_engine, "thong-ke", "1").replace("most: 1000", "most: 999", 1)
    app = given(open_page("to-giup-viec", PAGE), text)
    assert 'class="q-refusal"' in shown(app.button[0].click().run())


def test_a_form_nobody_knows_is_one_sentence(open_page: Open) -> None:
    assert 'class="q-refusal"' in shown(open_page("to-giup-viec", PAGE, bieu="khong-co", ban="1"))

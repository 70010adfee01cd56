from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access.accounts import OPERATOR
from data_access.actions.returns import submit_return
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.files import ONE_PAGE, PDF, accepted_file, newest, one_figure_more
from tests.dashboard.pages.shown import shown

PAGE = "pages/process.py"
Q4 = {"form": "thong-ke", "period": "2022-Q4"}


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def test_versions_stand_side_by_side_and_what_differs(open_page: Open, demo_engine: Engine) -> None:
    file = accepted_file(demo_engine, "535")
    submit_return(demo_engine, OPERATOR, file[0], one_figure_more(file)[1])
    text = shown(open_page("ba-to", PAGE, **Q4))
    assert "Khác nhau giữa hai lần nộp: 1 ô" in text
    assert text.count("Nộp, phiếu tiếp nhận số") == 2


def test_the_unit_speaks_and_withdraws_with_a_reason(open_page: Open) -> None:
    app = open_page("ba-to", PAGE, form="tu-cham", period="2022-Q4")
    app.text_area[0].set_value("Đã <b>rà soát</b>.")
    text = shown(press(app, "Gửi ý kiến"))
    assert "Đã &lt;b&gt;rà soát&lt;/b&gt;." in text
    assert 'class="q-refusal"' in shown(press(app, "Rút bản đang dùng"))
    next(one for one in app.text_input if one.label == "Lý do rút").set_value("Nhầm số liệu")
    text = shown(press(app, "Rút bản đang dùng"))
    assert "Đã rút" in text
    assert "Nhầm số liệu" in text


def test_evidence_is_attached_to_a_row_and_listed(open_page: Open) -> None:
    app = open_page("ba-to", PAGE, form="tu-cham", period="2022-Q4")
    assert 'class="q-refusal"' in shown(press(app, "Đính kèm"))
    rows = next(one for one in app.selectbox if one.label == "Gắn với")
    assert rows.options[0] == "Cả báo cáo: bản ký (quét)"
    rows.select_index(1)
    app.file_uploader[0].set_value(("quyet-dinh.pdf", ONE_PAGE, PDF))
    text = shown(press(app, "Đính kèm"))
    assert "tep/minh-chung?id=" in text
    assert "quyet-dinh.pdf" in text


def test_leaders_read_and_do_nothing_members_are_told_where_to_look(open_page: Open) -> None:
    app = open_page("thuong-truc", PAGE, unit="535", **Q4)
    assert "Các lần nộp" in shown(app)
    assert not app.button
    assert "dành cho đơn vị nộp báo cáo" in shown(open_page("uy-vien", PAGE, unit="535", **Q4))


def test_another_unit_s_process_is_refused(open_page: Open) -> None:
    assert 'class="q-refusal"' in shown(open_page("ba-to", PAGE, unit="524", **Q4))


def test_only_versions_of_this_return_are_compared(open_page: Open, demo_engine: Engine) -> None:
    file, other = accepted_file(demo_engine, "535"), newest(demo_engine, "524")
    submit_return(demo_engine, OPERATOR, file[0], one_figure_more(file)[1])
    app = open_page("ba-to", PAGE, **Q4, truoc=str(other.id))
    assert "Khác nhau giữa hai lần nộp: 1 ô" in shown(app)

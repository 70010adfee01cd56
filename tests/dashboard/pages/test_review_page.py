import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access.accounts import OPERATOR
from data_access.actions.returns import submit_return
from data_access.queries import returns
from data_access.reviews import ReviewState
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.files import accepted_file, newest, one_figure_more
from tests.dashboard.pages.shown import shown

PAGE = "pages/review.py"


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def opened(open_page: Open, engine: Engine, user: str = "to-giup-viec") -> AppTest:
    number = newest(engine, "535").id
    return open_page(user, PAGE, period="2022-Q4", bai=str(number))


def test_what_waits_is_listed_and_leads_to_each_return(
    open_page: Open, demo_engine: Engine
) -> None:
    text = shown(open_page("to-giup-viec", PAGE, period="2022-Q4", form="thong-ke"))
    assert "báo cáo chưa thẩm tra" in text
    assert f"bai={newest(demo_engine, '535').id}" in text


def test_what_was_received_is_read_once_for_the_list_and_what_is_opened_from_it(
    open_page: Open, demo_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, received = [], returns.received
    monkeypatch.setattr(returns, "received", lambda *given: asked.append(given) or received(*given))
    open_page("to-giup-viec", PAGE, period="2022-Q4")
    open_page("to-giup-viec", PAGE, period="2022-Q4", trang="2")
    opened(open_page, demo_engine)
    assert len(asked) == 1


def test_one_return_shows_its_values_and_is_accepted(open_page: Open, demo_engine: Engine) -> None:
    app = opened(open_page, demo_engine)
    assert "nội dung đã đọc" in shown(app)
    assert "đã chấp nhận" in shown(press(app, "Chấp nhận"))
    assert newest(demo_engine, "535").review is ReviewState.ACCEPTED


def test_sent_back_with_reasons_the_unit_sees_them_first(
    open_page: Open, demo_engine: Engine
) -> None:
    app = opened(open_page, demo_engine)
    assert 'class="q-refusal"' in shown(press(app, "Trả lại để sửa")), "a reason is needed"
    assert not app.multiselect[0].proto.select_all, "the Enter key would choose every cell"
    app.multiselect[0].select(app.multiselect[0].options[0]).run()
    app.text_input[0].set_value("Chưa khớp Biểu III")
    app.text_area[0].set_value("Đề nghị rà soát Biểu II.")
    press(app, "Trả lại để sửa")
    for page in ("pages/submit.py", "pages/overview.py"):
        text = shown(open_page("ba-to", page, form="thong-ke", period="2022-Q4"))
        assert "rả lại để sửa" in text
    text = shown(open_page("ba-to", "pages/submit.py", form="thong-ke", period="2022-Q4"))
    assert "Đề nghị rà soát Biểu II." in text
    assert "Chưa khớp Biểu III" in text


def test_a_version_that_was_replaced_is_not_decided_on(
    open_page: Open, demo_engine: Engine
) -> None:
    app, file = opened(open_page, demo_engine), accepted_file(demo_engine, "535")
    submit_return(demo_engine, OPERATOR, file[0], one_figure_more(file)[1])
    press(app, "Chấp nhận")
    app.run()
    assert "Bản này đã được thay" in shown(app)
    assert f"bai={newest(demo_engine, '535').id}" in shown(app)
    assert newest(demo_engine, "535").review is ReviewState.NONE


def test_a_period_is_opened_again_with_reason_and_grantor(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE, period="2022-Q1")
    assert "Chưa chọn “Đơn vị”" in shown(press(app, "Mở lại"))
    unit, form = (
        one for one in app.selectbox if one.label in ("Đơn vị", "Biểu mẫu") and one.form_id
    )
    unit.set_value("535")
    form.set_value("tu-cham")
    assert "Chưa ghi ngày cuối" in shown(press(app, "Mở lại"))
    app.date_input[0].set_value("2023-03-01")
    assert 'class="q-refusal"' in shown(press(app, "Mở lại")), "a reason is needed"


def test_others_neither_see_nor_decide(open_page: Open, demo_engine: Engine) -> None:
    for user in ("ba-to", "uy-vien"):
        assert 'class="q-refusal"' in shown(open_page(user, PAGE))
        assert not open_page(user, PAGE).button
    for user in ("ba-to", "thuong-truc"):
        labels = {one.label for one in opened(open_page, demo_engine, user).button}
        assert not {"Chấp nhận", "Trả lại để sửa"} & labels

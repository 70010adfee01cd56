"""What an entry is about is chosen, never found chosen; and one form is no matter of another."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.fields import NOT_CHOSEN

UNITS = {"524": "Bình Sơn", "535": "Ba Tơ"}
BA_TO, BINH_SON = {"535": "Ba Tơ"}, {"524": "Bình Sơn"}
UNIT_NEEDED = NOT_CHOSEN.format(label="Đơn vị")


def _page(units: dict[str, str]) -> None:
    import streamlit as st

    from dashboard import fields, session, widgets

    def said(done: str) -> None:
        attempt = widgets.attempted(lambda: done)
        st.text(attempt.result or attempt.refused)

    if fields.button("Gửi lại"):
        said("Đã gửi lại.")
    with fields.form("ghi"):
        unit = fields.which("Đơn vị", "don-vi", units)
        fields.which("Kỳ", "ky", {"1": "Quý I", "2": "Quý II"})
        fields.line("Lý do", "ly-do", longest=3)
        pressed = st.form_submit_button("Ghi")
    if pressed:
        said(f"Đã ghi {unit}.")
    session.clear_unfit()
    fields.line("Thời gian", "thoi-gian", longest=3)
    with fields.form("bo-sung", begun=True):
        pressed = st.form_submit_button("Bổ sung")
    if pressed:
        said("Đã bổ sung.")
    if fields.button("Nạp"):
        said("Đã nạp.")


def opened(units: dict[str, str]) -> AppTest:
    return AppTest.from_function(_page, kwargs={"units": units}).run()


def press(app: AppTest, label: str) -> str:
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception, app.exception
    return app.text[0].value


def test_nothing_is_recorded_before_it_is_said_about_what() -> None:
    app = opened(UNITS)
    assert [one.value for one in app.selectbox] == [None, None]
    assert press(app, "Ghi") == UNIT_NEEDED, "what is missing first"
    app.selectbox[0].set_value("535")
    assert press(app, "Ghi") == NOT_CHOSEN.format(label="Kỳ")
    app.selectbox[1].set_value("2")
    assert press(app, "Ghi") == "Đã ghi 535."


def test_a_single_option_is_chosen_already() -> None:
    app = opened(BA_TO)
    app.selectbox[1].set_value("1")
    assert press(app, "Ghi") == "Đã ghi 535."


def test_where_there_is_nothing_to_choose_nothing_is_recorded() -> None:
    assert press(opened({}), "Ghi") == UNIT_NEEDED


@pytest.mark.parametrize("left", [BINH_SON, {}])
def test_what_is_left_when_others_acted_meanwhile_is_not_what_was_chosen(
    left: dict[str, str],
) -> None:
    app = opened(UNITS)
    app.selectbox[0].set_value("535")
    app.selectbox[1].set_value("1")
    app.kwargs = {"units": left}
    assert press(app, "Ghi") == UNIT_NEEDED
    assert press(app, "Ghi") == UNIT_NEEDED, "nor at the second press"


@pytest.mark.parametrize("others", [UNITS, BINH_SON])
def test_what_stood_alone_does_not_stay_chosen(others: dict[str, str]) -> None:
    app = opened(BA_TO)
    app.selectbox[1].set_value("1")
    app.kwargs = {"units": others}
    assert press(app, "Ghi") == UNIT_NEEDED


def test_at_another_address_a_single_option_is_chosen_anew() -> None:
    app = opened(BA_TO)
    app.kwargs, app.query_params["period"] = {"units": BINH_SON}, "2022"
    assert app.run().selectbox[0].value == "524"
    app.kwargs, app.query_params["period"] = {"units": UNITS}, "2022-Q4"
    assert app.run().selectbox[0].value is None


@pytest.mark.parametrize(
    ("label", "done"),
    [("Gửi lại", "Đã gửi lại."), ("Bổ sung", "Đã bổ sung."), ("Nạp", "Đã nạp.")],
)
def test_what_another_form_lacks_keeps_nothing_from_being_done(label: str, done: str) -> None:
    assert press(opened(UNITS), label) == done


def test_a_field_above_a_form_may_belong_to_it() -> None:
    app = opened(BA_TO)
    app.text_input[1].set_value("hằng tháng")
    assert "“Thời gian” dài 10 ký tự" in press(app, "Bổ sung")
    assert press(app, "Nạp") == "Đã nạp."


def test_of_options_that_read_the_same_the_one_meant_is_chosen() -> None:
    app = opened({"7": "Kiểm tra", "8": "Kiểm tra", "9": "Sơ kết"})
    assert app.selectbox[0].options == ["Kiểm tra (7)", "Kiểm tra (8)", "Sơ kết"]
    app.selectbox[0].select_index(0)
    app.selectbox[1].set_value("1")
    assert press(app, "Ghi") == "Đã ghi 7."

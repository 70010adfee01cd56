"""Period, day and unit come from the page's address, with sensible defaults."""

import pytest
from streamlit.testing.v1 import AppTest

from data_access.actions.sessions import demonstration_sign_in, sign_out
from data_access.database import Engine


def script() -> None:
    import streamlit as st

    from dashboard import session

    who = session.actor()
    st.text(f"{who.user} {session.period()} {session.day()} {session.unit()}")
    st.text(session.link("xep-loai", unit="524"))
    st.text(session.link("", date=None))


@pytest.fixture
def page(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("QCDC_DATABASE_URL", str(engine.url))
    page = AppTest.from_function(script)
    page.user = {"session": demonstration_sign_in(engine, "binh-son", "")}
    return page


def texts(page: AppTest) -> list[str]:
    assert not page.exception
    return [element.value for element in page.text]


def test_without_a_choice_the_latest_quarter_that_ended_is_shown_as_of_today(page: AppTest) -> None:
    assert texts(page.run()) == ["binh-son 2022-Q4 2023-02-15 None", "xep-loai?unit=524", "."]


def test_a_link_keeps_what_the_address_chose(page: AppTest) -> None:
    page.query_params = {"period": "2022-Q2", "date": "2022-08-01", "unit": "535", "bai": "7"}
    assert texts(page.run()) == [
        "binh-son 2022-Q2 2022-08-01 535",
        "xep-loai?period=2022-Q2&date=2022-08-01&unit=524",
        ".?period=2022-Q2&unit=535",
    ]


def test_the_day_looked_at_decides_which_quarter_has_ended(page: AppTest) -> None:
    page.query_params = {"date": "2022-08-01"}
    assert texts(page.run())[0] == "binh-son 2022-Q2 2022-08-01 None"


@pytest.mark.parametrize(
    ("typed", "code"),
    [({"period": "quý 3"}, "UNKNOWN_PERIOD"), ({"date": "15/02/2023"}, "UNKNOWN_DAY")],
)
def test_what_cannot_be_read_is_refused(page: AppTest, typed: dict[str, str], code: str) -> None:
    page.query_params = typed
    assert code in page.run().exception[0].message


def test_without_a_live_session_the_page_offers_to_sign_in(page: AppTest, engine: Engine) -> None:
    sign_out(engine, page.user["session"])
    page.run()
    assert not page.text
    assert "/dang-nhap" in page.get("html")[0].proto.body


def callback_script() -> None:
    import streamlit as st

    from dashboard import session

    with session.visit():
        st.button("act", on_click=lambda: st.text(f"acted: {session.actor().user}"))


def test_who_signed_out_does_not_act_by_a_page_still_open(page: AppTest, engine: Engine) -> None:
    """A callback runs before the page does: it must not trust what the run before looked up."""
    opened = AppTest.from_function(callback_script)
    opened.user = page.user
    opened.run()
    sign_out(engine, page.user["session"])
    opened.button[0].click().run()
    assert not opened.text
    assert "/dang-nhap" in opened.get("html")[0].proto.body

"""A page's websocket belongs to one session of one person."""

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from data_access.actions.sessions import sign_out
from data_access.database import Engine
from tests.visitor import Visitor


def test_a_page_knows_who_looks(stranger: Visitor) -> None:
    with stranger.sign_in_as("binh-son").open_page() as page:
        assert page.run() == "binh-son run 1"
        assert page.run() == "binh-son run 2"


@pytest.mark.parametrize(
    "spelling", ["X-Qcdc-Session", "x_qcdc_session", "X-QCDC_SESSION", "x-qcdc-session"]
)
def test_a_forged_header_is_ignored(stranger: Visitor, spelling: str) -> None:
    theirs = stranger.sign_in_as("to-giup-viec")
    with stranger.sign_in_as("ba-to").open_page(**{spelling: theirs.cookie}) as page:
        assert page.run() == "ba-to run 1"


def test_a_header_without_a_cookie_opens_nothing(stranger: Visitor) -> None:
    token = stranger.sign_in_as("to-giup-viec").cookie
    with pytest.raises(InvalidStatus), stranger.open_page(**{"X-Qcdc-Session": token}):
        pass
    assert stranger.get("/", **{"X-Qcdc-Session": token}).status == 401


def test_a_made_up_cookie_opens_nothing(address: str) -> None:
    for made_up in ("x" * 43, "é", "a" * 4000):
        assert Visitor(address, made_up).get("/").status == 401


def test_another_site_opens_no_page_with_a_persons_cookie(stranger: Visitor) -> None:
    inside, elsewhere = stranger.sign_in_as("binh-son"), "http://elsewhere.example"
    with pytest.raises(InvalidStatus) as refused, inside.open_page(Origin=elsewhere):
        pass
    assert refused.value.response.status_code == 403


def test_a_lost_connection_resumes_for_the_same_session(stranger: Visitor) -> None:
    inside = stranger.sign_in_as("binh-son")
    with inside.open_page() as page:
        page.run()
    with inside.open_page(resumed=page.session) as again:
        assert (again.run(), again.session) == ("binh-son run 2", page.session)


@pytest.mark.parametrize("user", ["ba-to", "binh-son"])
def test_nobody_else_takes_over_a_page_that_is_open(stranger: Visitor, user: str) -> None:
    """Not another person, nor one's own next sign-in."""
    with stranger.sign_in_as("binh-son").open_page() as first:
        first.run()
        with stranger.sign_in_as(user).open_page(resumed=first.session) as other:
            assert other.run() == f"{user} run 1"
        assert first.run() == "binh-son run 2"


@pytest.mark.parametrize("user", ["ba-to", "binh-son"])
def test_nobody_else_resumes_a_page_whose_connection_was_lost(stranger: Visitor, user: str) -> None:
    with stranger.sign_in_as("binh-son").open_page() as first:
        first.run()
    with stranger.sign_in_as(user).open_page(resumed=first.session) as other:
        assert other.run() == f"{user} run 1"


def test_signing_out_closes_the_pages_that_are_still_open(stranger: Visitor) -> None:
    inside = stranger.sign_in_as("binh-son")
    with inside.open_page() as first, inside.open_page() as second:
        first.run()
        second.run()
        inside.post("/dang-xuat", {})
        for page in (first, second):
            with pytest.raises(ConnectionClosed) as closed:
                # What the page had still to say comes first.
                for _ in range(20):
                    page.connection.recv(timeout=10)
            assert closed.value.rcvd.code == 1008


def test_others_pages_stay_open_when_one_signs_out(stranger: Visitor) -> None:
    inside, other = stranger.sign_in_as("binh-son"), stranger.sign_in_as("ba-to")
    with inside.open_page(), other.open_page() as page:
        inside.post("/dang-xuat", {})
        assert page.run() == "ba-to run 1"


def test_a_session_ended_elsewhere_ends_at_the_next_run(stranger: Visitor, engine: Engine) -> None:
    inside = stranger.sign_in_as("binh-son")
    with inside.open_page() as page:
        page.run()
        sign_out(engine, inside.cookie)
        said = page.run()
    assert "Phiên làm việc đã kết thúc" in said and "/dang-nhap" in said
    assert "binh-son" not in said


def test_a_broken_page_says_a_reference_and_nothing_of_the_inside(stranger: Visitor) -> None:
    with stranger.sign_in_as("binh-son").open_page() as page:
        said = page.run("?break=1")
    assert "Có lỗi của hệ thống" in said
    assert "secret" not in said and "KeyError" not in said and "Traceback" not in said

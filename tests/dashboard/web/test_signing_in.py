"""The form, its cookie, and where it sends people on to."""

from pathlib import Path

import pytest

from dashboard.web.local_paths import local_path
from dashboard.web.sign_in_form import sign_in_form
from data_access.actions.setup import initialise
from data_access.database import open_database
from sample_data.build import PASSWORD
from tests.visitor import Visitor

OTHER_SITES = (
    "//elsewhere.example",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "https://elsewhere.example/",
    "http:elsewhere.example",
    "javascript:alert(1)",
    "/\t/elsewhere.example",
    "/\n/elsewhere.example",
    " //elsewhere.example",
    "elsewhere.example",
    "",
)


@pytest.mark.parametrize("typed", OTHER_SITES)
def test_nobody_is_sent_on_to_another_site(stranger: Visitor, typed: str) -> None:
    answer = stranger.post("/dang-nhap", {"demonstration": "binh-son", "next": typed})
    assert (answer.status, answer.headers["location"]) == (303, "/")


def test_a_page_of_ours_is_gone_back_to(stranger: Visitor) -> None:
    wanted = "/xep-loai?period=2022-Q3&group=Kh%E1%BB%91i%201"
    answer = stranger.post("/dang-nhap", {"demonstration": "binh-son", "next": wanted})
    assert answer.headers["location"] == wanted == local_path(wanted)


def test_the_right_password_opens(stranger: Visitor) -> None:
    answer = stranger.post("/dang-nhap", {"user": "thuong-truc", "password": PASSWORD})
    assert answer.status == 303
    token = answer.headers["set-cookie"].split("=")[1].split(";")[0]
    assert Visitor(stranger.address, token).get("/").status == 200


def test_a_wrong_password_is_answered_by_one_sentence_beside_the_form(stranger: Visitor) -> None:
    answer = stranger.post("/dang-nhap", {"user": "<b>ai đó", "password": "sai"})
    assert answer.status == 401
    assert answer.text.count('class="wrong"') == 1
    assert "&lt;b&gt;ai đó" in answer.text and "<b>ai" not in answer.text
    assert "set-cookie" not in answer.headers


def test_attempts_are_limited_even_with_the_right_password(stranger: Visitor) -> None:
    typed = {"user": "uy-vien", "password": "sai"}
    statuses = [stranger.post("/dang-nhap", typed).status for _ in range(6)]
    assert statuses == [401] * 5 + [429]
    assert stranger.post("/dang-nhap", typed | {"password": PASSWORD}).status == 429


def test_the_cookie_is_kept_from_scripts_and_other_sites(stranger: Visitor) -> None:
    plain = stranger.post("/dang-nhap", {"demonstration": "binh-son"}).headers["set-cookie"]
    flags = {flag.strip().lower() for flag in plain.split(";")[1:]}
    assert flags == {"httponly", "path=/", "samesite=lax"}


def test_over_https_the_cookie_is_secure(stranger: Visitor) -> None:
    behind = {"X-Forwarded-Proto": "https"}
    answer = stranger.post("/dang-nhap", {"demonstration": "binh-son"}, **behind)
    assert "secure" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize("path", ["/dang-nhap", "/dang-xuat"])
@pytest.mark.parametrize("source", ["http://elsewhere.example", "null", ""])
def test_another_site_can_neither_sign_in_nor_out(
    stranger: Visitor, path: str, source: str
) -> None:
    inside = stranger.sign_in_as("binh-son")
    answer = inside.post(path, {"demonstration": "ba-to"}, Origin=source)
    assert answer.status == 403
    assert inside.get("/").status == 200


def test_signing_out_ends_the_session_and_drops_the_cookie(stranger: Visitor) -> None:
    inside = stranger.sign_in_as("binh-son")
    answer = inside.post("/dang-xuat", {})
    assert (answer.status, answer.headers["location"]) == (303, "/dang-nhap")
    assert 'qcdc=""' in answer.headers["set-cookie"]
    assert inside.get("/").status == 401


def test_signing_in_anew_ends_the_session_before(stranger: Visitor) -> None:
    first = stranger.sign_in_as("binh-son")
    first.sign_in_as("ba-to")
    assert first.get("/").status == 401


def test_a_form_larger_than_any_honest_one_counts_as_empty(stranger: Visitor) -> None:
    answer = stranger.post("/dang-nhap", {"demonstration": "binh-son", "next": "/" + "x" * 10_000})
    assert answer.status == 401


def test_the_demonstration_offers_its_accounts_by_role(stranger: Visitor) -> None:
    page = stranger.get("/dang-nhap?next=/qua-han").text
    assert "Dữ liệu trình diễn – số liệu minh họa" in page
    assert page.index("Tổ Giúp việc</h3>") < page.index("Đơn vị</h3>")
    assert 'value="/qua-han"' in page
    assert "<script" not in page


def test_a_real_database_offers_no_account(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'real.db'}")
    initialise(engine)
    assert b"demonstration" not in sign_in_form(engine, "/").body

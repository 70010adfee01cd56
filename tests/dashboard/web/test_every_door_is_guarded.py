"""Without a session nothing answers but the sign-in page and the health page."""

import json
import subprocess
import sys

import pytest
from websockets.exceptions import InvalidStatus

from tests.visitor import Visitor

OPEN = ("/dang-nhap", "/suc-khoe")

# Streamlit's doors by name: should it rename one, the enumeration below still finds it.
STREAMLIT = (
    "/",
    "/index.html",
    "/any-page",
    "/favicon.png",
    "/static/js/index.js",
    "/media/0.xlsx",
    "/component/x/index.html",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/_stcore/upload_file/session/file",
    "/auth/login",
    "/oauth2callback",
)

ENUMERATE = """
import json, sys
from dashboard.main import application
routes = application(sys.argv[1])._build_starlette_app().routes
print(json.dumps([(type(route).__name__, route.path or "/") for route in routes]))
"""


@pytest.fixture(scope="module")
def routes(url: str) -> list[tuple[str, str]]:
    """Every route of the application, in another process: Streamlit allows one runtime in each."""
    command = [sys.executable, "-c", ENUMERATE, url]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [(kind, path.replace("{", "").replace("}", "")) for kind, path in json.loads(printed)]


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"])
def test_every_route_is_closed_to_a_stranger(
    stranger: Visitor, routes: list[tuple[str, str]], method: str
) -> None:
    paths = {path for kind, path in routes if kind != "WebSocketRoute"} - set(OPEN)
    answers = {path: stranger.ask(method, path, {}).status for path in paths}
    assert len(paths) > 20
    assert {path: status for path, status in answers.items() if status not in (401, 403)} == {}


def test_every_websocket_is_closed_to_a_stranger(
    stranger: Visitor, routes: list[tuple[str, str]]
) -> None:
    assert [path for kind, path in routes if kind == "WebSocketRoute"] == ["/_stcore/stream"]
    with pytest.raises(InvalidStatus) as refused, stranger.open_page():
        pass
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("path", STREAMLIT)
def test_streamlit_answers_nothing_to_a_stranger(stranger: Visitor, path: str) -> None:
    answer = stranger.get(path)
    assert (answer.status, "ok" in answer.text) == (401, False)


@pytest.mark.parametrize(
    "path",
    [
        "/dang-nhap/",
        "//dang-nhap",
        "/suc-khoe/x",
        "/dang-nhap/../ban-do",
        "/DANG-NHAP",
        "/dang-nhap%00",
    ],
)
def test_what_only_looks_like_an_open_door_is_closed(stranger: Visitor, path: str) -> None:
    assert stranger.get(path).status == 401


def test_a_page_asked_for_by_a_browser_leads_to_the_form_and_back(stranger: Visitor) -> None:
    answer = stranger.get("/xep-loai?period=2022-Q3&unit=524", Accept="text/html,*/*")
    assert answer.status == 303
    assert answer.headers["location"] == (
        "/dang-nhap?next=%2Fxep-loai%3Fperiod%3D2022-Q3%26unit%3D524"
    )


def test_health_is_open_and_says_nothing_else(stranger: Visitor) -> None:
    answer = stranger.get("/suc-khoe")
    assert (answer.status, answer.text) == (200, "ok")


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_doors_nobody_needs_are_closed_to_everybody(stranger: Visitor, path: str) -> None:
    assert stranger.sign_in_as("to-giup-viec").get(path).status == 404


def test_every_answer_forbids_other_hosts_and_frames(stranger: Visitor) -> None:
    inside = stranger.sign_in_as("to-giup-viec")
    for answer in (stranger.get("/dang-nhap"), inside.get("/"), inside.get("/tep/bai-nop?id=x")):
        policy = answer.headers["content-security-policy"]
        assert "http" not in policy and "*" not in policy
        assert "default-src 'self'" in policy or "default-src 'none'" in policy
        assert answer.headers["x-frame-options"] == "SAMEORIGIN"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"

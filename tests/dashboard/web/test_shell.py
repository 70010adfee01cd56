"""The page that a browser loads first: Vietnamese, and nothing from elsewhere."""

import re

import pytest

from dashboard.navigation import ENTRIES
from tests.visitor import Visitor


@pytest.mark.parametrize("path", [f"/{entry.address}" for entry in ENTRIES])
def test_every_page_says_it_is_vietnamese_and_loads_only_what_is_here(
    stranger: Visitor, path: str
) -> None:
    page = stranger.sign_in_as("binh-son").get(path)
    assert page.status == 200
    assert '<html lang="vi"' in page.text and "<title>Streamlit</title>" not in page.text
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert loaded and all(one.startswith(("./", "/giao-dien.js")) for one in loaded)
    assert "<script>" not in page.text


def test_a_browser_without_scripts_is_led_to_the_plain_page(stranger: Visitor) -> None:
    page = stranger.sign_in_as("binh-son").get("/").text
    without = page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert 'href="./nop"' in without
    assert "Trang đơn giản" in without and "JavaScript" not in page


def test_the_script_is_served(stranger: Visitor) -> None:
    script = stranger.sign_in_as("binh-son").get("/giao-dien.js")
    assert script.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("path", ["/khong-co", "/tep/khong-co", "/tep/"])
def test_an_address_without_a_page_or_file_is_said_to_be_missing(
    stranger: Visitor, path: str
) -> None:
    answer = stranger.sign_in_as("binh-son").get(path)
    assert (answer.status, "Không tìm thấy" in answer.text) == (404, True)


def test_streamlits_own_files_are_still_served(stranger: Visitor) -> None:
    assert stranger.sign_in_as("binh-son").get("/favicon.png").status == 200

"""A real Chromium against a real server; every request it makes is written down."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.serving import running_server

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
# The browser's own conversations with its maker are not ours to judge: switched off.
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
# Streamlit says of itself whether its script still runs. What is clicked or typed while it does can
# hit an element that is replaced the next moment.
STILL_DRAWN = "[data-testid=stApp]:not([data-test-script-state=notRunning])"
STILL_SENT = "[data-testid=stFileChipIconSpinner]"
PATIENCE = 60_000


@dataclass
class Visit:
    """One person's browser window: signs in with one click, counts what it asks and of whom."""

    base: str
    context: BrowserContext
    page: Page
    hosts: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)

    def sign_in(self, user: str) -> None:
        self.page.goto(self.base + "/dang-nhap")
        self.page.locator(f"button[name=demonstration][value={user}]").click()
        self.page.get_by_role("heading", level=1).first.wait_for()

    def open(self, address: str) -> None:
        self.page.goto(self.base + address)
        self.page.get_by_role("heading", level=1).first.wait_for()
        self.settle()

    def settle(self) -> None:
        self.page.locator(STILL_DRAWN).wait_for(state="detached")

    def attach(self, file: Path) -> None:
        """A button pressed before the file has arrived is pressed without it."""
        self.page.locator("input[type=file]").first.set_input_files(str(file))
        self.page.get_by_text(file.name).first.wait_for()
        self.page.locator(STILL_SENT).wait_for(state="detached")
        self.settle()

    def choose(self, label: str, words: str) -> None:
        """From a list one types into: until the field says what was chosen, for a list that is
        still being drawn drops what was typed."""
        box = self.page.get_by_label(label)
        offered = self.page.get_by_role("option").filter(has_text=words)
        for _ in range(20):
            self.settle()
            box.click()
            box.fill(words)
            # What is offered now, without waiting: the next moment it may be drawn anew.
            labels = offered.all_inner_texts()
            if labels:
                box.press("Enter")
                self.settle()
                if box.input_value() in labels:
                    return
            self.page.wait_for_timeout(300)
        raise AssertionError(f"{label}: {words} was not offered")

    def text(self) -> str:
        return self.page.locator("body").inner_text()


OpenWindow = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        if os.environ.get("QCDC_REQUIRE_ALL"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def common_base(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    copy = tmp_path_factory.mktemp("common") / "demonstration.db"
    shutil.copyfile(demo_database, copy)
    with running_server(f"sqlite:///{copy}") as address:
        yield address


@pytest.fixture
def visit(browser: Browser, demo_url: str) -> Iterator[OpenWindow]:
    """Opens a window for each call, on a server of the test's own."""
    with running_server(demo_url) as address, _windows(browser, address) as open_window:
        yield open_window


@pytest.fixture
def look(browser: Browser, common_base: str) -> Iterator[OpenWindow]:
    """The same on one server for all tests that change nothing."""
    with _windows(browser, common_base) as open_window:
        yield open_window


@contextmanager
def _windows(browser: Browser, base: str) -> Iterator[OpenWindow]:
    """At the end, no window has asked another host for anything."""
    opened: list[Visit] = []

    def open_window(user: str, width: int = 1366, height: int = 768) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, locale="vi-VN"
        )
        window = Visit(base, context, context.new_page())
        context.on("request", lambda request: window.hosts.add(urlsplit(request.url).netloc))
        window.page.on("pageerror", lambda error: window.errors.append(str(error)))
        window.page.set_default_timeout(PATIENCE)
        # Before every click and every word typed: Playwright waits until the page is drawn.
        window.page.add_locator_handler(window.page.locator(STILL_DRAWN), lambda: None)
        opened.append(window)
        window.sign_in(user)
        return window

    yield open_window
    own = urlsplit(base).netloc
    for window in opened:
        window.context.close()
        assert window.hosts <= {own, ""}, f"asked other hosts: {window.hosts - {own}}"
        assert not window.errors, window.errors

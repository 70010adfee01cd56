"""The whole app over a copy of the demonstration, opened as one of its people."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard import session
from data_access.actions.sessions import demonstration_sign_in
from data_access.settings import VARIABLE

_APP = Path(dashboard.__file__).with_name("app.py")
_SLOWEST = 60

Open = Callable[..., AppTest]


@pytest.fixture
def open_page(
    demo_url: str, demo_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., AppTest]:
    """open_page("ba-to", "pages/submit.py", period="2022-Q3")"""
    monkeypatch.setenv(VARIABLE, demo_url)

    def opened(user: str, page: str = "pages/overview.py", **chosen: str) -> AppTest:
        app = AppTest.from_file(str(_APP), default_timeout=_SLOWEST)
        token = demonstration_sign_in(demo_engine, user, "127.0.0.1")
        app.user = {session.TOKEN: token}
        app.run()
        for name, value in chosen.items():
            app.query_params[name] = value
        if page == "pages/overview.py":
            return app.run()
        return app.switch_page(page).run()

    return opened

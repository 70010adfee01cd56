"""A district's clerk hands in for the communes beneath it, on the page, and for nobody else."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard import session
from data_access.accounts import OPERATOR, Role
from data_access.actions.sessions import demonstration_sign_in
from data_access.actions.setup import add_account
from data_access.database import Engine
from data_access.queries.returns import submissions
from data_access.settings import VARIABLE
from tests.builders import CLERK_A, Q1, progress, small_province
from tests.dashboard.pages.shown import shown
from tests.data_access.returns_by_hand import with_documents

_APP = Path(dashboard.__file__).with_name("app.py")


@pytest.fixture
def district(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    url = f"sqlite:///{tmp_path / 'tinh.db'}"
    monkeypatch.setenv(VARIABLE, url)
    engine = with_documents(small_province(url, date(2022, 4, 10)))
    add_account(engine, OPERATOR, CLERK_A.user, CLERK_A.name, "mat-khau-thu-1", Role.UNIT, "001")
    return engine


def opened(engine: Engine, unit: str) -> AppTest:
    app = AppTest.from_file(str(_APP), default_timeout=60)
    app.user = {session.TOKEN: demonstration_sign_in(engine, CLERK_A.user, "127.0.0.1")}
    app.run()
    app.query_params["unit"], app.query_params["period"] = unit, str(Q1)
    return app.switch_page("pages/submit.py").run()


def test_a_district_hands_in_for_its_commune(district: Engine) -> None:
    app = opened(district, "0011")
    assert "Xã Một" in shown(app)
    file = ("tien-do.xlsx", progress(district, "0011", Q1, {}), "application/vnd.ms-excel")
    app.file_uploader[0].set_value([file]).run()
    next(button for button in app.button if button.label == "Nộp").click().run()
    assert "Phiếu tiếp nhận" in shown(app)
    assert [one.unit for one in submissions(district, CLERK_A) if one.accepted] == ["0011"]


def test_another_district_is_refused_in_words(district: Engine) -> None:
    assert "Huyện B" in shown(opened(district, "002"))
    assert not opened(district, "002").file_uploader

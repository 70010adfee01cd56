"""A small demonstration behind a real server, shared by the tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.criteria import import_criteria
from data_access.actions.forms import import_form
from data_access.actions.returns import submit_return
from data_access.database import Engine, open_database
from sample_data import catalogue, tables
from sample_data.build import DAY, PASSWORD
from tests.serving import running_server
from tests.visitor import Visitor

USERS = ("to-giup-viec", "thuong-truc", "uy-vien", "binh-son", "ba-to")


@pytest.fixture(scope="session")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Units, criteria, forms, programme, five accounts and one file, handed in by Bình Sơn."""
    url = f"sqlite:///{tmp_path_factory.mktemp('web') / 'small.db'}"
    engine = open_database(url)
    setup.initialise(engine)
    setup.import_units(engine, OPERATOR, catalogue.units())
    import_criteria(engine, OPERATOR, tables.criteria_text())
    for text in tables.form_texts():
        import_form(engine, OPERATOR, text)
    setup.import_programme(engine, OPERATOR, tables.programme_text())
    for one in catalogue.accounts():
        if one.user in USERS:
            setup.add_account(engine, OPERATOR, one.user, one.name, PASSWORD, one.role, one.unit)
    setup.mark_demonstration(engine, OPERATOR, DAY, "Số liệu minh họa")
    binh_son = Actor("binh-son", "Bình Sơn", Role.UNIT, "524")
    submit_return(engine, binh_son, "Báo cáo quý 3.xlsx", b"no workbook")
    return url


@pytest.fixture
def engine(url: str) -> Engine:
    return open_database(url)


@pytest.fixture(scope="session")
def address(url: str) -> Iterator[str]:
    with running_server(url, Path(__file__).with_name("counting_page.py")) as address:
        yield address


@pytest.fixture
def stranger(address: str) -> Visitor:
    return Visitor(address)

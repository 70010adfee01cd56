"""Connections and transactions on SQLite and PostgreSQL. Knows no subject matter."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError

from data_access import migrating
from data_access.accounts import Actor
from data_access.clock import server_moment
from data_access.tables import journal, setting
from scoring.refusals import Refusal, Refused

_DATA_VERSION = "data_version"
_WAIT_MILLISECONDS = 15_000


def open_database(url: str) -> Engine:
    """An engine for the address; nothing is opened or created before the first question."""
    address = _address(url)
    if address.get_backend_name() != "sqlite":
        engine = create_engine(address, pool_pre_ping=True)
        event.listen(engine, "begin", _begin_postgresql)
        return engine
    # isolation_level None: the driver would otherwise commit by itself before DDL.
    engine = create_engine(address, connect_args={"isolation_level": None})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent state of the data, however many questions are asked."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(
    engine: Engine, actor: Actor, action: str, subject: str, detail: str = ""
) -> Iterator[Connection]:
    """One action, one transaction: the journal line and the new data version come with it, and
    an exception undoes all of it."""
    with unversioned(engine) as connection:
        yield connection
        note(connection, actor, action, subject, detail)
        version = setting.update().where(setting.c.key == _DATA_VERSION)
        connection.execute(version.values(value=str(uuid.uuid4())))


@contextmanager
def unversioned(engine: Engine) -> Iterator[Connection]:
    """A writing transaction for what no screen shows (sessions, attempts): caches stay valid."""
    writer = engine.execution_options(writing=True)
    with writer.connect() as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            # As on SQLite, one writer at a time: receipts run without gaps, ids in commit order.
            locked = select(setting.c.value).where(setting.c.key == _DATA_VERSION)
            connection.execute(locked.with_for_update())
        yield connection


def note(connection: Connection, actor: Actor, action: str, subject: str, detail: str = "") -> None:
    connection.execute(
        journal.insert().values(
            at=server_moment(), actor=actor.user, action=action, subject=subject, detail=detail
        )
    )


def data_version(engine: Engine) -> str:
    """Changes with every writing transaction and never repeats, not even in another database."""
    with reading(engine) as connection:
        return data_version_in(connection)


def data_version_in(connection: Connection) -> str:
    chosen = select(setting.c.value).where(setting.c.key == _DATA_VERSION)
    return connection.execute(chosen).scalar_one()


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest form; a new database gets its first data version."""
    with _reached():
        if engine.dialect.name == "sqlite" and engine.url.database:
            Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)
        migrating.to_head(engine.url)
        with engine.execution_options(writing=True).begin() as connection:
            _give_data_version(connection)


def _give_data_version(connection: Connection) -> None:
    chosen = select(setting.c.value).where(setting.c.key == _DATA_VERSION)
    if connection.execute(chosen).first() is None:
        first = {"key": _DATA_VERSION, "value": str(uuid.uuid4())}
        connection.execute(setting.insert().values(first))


def database_file(engine: Engine) -> Path | None:
    """The file of an SQLite database; None where it is no file."""
    named = engine.url.database
    in_file = engine.dialect.name == "sqlite" and named and named != ":memory:"
    return Path(named) if in_file else None


def is_initialised(engine: Engine) -> bool:
    if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").is_file():
        return False  # Asking must not leave an empty file behind.
    with _reached():
        return inspect(engine).has_table(setting.name)


@contextmanager
def _reached() -> Iterator[None]:
    """A database that is not there, damaged or closed to us is no mistake of ours."""
    try:
        yield
    except (DBAPIError, OSError) as broken:
        raise Refused(Refusal.DATABASE_UNAVAILABLE) from broken


def _address(text: str) -> URL:
    """The password in an address is never repeated."""
    try:
        url = _with_driver(make_url(text))
        url.get_dialect()
    except (ArgumentError, ValueError) as wrong:
        raise Refused(Refusal.DATABASE_ADDRESS) from wrong
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise Refused(Refusal.DATABASE_ADDRESS)
    return url


def _with_driver(url: URL) -> URL:
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    return url


def _prepare_sqlite(connection: object, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {_WAIT_MILLISECONDS}",
        "foreign_keys = ON",
        "synchronous = NORMAL",
        "cache_size = -16000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # IMMEDIATE: a transaction that reads first and writes later could not get its lock any more.
    writes = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if not connection.get_execution_options().get("writing"):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

"""Bringing the tables to their newest form with alembic. Knows connections, no subject matter."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 20220524


def to_head(url: URL) -> None:
    """Migrate on a connection of its own; everything happens or nothing."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    engine = _migration_engine(url)
    with engine.connect() as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _check_foreign_keys(connection)
    engine.dispose()


def _migration_engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, poolclass=NullPool)
    engine = create_engine(url, poolclass=NullPool, connect_args={"isolation_level": None})
    event.listen(engine, "connect", _without_foreign_keys)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _without_foreign_keys(connection: object, _record: object) -> None:
    """Before BEGIN, where alone it takes effect: copying a table with the keys enforced could
    empty the tables that point to it."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 60000")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA foreign_keys = OFF")
    cursor.close()


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(
            f"migration would leave {len(broken)} rows pointing nowhere: {broken[0]}"
        )

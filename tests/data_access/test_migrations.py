"""Migrated tables are the tables that are declared, on an empty and on a filled database."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, func, select

from data_access import tables
from data_access.database import data_version, open_database, reading, upgrade
from tests.builders import UNITS


def test_migrated_tables_equal_the_declared_ones(database_url: str) -> None:
    engine = open_database(database_url)
    upgrade(engine)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []
    engine.dispose()


def test_migrating_a_filled_database_again_keeps_every_row(province: Engine) -> None:
    before = data_version(province)
    upgrade(province)
    with reading(province) as connection:
        kept = select(func.count()).select_from(tables.unit)
        assert connection.execute(kept).scalar_one() == len(UNITS)
    assert data_version(province) == before


def test_nothing_is_ever_deleted_along_with_something_else() -> None:
    keys = [key for table in tables.metadata.tables.values() for key in table.foreign_keys]
    assert keys
    assert [str(key) for key in keys if key.ondelete or key.onupdate] == []

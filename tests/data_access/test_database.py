"""One action, one transaction, on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, Table, func, select
from sqlalchemy.exc import IntegrityError

from data_access import tables
from data_access.accounts import OPERATOR
from data_access.database import (
    data_version,
    is_initialised,
    open_database,
    reading,
    unversioned,
    upgrade,
    writing,
)


class Stop(Exception):
    pass


def count(engine: Engine, table: Table) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_an_exception_leaves_nothing_behind(province: Engine) -> None:
    before = data_version(province), count(province, tables.journal)
    with pytest.raises(Stop), writing(province, OPERATOR, "try", "x") as connection:
        connection.execute(tables.setting.insert().values(key="x", value="y"))
        raise Stop
    assert (data_version(province), count(province, tables.journal)) == before
    with reading(province) as connection:
        assert connection.execute(select(tables.setting).filter_by(key="x")).first() is None


def test_each_action_writes_its_journal_line_and_a_new_version(province: Engine) -> None:
    versions = {data_version(province)}
    for number in range(3):
        with writing(province, OPERATOR, "try", str(number), "why"):
            pass
        versions.add(data_version(province))
    assert len(versions) == 4
    with reading(province) as connection:
        newest = select(tables.journal).order_by(tables.journal.c.id.desc()).limit(1)
        line = connection.execute(newest).one()
    assert (line.actor, line.action, line.subject, line.detail) == ("terminal", "try", "2", "why")


def test_what_no_screen_shows_keeps_the_version(province: Engine) -> None:
    before = data_version(province)
    with unversioned(province) as connection:
        connection.execute(tables.setting.insert().values(key="x", value="y"))
    assert data_version(province) == before


def test_two_databases_never_share_a_version(tmp_path: Path) -> None:
    engines = [open_database(f"sqlite:///{tmp_path / name}.db") for name in "ab"]
    for engine in engines:
        upgrade(engine)
    assert data_version(engines[0]) != data_version(engines[1])


def test_a_reader_sees_one_state_while_another_writes(province: Engine) -> None:
    with reading(province) as connection:
        before = connection.execute(select(tables.setting.c.value)).scalars().all()
        with writing(province, OPERATOR, "try", "meanwhile"):
            pass
        assert connection.execute(select(tables.setting.c.value)).scalars().all() == before


def test_a_row_that_points_nowhere_is_refused(province: Engine) -> None:
    orphan = tables.tile.insert().values(unit="nobody", row=1, column=1)
    with pytest.raises(IntegrityError), unversioned(province) as connection:
        connection.execute(orphan)


def test_nul_and_half_characters_are_dropped_from_peoples_text(province: Engine) -> None:
    with writing(province, OPERATOR, "try", "a\x00b\ud800c"):
        pass
    with reading(province) as connection:
        newest = select(tables.journal.c.subject).order_by(tables.journal.c.id.desc()).limit(1)
        assert connection.execute(newest).scalar_one() == "ab?c"


def test_asking_whether_it_is_set_up_creates_no_file(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "new.db"
    engine = open_database(f"sqlite:///{file}")
    assert not is_initialised(engine)
    assert not file.exists()
    upgrade(engine)
    assert is_initialised(engine)


def test_a_postgresql_address_without_driver_gets_ours() -> None:
    for given in ("postgres://h/d", "postgresql://h/d", "postgresql+psycopg://h/d"):
        assert open_database(given).url.drivername == "postgresql+psycopg"

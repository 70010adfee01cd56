"""Setting the system up: units, programmes, the map, accounts."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, Engine, select

from data_access import catalogue, database, documents, passwords, tables, trees
from data_access.accounts import KEEPS_HOUSE, Actor, Role, require_role
from data_access.catalogue import Tile
from data_access.clock import server_moment
from data_access.database import writing
from data_access.programmes import programme_from_text
from data_access.sessions import end_sessions_of
from scoring.issues import Issue
from scoring.refusals import Refusal, Refused
from scoring.units import Unit


def initialise(engine: Engine) -> None:
    """Make the tables, or bring them to their newest form; whatever is in them stays."""
    database.upgrade(engine)


def import_units(engine: Engine, actor: Actor, units: Sequence[Unit]) -> None:
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "import_units", str(len(units))) as connection:
        catalogue.keep_units(connection, units)


def import_tiles(engine: Engine, actor: Actor, tiles: Sequence[Tile]) -> None:
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "import_tiles", str(len(tiles))) as connection:
        catalogue.keep_tiles(connection, tiles)


def import_programme(engine: Engine, actor: Actor, text: str) -> tuple[Issue, ...]:
    """Keep a programme unless it has errors; the newest text of a programme counts."""
    require_role(actor, KEEPS_HOUSE)
    programme, issues = programme_from_text(text)
    if programme is None:
        return issues
    with writing(engine, actor, "import_programme", programme.code) as connection:
        documents.keep_programme(connection, programme, text)
    return issues


def add_account(
    engine: Engine,
    actor: Actor,
    user: str,
    name: str,
    password: str,
    role: Role,
    unit: str | None = None,
) -> None:
    """A new account, or an existing one given anew; its open sessions end then."""
    require_role(actor, KEEPS_HOUSE)
    row = {
        "user": user.strip(),
        "name": name,
        "password_hash": passwords.hashed(password),
        "role": role.value,
        "unit": unit,
        "active": True,
    }
    with writing(engine, actor, "add_account", user, role.value) as connection:
        if unit is not None or role in (Role.UNIT, Role.ASSESSOR):
            catalogue.unit(connection, unit or "")
        _keep_account(connection, row)


def close_account(engine: Engine, actor: Actor, user: str) -> None:
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "close_account", user) as connection:
        mine = tables.account.update().where(tables.account.c.user == user)
        if connection.execute(mine.values(active=False)).rowcount == 0:
            raise Refused(Refusal.UNKNOWN_ACCOUNT, user=user)
        end_sessions_of(connection, user, server_moment())


def name_home(engine: Engine, actor: Actor, unit: str) -> None:
    """The topmost unit whose committee keeps this database: needed only where it also holds the
    units of others."""
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "name_home", unit) as connection:
        catalogue.unit(connection, unit)
        trees.keep_home(connection, unit)


def mark_demonstration(engine: Engine, actor: Actor, day: date, title: str) -> None:
    """Only while nothing was handed in: a real database must never be shown at a chosen day."""
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "mark_demonstration", day.isoformat(), title) as connection:
        shown = catalogue.demonstration(connection) is not None
        if not shown and connection.execute(select(tables.submission.c.id).limit(1)).first():
            raise Refused(Refusal.DATA_NOT_EMPTY)
        catalogue.keep_demonstration(connection, day, title)


def _keep_account(connection: Connection, row: dict[str, object]) -> None:
    account = tables.account
    known = connection.execute(select(account.c.user).where(account.c.user == row["user"])).first()
    if known is None:
        connection.execute(account.insert().values(row))
        return
    connection.execute(account.update().where(account.c.user == row["user"]).values(row))
    end_sessions_of(connection, known.user, server_moment())

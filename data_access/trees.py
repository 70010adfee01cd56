"""Whose affairs a person sees where one database holds the units of several committees, as the
demonstration's does: those of the tree his unit stands in. Knows no roles."""

from sqlalchemy import Connection, select

from data_access.accounts import OPERATOR, Actor
from data_access.tables import setting
from data_access.tables import unit as unit_table
from scoring.units import beneath, topmost

_HOME = "home"


def home(connection: Connection) -> str | None:
    """The topmost unit of the committee that keeps this database, where one was named."""
    chosen = select(setting.c.value).where(setting.c.key == _HOME)
    return connection.execute(chosen).scalar()


def keep_home(connection: Connection, unit: str) -> None:
    connection.execute(setting.delete().where(setting.c.key == _HOME))
    connection.execute(setting.insert().values(key=_HOME, value=unit))


def tree_of(connection: Connection, actor: Actor) -> frozenset[str] | None:
    """Codes of the units of the actor's tree; None: every unit, as where no home was named."""
    named = home(connection)
    if named is None or actor == OPERATOR:
        return None
    kept = unit_table.c
    rows = connection.execute(select(kept.code, kept.parent)).all()
    parents = dict(rows)
    own = actor.unit or named
    top = topmost(own, parents) if own in parents else named
    # Two units put beneath each other by mistake: their people see themselves and what is beneath.
    return beneath(top or own, parents)

"""Whose affairs a person sees where one database holds the units of several committees, as the
demonstration's does: those of the tree his unit stands in. Knows no roles."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from data_access.accounts import OPERATOR, Actor
from data_access.tables import setting
from data_access.tables import unit as unit_table

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
    tops = tops_of(parents)
    own = tops.get(actor.unit or named, named)
    return frozenset(code for code, top in tops.items() if top == own)


def tops_of(parents: Mapping[str, str | None]) -> dict[str, str]:
    """The topmost unit above each. Two units put beneath each other by mistake end the climb."""
    return {code: _top(code, parents) for code in parents}


def _top(code: str, parents: Mapping[str, str | None]) -> str:
    seen = {code}
    above = parents.get(code)
    while above is not None and above not in seen:
        seen.add(above)
        code, above = above, parents.get(above)
    return code

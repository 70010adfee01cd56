"""Refusing what belongs to another unit, naming both. Knows units and roles, no subject matter.

A unit acts for itself and for the units beneath it: a district enters what its communes send. It
also acts for the units that ended and whose open duties it took over.
"""

from datetime import date

from sqlalchemy import Connection, select

from data_access import catalogue
from data_access.accounts import Actor, Role, acts_for
from data_access.moments import now_in
from data_access.successions import holders, successions_on
from data_access.tables import unit as unit_table
from scoring.refusals import Refusal, Refused


def require_own_unit(connection: Connection, actor: Actor, unit: str | None) -> None:
    """A unit's person stays with its unit and those beneath it; whether a role may ask at all is
    the caller's to say."""
    if actor.role is not Role.UNIT or acts_for(actor, unit):
        return
    if unit is None or unit not in units_of(connection, actor):
        theirs, own = _label(connection, unit), _label(connection, actor.unit)
        raise Refused(Refusal.NOT_YOUR_UNIT, unit=theirs, your_unit=own)


def units_of(connection: Connection, actor: Actor) -> frozenset[str]:
    """The codes of the unit a person reports for, of all beneath it, at any depth, and of those
    that ended and whose duties came to these."""
    own = beneath(connection, actor)
    day = now_in(connection).official.date() if own else date.max
    passed_on = successions_on(connection, (), day) if own else {}
    return own | {code for code in passed_on if not own.isdisjoint(holders(code, passed_on))}


def beneath(connection: Connection, actor: Actor) -> frozenset[str]:
    """The codes of the unit a person reports for and of all beneath it, at any depth."""
    if actor.unit is None:
        return frozenset()
    kept = unit_table.c
    own = select(kept.code).where(kept.code == actor.unit).cte("beneath", recursive=True)
    # UNION without ALL: it ends even where two units were by mistake put beneath each other.
    found = own.union(select(kept.code).join(own, kept.parent == own.c.code))
    return frozenset({actor.unit, *connection.execute(select(found.c.code)).scalars()})


def _label(connection: Connection, code: str | None) -> str:
    found = catalogue.find_unit(connection, code) if code else None
    return found.label if found else code or ""

"""Refusing what belongs to another unit, naming both. Knows units and roles, no subject matter."""

from sqlalchemy import Connection

from data_access import catalogue
from data_access.accounts import Actor, Role, acts_for
from scoring.issues import Refusal, Refused


def require_own_unit(connection: Connection, actor: Actor, unit: str | None) -> None:
    """A unit's person stays with its unit; whether a role may ask at all is the caller's to say."""
    if actor.role is Role.UNIT and not acts_for(actor, unit):
        theirs, own = _label(connection, unit), _label(connection, actor.unit)
        raise Refused(Refusal.NOT_YOUR_UNIT, unit=theirs, your_unit=own)


def _label(connection: Connection, code: str | None) -> str:
    found = catalogue.find_unit(connection, code) if code else None
    return found.label if found else code or ""

"""Units with all above them, and one beneath each: enough to know whom an issuer can bind."""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from data_access import catalogue
from data_access.tables import unit as unit_table
from scoring.units import Unit


def lineage(connection: Connection, codes: Iterable[str]) -> dict[str, Unit]:
    """By code; codes that no unit has are left out. Of what stands beneath a named unit one is
    enough to know that something does."""
    kept = unit_table.c
    asked = frozenset(codes)
    named = select(kept.code, kept.parent).where(kept.code.in_(asked))
    found = named.cte("above", recursive=True)
    # UNION without ALL: it ends even where two units were by mistake put beneath each other.
    above = found.union(select(kept.code, kept.parent).join(found, found.c.parent == kept.code))
    rows = connection.execute(select(above.c.code)).scalars()
    children = select(func.min(kept.code)).where(kept.parent.in_(asked)).group_by(kept.parent)
    wanted = frozenset((*rows, *connection.execute(children).scalars()))
    found = catalogue.units(connection, wanted)
    return {unit.code: unit for unit in found}

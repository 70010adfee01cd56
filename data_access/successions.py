"""Who takes over the duties of units that ended. The document's days count, whenever somebody typed
it in."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, Row, select

from data_access.tables import succession
from scoring.succession import Ending, Succession
from scoring.units import Unit

# The kind of a row that takes back what was entered of a unit before it.
WITHDRAWN = "withdrawn"

# By code of the unit that ended.
Successions = Mapping[str, tuple[Succession, ...]]


def successions_on(connection: Connection, units: Iterable[Unit], day: date) -> Successions:
    """Of units whose last day is before `day`; where no document says so, that nobody takes their
    duties over."""
    kept = succession.c
    rows = connection.execute(select(succession).where(kept.last_day < day).order_by(kept.id))
    found: dict[str, tuple[Succession, ...]] = {}
    for row in rows:
        if row.kind == WITHDRAWN:
            found.pop(row.unit, None)
            continue
        found[row.unit] = (*found.get(row.unit, ()), _read(row))
    silent = {
        unit.code: (_silent(unit.code, unit.exists_to),)
        for unit in units
        if unit.exists_to is not None and unit.exists_to < day
    }
    return silent | found


def holders(code: str, successions: Successions) -> tuple[str, ...]:
    """The unit and, in order, those to whom its open duties passed and passed on."""
    found = [code]
    while (following := _heir(successions.get(found[-1], ()))) and following not in found:
        found.append(following)
    return tuple(found)


def all_holders(codes: Iterable[str], successions: Successions) -> frozenset[str]:
    return frozenset(holder for code in codes for holder in holders(code, successions))


def predecessors(code: str, successions: Successions) -> frozenset[str]:
    """The unit and all whose open duties may have come to it."""
    return frozenset({code, *(one for one in successions if code in holders(one, successions))})


def _heir(said: Iterable[Succession]) -> str | None:
    return next((one.successor for one in said if one.takes_duties and one.successor), None)


def _silent(code: str, last_day: date) -> Succession:
    return Succession(code, Ending.ENDED, last_day, None, False, "", date.min)


def _read(row: Row) -> Succession:
    return Succession(
        row.unit,
        Ending(row.kind),
        row.last_day,
        row.successor,
        row.takes_duties,
        row.document,
        row.dated,
    )

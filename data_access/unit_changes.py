"""How units begin and end, merge or split, and the documents that say so. No row is ever lost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, Row, select

from data_access import catalogue
from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import succession
from scoring.succession import Ending, Succession

# The attribute of a unit that holds the document by which it was founded.
FOUNDED_BY = "founded_by"


@dataclass(frozen=True)
class Heir:
    """A successor; open duties pass to the one that takes them, else they end."""

    unit: str
    takes_duties: bool


@dataclass(frozen=True)
class UnitEnding:
    """`last_day`: the unit's last day. `document` and its day are what says so."""

    unit: str
    kind: Ending
    last_day: date
    heirs: tuple[Heir, ...]
    document: str
    dated: date

    def successions(self) -> tuple[Succession, ...]:
        """The same, a row for each successor; one without any where nobody comes after it."""
        same = (self.unit, self.kind, self.last_day)
        said = (self.document, self.dated)
        found = tuple(Succession(*same, one.unit, one.takes_duties, *said) for one in self.heirs)
        return found or (Succession(*same, None, False, *said),)


@dataclass(frozen=True)
class KeptEnding:
    """An ending with who entered it, and when."""

    ending: UnitEnding
    by: str
    at: datetime


def endings(connection: Connection) -> tuple[KeptEnding, ...]:
    """In the order they were entered: one for each unit that ended."""
    rows = connection.execute(select(succession).order_by(succession.c.id)).all()
    by_unit: dict[str, list[Row]] = {}
    for row in rows:
        by_unit.setdefault(row.unit, []).append(row)
    return tuple(_ending(found) for found in by_unit.values())


def keep_ending(connection: Connection, actor: Actor, ending: UnitEnding, at: Moments) -> None:
    """With the unit's last day: it is no unit after it."""
    rows = [
        {
            "unit": one.unit,
            "kind": one.kind.value,
            "last_day": one.last_day,
            "successor": one.successor,
            "takes_duties": one.takes_duties,
            "document": one.document,
            "dated": one.dated,
        }
        | act(actor, at)
        for one in ending.successions()
    ]
    connection.execute(succession.insert(), rows)
    unit = catalogue.unit(connection, ending.unit)
    catalogue.keep_units(connection, [replace(unit, exists_to=ending.last_day)])


def _ending(rows: Sequence[Row]) -> KeptEnding:
    first = rows[0]
    heirs = tuple(Heir(row.successor, row.takes_duties) for row in rows if row.successor)
    ending = UnitEnding(
        first.unit, Ending(first.kind), first.last_day, heirs, first.document, first.dated
    )
    return KeptEnding(ending, first.actor_name, first.at)

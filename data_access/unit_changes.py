"""How units begin and end, merge or split, and the documents that say so. No row is ever lost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, Row, select

from data_access import catalogue
from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.successions import WITHDRAWN
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
class Withdrawal:
    """Why an ending that was entered wrongly does not count, and who said so."""

    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class KeptEnding:
    """An ending with who entered it, and when; `withdrawn`: None while it counts."""

    ending: UnitEnding
    by: str
    at: datetime
    withdrawn: Withdrawal | None = None


def endings(connection: Connection) -> tuple[KeptEnding, ...]:
    """Those that count, in the order they were entered: one for each unit that ended."""
    return tuple(one for one in every_ending(connection) if one.withdrawn is None)


def every_ending(connection: Connection) -> tuple[KeptEnding, ...]:
    """Those that were withdrawn, in that order, then those that count."""
    rows = connection.execute(select(succession).order_by(succession.c.id)).all()
    counting: dict[str, list[Row]] = {}
    withdrawn = []
    for row in rows:
        if row.kind == WITHDRAWN:
            withdrawn.append(_ending(counting.pop(row.unit), row))
        else:
            counting.setdefault(row.unit, []).append(row)
    return (*withdrawn, *(_ending(found) for found in counting.values()))


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
    _keep_last_day(connection, ending.unit, ending.last_day)


def keep_withdrawal(
    connection: Connection, actor: Actor, ending: UnitEnding, reason: str, at: Moments
) -> None:
    """The unit has no last day any more."""
    row = {
        "unit": ending.unit,
        "kind": WITHDRAWN,
        "last_day": ending.last_day,
        "successor": None,
        "takes_duties": False,
        "document": reason,
        "dated": at.official.date(),
    }
    connection.execute(succession.insert(), [row | act(actor, at)])
    _keep_last_day(connection, ending.unit, None)


def _keep_last_day(connection: Connection, code: str, last_day: date | None) -> None:
    unit = catalogue.unit(connection, code)
    catalogue.keep_units(connection, [replace(unit, exists_to=last_day)])


def _ending(rows: Sequence[Row], withdrawn: Row | None = None) -> KeptEnding:
    first = rows[0]
    heirs = tuple(Heir(row.successor, row.takes_duties) for row in rows if row.successor)
    ending = UnitEnding(
        first.unit, Ending(first.kind), first.last_day, heirs, first.document, first.dated
    )
    back = withdrawn and Withdrawal(withdrawn.document, withdrawn.actor_name, withdrawn.at)
    return KeptEnding(ending, first.actor_name, first.at, back)

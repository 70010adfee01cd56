"""What became of units: how they began, ended, and who came after them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine

from data_access import catalogue
from data_access.accounts import Actor
from data_access.database import reading
from data_access.unit_changes import FOUNDED_BY, KeptEnding, endings, every_ending
from scoring.units import Unit


@dataclass(frozen=True)
class UnitHistory:
    """`founded_by`: the document, where the unit was founded here. `ended`: None while it goes on,
    and where its last day was brought in without a word. `came_from`: the endings that made it a
    successor. `beneath`: the units under it that still exist on its last day. `withdrawn`: its ends
    that were entered wrongly."""

    unit: Unit
    founded_by: str
    ended: KeptEnding | None
    came_from: tuple[KeptEnding, ...]
    beneath: tuple[Unit, ...]
    withdrawn: tuple[KeptEnding, ...] = ()


def history(engine: Engine, actor: Actor, code: str) -> UnitHistory:
    """No secret from anybody who may sign in."""
    with reading(engine) as connection:
        unit = catalogue.unit(connection, code)
        every, units = every_ending(connection), catalogue.units(connection)
    known = [one for one in every if one.withdrawn is None]
    withdrawn = tuple(one for one in every if one.withdrawn and one.ending.unit == code)
    ended = next((one for one in known if one.ending.unit == code), None)
    came = (one for one in known if code in {heir.unit for heir in one.ending.heirs})
    last = unit.exists_to or date.max
    beneath = (one for one in units if one.parent == code and one.exists_on(last))
    founded = unit.attributes.get(FOUNDED_BY, "")
    return UnitHistory(unit, founded, ended, tuple(came), tuple(beneath), withdrawn)


def changes(engine: Engine, actor: Actor) -> tuple[KeptEnding, ...]:
    """Every unit that ended, in the order of their last days."""
    with reading(engine) as connection:
        known = endings(connection)
    return tuple(sorted(known, key=lambda one: (one.ending.last_day, one.ending.unit)))

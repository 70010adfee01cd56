"""The days on which a unit has something to do, for its own people and those who follow it."""

from datetime import date

from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.database import reading
from data_access.permissions import require_own_unit
from data_access.queries import obligations
from data_access.standings import Standing


def unit_dates(
    engine: Engine, actor: Actor, unit: str, day: date, last: date
) -> tuple[Standing, ...]:
    """What is open on `day` and due by `last`. A unit asks for itself and those beneath it."""
    with reading(engine) as connection:
        require_own_unit(connection, actor, unit)
    return obligations.of_unit(engine, actor, unit, day, last)

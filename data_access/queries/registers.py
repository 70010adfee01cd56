"""Registers beside the returns: figures of other bodies, models Dân vận khéo, remedies.

The secretariat and leaders see all of them, a unit its own and those beneath it."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine

from data_access import documents
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.database import reading
from data_access.models import RecognisedModel, models_of
from data_access.outside_figures import OutsideFigure, recorded_figures
from data_access.permissions import require_own_unit, units_of
from data_access.remedies import Remedy, remedies_of
from scoring.criteria_leaves import Input
from scoring.periods import Period


class _OfUnit(Protocol):
    unit: str


Kept = TypeVar("Kept", bound=_OfUnit)


def outside_figures(
    engine: Engine, actor: Actor, period: Period, unit: str | None = None
) -> tuple[OutsideFigure, ...]:
    """Oldest first, those that a later one replaces too; a year's with its fourth quarter's."""
    with reading(engine) as connection:
        _require_sight(connection, actor, unit)
        periods = list({period.quarter_of_record, period})
        return _seen_by(connection, actor, recorded_figures(connection, periods, unit))


def outside_inputs(
    engine: Engine, period: Period, *, criteria: str | None = None
) -> tuple[Input, ...]:
    """What the table asks of others than the units."""
    with reading(engine) as connection:
        table = documents.criteria_for(connection, period, criteria).table
    return tuple(asked for asked in table.inputs() if asked.source)


def models(
    engine: Engine, actor: Actor, period: Period, unit: str | None = None
) -> tuple[RecognisedModel, ...]:
    """Recognised in the year up to the period's end, by day, struck-off ones too."""
    with reading(engine) as connection:
        _require_sight(connection, actor, unit)
        return _seen_by(connection, actor, models_of(connection, period, unit))


def remedies(
    engine: Engine,
    actor: Actor,
    period: Period,
    unit: str | None = None,
    *,
    criteria: str | None = None,
) -> tuple[Remedy, ...]:
    """By due day."""
    with reading(engine) as connection:
        _require_sight(connection, actor, unit)
        table = documents.criteria_for(connection, period, criteria).table
        return _seen_by(connection, actor, remedies_of(connection, table, period, unit))


def _require_sight(connection: Connection, actor: Actor, unit: str | None) -> None:
    require_role(actor, SEES_ALL | {Role.UNIT})
    if unit is not None:
        require_own_unit(connection, actor, unit)


def _seen_by(connection: Connection, actor: Actor, kept: Iterable[Kept]) -> tuple[Kept, ...]:
    if actor.role in SEES_ALL:
        return tuple(kept)
    own = units_of(connection, actor)
    return tuple(one for one in kept if one.unit in own)

"""Kiểm tra as it stood on a day. The secretariat, leaders and members see all of it, a unit what
concerns it and the units beneath; who is to be visited unannounced, the first two alone."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, select

from data_access import catalogue
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.clock import end_of
from data_access.database import reading
from data_access.inspections import (
    Inspection,
    Visit,
    find_event,
    find_visit,
    inspections,
    visits,
)
from data_access.permissions import beneath, require_own_unit
from data_access.queries.returns import StoredFile
from data_access.recommendations import Recommendation, recommendations
from data_access.successions import predecessors, successions_on
from data_access.tables import stored_file
from data_access.trees import tree_of
from scoring.refusals import Refusal, Refused
from scoring.units import Unit

READERS = SEES_ALL | {Role.MEMBER, Role.UNIT}


@dataclass(frozen=True)
class VisitStanding:
    """A visit, whom it looks at, and what was recommended there."""

    visit: Visit
    unit: Unit
    recommendations: tuple[Recommendation, ...]


@dataclass(frozen=True)
class InspectionStanding:
    inspection: Inspection
    visits: tuple[VisitStanding, ...]


def schedule(
    engine: Engine,
    actor: Actor,
    day: date,
    year: int | None = None,
    unit: str | None = None,
) -> tuple[InspectionStanding, ...]:
    """The latest year first, each with its visits by day. Of one unit, or for whoever does not see
    all: only inspections with a visit that he may know of."""
    with reading(engine) as connection:
        _require_sight(connection, actor, unit)
        seen = _visits(connection, actor, day, unit)
        known = inspections(connection, end_of(day), year)
    narrowed = unit is not None or actor.role not in SEES_ALL
    found = (InspectionStanding(one, _of(one, seen)) for one in known)
    return tuple(one for one in found if one.visits or not narrowed)


def visits_of(engine: Engine, actor: Actor, unit: str, day: date) -> tuple[VisitStanding, ...]:
    """Of one unit, by day."""
    with reading(engine) as connection:
        _require_sight(connection, actor, unit)
        return tuple(_visits(connection, actor, day, unit))


def paper_file(engine: Engine, actor: Actor, event: int) -> StoredFile:
    """The signed minutes or conclusion."""
    with reading(engine) as connection:
        found = find_event(connection, event)
        if found is None or found.sha256 is None:
            raise Refused(Refusal.UNKNOWN_ATTACHMENT, id=event)
        require_role(actor, READERS)
        visit = find_visit(connection, found.visit)
        if not _may_know(actor, visit, _units_seen(connection, actor, date.max)):
            require_own_unit(connection, actor, visit.unit)
            raise Refused(Refusal.UNKNOWN_ATTACHMENT, id=event)
        kept = stored_file.c
        content = connection.execute(select(kept.content).where(kept.sha256 == found.sha256))
        return StoredFile(found.file_name, content.scalar_one())


def _require_sight(connection: Connection, actor: Actor, unit: str | None) -> None:
    require_role(actor, READERS)
    if unit is not None:
        catalogue.unit(connection, unit)
        require_own_unit(connection, actor, unit)


def _visits(
    connection: Connection, actor: Actor, day: date, unit: str | None
) -> list[VisitStanding]:
    until = end_of(day)
    units = {one.code: one for one in catalogue.units(connection)}
    told: defaultdict[int, tuple[Recommendation, ...]] = defaultdict(tuple)
    for one in recommendations(connection, until, unit):
        told[one.visit] += (one,)
    seen = _units_seen(connection, actor, day)
    known = (one for one in visits(connection, until, unit) if _may_know(actor, one, seen))
    found = (VisitStanding(one, units[one.unit], told[one.id]) for one in known)
    return sorted(found, key=lambda one: (one.visit.day, one.visit.id))


def _units_seen(connection: Connection, actor: Actor, day: date) -> frozenset[str] | None:
    """Whose visits the actor sees; None: every unit's. Who took a unit's duties over has to know
    what was found there."""
    if actor.role is not Role.UNIT:
        return tree_of(connection, actor)
    own, units = beneath(connection, actor), catalogue.units(connection)
    ended = successions_on(connection, units, day)
    return own.union(*(predecessors(code, ended) for code in own))


def _may_know(actor: Actor, visit: Visit, seen: frozenset[str] | None) -> bool:
    if seen is not None and visit.unit not in seen:
        return False
    return actor.role in SEES_ALL or visit.is_known_to_all


def _of(inspection: Inspection, seen: Iterable[VisitStanding]) -> tuple[VisitStanding, ...]:
    return tuple(one for one in seen if one.visit.inspection == inspection.id)

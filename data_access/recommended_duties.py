"""Kiến nghị after an inspection as duties: dated, owed by one unit, met when it says so.

The programme of such a duty is the inspection ("kiem-tra-3"), its task the recommendation ("kn-5").
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data_access.accounts import SEES_ALL, Actor, Role, acts_for
from data_access.clock import end_of
from data_access.owed_duties import Asked
from data_access.recommendations import Recommendation, RecommendationEvent, recommendations
from data_access.tables import inspection, inspection_visit
from scoring.obligations import Obligation
from scoring.periods import Period

INSPECTION, RECOMMENDATION = "kiem-tra-", "kn-"


@dataclass(frozen=True)
class RecommendedDuty:
    """`title`: of the inspection; `done`: what says that it was carried out, if anything does."""

    owed: Obligation
    title: str
    done: RecommendationEvent | None


def recommended_duties(
    connection: Connection,
    day: date,
    asked: Asked,
    units: Collection[str] | None = None,
    actor: Actor | None = None,
) -> tuple[RecommendedDuty, ...]:
    """As known at the end of `day`, of these units alone where some are named. A unit's people see
    their own alone, assessors none; without an actor all are seen."""
    if asked.form is not None or asked.returns:
        return ()
    every = recommendations(connection, end_of(day))
    known = [one for one in every if _seen(actor, one) and (units is None or one.unit in units)]
    titles = _inspections(connection, {one.visit for one in known}) if known else {}
    found = (
        RecommendedDuty(_owed(one, titles[one.visit][0]), titles[one.visit][1], one.done)
        for one in known
    )
    return tuple(one for one in found if asked.wants(one.owed))


def _seen(actor: Actor | None, one: Recommendation) -> bool:
    if actor is None or actor.role in SEES_ALL or actor.role is Role.MEMBER:
        return True
    return acts_for(actor, one.unit)


def _owed(one: Recommendation, inspected: int) -> Obligation:
    return Obligation(
        one.unit,
        f"{INSPECTION}{inspected}",
        one.text,
        Period(one.due.year),
        one.due,
        task=f"{RECOMMENDATION}{one.id}",
    )


def _inspections(connection: Connection, visits: Iterable[int]) -> dict[int, tuple[int, str]]:
    """By visit, the number and title of its inspection."""
    chosen = select(inspection_visit.c.id, inspection.c.id, inspection.c.title)
    chosen = chosen.join(inspection, inspection.c.id == inspection_visit.c.inspection)
    rows = connection.execute(chosen.where(inspection_visit.c.id.in_(visits)))
    return {visit: (number, title) for visit, number, title in rows}

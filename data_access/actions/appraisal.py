"""Giving one unit the points of one criterion; each appraisal is kept, the latest counts."""

from decimal import Decimal

from sqlalchemy import Connection, Engine

from data_access import catalogue, documents, tables
from data_access.accounts import DECIDES, Actor, require_role
from data_access.appraisals import require_appraisable, require_points
from data_access.database import writing
from data_access.facts import ranked
from data_access.moments import Moments, moments_for
from data_access.rankings import covering, publications
from scoring.issues import Refusal, Refused
from scoring.leaf_scoring import signed
from scoring.periods import Period
from scoring.units import Unit


def appraise(
    engine: Engine,
    actor: Actor,
    unit: str,
    period: Period,
    criterion: str,
    points: Decimal,
    reason: str,
    moments: Moments | None = None,
) -> None:
    require_role(actor, DECIDES)
    if not reason.strip():
        raise Refused(Refusal.REASON_REQUIRED)
    subject = f"{unit} {period} {criterion}"
    with writing(engine, actor, "appraise", subject, f"{points} {reason}") as connection:
        at = moments_for(connection, moments)
        appraised = catalogue.unit(connection, unit)
        _require_unpublished(connection, appraised, period)
        table = documents.criteria_for(connection, period).table
        if not ranked(table, appraised, period):
            raise Refused(Refusal.UNKNOWN_UNIT, unit=unit)
        leaf = require_appraisable(table, criterion, period)
        points = signed(leaf, points)
        require_points(leaf, points)
        connection.execute(
            tables.appraisal.insert().values(
                unit=unit,
                period=str(period),
                criterion=criterion,
                points=points,
                reason=reason.strip(),
                actor=actor.user,
                actor_name=actor.name,
                at=at.official,
                recorded=at.recorded,
            )
        )


def _require_unpublished(connection: Connection, unit: Unit, period: Period) -> None:
    published = covering(publications(connection, period), unit.group)
    if published is not None:
        raise Refused(Refusal.ALREADY_PUBLISHED, period=period, number=published.number)

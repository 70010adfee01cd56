"""Making a ranking public: from then on it is answered as stored, whatever comes in later."""

from sqlalchemy import Connection, Engine, func, select

from data_access import catalogue, documents
from data_access.accounts import DECIDES, Actor, require_role
from data_access.database import data_version_in, writing
from data_access.moments import Moments, moments_for
from data_access.rankings import Publication, publications, to_text, work_out
from data_access.tables import publication
from scoring.issues import Refusal, Refused
from scoring.periods import Period


def publish(
    engine: Engine,
    actor: Actor,
    period: Period,
    group: str | None = None,
    moments: Moments | None = None,
) -> Publication:
    """Publish one group's ranking, or with no group every group's."""
    require_role(actor, DECIDES)
    with writing(engine, actor, "publish", f"{period} {group or ''}".strip()) as connection:
        at = moments_for(connection, moments)
        catalogue.require_group(connection, group)
        _require_first(connection, period, group)
        return _store(connection, actor, period, group, at)


def _require_first(connection: Connection, period: Period, group: str | None) -> None:
    for published in publications(connection, period):
        if None in (group, published.group) or group == published.group:
            raise Refused(Refusal.ALREADY_PUBLISHED, period=period, number=published.number)


def _store(
    connection: Connection, actor: Actor, period: Period, group: str | None, at: Moments
) -> Publication:
    document = work_out(connection, period, group)
    if not document.ranking.places:
        raise Refused(Refusal.NOTHING_TO_PUBLISH, period=period)
    criteria = documents.criteria_for(connection, period)
    text, sha256 = to_text(document)
    year = at.official.year
    number = _next_number(connection, year)
    row = publication.insert().values(
        period=str(period),
        group_=group or "",
        year=year,
        number=number,
        actor=actor.user,
        actor_name=actor.name,
        at=at.official,
        recorded=at.recorded,
        document=text,
        sha256=sha256,
        criteria_set=criteria.id,
        criteria_sha256=criteria.sha256,
        # The version the ranking was worked out from, not the one this very action makes.
        data_version=data_version_in(connection),
    )
    stored = connection.execute(row).inserted_primary_key[0]
    return Publication(stored, period, group, number, at.official, actor.name, sha256)


def _next_number(connection: Connection, year: int) -> int:
    newest = select(func.max(publication.c.number)).where(publication.c.year == year)
    return (connection.execute(newest).scalar() or 0) + 1

"""Making a ranking public: from then on it is answered as stored, whatever comes in later.

What was wrong is corrected by a further publication that names the one it replaces.
"""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, Engine, func, select

from data_access import canonical, catalogue, documents
from data_access.accounts import DECIDES, Actor, require_role
from data_access.admitting import require_day, written_day
from data_access.corrections import corrected_facts
from data_access.database import data_version_in, writing
from data_access.documents import KeptCriteria
from data_access.drafts import work_out
from data_access.facts import facts_of
from data_access.moments import Moments, moments_for
from data_access.rankings import (
    Publication,
    PublicationKind,
    RankingDocument,
    publication_by_id,
    publications,
    replacing,
    to_text,
)
from data_access.tables import publication
from scoring.facts import UnitFacts
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.scorecards import Result


@dataclass(frozen=True)
class _Announced:
    """What a publication says of itself beside its content."""

    period: Period
    group: str | None
    decision: str
    decided_on: date | None
    kind: PublicationKind = PublicationKind.FIRST
    reason: str = ""
    replaces: Publication | None = None


def publish(
    engine: Engine,
    actor: Actor,
    period: Period,
    group: str | None = None,
    moments: Moments | None = None,
    *,
    criteria: str | None = None,
    decision: str = "",
    decided_on: date | None = None,
) -> Publication:
    """Publish one group's ranking on one table (None: the main one), or with no group every
    group's. Number and date of the decision may be added later."""
    require_role(actor, DECIDES)
    subject, document = f"{period} {group or ''}".strip(), _document(decision, decided_on)
    with writing(engine, actor, "publish", subject, document) as connection:
        at = moments_for(connection, moments)
        _require_signed(decided_on, period, at)
        catalogue.require_group(connection, group)
        kept = documents.criteria_for(connection, period, criteria)
        _require_first(connection, period, group, kept.table.code)
        facts = facts_of(connection, kept.table, period)
        wanted = _Announced(period, group, decision.strip(), decided_on)
        return _store(connection, actor, kept, facts, wanted, at)


def number_publication(
    engine: Engine,
    actor: Actor,
    published: int,
    decision: str,
    decided_on: date,
    reason: str = "",
    moments: Moments | None = None,
) -> Publication:
    """Add the decision's number and date to a publication; those it has are put right with a
    `reason`, and stay in the journal. The content does not change."""
    require_role(actor, DECIDES)
    if not decision.strip():
        raise Refused(Refusal.DECISION_REQUIRED)
    document = " ".join(filter(None, (_document(decision, decided_on), reason.strip())))
    with writing(engine, actor, "number_publication", str(published), document) as connection:
        found = publication_by_id(connection, published)
        if found.decision and not reason.strip():
            raise Refused(Refusal.ALREADY_NUMBERED, number=found.number, decision=found.decision)
        _require_signed(decided_on, found.period, moments_for(connection, moments))
        given = {"decision": decision.strip(), "decided_on": decided_on}
        this = publication.update().where(publication.c.id == published)
        connection.execute(this.values(given))
        return replace(found, **given)


def correct(
    engine: Engine,
    actor: Actor,
    published: int,
    reason: str,
    *,
    kind: PublicationKind = PublicationKind.ERRATUM,
    decision: str = "",
    decided_on: date | None = None,
    units: tuple[str, ...] = (),
    moments: Moments | None = None,
) -> Publication:
    """Publish anew with a reason. Only the figures of `units` are read anew (none: of those that
    were reopened since; an erratum without any reads all of them); the rest stay as published."""
    require_role(actor, DECIDES)
    if not reason.strip():
        raise Refused(Refusal.REASON_REQUIRED)
    said = " ".join(filter(None, (reason.strip(), _document(decision, decided_on))))
    with writing(engine, actor, "correct", f"{published} {kind}", said) as connection:
        at = moments_for(connection, moments)
        old = publication_by_id(connection, published)
        _require_signed(decided_on, old.period, at)
        if (later := replacing(connection, old)) is not None:
            raise Refused(Refusal.ALREADY_CORRECTED, number=old.number, later=later.number)
        kept = documents.criteria_by_id(connection, old.criteria_set)
        facts = corrected_facts(connection, kept.table, old, kind, units)
        wanted = _Announced(
            old.period, old.group, decision.strip(), decided_on, kind, reason.strip(), old
        )
        return _store(connection, actor, kept, facts, wanted, at)


def _document(decision: str, decided_on: date | None) -> str:
    """Number and date for the journal: they may be put right later, and the first ones stay."""
    dated = written_day(decided_on) if decided_on else ""
    return " ".join(filter(None, (decision.strip(), dated)))


def _require_signed(decided_on: date | None, period: Period, at: Moments) -> None:
    """Nobody signs tomorrow's decision, nor one of a period that has not begun."""
    if decided_on is not None:
        require_day(decided_on, period.first_day, at.official.date())


def _require_first(connection: Connection, period: Period, group: str | None, code: str) -> None:
    for published in publications(connection, period, code):
        if None in (group, published.group) or group == published.group:
            raise Refused(Refusal.ALREADY_PUBLISHED, period=period, number=published.number)


def _store(
    connection: Connection,
    actor: Actor,
    kept: KeptCriteria,
    facts: tuple[UnitFacts, ...],
    announced: _Announced,
    at: Moments,
) -> Publication:
    document = work_out(kept.table, facts, announced.period, announced.group)
    if not _says_something(document):
        raise Refused(Refusal.NOTHING_TO_PUBLISH, period=announced.period)
    text, sha256 = to_text(document)
    if announced.replaces is not None and announced.replaces.sha256 == sha256:
        raise Refused(Refusal.NOTHING_TO_CORRECT, number=announced.replaces.number)
    row = publication.insert().values(
        period=str(announced.period),
        group_=announced.group or "",
        year=at.official.year,
        number=_next_number(connection, at.official.year),
        actor=actor.user,
        actor_name=actor.name,
        at=at.official,
        recorded=at.recorded,
        document=text,
        sha256=sha256,
        criteria_set=kept.id,
        criteria_sha256=kept.sha256,
        # The version the ranking was worked out from, not the one this very action makes.
        data_version=data_version_in(connection),
        replaces=announced.replaces and announced.replaces.id,
        criteria=kept.table.code,
        decision=announced.decision,
        decided_on=announced.decided_on,
        kind=announced.kind.value,
        reason=announced.reason,
        facts=canonical.to_json(facts),
    )
    return publication_by_id(connection, connection.execute(row).inserted_primary_key[0])


def _says_something(document: RankingDocument) -> bool:
    """Somebody has a place, or in a table without points a result."""
    results = {card.result for card in document.cards} - {None, Result.PENDING}
    return bool(document.ranking.places or results)


def _next_number(connection: Connection, year: int) -> int:
    newest = select(func.max(publication.c.number)).where(publication.c.year == year)
    return (connection.execute(newest).scalar() or 0) + 1

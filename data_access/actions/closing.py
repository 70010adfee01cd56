"""Closing a programme that was summed up: from a day on nobody is chased for it any more."""

from datetime import date

from sqlalchemy import Engine

from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.admitting import require_day
from data_access.closings import ClosingKind, closed_on, keep_closing
from data_access.database import writing
from data_access.known_duties import require_programme
from data_access.moments import Moments, moments_for
from data_access.reviews import require_words
from scoring.refusals import Refusal, Refused


def close_programme(
    engine: Engine,
    actor: Actor,
    programme: str,
    day: date,
    document: str,
    reason: str,
    moments: Moments | None = None,
) -> None:
    """`day`: the first on which nobody is chased; `document`: the report that sums it up. What is
    open stays open in the programme's own record."""
    _keep(engine, actor, ClosingKind.CLOSED, programme, day, document, reason, moments)


def reopen_programme(
    engine: Engine,
    actor: Actor,
    programme: str,
    day: date,
    document: str,
    reason: str,
    moments: Moments | None = None,
) -> None:
    """From `day` on its open duties are chased again."""
    _keep(engine, actor, ClosingKind.REOPENED, programme, day, document, reason, moments)


def _keep(
    engine: Engine,
    actor: Actor,
    kind: ClosingKind,
    programme: str,
    day: date,
    document: str,
    reason: str,
    moments: Moments | None,
) -> None:
    require_role(actor, KEEPS_HOUSE)
    named = require_words(document, Refusal.DOCUMENT_REQUIRED)
    why = require_words(reason, Refusal.REASON_REQUIRED)
    action = "close_programme" if kind is ClosingKind.CLOSED else "reopen_programme"
    with writing(engine, actor, action, programme, f"{day} {named}: {why}") as connection:
        at = moments_for(connection, moments)
        found = require_programme(connection, programme)
        require_day(day, date(found.year, 1, 1), at.official.date())
        closed = programme in closed_on(connection, at.official.date())
        if closed and kind is ClosingKind.CLOSED:
            raise Refused(Refusal.PROGRAMME_CLOSED, programme=found.title)
        if not closed and kind is ClosingKind.REOPENED:
            raise Refused(Refusal.PROGRAMME_NOT_CLOSED, programme=found.title)
        keep_closing(connection, actor, programme, kind, day, named, why, at)

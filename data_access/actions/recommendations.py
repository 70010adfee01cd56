"""Kiến nghị after an inspection: made, reported done by the unit, opened again."""

from datetime import date, timedelta

from sqlalchemy import Connection, Engine

from data_access import catalogue, documents
from data_access.accounts import DECIDES, KEEPS_HOUSE, SUBMITS, Actor, require_role
from data_access.actions.inspections import require_held
from data_access.admitting import require_day
from data_access.database import writing
from data_access.inspections import find_visit
from data_access.moments import Moments, moments_for
from data_access.permissions import require_own_unit
from data_access.recommendations import (
    Recommendation,
    RecommendationKind,
    find_recommendation,
    keep_recommendation,
    keep_recommendation_event,
)
from data_access.reviews import require_words
from data_access.successions import successions_on
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.succession import receiver_on

_LONGEST = timedelta(days=2 * 366)


def recommend(
    engine: Engine,
    actor: Actor,
    visit: int,
    text: str,
    due: date,
    criteria: str = "",
    criterion: str = "",
    moments: Moments | None = None,
) -> int:
    """The number of the recommendation: from now on a duty of the unit until that day. `criterion`
    of the table `criteria` (empty: the main one of the visit's year) is what it touches."""
    require_role(actor, KEEPS_HOUSE)
    words = require_words(text, Refusal.WORDS_REQUIRED)
    with writing(engine, actor, "recommend", str(visit), f"{due} {words}") as connection:
        at = moments_for(connection, moments)
        found, held_on = require_held(connection, visit)
        require_day(due, held_on, held_on + _LONGEST)
        touched = _touched(connection, held_on, criteria.strip(), criterion.strip())
        return keep_recommendation(connection, actor, visit, found.unit, words, due, *touched, at)


def finish_recommendation(
    engine: Engine,
    actor: Actor,
    recommendation: int,
    day: date,
    text: str,
    moments: Moments | None = None,
) -> None:
    """The unit, or whoever took its duties over, says that it was carried out on that day, and
    how."""
    require_role(actor, SUBMITS)
    words = require_words(text, Refusal.WORDS_REQUIRED)
    subject = str(recommendation)
    with writing(engine, actor, "finish_recommendation", subject, f"{day} {words}") as connection:
        at = moments_for(connection, moments)
        found = find_recommendation(connection, recommendation)
        require_own_unit(connection, actor, _debtor(connection, found.unit, at.official.date()))
        if found.done is not None:
            raise Refused(Refusal.RECOMMENDATION_DONE)
        require_day(day, _first_day(connection, found), at.official.date())
        kind = RecommendationKind.DONE
        keep_recommendation_event(connection, actor, recommendation, kind, day, words, at)


def reopen_recommendation(
    engine: Engine,
    actor: Actor,
    recommendation: int,
    reason: str,
    moments: Moments | None = None,
) -> None:
    """It was not carried out after all: the duty is open again, with the same due day."""
    require_role(actor, DECIDES)
    words = require_words(reason, Refusal.REASON_REQUIRED)
    subject = str(recommendation)
    with writing(engine, actor, "reopen_recommendation", subject, words) as connection:
        at = moments_for(connection, moments)
        if find_recommendation(connection, recommendation).done is None:
            raise Refused(Refusal.RECOMMENDATION_OPEN)
        kind, day = RecommendationKind.REOPENED, at.official.date()
        keep_recommendation_event(connection, actor, recommendation, kind, day, words, at)


def _touched(connection: Connection, day: date, criteria: str, criterion: str) -> tuple[str, str]:
    if not criteria and not criterion:
        return "", ""
    table = documents.criteria_for(connection, Period(day.year), criteria or None).table
    if criterion and criterion not in {leaf.code for leaf in table.leaves()}:
        raise Refused(Refusal.UNKNOWN_CRITERION, criterion=criterion)
    return table.code, criterion


def _debtor(connection: Connection, unit: str, day: date) -> str:
    """The unit that was looked at; once it ended, whoever took its duties over."""
    ended = successions_on(connection, catalogue.units(connection), day)
    return receiver_on(unit, [row for rows in ended.values() for row in rows], day)


def _first_day(connection: Connection, found: Recommendation) -> date:
    held = find_visit(connection, found.visit).held
    return held.day if held else found.at.date()

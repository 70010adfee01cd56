"""Đề nghị xem xét lại: a published line that its unit asks to have looked at again."""

from datetime import date, timedelta

from sqlalchemy import Connection, Engine

from data_access.accounts import DECIDES, SUBMITS, Actor, require_role
from data_access.admitting import written_day
from data_access.appraising import FoundLine, find_line
from data_access.database import writing
from data_access.frozen_lines import frozen_lines
from data_access.moments import Moments, moments_for
from data_access.permissions import require_own_unit
from data_access.reviews import require_words
from data_access.score_events import (
    Outcome,
    ScoreEvent,
    ScoreEventKind,
    find_event,
    keep_event,
    said_on,
    unanswered,
)
from data_access.score_lines import ScoreLine
from data_access.tables import score_event
from scoring.periods import Period
from scoring.refusals import Refusal, Refused


def ask_reconsideration(
    engine: Engine,
    actor: Actor,
    unit: str,
    period: Period,
    criterion: str,
    text: str,
    moments: Moments | None = None,
    *,
    criteria: str | None = None,
) -> int:
    """The number of the request: once published, within the days the table gives."""
    require_role(actor, SUBMITS)
    words = require_words(text, Refusal.REASON_REQUIRED)
    subject = f"{unit} {period} {criterion}"
    with writing(engine, actor, "ask_reconsideration", subject, words) as connection:
        at = moments_for(connection, moments)
        found = find_line(connection, unit, period, criterion, criteria)
        require_own_unit(connection, actor, unit)
        _require_in_time(connection, found, at.official.date())
        _require_none_waiting(connection, found)
        kind = ScoreEventKind.RECONSIDERATION_ASKED
        return keep_event(connection, actor, found.line, kind, words, at)


def answer_reconsideration(
    engine: Engine,
    actor: Actor,
    request: int,
    accepted: bool,
    reason: str,
    moments: Moments | None = None,
) -> int:
    """The number of the answer. Accepted, the line takes points although it is published; what is
    published changes with a correction only."""
    require_role(actor, DECIDES)
    words = require_words(reason, Refusal.REASON_REQUIRED)
    outcome = Outcome.ACCEPTED if accepted else Outcome.REJECTED
    detail = f"{outcome.value} {words}"
    with writing(engine, actor, "answer_reconsideration", str(request), detail) as connection:
        at = moments_for(connection, moments)
        asked = _require_request(connection, request)
        line = ScoreLine(asked.criteria, asked.unit, asked.period, asked.criterion)
        said = {"answers": asked.id, "outcome": outcome}
        kind = ScoreEventKind.RECONSIDERED
        return keep_event(connection, actor, line, kind, words, at, **said)


def last_day_to_ask(published_on: date, days: int) -> date:
    """The day of publication is not counted."""
    return published_on + timedelta(days=days)


def _require_in_time(connection: Connection, found: FoundLine, today: date) -> None:
    period = found.line.period
    published = frozen_lines(connection, found.table, period).publication_of(found.unit)
    if published is None:
        raise Refused(Refusal.NOT_PUBLISHED, period=period)
    last = last_day_to_ask(published.at.date(), found.table.reconsideration_days)
    if today > last:
        raise Refused(Refusal.RECONSIDERATION_LATE, last=written_day(last))


def _require_none_waiting(connection: Connection, found: FoundLine) -> None:
    said = said_on(connection, found.table, found.line)
    if unanswered(said, ScoreEventKind.RECONSIDERATION_ASKED):
        raise Refused(Refusal.RECONSIDERATION_WAITING, criterion=found.line.criterion)


def _require_request(connection: Connection, request: int) -> ScoreEvent:
    asked = find_event(connection, request)
    if asked is None or asked.kind is not ScoreEventKind.RECONSIDERATION_ASKED:
        raise Refused(Refusal.UNKNOWN_REQUEST, request=request)
    answered = score_event.select().where(score_event.c.answers == request)
    if connection.execute(answered).first() is not None:
        raise Refused(Refusal.REQUEST_ANSWERED)
    return asked

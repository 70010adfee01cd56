"""An explanation asked for on a line of points, and given by the unit."""

from datetime import date, timedelta

from sqlalchemy import Connection, Engine

from data_access.accounts import APPRAISES, SUBMITS, Actor, require_role
from data_access.admitting import require_day
from data_access.appraising import FoundLine, find_line, require_assessor
from data_access.database import writing
from data_access.frozen_lines import frozen_lines
from data_access.moments import Moments, moments_for
from data_access.permissions import require_own_unit
from data_access.reviews import require_words
from data_access.score_events import (
    ScoreEvent,
    ScoreEventKind,
    keep_event,
    said_on,
    unanswered,
)
from scoring.periods import Period
from scoring.refusals import Refusal, Refused

_LONGEST = timedelta(days=366)


def ask_explanation(
    engine: Engine,
    actor: Actor,
    unit: str,
    period: Period,
    criterion: str,
    text: str,
    due: date,
    moments: Moments | None = None,
    *,
    criteria: str | None = None,
) -> int:
    """The number of the question. `due` is the last day to answer; until then no second one is
    asked on the same line."""
    require_role(actor, APPRAISES)
    words = require_words(text, Refusal.WORDS_REQUIRED)
    subject = f"{unit} {period} {criterion}"
    with writing(engine, actor, "ask_explanation", subject, words) as connection:
        at = moments_for(connection, moments)
        found = find_line(connection, unit, period, criterion, criteria)
        require_assessor(connection, actor, found)
        frozen_lines(connection, found.table, period).require_open(found.unit, criterion)
        today = at.official.date()
        require_day(due, today, today + _LONGEST)
        _require_none_waiting(connection, found, today)
        kind = ScoreEventKind.EXPLANATION_ASKED
        return keep_event(connection, actor, found.line, kind, words, at, due=due)


def explain(
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
    """The number of the explanation: it answers the latest question on the line. After the day it
    was due it is taken still, and stays late; once the points are published it is not."""
    require_role(actor, SUBMITS)
    words = require_words(text, Refusal.WORDS_REQUIRED)
    subject = f"{unit} {period} {criterion}"
    with writing(engine, actor, "explain", subject, words) as connection:
        at = moments_for(connection, moments)
        found = find_line(connection, unit, period, criterion, criteria)
        require_own_unit(connection, actor, unit)
        frozen_lines(connection, found.table, period).require_open(found.unit, criterion)
        asked = _latest_question(connection, found)
        kind = ScoreEventKind.EXPLAINED
        return keep_event(connection, actor, found.line, kind, words, at, answers=asked.id)


def _require_none_waiting(connection: Connection, found: FoundLine, today: date) -> None:
    waiting = unanswered(
        said_on(connection, found.table, found.line), ScoreEventKind.EXPLANATION_ASKED
    )
    if any(one.due is not None and one.due >= today for one in waiting):
        raise Refused(Refusal.EXPLANATION_WAITING, criterion=found.leaf.code, unit=found.unit.label)


def _latest_question(connection: Connection, found: FoundLine) -> ScoreEvent:
    said = said_on(connection, found.table, found.line)
    asked = [one for one in said if one.kind is ScoreEventKind.EXPLANATION_ASKED]
    if not asked:
        raise Refused(Refusal.NO_EXPLANATION_ASKED, criterion=found.leaf.code)
    return asked[-1]

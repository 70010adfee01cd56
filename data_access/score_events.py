"""What is said about a line of points: an explanation asked for and given, a line asked to be
looked at again and answered. Rows are only added."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.score_lines import ScoreLine, act, of_table
from data_access.tables import score_event
from scoring.criteria import CriteriaSet
from scoring.periods import Period, parse_period


class ScoreEventKind(StrEnum):
    """Yêu cầu giải trình, giải trình, đề nghị xem xét lại, trả lời đề nghị."""

    EXPLANATION_ASKED = "explanation_asked"
    EXPLAINED = "explained"
    RECONSIDERATION_ASKED = "reconsideration_asked"
    RECONSIDERED = "reconsidered"


class Outcome(StrEnum):
    """Of a reconsideration: accepted opens the line for appraisal although it is published."""

    NONE = ""
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True)
class ScoreEvent:
    """`due`: the last day to answer; `answers`: the event it answers."""

    id: int
    criteria: str
    unit: str
    period: Period
    criterion: str
    kind: ScoreEventKind
    text: str
    outcome: Outcome
    due: date | None
    answers: int | None
    by: str
    at: datetime
    recorded: datetime


# By unit and criterion, oldest first.
Talk = Mapping[tuple[str, str], tuple[ScoreEvent, ...]]


def events_of(
    connection: Connection,
    table: CriteriaSet,
    period: Period,
    unit: str | None = None,
    criterion: str | None = None,
) -> tuple[ScoreEvent, ...]:
    """Oldest first."""
    chosen = _chosen(of_table(score_event, table, period))
    for column, value in ((score_event.c.unit, unit), (score_event.c.criterion, criterion)):
        if value is not None:
            chosen = chosen.where(column == value)
    return tuple(_event(row) for row in connection.execute(chosen).all())


def said_on(connection: Connection, table: CriteriaSet, line: ScoreLine) -> tuple[ScoreEvent, ...]:
    """Of one line alone, oldest first."""
    return events_of(connection, table, line.period, line.unit, line.criterion)


def by_line(events: tuple[ScoreEvent, ...]) -> Talk:
    found: defaultdict[tuple[str, str], list[ScoreEvent]] = defaultdict(list)
    for event in events:
        found[event.unit, event.criterion].append(event)
    return {line: tuple(said) for line, said in found.items()}


def find_event(connection: Connection, number: int) -> ScoreEvent | None:
    row = connection.execute(_chosen(score_event.c.id == number)).first()
    return None if row is None else _event(row)


def unanswered(events: tuple[ScoreEvent, ...], kind: ScoreEventKind) -> tuple[ScoreEvent, ...]:
    """Questions of that kind that no event answers, of the lines the events are about."""
    answered = {event.answers for event in events}
    return tuple(one for one in events if one.kind is kind and one.id not in answered)


def keep_event(
    connection: Connection,
    actor: Actor,
    line: ScoreLine,
    kind: ScoreEventKind,
    text: str,
    at: Moments,
    *,
    due: date | None = None,
    answers: int | None = None,
    outcome: Outcome = Outcome.NONE,
) -> int:
    """The number of the new event."""
    said = {"kind": kind.value, "text": text, "outcome": outcome.value}
    row = line.columns() | said | {"due": due, "answers": answers} | act(actor, at)
    return connection.execute(score_event.insert().values(row)).inserted_primary_key[0]


def _chosen(where: ColumnElement[bool]) -> Select:
    return select(score_event).where(where).order_by(score_event.c.id)


def _event(row: Row) -> ScoreEvent:
    return ScoreEvent(
        row.id,
        row.criteria,
        row.unit,
        parse_period(row.period),
        row.criterion,
        ScoreEventKind(row.kind),
        row.text,
        Outcome(row.outcome),
        row.due,
        row.answers,
        row.actor_name,
        row.at,
        row.recorded,
    )

"""Kiến nghị after an inspection: dated obligations of the unit that was looked at."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection, Row, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import recommendation as recommendation_table
from data_access.tables import recommendation_event
from scoring.refusals import Refusal, Refused


class RecommendationKind(StrEnum):
    DONE = "done"
    REOPENED = "reopened"


@dataclass(frozen=True)
class RecommendationEvent:
    kind: RecommendationKind
    day: date
    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Recommendation:
    """`due`: the last day on time. `criterion` of the table `criteria`: what it touches; both may
    be empty. Events are oldest first."""

    id: int
    visit: int
    unit: str
    text: str
    due: date
    criteria: str
    criterion: str
    by: str
    at: datetime
    events: tuple[RecommendationEvent, ...] = ()

    @property
    def done(self) -> RecommendationEvent | None:
        """Opened again, it is no longer done."""
        last = self.events[-1] if self.events else None
        return last if last and last.kind is RecommendationKind.DONE else None

    def is_overdue(self, day: date) -> bool:
        return self.done is None and day > self.due


def recommendations(
    connection: Connection, until: datetime, unit: str | None = None
) -> tuple[Recommendation, ...]:
    """As known before the moment, by due day."""
    kept = recommendation_table.c
    chosen = select(recommendation_table).where(kept.at < until).order_by(kept.due, kept.id)
    if unit is not None:
        chosen = chosen.where(kept.unit == unit)
    events = _events(connection, until)
    found = connection.execute(chosen).all()
    return tuple(_recommendation(row, events.get(row.id, ())) for row in found)


def find_recommendation(connection: Connection, number: int) -> Recommendation:
    """With everything that ever happened to it."""
    kept = recommendation_event.c
    chosen = select(recommendation_table).where(recommendation_table.c.id == number)
    row = connection.execute(chosen).first()
    if row is None:
        raise Refused(Refusal.UNKNOWN_RECOMMENDATION, recommendation=number)
    mine = select(recommendation_event).where(kept.recommendation == number).order_by(kept.id)
    return _recommendation(row, tuple(_event(one) for one in connection.execute(mine).all()))


def keep_recommendation(
    connection: Connection,
    actor: Actor,
    visit: int,
    unit: str,
    text: str,
    due: date,
    criteria: str,
    criterion: str,
    at: Moments,
) -> int:
    """The number of the new row."""
    row = {
        "visit": visit,
        "unit": unit,
        "text": text,
        "due": due,
        "criteria": criteria,
        "criterion": criterion,
    } | act(actor, at)
    return connection.execute(recommendation_table.insert().values(row)).inserted_primary_key[0]


def keep_recommendation_event(
    connection: Connection,
    actor: Actor,
    number: int,
    kind: RecommendationKind,
    day: date,
    text: str,
    at: Moments,
) -> None:
    row = {"recommendation": number, "kind": kind.value, "day": day, "text": text} | act(actor, at)
    connection.execute(recommendation_event.insert().values(row))


def _events(
    connection: Connection, until: datetime
) -> Mapping[int, tuple[RecommendationEvent, ...]]:
    kept = recommendation_event.c
    found: defaultdict[int, tuple[RecommendationEvent, ...]] = defaultdict(tuple)
    chosen = select(recommendation_event).where(kept.at < until).order_by(kept.id)
    for row in connection.execute(chosen).all():
        found[row.recommendation] += (_event(row),)
    return found


def _recommendation(row: Row, events: tuple[RecommendationEvent, ...]) -> Recommendation:
    return Recommendation(
        row.id,
        row.visit,
        row.unit,
        row.text,
        row.due,
        row.criteria,
        row.criterion,
        row.actor_name,
        row.at,
        events,
    )


def _event(row: Row) -> RecommendationEvent:
    kind = RecommendationKind(row.kind)
    return RecommendationEvent(kind, row.day, row.text, row.actor_name, row.at)

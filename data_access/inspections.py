"""Kiểm tra: teams, the places they go to, what came of each. Rows are only added."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection, Row, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import inspection as inspection_table
from data_access.tables import inspection_event, inspection_visit
from scoring.refusals import Refusal, Refused


class VisitKind(StrEnum):
    """What happens to a visit; minutes and conclusion may come more than once."""

    MOVED = "moved"
    HELD = "held"
    MINUTES = "minutes"
    CONCLUSION = "conclusion"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Team:
    """One decision to go and look: what about, who goes (the head first), by which document.
    `programme` and `task`: what it carries out; both may be empty."""

    year: int
    title: str
    members: tuple[str, ...]
    decision: str
    decided_on: date | None = None
    programme: str = ""
    task: str = ""


@dataclass(frozen=True)
class Inspection:
    id: int
    team: Team
    by: str
    at: datetime


@dataclass(frozen=True)
class VisitEvent:
    """`day`: when it was (moved: the new day); `number` of the minutes or the conclusion;
    `file_name` is empty where no paper came with it."""

    id: int
    visit: int
    kind: VisitKind
    day: date
    number: str
    text: str
    sha256: str | None
    file_name: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Visit:
    """One place that a team goes to, with what happened, oldest first."""

    id: int
    inspection: int
    unit: str
    planned_on: date
    announced: bool
    at: datetime
    events: tuple[VisitEvent, ...] = ()

    def latest(self, kind: VisitKind) -> VisitEvent | None:
        return next((one for one in reversed(self.events) if one.kind is kind), None)

    @property
    def held(self) -> VisitEvent | None:
        return self.latest(VisitKind.HELD)

    @property
    def cancelled(self) -> VisitEvent | None:
        return self.latest(VisitKind.CANCELLED)

    @property
    def day(self) -> date:
        """When it was; before that, when it is to be."""
        known = self.held or self.latest(VisitKind.MOVED)
        return known.day if known else self.planned_on

    @property
    def is_known_to_all(self) -> bool:
        """Who comes unannounced is not told before."""
        return self.announced or self.held is not None


@dataclass(frozen=True)
class Paper:
    """Minutes or a conclusion: number, day, what it says, and the signed file, if there is one."""

    number: str
    day: date
    text: str
    sha256: str | None = None
    file_name: str = ""


def inspections(
    connection: Connection, until: datetime, year: int | None = None
) -> tuple[Inspection, ...]:
    """Those decided before the moment, the latest year first, in the order they were entered."""
    kept = inspection_table.c
    chosen = select(inspection_table).where(kept.at < until)
    if year is not None:
        chosen = chosen.where(kept.year == year)
    rows = connection.execute(chosen.order_by(kept.year.desc(), kept.id)).all()
    return tuple(_inspection(row) for row in rows)


def find_inspection(connection: Connection, number: int) -> Inspection:
    chosen = select(inspection_table).where(inspection_table.c.id == number)
    row = connection.execute(chosen).first()
    if row is None:
        raise Refused(Refusal.UNKNOWN_INSPECTION, inspection=number)
    return _inspection(row)


def visits(connection: Connection, until: datetime, unit: str | None = None) -> tuple[Visit, ...]:
    """As known before the moment, in the order they were planned."""
    kept = inspection_visit.c
    chosen = select(inspection_visit).where(kept.at < until).order_by(kept.id)
    if unit is not None:
        chosen = chosen.where(kept.unit == unit)
    events = _events(connection, until)
    return tuple(_visit(row, events.get(row.id, ())) for row in connection.execute(chosen).all())


def find_visit(connection: Connection, number: int) -> Visit:
    """With everything that ever happened to it."""
    row = connection.execute(
        select(inspection_visit).where(inspection_visit.c.id == number)
    ).first()
    if row is None:
        raise Refused(Refusal.UNKNOWN_VISIT, visit=number)
    chosen = select(inspection_event).where(inspection_event.c.visit == number)
    found = connection.execute(chosen.order_by(inspection_event.c.id)).all()
    return _visit(row, tuple(_event(one) for one in found))


def find_event(connection: Connection, number: int) -> VisitEvent | None:
    row = connection.execute(
        select(inspection_event).where(inspection_event.c.id == number)
    ).first()
    return None if row is None else _event(row)


def keep_inspection(connection: Connection, actor: Actor, team: Team, at: Moments) -> int:
    """The number of the new row."""
    row = {
        "year": team.year,
        "title": team.title,
        "programme": team.programme,
        "task": team.task,
        "decision": team.decision,
        "decided_on": team.decided_on,
        "team": json.dumps(team.members, ensure_ascii=False),
    } | act(actor, at)
    return connection.execute(inspection_table.insert().values(row)).inserted_primary_key[0]


def keep_decision(connection: Connection, inspection: int, decision: str, decided_on: date) -> None:
    one = inspection_table.update().where(inspection_table.c.id == inspection)
    connection.execute(one.values(decision=decision, decided_on=decided_on))


def keep_visit(
    connection: Connection,
    actor: Actor,
    inspection: int,
    unit: str,
    planned_on: date,
    announced: bool,
    at: Moments,
) -> int:
    """The number of the new row."""
    row = {
        "inspection": inspection,
        "unit": unit,
        "planned_on": planned_on,
        "announced": announced,
    } | act(actor, at)
    return connection.execute(inspection_visit.insert().values(row)).inserted_primary_key[0]


def keep_event(
    connection: Connection, actor: Actor, visit: int, kind: VisitKind, paper: Paper, at: Moments
) -> int:
    """The number of the new row."""
    row = {
        "visit": visit,
        "kind": kind.value,
        "day": paper.day,
        "number": paper.number,
        "text": paper.text,
        "file_sha256": paper.sha256,
        "file_name": paper.file_name,
    } | act(actor, at)
    return connection.execute(inspection_event.insert().values(row)).inserted_primary_key[0]


def _events(connection: Connection, until: datetime) -> Mapping[int, Sequence[VisitEvent]]:
    kept = inspection_event.c
    found: defaultdict[int, list[VisitEvent]] = defaultdict(list)
    chosen = select(inspection_event).where(kept.at < until).order_by(kept.id)
    for row in connection.execute(chosen).all():
        found[row.visit].append(_event(row))
    return found


def _inspection(row: Row) -> Inspection:
    team = Team(
        row.year,
        row.title,
        tuple(json.loads(row.team)),
        row.decision,
        row.decided_on,
        row.programme,
        row.task,
    )
    return Inspection(row.id, team, row.actor_name, row.at)


def _visit(row: Row, events: Sequence[VisitEvent]) -> Visit:
    return Visit(
        row.id, row.inspection, row.unit, row.planned_on, row.announced, row.at, tuple(events)
    )


def _event(row: Row) -> VisitEvent:
    return VisitEvent(
        row.id,
        row.visit,
        VisitKind(row.kind),
        row.day,
        row.number,
        row.text,
        row.file_sha256,
        row.file_name,
        row.actor_name,
        row.at,
    )

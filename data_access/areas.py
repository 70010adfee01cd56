"""Phân công địa bàn: which office follows which units, from which day, by which decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection, Row, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import area_assignment


class AssignmentKind(StrEnum):
    ASSIGNED = "assigned"
    ENDED = "ended"


@dataclass(frozen=True)
class Decided:
    """From which day it holds (an end: the first day without), and the decision that says so."""

    from_day: date
    decision: str
    decided_on: date | None


@dataclass(frozen=True)
class Assignment:
    id: int
    office: str
    unit: str
    kind: AssignmentKind
    decided: Decided
    by: str
    at: datetime


def assignments(connection: Connection, unit: str | None = None) -> tuple[Assignment, ...]:
    """Oldest first; of the same day, what was typed in last comes last and counts."""
    kept = area_assignment.c
    chosen = select(area_assignment).order_by(kept.from_day, kept.id)
    if unit is not None:
        chosen = chosen.where(kept.unit == unit)
    return tuple(_assignment(row) for row in connection.execute(chosen).all())


def assignments_on(
    connection: Connection, day: date, unit: str | None = None
) -> tuple[Assignment, ...]:
    """Those in force, by office and unit. The decision's day counts, whenever it was typed in."""
    known = assignments(connection, unit)
    latest = {(one.office, one.unit): one for one in known if one.decided.from_day <= day}
    found = (latest[pair] for pair in sorted(latest))
    return tuple(one for one in found if one.kind is AssignmentKind.ASSIGNED)


def keep_assignments(
    connection: Connection,
    actor: Actor,
    office: str,
    units: Sequence[str],
    kind: AssignmentKind,
    decided: Decided,
    at: Moments,
) -> None:
    same = {
        "office": office,
        "kind": kind.value,
        "from_day": decided.from_day,
        "decision": decided.decision,
        "decided_on": decided.decided_on,
    } | act(actor, at)
    rows = [same | {"unit": unit} for unit in dict.fromkeys(units)]
    connection.execute(area_assignment.insert(), rows)


def _assignment(row: Row) -> Assignment:
    return Assignment(
        row.id,
        row.office,
        row.unit,
        AssignmentKind(row.kind),
        Decided(row.from_day, row.decision, row.decided_on),
        row.actor_name,
        row.at,
    )

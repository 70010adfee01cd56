"""Programmes summed up and closed, as kept: from which day nobody is chased for them any more."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection, Row, select

from data_access.accounts import Actor
from data_access.clock import end_of
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import programme_closing


class ClosingKind(StrEnum):
    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True)
class Closing:
    programme: str
    kind: ClosingKind
    from_day: date
    document: str
    reason: str
    by: str
    at: datetime


def closings(
    connection: Connection, day: date, programme: str | None = None
) -> tuple[Closing, ...]:
    """Those made by the end of `day`, oldest first."""
    kept = programme_closing.c
    chosen = select(programme_closing).where(kept.at < end_of(day)).order_by(kept.id)
    if programme is not None:
        chosen = chosen.where(kept.programme == programme)
    return tuple(_closing(row) for row in connection.execute(chosen).all())


def closed_on(connection: Connection, day: date) -> frozenset[str]:
    """Codes of the programmes that are closed on `day`; the latest word that holds then counts."""
    latest = {one.programme: one for one in closings(connection, day) if one.from_day <= day}
    return frozenset(code for code, closing in latest.items() if closing.kind is ClosingKind.CLOSED)


def keep_closing(
    connection: Connection,
    actor: Actor,
    programme: str,
    kind: ClosingKind,
    from_day: date,
    document: str,
    reason: str,
    at: Moments,
) -> None:
    row = {
        "programme": programme,
        "kind": kind.value,
        "from_day": from_day,
        "document": document,
        "reason": reason,
    }
    connection.execute(programme_closing.insert().values(row | act(actor, at)))


def _closing(row: Row) -> Closing:
    return Closing(
        row.programme,
        ClosingKind(row.kind),
        row.from_day,
        row.document,
        row.reason,
        row.actor_name,
        row.at,
    )

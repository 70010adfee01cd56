"""Chức danh and who holds them. Which day counts is the document's, whenever it was typed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import office as office_table
from data_access.tables import office_holding
from scoring.refusals import Refusal, Refused


@dataclass(frozen=True)
class Office:
    """A seat in a unit, by which tasks bind people. `position`: its order on paper, the head's
    first."""

    code: str
    title: str
    unit: str
    position: int


@dataclass(frozen=True)
class Holding:
    """Who holds an office from a day on, until the next one does; an empty name: nobody. `user` is
    his account, where he has one."""

    id: int
    office: str
    name: str
    user: str | None
    from_day: date
    document: str
    by: str
    at: datetime


def offices(connection: Connection) -> tuple[Office, ...]:
    kept = office_table.c
    ordered = select(office_table).order_by(kept.unit, kept.position, kept.code)
    return tuple(Office(*row) for row in connection.execute(ordered).all())


def office(connection: Connection, code: str) -> Office:
    row = connection.execute(select(office_table).where(office_table.c.code == code)).first()
    if row is None:
        raise Refused(Refusal.UNKNOWN_OFFICE, office=code)
    return Office(*row)


def holdings(connection: Connection, office: str | None = None) -> tuple[Holding, ...]:
    """Oldest first; of the same day, what was typed in last comes last and counts."""
    kept = office_holding.c
    chosen = select(office_holding).order_by(kept.from_day, kept.id)
    if office is not None:
        chosen = chosen.where(kept.office == office)
    return tuple(_holding(row) for row in connection.execute(chosen).all())


def holdings_on(connection: Connection, day: date) -> Mapping[str, Holding]:
    """By office; offices that nobody was ever named for are left out."""
    return {one.office: one for one in holdings(connection) if one.from_day <= day}


def offices_held(connection: Connection, user: str, day: date) -> frozenset[str]:
    """Codes of the offices that the account's person holds on the day."""
    held = holdings_on(connection, day).values()
    return frozenset(one.office for one in held if one.user == user)


def keep_office(connection: Connection, given: Office) -> None:
    connection.execute(
        office_table.insert().values(
            code=given.code, title=given.title, unit=given.unit, position=given.position
        )
    )


def keep_title(connection: Connection, code: str, title: str, position: int | None) -> None:
    one = office_table.update().where(office_table.c.code == code)
    place = {} if position is None else {"position": position}
    connection.execute(one.values(title=title, **place))


def keep_holding(
    connection: Connection,
    actor: Actor,
    office: str,
    name: str,
    user: str | None,
    from_day: date,
    document: str,
    at: Moments,
) -> int:
    """The number of the new row."""
    row = {
        "office": office,
        "name": name,
        "user": user,
        "from_day": from_day,
        "document": document,
    } | act(actor, at)
    return connection.execute(office_holding.insert().values(row)).inserted_primary_key[0]


def _holding(row: Row) -> Holding:
    return Holding(
        row.id,
        row.office,
        row.name,
        row.user,
        row.from_day,
        row.document,
        row.actor_name,
        row.at,
    )

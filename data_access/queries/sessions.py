"""Who is behind a session's token. Asked at every page, so it writes at most once a minute."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Engine

from data_access.accounts import Actor, Role
from data_access.clock import server_moment
from data_access.database import data_version_in, reading, unversioned
from data_access.moments import now_in
from data_access.sessions import find_session, touch

_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Visit:
    """One view of a page: who looks, on which day, at which version of the data."""

    actor: Actor
    today: date
    version: str


def visit_of(engine: Engine, token: str) -> Visit | None:
    """All that every page asks, in one transaction: three of them would cost as much as a page."""
    at = server_moment()
    with reading(engine) as connection:
        found = find_session(connection, token, at)
        if found is None:
            return None
        today, version = now_in(connection).official.date(), data_version_in(connection)
    if at - found.last_seen >= _NOTED_EVERY:
        with unversioned(engine) as connection:
            touch(connection, token, at)
    return Visit(Actor(found.user, found.name, Role(found.role), found.unit), today, version)


def actor_of(engine: Engine, token: str) -> Actor | None:
    visit = visit_of(engine, token)
    return visit.actor if visit else None

"""Who is behind a session's token. Asked at every page, so it writes at most once a minute."""

from datetime import timedelta

from sqlalchemy import Engine

from data_access.accounts import Actor, Role
from data_access.clock import server_moment
from data_access.database import reading, unversioned
from data_access.sessions import find_session, touch

_NOTED_EVERY = timedelta(minutes=1)


def actor_of(engine: Engine, token: str) -> Actor | None:
    at = server_moment()
    with reading(engine) as connection:
        found = find_session(connection, token, at)
    if found is None:
        return None
    if at - found.last_seen >= _NOTED_EVERY:
        with unversioned(engine) as connection:
            touch(connection, token, at)
    return Actor(found.user, found.name, Role(found.role), found.unit)

"""Signing in and out. Failures are counted per user and per address before anything is checked."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, Row, func, select

from data_access import passwords
from data_access.accounts import Actor, Role
from data_access.catalogue import demonstration
from data_access.clock import server_moment
from data_access.database import note, reading, unversioned
from data_access.sessions import end_session, find_session, open_session
from data_access.tables import account, sign_in_attempt
from scoring.refusals import Refusal, Refused

WITHIN = timedelta(minutes=15)
MOST_PER_USER = 5
# An office, or a whole province behind one proxy, may share an address.
MOST_PER_ADDRESS = 100

_LONGEST_NAME = 200
_LONGEST_PASSWORD = 1000


def sign_in(engine: Engine, user: str, password: str, address: str) -> str:
    """The token of a new session. One refusal for a wrong name and a wrong password alike."""
    named, at = user.strip()[:_LONGEST_NAME], server_moment()
    attempt = _count_attempt(engine, named, address[:_LONGEST_NAME], at)
    with reading(engine) as connection:
        found = _active(connection, named)
    right = passwords.is_right(password[:_LONGEST_PASSWORD], found.password_hash if found else None)
    if found is None or not right:
        _note_failure(engine, attempt)
        raise Refused(Refusal.SIGN_IN_FAILED)
    return _begin(engine, found, at)


def demonstration_sign_in(engine: Engine, user: str, address: str) -> str:
    """Without a password, for the accounts of a demonstration and nowhere else."""
    with reading(engine) as connection:
        found = _active(connection, user) if demonstration(connection) else None
    if found is None:
        raise Refused(Refusal.SIGN_IN_FAILED)
    return _begin(engine, found, server_moment())


def sign_out(engine: Engine, token: str) -> None:
    at = server_moment()
    with unversioned(engine) as connection:
        found = find_session(connection, token, at)
        end_session(connection, token, at)
        if found is not None:
            note(connection, _actor(found), "sign_out", found.user)


def _count_attempt(engine: Engine, user: str, address: str, at: datetime) -> int:
    """A user's attempts count before they are checked: many at once must not slip through. Of an
    address only failures count: a whole office signs in from one, all at eight o'clock."""
    kept = sign_in_attempt.c
    with unversioned(engine) as connection:
        connection.execute(sign_in_attempt.delete().where(kept.at < at - WITHIN))
        _require_few(connection, kept.user == user.casefold(), MOST_PER_USER)
        _require_few(connection, (kept.address == address) & kept.failed, MOST_PER_ADDRESS)
        row = {"user": user.casefold(), "address": address, "at": at, "failed": False}
        return connection.execute(sign_in_attempt.insert().values(row)).inserted_primary_key[0]


def _require_few(connection: Connection, alike: ColumnElement[bool], most: int) -> None:
    counted = select(func.count()).select_from(sign_in_attempt).where(alike)
    if connection.execute(counted).scalar_one() >= most:
        minutes = int(WITHIN.total_seconds() // 60)
        raise Refused(Refusal.TOO_MANY_ATTEMPTS, minutes=minutes)


def _note_failure(engine: Engine, attempt: int) -> None:
    mine = sign_in_attempt.update().where(sign_in_attempt.c.id == attempt)
    with unversioned(engine) as connection:
        connection.execute(mine.values(failed=True))


def _begin(engine: Engine, found: Row, at: datetime) -> str:
    token = secrets.token_urlsafe(32)
    with unversioned(engine) as connection:
        # Failures at other accounts stay counted: one's own must not wipe them off.
        mine = sign_in_attempt.c.user == found.user.casefold()
        connection.execute(sign_in_attempt.delete().where(mine))
        open_session(connection, token, found.user, at)
        note(connection, _actor(found), "sign_in", found.user)
    return token


def _active(connection: Connection, user: str) -> Row | None:
    mine = select(account).where(account.c.user == user, account.c.active)
    return connection.execute(mine).first()


def _actor(found: Row) -> Actor:
    return Actor(found.user, found.name, Role(found.role), found.unit)

"""Sessions as kept: only the fingerprint of the token, so a stolen database opens no session."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, select

from data_access.tables import account, session

IDLE = timedelta(hours=8)
LONGEST = timedelta(hours=24)


def fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def open_session(connection: Connection, token: str, user: str, at: datetime) -> None:
    row = {"token_sha256": fingerprint(token), "user": user, "created": at, "last_seen": at}
    connection.execute(session.insert().values(row))


def find_session(connection: Connection, token: str, at: datetime) -> Row | None:
    """The session with its account, while it lasts and the account is active."""
    chosen = (
        select(session.c.last_seen, account.c.user, account.c.name, account.c.role, account.c.unit)
        .join(account, account.c.user == session.c.user)
        .where(
            session.c.token_sha256 == fingerprint(token),
            session.c.ended.is_(None),
            session.c.last_seen > at - IDLE,
            session.c.created > at - LONGEST,
            account.c.active,
        )
    )
    return connection.execute(chosen).first()


def touch(connection: Connection, token: str, at: datetime) -> None:
    mine = session.update().where(session.c.token_sha256 == fingerprint(token))
    connection.execute(mine.values(last_seen=at))


def end_session(connection: Connection, token: str, at: datetime) -> None:
    mine = session.c.token_sha256 == fingerprint(token)
    connection.execute(session.update().where(mine, session.c.ended.is_(None)).values(ended=at))


def end_sessions_of(connection: Connection, user: str, at: datetime) -> None:
    mine = session.update().where(session.c.user == user, session.c.ended.is_(None))
    connection.execute(mine.values(ended=at))

"""Who is reminded by mail: addresses of a unit's people and of people of the committee."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, select

from data_access.accounts import Actor, Role
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import account, mail_recipient
from scoring.refusals import Refusal, Refused

LONGEST_ADDRESS = 254
_ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+")


@dataclass(frozen=True)
class Recipient:
    """Of a unit, or the person behind an account: one of `unit` and `user` is None."""

    id: int
    address: str
    name: str
    unit: str | None
    user: str | None
    by: str
    at: datetime


def require_address(typed: str) -> str:
    """One plain address of ASCII letters, as mail servers everywhere take it; never two, never a
    line break. In small letters, so that one address is one text."""
    address = typed.strip().lower()
    if len(address) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(address):
        raise Refused(Refusal.MAIL_ADDRESS, address=typed.strip())
    return address


def recipients(connection: Connection) -> tuple[Recipient, ...]:
    """Those who are still to be reminded, by address."""
    kept = mail_recipient.c
    chosen = select(mail_recipient).where(_counts()).order_by(kept.address, kept.id)
    return tuple(_recipient(row) for row in connection.execute(chosen))


def people(connection: Connection) -> Mapping[str, Actor]:
    """By user name: the accounts in use, one of which may be reminded as a person."""
    kept = account.c
    rows = connection.execute(select(kept.user, kept.name, kept.role, kept.unit).where(kept.active))
    return {user: Actor(user, name, Role(role), unit) for user, name, role, unit in rows}


def find_recipient(connection: Connection, number: int) -> Recipient | None:
    chosen = select(mail_recipient).where(_counts(), mail_recipient.c.id == number)
    row = connection.execute(chosen).first()
    return None if row is None else _recipient(row)


def find_same(
    connection: Connection, address: str, unit: str | None, user: str | None
) -> Recipient | None:
    kept = mail_recipient.c
    chosen = select(mail_recipient).where(
        _counts(),
        kept.address == address,
        kept.unit.is_not_distinct_from(unit),
        kept.user.is_not_distinct_from(user),
    )
    row = connection.execute(chosen).first()
    return None if row is None else _recipient(row)


def keep_recipient(
    connection: Connection,
    actor: Actor,
    address: str,
    name: str,
    unit: str | None,
    user: str | None,
    at: Moments,
) -> int:
    """The number of the new row."""
    row = {"address": address, "name": name, "unit": unit, "user": user} | act(actor, at)
    return connection.execute(mail_recipient.insert().values(row)).inserted_primary_key[0]


def keep_removed(connection: Connection, number: int, at: Moments) -> None:
    one = mail_recipient.update().where(mail_recipient.c.id == number)
    connection.execute(one.values(removed=at.official))


def _counts() -> ColumnElement[bool]:
    return mail_recipient.c.removed.is_(None)


def _recipient(row: Row) -> Recipient:
    return Recipient(row.id, row.address, row.name, row.unit, row.user, row.actor_name, row.at)

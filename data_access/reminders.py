"""Every reminder as it is kept: what was said to whom, by which way, about which duties.

A duty stands in a row as the text of its key (scoring/obligations.py: PROGRAMME|UNIT|TASK|FORM|
PERIOD), in a JSON list.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, Row, select

from data_access.accounts import Actor
from data_access.clock import end_of
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import reminder
from scoring.digests import Audience


class Way(StrEnum):
    """How it reached people; all but mail is written down by hand."""

    MAIL = "mail"
    ZALO = "zalo"
    PHONE = "phone"


class Delivery(StrEnum):
    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True)
class Notice:
    """What one reader is told on one day; `address` is empty where no mail carries it. `duties` are
    texts of duty keys."""

    audience: Audience
    address: str
    name: str
    unit: str | None
    subject: str
    body: str
    duties: tuple[str, ...]


@dataclass(frozen=True)
class Reminder:
    """`attempts` to send it, `error` the mail server's words about the last one; `sent`: when it
    went out, or when it was said by hand."""

    id: int
    day: date
    way: Way
    notice: Notice
    delivery: Delivery
    attempts: int
    error: str
    sent: datetime | None
    by: str
    at: datetime


def reminded_on(
    connection: Connection, day: date, first: date = date.min
) -> Mapping[str, tuple[date, ...]]:
    """By text of the duty's key: on which days from `first` on the unit that owes it was reminded
    of it, as far as was known at the end of `day`, oldest first. What members and leaders read
    reminds no unit."""
    found: defaultdict[str, set[date]] = defaultdict(set)
    kept = reminder.c
    to_units = (kept.kind == Audience.UNIT.value) & _sent_by(day) & (kept.day >= first)
    for when, duties in connection.execute(select(kept.day, kept.duties).where(to_units)):
        for key in json.loads(duties):
            found[key].add(when)
    return {key: tuple(sorted(days)) for key, days in found.items()}


def reminders_about(connection: Connection, key: str, day: date) -> tuple[Reminder, ...]:
    """Of one duty, whoever was told, as far as was known at the end of `day`; oldest first."""
    named = reminder.c.duties.contains(json.dumps(key, ensure_ascii=False), autoescape=True)
    rows = connection.execute(_all().where(named, _sent_by(day))).all()
    return tuple(one for one in map(reminder_of, rows) if key in one.notice.duties)


def reminders_between(connection: Connection, first: date, last: date) -> tuple[Reminder, ...]:
    """Sent or not, of the days from `first` to `last`; oldest first."""
    rows = connection.execute(_all().where(reminder.c.day.between(first, last))).all()
    return tuple(reminder_of(row) for row in rows)


def keep_reminders(
    connection: Connection,
    actor: Actor,
    day: date,
    way: Way,
    notices: Iterable[Notice],
    at: Moments,
) -> None:
    """Mails still have to be sent; what was said by hand has been."""
    by_mail = way is Way.MAIL
    said = {
        "day": day,
        "channel": way.value,
        "state": (Delivery.PENDING if by_mail else Delivery.SENT).value,
        "attempts": 0,
        "error": "",
        "sent": None if by_mail else at.official,
    }
    rows = [_columns(notice) | said | act(actor, at) for notice in notices]
    if rows:
        connection.execute(reminder.insert(), rows)


def reminder_of(row: Row) -> Reminder:
    return Reminder(
        row.id,
        row.day,
        Way(row.channel),
        _notice(row),
        Delivery(row.state),
        row.attempts,
        row.error,
        row.sent,
        row.actor_name,
        row.at,
    )


def _all() -> object:
    return select(reminder).order_by(reminder.c.day, reminder.c.id)


def _sent_by(day: date) -> ColumnElement[bool]:
    kept = reminder.c
    return (kept.state == Delivery.SENT.value) & (kept.sent < end_of(day)) & (kept.day <= day)


def _columns(notice: Notice) -> dict[str, object]:
    return {
        "kind": notice.audience.value,
        "address": notice.address,
        "name": notice.name,
        "unit": notice.unit,
        "subject": notice.subject,
        "body": notice.body,
        "duties": json.dumps(notice.duties, ensure_ascii=False),
    }


def _notice(row: Row) -> Notice:
    return Notice(
        Audience(row.kind),
        row.address,
        row.name,
        row.unit,
        row.subject,
        row.body,
        tuple(json.loads(row.duties)),
    )

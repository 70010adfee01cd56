"""Who is reminded by mail, the mails of a day, and reminders that were given by hand."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, Engine

from data_access import catalogue, outbox
from data_access.accounts import KEEPS_HOUSE, Actor, Role, require_role
from data_access.admitting import require_day
from data_access.clock import HANOI, server_moment
from data_access.database import unversioned, writing
from data_access.moments import Moments, moments_for, now_in
from data_access.permissions import require_own_unit
from data_access.recipients import (
    find_recipient,
    find_same,
    keep_recipient,
    keep_removed,
    people,
    require_address,
)
from data_access.reminders import Notice, Reminder, Way, keep_reminders
from data_access.reviews import require_short, require_words
from scoring.digests import Audience
from scoring.obligations import DutyKey
from scoring.refusals import Refusal, Refused

# Who may write down that a unit was reminded: those who follow units, and the secretariat.
REMINDS = frozenset({Role.SECRETARIAT, Role.LEADER, Role.MEMBER})
_LONGEST_AGO = 366


def add_recipient(
    engine: Engine,
    actor: Actor,
    address: str,
    name: str,
    unit: str | None = None,
    user: str | None = None,
    moments: Moments | None = None,
) -> int:
    """The number of the recipient: one of `unit`'s people, or the person behind the account `user`.
    A unit adds its own, everybody his own address, the secretariat all."""
    where, called = require_address(address), require_short(name)
    subject = f"{unit or ''} {user or ''}".strip()
    with writing(engine, actor, "add_recipient", subject, where) as connection:
        at = moments_for(connection, moments)
        _require_one(connection, unit, user)
        _require_theirs(connection, actor, unit, user)
        if find_same(connection, where, unit, user) is not None:
            raise Refused(Refusal.RECIPIENT_TWICE, address=where)
        return keep_recipient(connection, actor, where, called, unit, user, at)


def remove_recipient(
    engine: Engine, actor: Actor, recipient: int, moments: Moments | None = None
) -> None:
    """No further mail goes there; what was sent stays in the book."""
    with writing(engine, actor, "remove_recipient", str(recipient)) as connection:
        at = moments_for(connection, moments)
        found = find_recipient(connection, recipient)
        if found is None:
            raise Refused(Refusal.UNKNOWN_RECIPIENT, recipient=recipient)
        _require_theirs(connection, actor, found.unit, found.user)
        keep_removed(connection, recipient, at)


def note_by_hand(
    engine: Engine,
    actor: Actor,
    way: Way,
    duties: Mapping[str, Sequence[DutyKey]],
    text: str,
    day: date,
    moments: Moments | None = None,
) -> None:
    """That units were reminded by Zalo or telephone on `day`: by unit, of which duties, in which
    words."""
    require_role(actor, REMINDS)
    words = require_words(text, Refusal.WORDS_REQUIRED)
    with writing(engine, actor, "note_reminder", " ".join(duties), way.value) as connection:
        at = moments_for(connection, moments)
        today = at.official.date()
        require_day(day, date.fromordinal(today.toordinal() - _LONGEST_AGO), today)
        notices = [_by_hand(connection, unit, keys, words) for unit, keys in duties.items()]
        keep_reminders(connection, actor, day, way, notices, at)


def plan_mails(engine: Engine, actor: Actor, day: date, notices: Sequence[Notice]) -> int:
    """How many were new: an address that has its mail of the day keeps the one it has."""
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "plan_mails", day.isoformat(), str(len(notices))) as connection:
        written = outbox.written_to(connection, day)
        new = [one for one in notices if one.address not in written]
        keep_reminders(connection, actor, day, Way.MAIL, new, _moments_on(connection, day))
    return len(new)


def claim_mail(engine: Engine, actor: Actor, number: int) -> Reminder | None:
    """For one process to send; None: it was sent meanwhile, or another process is at it."""
    require_role(actor, KEEPS_HOUSE)
    with unversioned(engine) as connection:
        return outbox.claim(connection, number, server_moment())


def mark_sent(engine: Engine, actor: Actor, mail: Reminder) -> None:
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "mail_sent", str(mail.id), mail.notice.address) as connection:
        at = _moments_on(connection, mail.day)
        outbox.keep_sent(connection, mail.id, at.official)


def mark_failed(engine: Engine, actor: Actor, mail: Reminder, error: str) -> None:
    require_role(actor, KEEPS_HOUSE)
    with writing(engine, actor, "mail_failed", str(mail.id), error) as connection:
        outbox.keep_failed(connection, mail.id, error)


def _moments_on(connection: Connection, day: date) -> Moments:
    """A demonstration's mails are of the day they are about, whenever it is run through."""
    present = now_in(connection)
    if catalogue.demonstration(connection) is None:
        return present
    return Moments(datetime.combine(day, present.recorded.time(), HANOI), present.recorded)


def _by_hand(connection: Connection, unit: str, keys: Sequence[DutyKey], words: str) -> Notice:
    found = catalogue.unit(connection, unit)
    named = tuple(str(key) for key in keys)
    return Notice(Audience.UNIT, "", found.label, unit, "", words, named)


def _require_one(connection: Connection, unit: str | None, user: str | None) -> None:
    if (unit is None) == (user is None):
        raise Refused(Refusal.RECIPIENT_OF_NOBODY)
    if unit is not None:
        catalogue.unit(connection, unit)
    elif user not in people(connection):
        raise Refused(Refusal.UNKNOWN_ACCOUNT, user=user)


def _require_theirs(
    connection: Connection, actor: Actor, unit: str | None, user: str | None
) -> None:
    if actor.role in KEEPS_HOUSE or user == actor.user:
        return
    require_role(actor, frozenset({Role.UNIT}))
    require_own_unit(connection, actor, unit)

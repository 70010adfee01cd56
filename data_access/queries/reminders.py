"""Who is reminded of what on a day, what was sent, and who receives it.

The secretariat and leaders see all of it; a unit its own recipients and what its own people were
told; anybody else his own address.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection, Engine

from data_access import outbox, recipients, reminders
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.database import reading
from data_access.offices import offices_held
from data_access.permissions import units_of
from data_access.queries import obligations
from data_access.queries.areas import followed_by
from data_access.recipients import Recipient
from data_access.reminders import Reminder
from data_access.standings import Standing
from data_access.trees import tree_of
from scoring.digests import Audience, Digest, OpenDuty, Reader, digests
from scoring.obligations import State, parse_duty_key
from scoring.reminder_days import step

Kept = TypeVar("Kept")

# What may still be done; nobody is reminded of anything else.
_OPEN = frozenset({State.NOT_DUE, State.DUE_SOON, State.EXTENDED, State.OVERDUE})


def digests_on(engine: Engine, actor: Actor, day: date) -> tuple[Digest, ...]:
    """By address: whom the ladder of reminders reaches on the day. Nobody else is written to."""
    require_role(actor, SEES_ALL)
    standings = obligations.still_open(engine, actor, day)
    with reading(engine) as connection:
        known = readers(connection, day)
    return digests(known, open_duties(standings, day))


def open_duties(standings: Iterable[Standing], day: date) -> tuple[OpenDuty, ...]:
    """Of programmes that are still chased."""
    return tuple(
        OpenDuty(
            one.obligation,
            one.state,
            one.days_late,
            one.last_day,
            step(one.last_day, one.state, day),
            one.sent_back is not None,
        )
        for one in standings
        if one.state in _OPEN and not one.closed
    )


def readers(connection: Connection, day: date) -> tuple[Reader, ...]:
    """Everybody with an address, and what he follows on the day."""
    people = recipients.people(connection)
    found = (_reader(connection, one, people.get(one.user or ""), day) for one in _all(connection))
    return tuple(one for one in found if one is not None)


def unsent_of(engine: Engine, actor: Actor, day: date) -> tuple[int, ...]:
    """Numbers of the day's mails that still have to be sent, the failed ones among them."""
    require_role(actor, SEES_ALL)
    with reading(engine) as connection:
        return outbox.unsent(connection, day)


def reminders_between(
    engine: Engine, actor: Actor, first: date, last: date
) -> tuple[Reminder, ...]:
    """By mail and by hand, of the days from `first` to `last`, oldest first."""
    with reading(engine) as connection:
        kept = reminders.reminders_between(connection, first, last)
        if actor.role in SEES_ALL:
            return _of_tree(kept, tree_of(connection, actor), lambda one: one.notice.unit)
        own = units_of(connection, actor) if actor.role is Role.UNIT else frozenset()
        mine = {one.address for one in _all(connection) if one.user == actor.user}
    return tuple(one for one in kept if one.notice.address in mine or _concerns(one, own))


def recipients_of(engine: Engine, actor: Actor) -> tuple[Recipient, ...]:
    """By address."""
    with reading(engine) as connection:
        kept = _all(connection)
        if actor.role in SEES_ALL:
            return _of_tree(kept, tree_of(connection, actor), lambda one: one.unit)
        own = units_of(connection, actor) if actor.role is Role.UNIT else frozenset()
    return tuple(one for one in kept if one.user == actor.user or one.unit in own)


def _all(connection: Connection) -> tuple[Recipient, ...]:
    return recipients.recipients(connection)


def _reader(
    connection: Connection, one: Recipient, person: Actor | None, day: date
) -> Reader | None:
    """None: the account was closed, or its role follows nothing."""
    if one.unit is not None:
        return Reader(one.address, one.name, Audience.UNIT, one.unit)
    if person is None:
        return None
    name = one.name or person.name
    if person.role in SEES_ALL:
        return Reader(one.address, name, Audience.LEADER, None, tree_of(connection, person))
    if person.role is Role.UNIT:
        return Reader(one.address, name, Audience.UNIT, person.unit)
    if person.role is not Role.MEMBER:
        return None
    user = person.user
    follows, holds = followed_by(connection, user, day), offices_held(connection, user, day)
    return Reader(one.address, name, Audience.MEMBER, None, follows, holds)


def _of_tree(
    kept: Iterable[Kept], tree: frozenset[str] | None, unit: Callable[[Kept], str | None]
) -> tuple[Kept, ...]:
    """Where one database holds several committees, each sees its own units'."""
    return tuple(one for one in kept if tree is None or (unit(one) or "") in tree | {""})


def _concerns(one: Reminder, units: frozenset[str]) -> bool:
    """What units were told themselves; what members and leaders read is theirs. A duty that passed
    on keeps the name of the unit that ended, so the unit written to counts too."""
    if one.notice.audience is not Audience.UNIT:
        return False
    owed_by = {parse_duty_key(key).unit for key in one.notice.duties}
    return not units.isdisjoint(owed_by | {one.notice.unit})

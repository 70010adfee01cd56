"""Mails that still have to be sent, and which process is sending which.

A process claims one mail, sends it, says how it went. A mail goes out once, whatever number of
processes run. One that dies in between leaves its claim behind: after CLAIM_LASTS the mail is taken
to be unsent, so it may go out a second time (with the same Message-ID) rather than never.
"""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, or_, select

from data_access.reminders import Delivery, Reminder, Way, reminder_of
from data_access.tables import mail_recipient, reminder

# Longer than the slowest mail server may take over one mail (dashboard/mail.py).
CLAIM_LASTS = timedelta(minutes=10)
LONGEST_ERROR = 500


def written_to(connection: Connection, day: date) -> frozenset[str]:
    """The addresses that have their mail of the day, sent or not."""
    chosen = select(reminder.c.address).where(_mail_of(day))
    return frozenset(connection.execute(chosen).scalars())


def unsent(connection: Connection, day: date) -> tuple[int, ...]:
    """Pending and failed mails, but none to an address that nobody wants written to any more."""
    known = select(mail_recipient.c.address).where(mail_recipient.c.removed.is_(None))
    waiting = reminder.c.state != Delivery.SENT.value
    chosen = select(reminder.c.id).where(_mail_of(day), waiting, reminder.c.address.in_(known))
    return tuple(connection.execute(chosen.order_by(reminder.c.id)).scalars())


def claim(connection: Connection, number: int, now: datetime) -> Reminder | None:
    """None: it was sent meanwhile, or another process is at it. `now` is the server's clock."""
    kept = reminder.c
    free = or_(kept.claimed.is_(None), kept.claimed < now - CLAIM_LASTS)
    mine = reminder.update().where(kept.id == number, kept.state != Delivery.SENT.value, free)
    if connection.execute(mine.values(claimed=now)).rowcount == 0:
        return None
    return reminder_of(connection.execute(select(reminder).where(kept.id == number)).one())


def keep_sent(connection: Connection, number: int, at: datetime) -> None:
    _settle(connection, number, state=Delivery.SENT.value, sent=at, error="")


def keep_failed(connection: Connection, number: int, error: str) -> None:
    said = error[:LONGEST_ERROR]
    _settle(connection, number, state=Delivery.FAILED.value, sent=None, error=said)


def _settle(connection: Connection, number: int, **outcome: object) -> None:
    one = reminder.update().where(reminder.c.id == number)
    tried = {"attempts": reminder.c.attempts + 1, "claimed": None}
    connection.execute(one.values(**outcome, **tried))


def _mail_of(day: date) -> ColumnElement[bool]:
    return (reminder.c.day == day) & (reminder.c.channel == Way.MAIL.value)

"""What changes a duty, and who was reminded of it."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table, text

from data_access.columns import Moment, Words
from data_access.tables.shared import act, metadata


def _duty() -> tuple[Column, ...]:
    """One duty of one unit. Empty `task` and `form`: all of the programme; empty period: every."""
    return (
        Column("programme", Words, nullable=False),
        Column("unit", Words, ForeignKey("unit.code"), nullable=False),
        Column("task", Words, nullable=False, server_default=""),
        Column("form", Words, nullable=False, server_default=""),
        Column("period", Words, nullable=False, server_default=""),
    )


extension = Table(
    "extension",
    metadata,
    Column("id", Integer, primary_key=True),
    *_duty(),
    # The last day on time that was granted.
    Column("until", Date, nullable=False),
    Column("reason", Words, nullable=False),
    Column("grantor", Words, nullable=False),
    Column("decision", Words, nullable=False),
    Column("decided_on", Date),
    *act(),
    Index("extension_of", "programme", "unit"),
)

exemption = Table(
    "exemption",
    metadata,
    Column("id", Integer, primary_key=True),
    *_duty(),
    # exempt or lifted; the latest of the same duty counts
    Column("kind", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("document", Words, nullable=False),
    *act(),
    Index("exemption_of", "programme", "unit"),
)

# Corrections to the calendar of offices; the latest of a day counts.
calendar_day = Table(
    "calendar_day",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    # off, worked, ordinary (as the week has it) or uncertain
    Column("kind", Words, nullable=False),
    Column("label", Words, nullable=False),
    Column("source", Words, nullable=False),
    *act(),
    Index("calendar_day_of", "day", "id"),
)

# Who is reminded by mail: a unit's people, or one person of the committee.
mail_recipient = Table(
    "mail_recipient",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("address", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("unit", Words, ForeignKey("unit.code")),
    Column("user", Words, ForeignKey("account.user")),
    Column("removed", Moment),
    *act(),
    Index("mail_recipient_of", "unit", "user"),
)

# Every reminder, by mail or by hand (Zalo): what was said, to whom, about what.
reminder = Table(
    "reminder",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    # mail, zalo or phone
    Column("channel", Words, nullable=False),
    # unit, member or leader
    Column("kind", Words, nullable=False),
    # Address of a mail; empty of a message sent by hand.
    Column("address", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("unit", Words, ForeignKey("unit.code")),
    Column("subject", Words, nullable=False),
    Column("body", Words, nullable=False),
    # JSON: the duties it is about.
    Column("duties", Words, nullable=False),
    # pending, sent or failed
    Column("state", Words, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("error", Words, nullable=False),
    Column("sent", Moment),
    # Since when some process has been sending it; see data_access/outbox.py.
    Column("claimed", Moment),
    *act(),
    Index("reminder_of", "day", "address"),
)
# One digest a day for one address: sending again the same day finds it and does nothing.
Index(
    "reminder_once",
    reminder.c.day,
    reminder.c.address,
    unique=True,
    sqlite_where=text("channel = 'mail'"),
    postgresql_where=text("channel = 'mail'"),
)

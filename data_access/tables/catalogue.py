"""Units, accounts, settings, the journal."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table

from data_access.columns import Moment, Words
from data_access.tables.shared import metadata

setting = Table(
    "setting",
    metadata,
    Column("key", Words, primary_key=True),
    Column("value", Words, nullable=False),
)

unit = Table(
    "unit",
    metadata,
    Column("code", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("short_name", Words, nullable=False),
    # Deferred: a list of units may name a parent further down.
    Column("parent", Words, ForeignKey("unit.code", deferrable=True, initially="DEFERRED")),
    Column("group_", Words),
    Column("exists_from", Date),
    Column("exists_to", Date),
    Column("attributes", Words, nullable=False),
)

tile = Table(
    "tile",
    metadata,
    Column("unit", Words, ForeignKey("unit.code"), primary_key=True),
    Column("row", Integer, nullable=False),
    Column("column", Integer, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("user", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("password_hash", Words, nullable=False),
    Column("role", Words, nullable=False),
    Column("unit", Words, ForeignKey("unit.code")),
    Column("active", Boolean, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("token_sha256", Words, primary_key=True),
    Column("user", Words, ForeignKey("account.user"), nullable=False),
    Column("created", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("ended", Moment),
)

sign_in_attempt = Table(
    "sign_in_attempt",
    metadata,
    Column("id", Integer, primary_key=True),
    # As typed, so no foreign key: most failures name nobody.
    Column("user", Words, nullable=False),
    Column("address", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("failed", Boolean, nullable=False),
    Index("sign_in_attempt_at", "at"),
)

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor", Words, nullable=False),
    Column("action", Words, nullable=False),
    Column("subject", Words, nullable=False),
    Column("detail", Words, nullable=False),
)

"""Documents kept as text: tables of criteria, programmes, forms."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table

from data_access.columns import Moment, Words
from data_access.tables.shared import act, metadata

criteria_set = Table(
    "criteria_set",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", Words, nullable=False),
    Column("version", Words, nullable=False),
    Column("sha256", Words, nullable=False),
    Column("document", Words, nullable=False),
    Column("in_force_from", Date),
    Column("in_force_to", Date),
    Column("imported", Moment, nullable=False),
)

form_definition = Table(
    "form_definition",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", Words, nullable=False),
    Column("version", Words, nullable=False),
    Column("sha256", Words, nullable=False),
    Column("document", Words, nullable=False),
    Column("in_force_from", Date),
    Column("in_force_to", Date),
    Column("imported", Moment, nullable=False),
)

programme = Table(
    "programme",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", Words, nullable=False),
    Column("year", Integer, nullable=False),
    Column("sha256", Words, nullable=False),
    Column("document", Words, nullable=False),
    Column("imported", Moment, nullable=False),
    # The day from which this text counts; null: of the first one, since ever.
    Column("in_force_from", Date),
    # Số/ký hiệu, day and reason of what made it: an amendment, a conclusion, a notice.
    Column("basis", Words, nullable=False, server_default=""),
    # The server's own moment, where `imported` is the official one; null: they are the same.
    Column("recorded", Moment),
)

# How a programme comes to be: each saving of a draft is a row, the newest of a code counts.
programme_draft = Table(
    "programme_draft",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", Words, nullable=False),
    Column("year", Integer, nullable=False),
    # open, adopted or dropped
    Column("state", Words, nullable=False),
    # copy, workbook, page or amendment
    Column("origin", Words, nullable=False),
    Column("document", Words, nullable=False),
    # JSON: the tasks and reports whose reading a person has confirmed.
    Column("confirmed", Words, nullable=False, server_default="[]"),
    Column("file_sha256", Words, ForeignKey("stored_file.sha256")),
    *act(),
    Index("programme_draft_of", "code", "id"),
)

# A programme summed up and filed: what is still open then is no longer chased.
programme_closing = Table(
    "programme_closing",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("programme", Words, nullable=False),
    # closed or reopened
    Column("kind", Words, nullable=False),
    Column("from_day", Date, nullable=False),
    Column("document", Words, nullable=False),
    Column("reason", Words, nullable=False),
    *act(),
    Index("programme_closing_of", "programme", "id"),
)

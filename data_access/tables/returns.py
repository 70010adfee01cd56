"""What units hand in, and what is said about it."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    UniqueConstraint,
    false,
)

from data_access.columns import Moment, Words
from data_access.tables.shared import metadata

stored_file = Table(
    "stored_file",
    metadata,
    Column("sha256", Words, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

submission = Table(
    "submission",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_sha256", Words, ForeignKey("stored_file.sha256"), nullable=False),
    Column("file_name", Words, nullable=False),
    Column("actor", Words, nullable=False),
    Column("actor_name", Words, nullable=False),
    # Whose file it is to see: the sender's unit, or the unit the secretariat sent it for.
    Column("owner", Words),
    Column("received", Moment, nullable=False),
    Column("recorded", Moment, nullable=False),
    # What the workbook says of itself; a refused one may name anything, so no foreign keys.
    Column("form", Words),
    Column("form_version", Words),
    Column("unit", Words),
    Column("period", Words),
    Column("accepted", Boolean, nullable=False),
    Column("receipt_year", Integer),
    Column("receipt_number", Integer),
    Column("issues", Words, nullable=False),
    # Read and shown to its sender, not yet handed in; what is handed in is a row of its own that
    # names this one as `offer`, so no row ever changes but by being withdrawn.
    Column("offered", Boolean, nullable=False, server_default=false()),
    Column("offer", Integer, ForeignKey("submission.id")),
    # The version in force when this one was handed in.
    Column("replaces", Integer, ForeignKey("submission.id")),
    Column("withdrawn", Moment),
    # Số ước: an estimate, to be followed by the official figures.
    Column("estimate", Boolean, nullable=False, server_default=false()),
    # An office's own day of arrival (ngày đến), its number and by what way, when the secretariat
    # enters what came on paper, by mail or through another system.
    Column("arrived", Date),
    Column("arrival_number", Words),
    Column("channel", Words),
    # The mark was gone and a person confirmed what was recognised from title and unit's name.
    Column("identified_by_person", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("receipt_year", "receipt_number", name="submission_receipt"),
    Index("submission_in_force", "form", "period", "unit", "id"),
)

entry = Table(
    "entry",
    metadata,
    Column("submission", Integer, ForeignKey("submission.id"), primary_key=True),
    Column("key", Words, primary_key=True),
    Column("kind", Words, nullable=False),
    Column("value", Words, nullable=False),
    Column("typed", Words, nullable=False),
    Column("sheet", Words, nullable=False),
    Column("cell", Words, nullable=False),
    # Kept in the order they are asked for: by submission, in one run of pages.
    sqlite_with_rowid=False,
)

document_head = Table(
    "document_head",
    metadata,
    Column("submission", Integer, ForeignKey("submission.id"), primary_key=True),
    # Số/ký hiệu, ngày ký, người ký, trích yếu of a signed document.
    Column("number", Words, nullable=False),
    Column("signed_on", Date, nullable=False),
    Column("signer", Words, nullable=False),
    Column("abstract", Words, nullable=False),
)

return_event = Table(
    "return_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("submission", Integer, ForeignKey("submission.id"), nullable=False),
    # accepted, sent_back, withdrawn or comment.
    Column("kind", Words, nullable=False),
    # The answer it concerns; empty: the whole return.
    Column("key", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("actor", Words, nullable=False),
    Column("actor_name", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("recorded", Moment, nullable=False),
    Index("return_event_of", "submission", "id"),
)

reopening = Table(
    "reopening",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("form", Words, nullable=False),
    Column("unit", Words, ForeignKey("unit.code"), nullable=False),
    Column("period", Words, nullable=False),
    # The last day on which the locked period takes this unit's return.
    Column("until", Date, nullable=False),
    Column("reason", Words, nullable=False),
    Column("grantor", Words, nullable=False),
    Column("decision", Words, nullable=False),
    Column("actor", Words, nullable=False),
    Column("actor_name", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("recorded", Moment, nullable=False),
    Index("reopening_of", "form", "period", "unit"),
)

attachment = Table(
    "attachment",
    metadata,
    Column("id", Integer, primary_key=True),
    # Of a return whatever its version: what was handed in later does not lose its evidence.
    Column("form", Words, nullable=False),
    Column("unit", Words, ForeignKey("unit.code"), nullable=False),
    Column("period", Words, nullable=False),
    # The criterion or row it proves; empty: the signed scan of the return itself.
    Column("key", Words, nullable=False),
    Column("file_sha256", Words, ForeignKey("stored_file.sha256"), nullable=False),
    Column("file_name", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("bytes", Integer, nullable=False),
    # Number and date of the decision, where it is one.
    Column("number", Words, nullable=False),
    Column("dated", Date),
    Column("actor", Words, nullable=False),
    Column("actor_name", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("recorded", Moment, nullable=False),
    Index("attachment_of", "form", "period", "unit"),
)

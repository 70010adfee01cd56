"""The tables, as they are after the latest migration. Holds no queries.

No ON DELETE anywhere: nothing that a person handed in or decided is ever deleted.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    false,
    text,
)

from data_access.columns import Exact, Moment, Words

metadata = MetaData()

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

programme = Table(
    "programme",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", Words, nullable=False),
    Column("year", Integer, nullable=False),
    Column("sha256", Words, nullable=False),
    Column("document", Words, nullable=False),
    Column("imported", Moment, nullable=False),
)

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


def _act() -> tuple[Column, ...]:
    """Who did it and when: the official moment, and the server's clock."""
    return (
        Column("actor", Words, nullable=False),
        Column("actor_name", Words, nullable=False),
        Column("at", Moment, nullable=False),
        Column("recorded", Moment, nullable=False),
    )


def _line() -> tuple[Column, ...]:
    """One criterion of one unit in one period. `criteria` is the code of the table, so that one
    unit may be scored on several; empty in rows older than that: the table of form tu-cham."""
    return (
        Column("criteria", Words, nullable=False, server_default=""),
        Column("unit", Words, ForeignKey("unit.code"), nullable=False),
        Column("period", Words, nullable=False),
        Column("criterion", Words, nullable=False),
    )


appraisal = Table(
    "appraisal",
    metadata,
    Column("id", Integer, primary_key=True),
    *_line(),
    Column("points", Exact, nullable=False),
    Column("reason", Words, nullable=False),
    *_act(),
    # 1 and 2: the first and second appraisal; 3: the committee as a whole.
    Column("round", Integer, nullable=False, server_default="1"),
    Index("appraisal_of", "period", "unit", "criterion"),
)

# What is said about a line of points: an explanation asked for and given, a line asked to be
# looked at again and answered. Rows are only added; `answers` names the one it answers.
score_event = Table(
    "score_event",
    metadata,
    Column("id", Integer, primary_key=True),
    *_line(),
    # explanation_asked, explained, reconsideration_asked, reconsidered
    Column("kind", Words, nullable=False),
    Column("text", Words, nullable=False),
    # Of reconsidered: accepted or rejected.
    Column("outcome", Words, nullable=False, server_default=""),
    # Of explanation_asked: the last day to answer.
    Column("due", Date),
    Column("answers", Integer, ForeignKey("score_event.id")),
    *_act(),
    Index("score_event_of", "period", "unit", "criterion"),
)

# What the committee decided where the table leaves it to people: a class, or the order of units
# that nothing else could part. The latest of a unit counts.
score_decision = Table(
    "score_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("criteria", Words, nullable=False),
    Column("unit", Words, ForeignKey("unit.code"), nullable=False),
    Column("period", Words, nullable=False),
    # class, tie, or rerating: the unit's published points are open again.
    Column("kind", Words, nullable=False),
    # Name of the class; place in the order given, from 1; empty.
    Column("value", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("decision", Words, nullable=False),
    Column("decided_on", Date),
    *_act(),
    Index("score_decision_of", "period", "unit"),
)

# A figure that another body supplies (an index, a recognition), with where it stands.
outside_figure = Table(
    "outside_figure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit", Words, ForeignKey("unit.code"), nullable=False),
    Column("period", Words, nullable=False),
    Column("key", Words, nullable=False),
    # As in entry: number or absent.
    Column("kind", Words, nullable=False),
    Column("value", Words, nullable=False),
    Column("source", Words, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("document", Words, nullable=False),
    *_act(),
    Index("outside_figure_of", "period", "unit", "key"),
)

# The register of models Dân vận khéo and their recognition.
recognised_model = Table(
    "recognised_model",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit", Words, ForeignKey("unit.code"), nullable=False),
    Column("name", Words, nullable=False),
    Column("field", Words, nullable=False),
    # xa, huyen, tinh or trung_uong
    Column("level", Words, nullable=False),
    Column("decision", Words, nullable=False),
    Column("decided_on", Date, nullable=False),
    Column("struck_off", Moment),
    Column("struck_off_reason", Words, nullable=False, server_default=""),
    *_act(),
    Index("recognised_model_of", "unit", "decided_on"),
)

# Kế hoạch khắc phục: lost points as dated obligations of the unit that lost them.
remedy = Table(
    "remedy",
    metadata,
    Column("id", Integer, primary_key=True),
    *_line(),
    Column("lost", Exact, nullable=False),
    Column("measure", Words, nullable=False),
    Column("due", Date, nullable=False),
    Column("done_on", Date),
    Column("done_text", Words, nullable=False, server_default=""),
    *_act(),
    Index("remedy_of", "period", "unit"),
)

publication = Table(
    "publication",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("period", Words, nullable=False),
    # Empty: all groups together. Not null, so that the unique index also holds for it.
    Column("group_", Words, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("actor", Words, nullable=False),
    Column("actor_name", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("recorded", Moment, nullable=False),
    Column("document", Words, nullable=False),
    Column("sha256", Words, nullable=False),
    Column("criteria_set", Integer, ForeignKey("criteria_set.id"), nullable=False),
    Column("criteria_sha256", Words, nullable=False),
    Column("data_version", Words, nullable=False),
    Column("replaces", Integer, ForeignKey("publication.id")),
    # Code of the table; empty in rows older than several tables: that of form tu-cham.
    Column("criteria", Words, nullable=False, server_default=""),
    # Number and date of the decision that made it public; the clerical office gives them, often
    # after the content was frozen.
    Column("decision", Words, nullable=False, server_default=""),
    Column("decided_on", Date),
    # Of a correction: why, and whether figures were wrong (erratum) or a unit rated anew.
    Column("kind", Words, nullable=False, server_default=""),
    Column("reason", Words, nullable=False, server_default=""),
    # The facts it was reckoned from, so that anyone can reckon it again.
    Column("facts", Words, nullable=False, server_default=""),
    UniqueConstraint("year", "number", name="publication_number"),
)
# One publication of a table, period and group; every further one must name the one it replaces.
Index(
    "publication_once",
    publication.c.criteria,
    publication.c.period,
    publication.c.group_,
    unique=True,
    sqlite_where=text("replaces IS NULL"),
    postgresql_where=text("replaces IS NULL"),
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

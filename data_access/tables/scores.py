"""Points given by people, decisions, the books beside the returns, publications."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table, UniqueConstraint, text

from data_access.columns import Exact, Moment, Words
from data_access.tables.shared import act, metadata


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
    *act(),
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
    *act(),
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
    *act(),
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
    *act(),
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
    *act(),
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
    *act(),
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

"""Offices and areas, units that end, inspections."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table

from data_access.columns import Words
from data_access.tables.shared import act, metadata

# A unit that ended: one row for each successor, or one without. A row "withdrawn", with the reason
# as document: what was entered of the unit before it was wrong and counts no more.
succession = Table(
    "succession",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit", Words, ForeignKey("unit.code"), nullable=False),
    # ended, merged, split or withdrawn
    Column("kind", Words, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("successor", Words, ForeignKey("unit.code")),
    # Open duties pass to this successor; of one unit at most one does. Else they end.
    Column("takes_duties", Boolean, nullable=False),
    Column("document", Words, nullable=False),
    Column("dated", Date, nullable=False),
    *act(),
    Index("succession_of", "unit", "id"),
)

# Chức danh: people are bound by office, and who holds one changes with a date.
office = Table(
    "office",
    metadata,
    Column("code", Words, primary_key=True),
    Column("title", Words, nullable=False),
    Column("unit", Words, ForeignKey("unit.code"), nullable=False),
    # Order on paper: the head first.
    Column("position", Integer, nullable=False),
)

office_holding = Table(
    "office_holding",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", Words, ForeignKey("office.code"), nullable=False),
    # Empty name: nobody holds it from that day.
    Column("name", Words, nullable=False),
    Column("user", Words, ForeignKey("account.user")),
    Column("from_day", Date, nullable=False),
    Column("document", Words, nullable=False),
    *act(),
    Index("office_holding_of", "office", "from_day", "id"),
)

# Phân công địa bàn: which office follows which units.
area_assignment = Table(
    "area_assignment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", Words, ForeignKey("office.code"), nullable=False),
    Column("unit", Words, ForeignKey("unit.code"), nullable=False),
    # assigned or ended; the latest of a pair on a day counts
    Column("kind", Words, nullable=False),
    Column("from_day", Date, nullable=False),
    Column("decision", Words, nullable=False),
    Column("decided_on", Date),
    *act(),
    Index("area_assignment_of", "office", "unit", "id"),
)

inspection = Table(
    "inspection",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("title", Words, nullable=False),
    Column("programme", Words, nullable=False),
    Column("task", Words, nullable=False),
    Column("decision", Words, nullable=False),
    Column("decided_on", Date),
    # The team: its head, then the members, as JSON list of texts.
    Column("team", Words, nullable=False),
    *act(),
)

# One place that a team goes to.
inspection_visit = Table(
    "inspection_visit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("inspection", Integer, ForeignKey("inspection.id"), nullable=False),
    Column("unit", Words, ForeignKey("unit.code"), nullable=False),
    Column("planned_on", Date, nullable=False),
    # An unannounced visit is seen by the secretariat and the leaders alone until it was held.
    Column("announced", Boolean, nullable=False),
    *act(),
    Index("inspection_visit_of", "unit", "id"),
)

inspection_event = Table(
    "inspection_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("visit", Integer, ForeignKey("inspection_visit.id"), nullable=False),
    # moved, held, minutes, conclusion or cancelled
    Column("kind", Words, nullable=False),
    Column("day", Date, nullable=False),
    Column("number", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("file_sha256", Words, ForeignKey("stored_file.sha256")),
    Column("file_name", Words, nullable=False, server_default=""),
    *act(),
    Index("inspection_event_of", "visit", "id"),
)

# Kiến nghị after an inspection: a dated obligation of the unit.
recommendation = Table(
    "recommendation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("visit", Integer, ForeignKey("inspection_visit.id"), nullable=False),
    Column("unit", Words, ForeignKey("unit.code"), nullable=False),
    Column("text", Words, nullable=False),
    Column("due", Date, nullable=False),
    # The criterion it touches, of the table of that code; both may be empty.
    Column("criteria", Words, nullable=False),
    Column("criterion", Words, nullable=False),
    *act(),
    Index("recommendation_of", "unit", "id"),
)

recommendation_event = Table(
    "recommendation_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("recommendation", Integer, ForeignKey("recommendation.id"), nullable=False),
    # done or reopened
    Column("kind", Words, nullable=False),
    Column("day", Date, nullable=False),
    Column("text", Words, nullable=False),
    *act(),
    Index("recommendation_event_of", "recommendation", "id"),
)

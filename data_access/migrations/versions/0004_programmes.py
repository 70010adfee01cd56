"""Programmes drafted, amended and closed; extensions, the calendar, units that end, offices and
areas, inspections, reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _extend_programme()
    _create_programme_draft()
    _create_programme_closing()
    _create_extension()
    _create_exemption()
    _create_calendar_day()
    _create_succession()
    _create_office()
    _create_office_holding()
    _create_area_assignment()
    _create_inspection()
    _create_inspection_visit()
    _create_inspection_event()
    _create_recommendation()
    _create_recommendation_event()
    _create_mail_recipient()
    _create_reminder()
    _send_once()


def _extend_programme() -> None:
    with op.batch_alter_table("programme") as table:
        table.add_column(sa.Column("in_force_from", sa.Date()))
        table.add_column(_words("basis", default=""))
        table.add_column(sa.Column("recorded", sa.String(27)))


def _create_programme_draft() -> None:
    op.create_table(
        "programme_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        _words("code"),
        sa.Column("year", sa.Integer(), nullable=False),
        _words("state"),
        _words("origin"),
        _words("document"),
        _words("confirmed", default="[]"),
        sa.Column("file_sha256", sa.Text()),
        *_act(),
        sa.ForeignKeyConstraint(["file_sha256"], ["stored_file.sha256"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("programme_draft_of", "programme_draft", ["code", "id"])


def _create_programme_closing() -> None:
    op.create_table(
        "programme_closing",
        sa.Column("id", sa.Integer(), nullable=False),
        _words("programme"),
        _words("kind"),
        sa.Column("from_day", sa.Date(), nullable=False),
        _words("document"),
        _words("reason"),
        *_act(),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("programme_closing_of", "programme_closing", ["programme", "id"])


def _create_extension() -> None:
    op.create_table(
        "extension",
        sa.Column("id", sa.Integer(), nullable=False),
        *_duty(),
        sa.Column("until", sa.Date(), nullable=False),
        _words("reason"),
        _words("grantor"),
        _words("decision"),
        sa.Column("decided_on", sa.Date()),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("extension_of", "extension", ["programme", "unit"])


def _create_exemption() -> None:
    op.create_table(
        "exemption",
        sa.Column("id", sa.Integer(), nullable=False),
        *_duty(),
        _words("kind"),
        _words("reason"),
        _words("document"),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("exemption_of", "exemption", ["programme", "unit"])


def _create_calendar_day() -> None:
    op.create_table(
        "calendar_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        _words("kind"),
        _words("label"),
        _words("source"),
        *_act(),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("calendar_day_of", "calendar_day", ["day", "id"])


def _create_succession() -> None:
    op.create_table(
        "succession",
        sa.Column("id", sa.Integer(), nullable=False),
        _words("unit"),
        _words("kind"),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("successor", sa.Text()),
        sa.Column("takes_duties", sa.Boolean(), nullable=False),
        _words("document"),
        sa.Column("dated", sa.Date(), nullable=False),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.ForeignKeyConstraint(["successor"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("succession_of", "succession", ["unit", "id"])


def _create_office() -> None:
    op.create_table(
        "office",
        sa.Column("code", sa.Text(), nullable=False),
        _words("title"),
        _words("unit"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("code"),
    )


def _create_office_holding() -> None:
    op.create_table(
        "office_holding",
        sa.Column("id", sa.Integer(), nullable=False),
        _words("office"),
        _words("name"),
        sa.Column("user", sa.Text()),
        sa.Column("from_day", sa.Date(), nullable=False),
        _words("document"),
        *_act(),
        sa.ForeignKeyConstraint(["office"], ["office.code"]),
        sa.ForeignKeyConstraint(["user"], ["account.user"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("office_holding_of", "office_holding", ["office", "from_day", "id"])


def _create_area_assignment() -> None:
    op.create_table(
        "area_assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        _words("office"),
        _words("unit"),
        _words("kind"),
        sa.Column("from_day", sa.Date(), nullable=False),
        _words("decision"),
        sa.Column("decided_on", sa.Date()),
        *_act(),
        sa.ForeignKeyConstraint(["office"], ["office.code"]),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("area_assignment_of", "area_assignment", ["office", "unit", "id"])


def _create_inspection() -> None:
    op.create_table(
        "inspection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        _words("title"),
        _words("programme"),
        _words("task"),
        _words("decision"),
        sa.Column("decided_on", sa.Date()),
        _words("team"),
        *_act(),
        sa.PrimaryKeyConstraint("id"),
    )


def _create_inspection_visit() -> None:
    op.create_table(
        "inspection_visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inspection", sa.Integer(), nullable=False),
        _words("unit"),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("announced", sa.Boolean(), nullable=False),
        *_act(),
        sa.ForeignKeyConstraint(["inspection"], ["inspection.id"]),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("inspection_visit_of", "inspection_visit", ["unit", "id"])


def _create_inspection_event() -> None:
    op.create_table(
        "inspection_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visit", sa.Integer(), nullable=False),
        _words("kind"),
        sa.Column("day", sa.Date(), nullable=False),
        _words("number"),
        _words("text"),
        sa.Column("file_sha256", sa.Text()),
        _words("file_name", default=""),
        *_act(),
        sa.ForeignKeyConstraint(["visit"], ["inspection_visit.id"]),
        sa.ForeignKeyConstraint(["file_sha256"], ["stored_file.sha256"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("inspection_event_of", "inspection_event", ["visit", "id"])


def _create_recommendation() -> None:
    op.create_table(
        "recommendation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visit", sa.Integer(), nullable=False),
        _words("unit"),
        _words("text"),
        sa.Column("due", sa.Date(), nullable=False),
        _words("criteria"),
        _words("criterion"),
        *_act(),
        sa.ForeignKeyConstraint(["visit"], ["inspection_visit.id"]),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("recommendation_of", "recommendation", ["unit", "id"])


def _create_recommendation_event() -> None:
    op.create_table(
        "recommendation_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recommendation", sa.Integer(), nullable=False),
        _words("kind"),
        sa.Column("day", sa.Date(), nullable=False),
        _words("text"),
        *_act(),
        sa.ForeignKeyConstraint(["recommendation"], ["recommendation.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("recommendation_event_of", "recommendation_event", ["recommendation", "id"])


def _create_mail_recipient() -> None:
    op.create_table(
        "mail_recipient",
        sa.Column("id", sa.Integer(), nullable=False),
        _words("address"),
        _words("name"),
        sa.Column("unit", sa.Text()),
        sa.Column("user", sa.Text()),
        sa.Column("removed", sa.String(27)),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.ForeignKeyConstraint(["user"], ["account.user"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("mail_recipient_of", "mail_recipient", ["unit", "user"])


def _create_reminder() -> None:
    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        _words("channel"),
        _words("kind"),
        _words("address"),
        _words("name"),
        sa.Column("unit", sa.Text()),
        _words("subject"),
        _words("body"),
        _words("duties"),
        _words("state"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _words("error"),
        sa.Column("sent", sa.String(27)),
        sa.Column("claimed", sa.String(27)),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("reminder_of", "reminder", ["day", "address"])


def _send_once() -> None:
    op.create_index(
        "reminder_once",
        "reminder",
        ["day", "address"],
        unique=True,
        sqlite_where=sa.text("channel = 'mail'"),
        postgresql_where=sa.text("channel = 'mail'"),
    )


def _words(name: str, *, default: str | None = None) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False, server_default=default)


def _duty() -> tuple[sa.Column, ...]:
    return (
        _words("programme"),
        _words("unit"),
        _words("task", default=""),
        _words("form", default=""),
        _words("period", default=""),
    )


def _act() -> tuple[sa.Column, ...]:
    return (
        _words("actor"),
        _words("actor_name"),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("recorded", sa.String(27), nullable=False),
    )

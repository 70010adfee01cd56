"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_criteria_set()
    _create_journal()
    _create_programme()
    _create_setting()
    _create_sign_in_attempt()
    _create_stored_file()
    _create_unit()
    _create_account()
    _create_appraisal()
    _create_publication()
    _create_submission()
    _create_tile()
    _create_entry()
    _create_session()


def _create_criteria_set() -> None:
    op.create_table(
        "criteria_set",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("in_force_from", sa.Date()),
        sa.Column("in_force_to", sa.Date()),
        sa.Column("imported", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _create_journal() -> None:
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _create_programme() -> None:
    op.create_table(
        "programme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("imported", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _create_setting() -> None:
    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )


def _create_sign_in_attempt() -> None:
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("failed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("sign_in_attempt_at", "sign_in_attempt", ["at"], unique=False)


def _create_stored_file() -> None:
    op.create_table(
        "stored_file",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )


def _create_unit() -> None:
    op.create_table(
        "unit",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text()),
        sa.Column("group_", sa.Text()),
        sa.Column("exists_from", sa.Date()),
        sa.Column("exists_to", sa.Date()),
        sa.Column("attributes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["parent"], ["unit.code"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("code"),
    )


def _create_account() -> None:
    op.create_table(
        "account",
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text()),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.code"],
        ),
        sa.PrimaryKeyConstraint("user"),
    )


def _create_appraisal() -> None:
    op.create_table(
        "appraisal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("recorded", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("appraisal_of", "appraisal", ["period", "unit", "criterion"], unique=False)


def _create_publication() -> None:
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("group_", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("recorded", sa.String(27), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("criteria_set", sa.Integer(), nullable=False),
        sa.Column("criteria_sha256", sa.Text(), nullable=False),
        sa.Column("data_version", sa.Text(), nullable=False),
        sa.Column("replaces", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["criteria_set"],
            ["criteria_set.id"],
        ),
        sa.ForeignKeyConstraint(
            ["replaces"],
            ["publication.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("year", "number", name="publication_number"),
    )
    op.create_index(
        "publication_once",
        "publication",
        ["period", "group_"],
        unique=True,
        sqlite_where=sa.text("replaces IS NULL"),
        postgresql_where=sa.text("replaces IS NULL"),
    )


def _create_submission() -> None:
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_sha256", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text()),
        sa.Column("received", sa.String(27), nullable=False),
        sa.Column("recorded", sa.String(27), nullable=False),
        sa.Column("form", sa.Text()),
        sa.Column("form_version", sa.Text()),
        sa.Column("unit", sa.Text()),
        sa.Column("period", sa.Text()),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("receipt_year", sa.Integer()),
        sa.Column("receipt_number", sa.Integer()),
        sa.Column("issues", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_sha256"],
            ["stored_file.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("receipt_year", "receipt_number", name="submission_receipt"),
    )
    op.create_index(
        "submission_in_force", "submission", ["form", "period", "unit", "id"], unique=False
    )


def _create_tile() -> None:
    op.create_table(
        "tile",
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.code"],
        ),
        sa.PrimaryKeyConstraint("unit"),
    )


def _create_entry() -> None:
    op.create_table(
        "entry",
        sa.Column("submission", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("cell", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission"],
            ["submission.id"],
        ),
        sa.PrimaryKeyConstraint("submission", "key"),
        sqlite_with_rowid=False,
    )


def _create_session() -> None:
    op.create_table(
        "session",
        sa.Column("token_sha256", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("created", sa.String(27), nullable=False),
        sa.Column("last_seen", sa.String(27), nullable=False),
        sa.Column("ended", sa.String(27)),
        sa.ForeignKeyConstraint(
            ["user"],
            ["account.user"],
        ),
        sa.PrimaryKeyConstraint("token_sha256"),
    )

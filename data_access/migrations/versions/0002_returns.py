"""The life of a return: offers, withdrawals, reviews, re-openings, documents, evidence, forms."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _extend_submission()
    _create_document_head()
    _create_return_event()
    _create_reopening()
    _create_attachment()
    _create_form_definition()


def _extend_submission() -> None:
    with op.batch_alter_table("submission") as table:
        for flag in ("offered", "estimate", "identified_by_person"):
            added = sa.Column(flag, sa.Boolean(), nullable=False, server_default=sa.false())
            table.add_column(added)
        for other in ("offer", "replaces"):
            table.add_column(sa.Column(other, sa.Integer()))
            table.create_foreign_key(f"submission_{other}", "submission", [other], ["id"])
        table.add_column(sa.Column("withdrawn", sa.String(27)))
        table.add_column(sa.Column("arrived", sa.Date()))
        table.add_column(sa.Column("arrival_number", sa.Text()))
        table.add_column(sa.Column("channel", sa.Text()))


def _create_document_head() -> None:
    op.create_table(
        "document_head",
        sa.Column("submission", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("abstract", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["submission"], ["submission.id"]),
        sa.PrimaryKeyConstraint("submission"),
    )


def _create_return_event() -> None:
    op.create_table(
        "return_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        *_act(),
        sa.ForeignKeyConstraint(["submission"], ["submission.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("return_event_of", "return_event", ["submission", "id"])


def _create_reopening() -> None:
    op.create_table(
        "reopening",
        *_return(),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("grantor", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("reopening_of", "reopening", ["form", "period", "unit"])


def _create_attachment() -> None:
    op.create_table(
        "attachment",
        *_return(),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("file_sha256", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("dated", sa.Date()),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.ForeignKeyConstraint(["file_sha256"], ["stored_file.sha256"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("attachment_of", "attachment", ["form", "period", "unit"])


def _create_form_definition() -> None:
    op.create_table(
        "form_definition",
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


def _return() -> tuple[sa.Column, ...]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
    )


def _act() -> tuple[sa.Column, ...]:
    return (
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("recorded", sa.String(27), nullable=False),
    )

"""The life of a score: rounds, explanations, decisions, outside figures, corrected publications."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _extend_appraisal()
    _create_score_event()
    _create_score_decision()
    _create_outside_figure()
    _create_recognised_model()
    _create_remedy()
    _extend_publication()


def _extend_appraisal() -> None:
    with op.batch_alter_table("appraisal") as table:
        table.add_column(_words("criteria", empty=True))
        table.add_column(sa.Column("round", sa.Integer(), nullable=False, server_default="1"))


def _create_score_event() -> None:
    op.create_table(
        "score_event",
        *_line(),
        _words("criterion"),
        _words("kind"),
        _words("text"),
        _words("outcome", empty=True),
        sa.Column("due", sa.Date()),
        sa.Column("answers", sa.Integer()),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.ForeignKeyConstraint(["answers"], ["score_event.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("score_event_of", "score_event", ["period", "unit", "criterion"])


def _create_score_decision() -> None:
    op.create_table(
        "score_decision",
        *_line(),
        _words("kind"),
        _words("value"),
        _words("reason"),
        _words("decision"),
        sa.Column("decided_on", sa.Date()),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("score_decision_of", "score_decision", ["period", "unit"])


def _create_outside_figure() -> None:
    op.create_table(
        "outside_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        _words("unit"),
        _words("period"),
        _words("key"),
        _words("kind"),
        _words("value"),
        _words("source"),
        sa.Column("as_of", sa.Date(), nullable=False),
        _words("document"),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("outside_figure_of", "outside_figure", ["period", "unit", "key"])


def _create_recognised_model() -> None:
    op.create_table(
        "recognised_model",
        sa.Column("id", sa.Integer(), nullable=False),
        _words("unit"),
        _words("name"),
        _words("field"),
        _words("level"),
        _words("decision"),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("struck_off", sa.String(27)),
        _words("struck_off_reason", empty=True),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("recognised_model_of", "recognised_model", ["unit", "decided_on"])


def _create_remedy() -> None:
    op.create_table(
        "remedy",
        *_line(),
        _words("criterion"),
        _words("lost"),
        _words("measure"),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date()),
        _words("done_text", empty=True),
        *_act(),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("remedy_of", "remedy", ["period", "unit"])


def _extend_publication() -> None:
    op.drop_index("publication_once", "publication")
    with op.batch_alter_table("publication") as table:
        for name in ("criteria", "decision", "kind", "reason", "facts"):
            table.add_column(_words(name, empty=True))
        table.add_column(sa.Column("decided_on", sa.Date()))
    op.create_index(
        "publication_once",
        "publication",
        ["criteria", "period", "group_"],
        unique=True,
        sqlite_where=sa.text("replaces IS NULL"),
        postgresql_where=sa.text("replaces IS NULL"),
    )


def _words(name: str, *, empty: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False, server_default="" if empty else None)


def _line() -> tuple[sa.Column, ...]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        _words("criteria", empty=True),
        _words("unit"),
        _words("period"),
    )


def _act() -> tuple[sa.Column, ...]:
    return (
        _words("actor"),
        _words("actor_name"),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("recorded", sa.String(27), nullable=False),
    )

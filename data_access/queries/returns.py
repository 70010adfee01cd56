"""What was handed in. A unit sees its own; members see none, whoever reported is elsewhere."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, Row, Select, and_, or_, select

from data_access import tables
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.database import reading
from data_access.permissions import require_own_unit
from data_access.returns import issues_from_json, receipt
from scoring.issues import Issue, Refusal, Refused
from scoring.periods import Period, parse_period


@dataclass(frozen=True)
class SubmissionEntry:
    """One file as kept. `in_force`: its answers count; a later accepted one supersedes it."""

    id: int
    file_name: str
    sha256: str
    accepted: bool
    in_force: bool
    receipt: str | None
    received: datetime
    recorded: datetime
    form: str | None
    unit: str | None
    period: Period | None
    sent_by: str
    issues: tuple[Issue, ...]


@dataclass(frozen=True)
class StoredFile:
    name: str
    content: bytes


def submissions(
    engine: Engine,
    actor: Actor,
    unit: str | None = None,
    period: Period | None = None,
    form: str | None = None,
) -> tuple[SubmissionEntry, ...]:
    """Newest first, refused ones too."""
    require_role(actor, SEES_ALL | {Role.UNIT})
    asked = {"unit": unit, "period": None if period is None else str(period), "form": form}
    chosen = _with_in_force().order_by(tables.submission.c.id.desc())
    kept = tables.submission.c
    for column, value in asked.items():
        # A file that could not be read says nothing of itself; its sender still finds it here.
        if value is not None:
            unknown = and_(kept.form.is_(None), kept.owner == (unit or kept.owner))
            chosen = chosen.where(or_(kept[column] == value, unknown))
    with reading(engine) as connection:
        if unit is not None:
            require_own_unit(connection, actor, unit)
        if actor.role is Role.UNIT:
            # Its own uploads, and what the secretariat took in for it; never a file that another
            # unit sent in its name by mistake.
            chosen = chosen.where(tables.submission.c.owner == actor.unit)
        rows = connection.execute(chosen).all()
    return tuple(_entry(row) for row in rows)


def submission(engine: Engine, actor: Actor, number: int) -> SubmissionEntry:
    with reading(engine) as connection:
        return _entry(_permitted(connection, actor, number))


def submitted_file(engine: Engine, actor: Actor, number: int) -> StoredFile:
    with reading(engine) as connection:
        row = _permitted(connection, actor, number)
        kept = tables.stored_file.c
        chosen = select(kept.content).where(kept.sha256 == row.file_sha256)
        return StoredFile(row.file_name, connection.execute(chosen).scalar_one())


def _permitted(connection: Connection, actor: Actor, number: int) -> Row:
    row = connection.execute(_with_in_force().where(tables.submission.c.id == number)).first()
    if row is None:
        raise Refused(Refusal.UNKNOWN_SUBMISSION, id=number)
    require_role(actor, SEES_ALL | {Role.UNIT})
    require_own_unit(connection, actor, row.owner)
    return row


def _with_in_force() -> Select:
    later = tables.submission.alias("later")
    superseded = (
        select(later.c.id)
        .where(
            later.c.accepted,
            later.c.form == tables.submission.c.form,
            later.c.period == tables.submission.c.period,
            later.c.unit == tables.submission.c.unit,
            later.c.id > tables.submission.c.id,
        )
        .exists()
    )
    return select(tables.submission, (tables.submission.c.accepted & ~superseded).label("in_force"))


def _entry(row: Row) -> SubmissionEntry:
    return SubmissionEntry(
        row.id,
        row.file_name,
        row.file_sha256,
        row.accepted,
        bool(row.in_force),
        receipt(row.receipt_year, row.receipt_number),
        row.received,
        row.recorded,
        row.form,
        row.unit,
        parse_period(row.period) if row.period else None,
        row.actor_name,
        issues_from_json(row.issues),
    )

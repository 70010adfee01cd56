"""What was handed in, and its life. A unit sees its own; members see none, whoever reported is
elsewhere."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Row, and_, or_, select

from data_access import tables
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.appraising import appraises_evidence
from data_access.database import reading
from data_access.document_heads import DocumentHead
from data_access.evidence import Attachment, attachment_of, of_return
from data_access.feeds import FeedItem, feed_of
from data_access.permissions import require_own_unit
from data_access.returns import in_force
from data_access.reviews import ReviewState, in_force_now
from data_access.submission_entries import (
    SubmissionEntry,
    chosen_submissions,
    entries_of,
    permitted,
    seen_by,
)
from data_access.versions import (
    Change,
    ReadValue,
    changes_between,
    questions_about,
    values_of,
)
from scoring.forms import Mark
from scoring.issues import Code
from scoring.periods import Period, parse_period, periods_of_year
from scoring.refusals import Refusal, Refused


@dataclass(frozen=True)
class StoredFile:
    name: str
    content: bytes


@dataclass(frozen=True)
class Preview:
    """What a file would do if it were handed in. `read`: how many answers it holds; `replaces`: the
    version in force now, which `changes` compares it with; `recognised`: the identity a person must
    confirm, where the workbook's own mark is gone."""

    entry: SubmissionEntry
    mark: Mark | None
    read: int
    changes: tuple[Change, ...]
    replaces: SubmissionEntry | None
    recognised: Mark | None


def submissions(
    engine: Engine,
    actor: Actor,
    unit: str | None = None,
    period: Period | None = None,
    form: str | None = None,
) -> tuple[SubmissionEntry, ...]:
    """Newest first, refused ones and those merely offered too."""
    require_role(actor, SEES_ALL | {Role.UNIT})
    asked = {"unit": unit, "period": None if period is None else str(period), "form": form}
    chosen = chosen_submissions().order_by(tables.submission.c.id.desc())
    kept = tables.submission.c
    for column, value in asked.items():
        # A file that could not be read says nothing of itself; its sender still finds it here.
        if value is not None:
            unknown = and_(kept.form.is_(None), kept.owner == (unit or kept.owner))
            chosen = chosen.where(or_(kept[column] == value, unknown))
    with reading(engine) as connection:
        if unit is not None:
            require_own_unit(connection, actor, unit)
        rows = connection.execute(seen_by(connection, actor, chosen)).all()
        return entries_of(connection, rows)


def submission(engine: Engine, actor: Actor, number: int) -> SubmissionEntry:
    with reading(engine) as connection:
        return entries_of(connection, [permitted(connection, actor, number)])[0]


def submitted_file(engine: Engine, actor: Actor, number: int) -> StoredFile:
    with reading(engine) as connection:
        row = permitted(connection, actor, number)
        return StoredFile(row.file_name, _content(connection, row.file_sha256))


def preview(engine: Engine, actor: Actor, number: int) -> Preview:
    with reading(engine) as connection:
        row = permitted(connection, actor, number)
        questions = questions_about(connection, row)
        values = values_of(connection, number, questions)
        # What was refused may name another unit, whose version in force is not to be shown.
        current = in_force_now(connection, row) if row.offered or row.accepted else None
        compared = current is not None and current != number and values
        changes = changes_between(connection, current, number, questions) if compared else ()
        replaced = [permitted(connection, actor, current)] if current is not None else []
        entry, *replaces = entries_of(connection, [row, *replaced])
    mark = _mark(row)
    recognised = any(found.code is Code.MARK_RECOGNISED for found in entry.issues)
    return Preview(
        entry,
        mark,
        len(values),
        changes,
        replaces[0] if replaces else None,
        mark if recognised else None,
    )


def values(engine: Engine, actor: Actor, number: int) -> tuple[ReadValue, ...]:
    """Every answer read of one file, in the order of the form."""
    with reading(engine) as connection:
        row = permitted(connection, actor, number)
        return values_of(connection, number, questions_about(connection, row))


def difference(engine: Engine, actor: Actor, older: int, newer: int) -> tuple[Change, ...]:
    """What differs between any two files of one return."""
    with reading(engine) as connection:
        permitted(connection, actor, older)
        row = permitted(connection, actor, newer)
        return changes_between(connection, older, newer, questions_about(connection, row))


def feed(
    engine: Engine, actor: Actor, form: str, unit: str, period: Period
) -> tuple[FeedItem, ...]:
    """Versions, decisions, words, withdrawals, re-openings and evidence, oldest first."""
    with reading(engine) as connection:
        _require_sight(connection, actor, unit)
        return feed_of(connection, form, unit, period)


def verify(engine: Engine, actor: Actor, content: bytes) -> tuple[SubmissionEntry, ...]:
    """The receipts given for exactly these bytes, of those the actor may see."""
    kept = tables.submission.c
    same = kept.file_sha256 == hashlib.sha256(content).hexdigest()
    chosen = chosen_submissions().where(same, kept.accepted).order_by(kept.id)
    with reading(engine) as connection:
        rows = connection.execute(seen_by(connection, actor, chosen)).all()
        return entries_of(connection, rows)


def received(
    engine: Engine, actor: Actor, period: Period, form: str | None = None
) -> tuple[SubmissionEntry, ...]:
    """Every return in force, of a year also those of its quarters; not yet reviewed ones first."""
    require_role(actor, SEES_ALL)
    kept = tables.submission.c
    periods = periods_of_year(period.year) if period.is_year else (period,)
    chosen = chosen_submissions().where(
        kept.accepted, kept.withdrawn.is_(None), kept.period.in_([str(one) for one in periods])
    )
    if form is not None:
        chosen = chosen.where(kept.form == form)
    with reading(engine) as connection:
        rows = connection.execute(seen_by(connection, actor, chosen.order_by(kept.id))).all()
        found = entries_of(connection, (row for row in rows if row.in_force))
    return tuple(sorted(found, key=lambda one: (one.review is not ReviewState.NONE, one.id)))


def estimates(engine: Engine, actor: Actor, period: Period, form: str) -> frozenset[str]:
    """The units whose figures in force are estimates (số ước). That is said wherever they stand."""
    newest, kept = in_force(form, [period]), tables.submission.c
    chosen = select(kept.unit).join(newest, newest.c.id == kept.id).where(kept.estimate)
    with reading(engine) as connection:
        return frozenset(connection.execute(chosen).scalars())


def attachments(
    engine: Engine, actor: Actor, form: str, unit: str, period: Period
) -> tuple[Attachment, ...]:
    with reading(engine) as connection:
        _require_sight(connection, actor, unit)
        rows = connection.execute(of_return(form, unit, period)).all()
    return tuple(attachment_of(row) for row in rows)


def attachment_file(engine: Engine, actor: Actor, number: int) -> StoredFile:
    kept = tables.attachment
    with reading(engine) as connection:
        row = connection.execute(select(kept).where(kept.c.id == number)).first()
        if row is None:
            raise Refused(Refusal.UNKNOWN_ATTACHMENT, id=number)
        if not appraises_evidence(connection, actor, attachment_of(row)):
            _require_sight(connection, actor, row.unit)
        return StoredFile(row.file_name, _content(connection, row.file_sha256))


def document_head(engine: Engine, actor: Actor, number: int) -> DocumentHead | None:
    """Number, date, signer and abstract of a signed document; None of a workbook."""
    kept = tables.document_head.c
    chosen = select(kept.number, kept.signed_on, kept.signer, kept.abstract)
    with reading(engine) as connection:
        permitted(connection, actor, number)
        row = connection.execute(chosen.where(kept.submission == number)).first()
    return None if row is None else DocumentHead(*row)


def _require_sight(connection: Connection, actor: Actor, unit: str) -> None:
    require_role(actor, SEES_ALL | {Role.UNIT})
    require_own_unit(connection, actor, unit)


def _content(connection: Connection, sha256: str) -> bytes:
    kept = tables.stored_file.c
    return connection.execute(select(kept.content).where(kept.sha256 == sha256)).scalar_one()


def _mark(row: Row) -> Mark | None:
    if row.form is None:
        return None
    return Mark(row.form, row.form_version, row.unit, parse_period(row.period))

"""What was said and decided about a version handed in, as kept, and acting on it in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Row, ScalarSelect, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.permissions import require_own_unit
from data_access.returns import newest_in_force
from data_access.tables import return_event, submission
from scoring.periods import parse_period
from scoring.refusals import Refusal, Refused

LONGEST_WORDS = 2000


class EventKind(StrEnum):
    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"
    COMMENT = "comment"


class ReviewState(StrEnum):
    NONE = "none"
    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"


@dataclass(frozen=True)
class CellRemark:
    """What is wrong with one answer of a return that is sent back."""

    key: str
    text: str


def require_in_force(connection: Connection, number: int, actor: Actor) -> Row:
    """The submission's row, unless it is another unit's, another version has taken its place or it
    was withdrawn."""
    row = connection.execute(select(submission).where(submission.c.id == number)).first()
    if row is None:
        raise Refused(Refusal.UNKNOWN_SUBMISSION, id=number)
    require_own_unit(connection, actor, row.owner)
    if not row.accepted or in_force_now(connection, row) != number:
        raise Refused(Refusal.STALE_VERSION)
    return row


def in_force_now(connection: Connection, row: Row) -> int | None:
    """The version in force of the same return."""
    newest = newest_in_force(row.form, row.unit, parse_period(row.period)).limit(1)
    return connection.execute(newest.with_only_columns(submission.c.id)).scalar()


def require_words(text: str, missing: Refusal) -> str:
    words = text.strip()
    if not words:
        raise Refused(missing)
    return require_short(words)


def require_short(text: str) -> str:
    if len(text) > LONGEST_WORDS:
        raise Refused(Refusal.WORDS_TOO_LONG, length=len(text), longest=LONGEST_WORDS)
    return text.strip()


def keep_events(
    connection: Connection,
    actor: Actor,
    number: int,
    kind: EventKind,
    remarks: Sequence[CellRemark],
    at: Moments,
) -> None:
    rows = [
        {
            "submission": number,
            "kind": kind.value,
            "key": remark.key,
            "text": remark.text,
            "actor": actor.user,
            "actor_name": actor.name,
            "at": at.official,
            "recorded": at.recorded,
        }
        for remark in remarks
    ]
    connection.execute(return_event.insert(), rows)


def latest_review() -> ScalarSelect[str]:
    """The kind of the last decision on the submission of the enclosing question."""
    kept = return_event.c
    decisions = (EventKind.ACCEPTED.value, EventKind.SENT_BACK.value)
    return (
        select(kept.kind)
        .where(kept.submission == submission.c.id, kept.kind.in_(decisions))
        .order_by(kept.id.desc())
        .limit(1)
        .correlate(submission)
        .scalar_subquery()
    )

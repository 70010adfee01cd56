"""Everything that happened to one return, as told in one feed. Decides nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, select

from data_access.admitting import written_day
from data_access.evidence import of_return
from data_access.returns import receipt
from data_access.tables import reopening, return_event, submission
from data_access.versions import Change, Questions, changes_between, questions_of
from scoring.periods import Period


class FeedKind(StrEnum):
    HANDED_IN = "handed_in"
    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"
    COMMENT = "comment"
    REOPENED = "reopened"
    EVIDENCE = "evidence"


@dataclass(frozen=True)
class FeedItem:
    """`submission`: the version it concerns; `text`: the receipt's number, the words said, the file
    attached, or who allowed the re-opening, till when and why. `changes`: what a version changed of
    the one it replaced."""

    at: datetime
    recorded: datetime
    who: str
    kind: FeedKind
    submission: int | None = None
    key: str = ""
    label: str = ""
    text: str = ""
    changes: tuple[Change, ...] = ()


def feed_of(connection: Connection, form: str, unit: str, period: Period) -> tuple[FeedItem, ...]:
    """Oldest first, by the moment that counts."""
    questions = questions_of(connection, form, unit, period)
    items = [
        *_versions(connection, form, unit, period, questions),
        *_events(connection, form, unit, period, questions),
        *_reopenings(connection, form, unit, period),
        *_evidence(connection, form, unit, period),
    ]
    return tuple(sorted(items, key=lambda item: (item.at, item.recorded)))


def _versions(
    connection: Connection, form: str, unit: str, period: Period, questions: Questions
) -> Iterator[FeedItem]:
    kept = submission.c
    one = (kept.form == form) & (kept.unit == unit) & (kept.period == str(period))
    chosen = select(submission).where(one, kept.accepted).order_by(kept.id)
    for row in connection.execute(chosen).all():
        number = receipt(row.receipt_year, row.receipt_number) or ""
        changes = (
            changes_between(connection, row.replaces, row.id, questions) if row.replaces else ()
        )
        kind = FeedKind.HANDED_IN
        yield FeedItem(
            row.received, row.recorded, row.actor_name, kind, row.id, text=number, changes=changes
        )


def _events(
    connection: Connection, form: str, unit: str, period: Period, questions: Questions
) -> Iterator[FeedItem]:
    kept = submission.c
    one = (kept.form == form) & (kept.unit == unit) & (kept.period == str(period))
    chosen = select(return_event).join(submission, kept.id == return_event.c.submission)
    for row in connection.execute(chosen.where(one).order_by(return_event.c.id)).all():
        label = questions.label(row.key) if row.key else ""
        kind = FeedKind(row.kind)
        yield FeedItem(
            row.at, row.recorded, row.actor_name, kind, row.submission, row.key, label, row.text
        )


def _reopenings(connection: Connection, form: str, unit: str, period: Period) -> Iterator[FeedItem]:
    kept = reopening.c
    one = (kept.form == form) & (kept.unit == unit) & (kept.period == str(period))
    for row in connection.execute(select(reopening).where(one).order_by(kept.id)).all():
        said = (row.grantor, row.decision, written_day(row.until), row.reason)
        text = " · ".join(part for part in said if part)
        yield FeedItem(row.at, row.recorded, row.actor_name, FeedKind.REOPENED, text=text)


def _evidence(connection: Connection, form: str, unit: str, period: Period) -> Iterator[FeedItem]:
    for row in connection.execute(of_return(form, unit, period)).all():
        kind = FeedKind.EVIDENCE
        yield FeedItem(
            row.at, row.recorded, row.actor_name, kind, None, row.key, row.key, row.file_name
        )

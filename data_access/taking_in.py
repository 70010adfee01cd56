"""Judging a file and keeping it with its verdict: one reading, one writing transaction."""

from collections.abc import Callable

from sqlalchemy import Connection, Engine, Row, select

from data_access.admitting import version_in_force
from data_access.database import data_version_in, reading, writing
from data_access.judging import Judged
from data_access.keeping import Delivery, Verdict, keep_submission
from data_access.moments import Moments, moments_for
from data_access.returns import Submission, submission_of
from data_access.tables import submission
from scoring.forms import Mark
from scoring.periods import parse_period
from scoring.refusals import Refusal, Refused

Judge = Callable[[Connection, Moments], Judged]


def take_in(
    engine: Engine,
    action: str,
    delivery: Delivery,
    moments: Moments | None,
    judging: Judge,
    offer: Row | None = None,
) -> Submission:
    """Judge a file and keep it with the verdict, in one writing transaction."""
    actor = delivery.actor
    with reading(engine) as connection:
        at, version = moments_for(connection, moments), data_version_in(connection)
        verdict, refused = judging(connection, at)
    with writing(engine, actor, action, _subject(verdict, delivery)) as connection:
        # Reading a large file takes seconds; what has changed meanwhile counts.
        if data_version_in(connection) != version:
            verdict, refused = judging(connection, at)
        if offer is not None:
            done = already_confirmed(connection, offer.id)
            if done is not None:
                return done
            _require_as_offered(connection, offer)
        kept = keep_submission(connection, delivery, at, verdict)
    if refused is not None:
        raise refused
    return kept


def already_confirmed(connection: Connection, offer: int) -> Submission | None:
    kept = submission.c
    chosen = select(submission).where(kept.offer == offer, kept.accepted).order_by(kept.id)
    row = connection.execute(chosen.limit(1)).first()
    return row and submission_of(row)


def _require_as_offered(connection: Connection, offer: Row) -> None:
    mark = Mark(offer.form, offer.form_version, offer.unit, parse_period(offer.period))
    if version_in_force(connection, mark, estimate=False) != offer.replaces:
        raise Refused(Refusal.STALE_VERSION)


def _subject(verdict: Verdict, delivery: Delivery) -> str:
    mark = verdict.mark
    return delivery.file_name[:200] if mark is None else f"{mark.form} {mark.unit} {mark.period}"

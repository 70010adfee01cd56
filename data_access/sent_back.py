"""Returns that were sent back for correction, and when the correction came."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from data_access.returns import handed_in
from data_access.reviews import EventKind
from data_access.tables import return_event, submission
from scoring.periods import Period

FormPeriod = tuple[str, Period]
Round = tuple[date | None, date | None]
Rounds = Mapping[tuple[str, str, str], Round]


def sent_back_rounds(
    connection: Connection, asked: Collection[FormPeriod], before: datetime
) -> Rounds:
    """By form, unit and period: the day a version was sent back, the day the next one came. Of
    several rounds the one that took longest, so that what was once late stays so."""
    found: dict[tuple[str, str, str], Round] = {}
    for form, period in asked:
        for unit, at, came in _rounds_of(connection, form, period, before):
            key = (form, unit, str(period))
            one = (at.date(), came.date() if came else None)
            found[key] = max(found.get(key, one), one, key=_length)
    return found


def _rounds_of(
    connection: Connection, form: str, period: Period, before: datetime
) -> Sequence[tuple[str, datetime, datetime | None]]:
    """Unit, moment of sending back, moment of the correction (None: not yet)."""
    kept, event, later = submission.c, return_event.c, submission.alias("later").c
    correction = select(func.min(later.received)).where(
        later.form == kept.form,
        later.period == kept.period,
        later.unit == kept.unit,
        later.id > kept.id,
        later.accepted,
        later.received < before,
    )
    chosen = (
        select(kept.unit, event.at, correction.correlate(submission).scalar_subquery())
        .join(return_event, event.submission == kept.id)
        .where(kept.form == form, kept.period == str(period), handed_in(before))
        .where(event.kind == EventKind.SENT_BACK.value, event.at < before)
    )
    return [(unit, at, came) for unit, at, came in connection.execute(chosen)]


def _length(one: Round) -> int:
    """In days; what was not corrected yet takes longest."""
    sent, corrected = one
    return ((corrected or date.max) - (sent or date.max)).days

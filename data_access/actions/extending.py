"""Giving units more time for duties that are still open (gia hạn): why, by whom, until when."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Engine

from data_access.accounts import DECIDES, Actor, require_role
from data_access.admitting import require_day, written_day
from data_access.database import writing
from data_access.extensions import Granting, keep_extensions
from data_access.known_duties import require_duty
from data_access.moments import Moments, moments_for
from data_access.reviews import require_short, require_words
from data_access.standings import Standing
from scoring.obligations import OPEN, DutyKey, State
from scoring.refusals import Refusal, Refused

_LONGEST = timedelta(days=2 * 366)
_OLDEST = date(1945, 9, 2)


def extend(
    engine: Engine,
    actor: Actor,
    keys: Sequence[DutyKey],
    until: date,
    reason: str,
    grantor: str,
    decision: str = "",
    decided_on: date | None = None,
    moments: Moments | None = None,
) -> None:
    """All of them or none; `until` is the new last day on time. The first due day stays visible,
    and of several extensions the longest counts."""
    require_role(actor, DECIDES)
    granting = Granting(
        until,
        require_words(reason, Refusal.REASON_REQUIRED),
        require_words(grantor, Refusal.GRANTOR_REQUIRED),
        require_short(decision),
        decided_on,
    )
    wanted = tuple(dict.fromkeys(keys))
    if not wanted:
        raise Refused(Refusal.DUTIES_REQUIRED)
    subject = ", ".join(map(str, wanted))
    detail = f"{until} {granting.grantor}: {granting.reason}"
    with writing(engine, actor, "extend", subject, detail) as connection:
        at = moments_for(connection, moments)
        today = at.official.date()
        _require_days(granting, today)
        for key in wanted:
            _require_extendable(require_duty(connection, today, key), until)
        keep_extensions(connection, actor, wanted, granting, at)


def _require_days(granting: Granting, today: date) -> None:
    require_day(granting.until, _OLDEST, today + _LONGEST)
    if granting.decided_on is not None:
        require_day(granting.decided_on, _OLDEST, today)


def _require_extendable(standing: Standing, until: date) -> None:
    owed = standing.obligation
    named = {"unit": standing.unit.label, "title": owed.title}
    if standing.closed:
        raise Refused(Refusal.PROGRAMME_CLOSED, programme=standing.programme)
    if standing.state is State.EXEMPT:
        raise Refused(Refusal.DUTY_EXEMPT, **named)
    if standing.state not in OPEN:
        raise Refused(Refusal.DUTY_MET, **named)
    if owed.due is None:
        raise Refused(Refusal.DUTY_WITHOUT_DAY, **named)
    if until <= owed.due:
        days = {"until": written_day(until), "due": written_day(owed.due)}
        raise Refused(Refusal.EXTENSION_NOT_LATER, title=owed.title, **days)

"""Re-opening a locked period for one unit's return: with reason, grantor and last day."""

from datetime import date, timedelta

from sqlalchemy import Connection, Engine

from data_access.accounts import DECIDES, Actor, require_role
from data_access.admitting import require_day
from data_access.database import writing
from data_access.locks import lock_of
from data_access.moments import Moments, moments_for
from data_access.owed_forms import OwedForm, owed_form
from data_access.reviews import require_short, require_words
from data_access.tables import reopening
from scoring.periods import Period
from scoring.refusals import Refusal, Refused

_LONGEST = timedelta(days=366)


def reopen(
    engine: Engine,
    actor: Actor,
    form: str,
    unit: str,
    period: Period,
    until: date,
    reason: str,
    grantor: str,
    decision: str,
    moments: Moments | None = None,
) -> None:
    """`until` is the last day; what comes in then stays late. `decision`: its number, if any."""
    require_role(actor, DECIDES)
    words = require_words(reason, Refusal.REASON_REQUIRED)
    granted_by = require_words(grantor, Refusal.GRANTOR_REQUIRED)
    subject = f"{form} {unit} {period}"
    with writing(engine, actor, "reopen", subject, f"{until} {granted_by}: {words}") as connection:
        at = moments_for(connection, moments)
        _require_locked(connection, owed_form(connection, form, unit, period), until)
        require_day(until, at.official.date(), at.official.date() + _LONGEST)
        row = {
            "form": form,
            "unit": unit,
            "period": str(period),
            "until": until,
            "reason": words,
            "grantor": granted_by,
            "decision": require_short(decision),
        }
        _keep(connection, actor, row, at)


def _require_locked(connection: Connection, owed: OwedForm, until: date) -> None:
    period, lock = owed.form.mark.period, lock_of(connection, owed)
    if lock is None or until <= lock:
        raise Refused(Refusal.NOT_LOCKED, period=period)


def _keep(connection: Connection, actor: Actor, row: dict[str, object], at: Moments) -> None:
    who = {"actor": actor.user, "actor_name": actor.name}
    when = {"at": at.official, "recorded": at.recorded}
    connection.execute(reopening.insert().values(row | who | when))

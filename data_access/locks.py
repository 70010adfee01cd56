"""Whether a return may still come in: the lock of its duty, and what re-opened it."""

from datetime import date

from sqlalchemy import Connection, select

from data_access.owed_forms import OwedForm
from data_access.tables import reopening
from scoring.forms import Mark
from scoring.issues import Refusal, Refused


def require_open(connection: Connection, owed: OwedForm, day: date) -> None:
    mark = owed.form.mark
    lock = owed.duty.lock(mark.period)
    if lock is not None and day > lock and not reopened(connection, mark, day):
        raise Refused(Refusal.PERIOD_LOCKED, period=mark.period, lock=lock.isoformat())


def reopened(connection: Connection, mark: Mark, day: date) -> bool:
    kept = reopening.c
    chosen = select(kept.id).where(
        kept.form == mark.form,
        kept.unit == mark.unit,
        kept.period == str(mark.period),
        kept.until >= day,
    )
    return connection.execute(chosen.limit(1)).first() is not None

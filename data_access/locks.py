"""Whether a return may still come in: the lock of its duty, and what keeps or makes it open."""

from datetime import date

from sqlalchemy import Connection, select

from data_access import duties
from data_access.calendar_days import office_calendar
from data_access.owed_forms import OwedForm
from data_access.tables import reopening
from scoring.forms import Mark
from scoring.refusals import Refusal, Refused


def require_open(connection: Connection, owed: OwedForm, day: date) -> None:
    """After its lock a return is taken where the period was reopened for the unit, or the unit has
    until later: more time was granted, or a correction asked for."""
    mark, lock = owed.form.mark, lock_of(connection, owed)
    if lock is None or day <= lock or reopened(connection, mark, day):
        return
    if not _has_time(connection, owed, day):
        raise Refused(Refusal.PERIOD_LOCKED, period=mark.period, lock=lock.isoformat())


def lock_of(connection: Connection, owed: OwedForm) -> date | None:
    """The last day of all; None where the duty is never locked."""
    return owed.duty.lock(owed.form.mark.period, office_calendar(connection, [owed.programme.year]))


def reopened(connection: Connection, mark: Mark, day: date) -> bool:
    kept = reopening.c
    chosen = select(kept.id).where(
        kept.form == mark.form,
        kept.unit == mark.unit,
        kept.period == str(mark.period),
        kept.until >= day,
    )
    return connection.execute(chosen.limit(1)).first() is not None


def _has_time(connection: Connection, owed: OwedForm, day: date) -> bool:
    """Of its own duty, whoever has to do it now, or of one that it took over."""
    mark = owed.form.mark
    known = {"period": mark.period, "form": mark.form, "programme": owed.programme.code}
    laid = duties.on(connection, day, debtor=mark.unit, **known)
    found = (*laid, *duties.on(connection, day, unit=mark.unit, **known))
    ends = (one.last_day for one in found if one.obligation.period == mark.period)
    return any(last is not None and last >= day for last in ends)

"""What must hold of anything handed in, workbook or document, besides its content."""

from datetime import date

from sqlalchemy import Connection

from data_access import catalogue, documents
from data_access.accounts import KEEPS_HOUSE, Actor
from data_access.handing import Arrival
from data_access.moments import Moments
from data_access.returns import newest_in_force
from data_access.tables import submission
from scoring.forms import Mark
from scoring.periods import Period
from scoring.refusals import Refusal, Refused


def require_expected(connection: Connection, mark: Mark, expected: Mark) -> None:
    """What comes is what the page had chosen; else both are named."""
    if mark.form != expected.form:
        named = {"form": title_of(connection, mark.form)}
        raise Refused(Refusal.OTHER_FORM, other=title_of(connection, expected.form), **named)
    if mark.unit != expected.unit:
        named = {"unit": label_of(connection, mark.unit)}
        raise Refused(Refusal.OTHER_UNIT, other=label_of(connection, expected.unit), **named)
    if mark.period != expected.period:
        raise Refused(Refusal.OTHER_PERIOD, period=mark.period, other_period=expected.period)


def require_arrival(actor: Actor, arrival: Arrival | None, period: Period, at: Moments) -> None:
    """A day of arrival is the office's to enter, never in the future, never long before."""
    if arrival is None:
        return
    if actor.role not in KEEPS_HOUSE:
        raise Refused(Refusal.ARRIVAL_NOT_YOURS)
    first = period.first_day
    require_day(arrival.day, first.replace(year=first.year - 1), at.official.date())


def require_day(day: date, earliest: date, latest: date) -> None:
    if not earliest <= day <= latest:
        limits = {"earliest": written_day(earliest), "latest": written_day(latest)}
        raise Refused(Refusal.DAY_OUTSIDE, day=written_day(day), **limits)


def written_day(day: date) -> str:
    # strftime leaves years before 1000 unpadded on some systems.
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def version_in_force(connection: Connection, mark: Mark, *, estimate: bool) -> int | None:
    """The version that would be replaced; estimates never replace official figures."""
    kept = submission.c
    newest = newest_in_force(mark.form, mark.unit, mark.period).limit(1)
    found = connection.execute(newest.with_only_columns(kept.id, kept.estimate)).first()
    if found is None:
        return None
    if estimate and not found.estimate:
        raise Refused(Refusal.ESTIMATE_AFTER_FINAL, period=mark.period)
    return found.id


def title_of(connection: Connection, form: str) -> str:
    """As the programmes that ask for it call it; an unknown form by its code."""
    duties = (duty for plan in documents.programmes(connection) for duty in plan.reports)
    return next((duty.title for duty in duties if duty.form == form), form)


def label_of(connection: Connection, unit: str) -> str:
    found = catalogue.find_unit(connection, unit)
    return found.label if found else unit

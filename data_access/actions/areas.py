"""Assigning units to the members who follow them (phân công địa bàn), and ending that."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, Engine

from data_access import catalogue
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.admitting import require_day, written_day
from data_access.areas import AssignmentKind, Decided, assignments_on, keep_assignments
from data_access.database import writing
from data_access.moments import Moments, moments_for
from data_access.offices import office
from data_access.reviews import require_words
from scoring.refusals import Refusal, Refused

_OLDEST = date(1945, 9, 2)
_AHEAD = timedelta(days=366)


def assign(
    engine: Engine,
    actor: Actor,
    office_code: str,
    units: Sequence[str],
    from_day: date,
    decision: str,
    decided_on: date | None = None,
    moments: Moments | None = None,
) -> None:
    """The office follows these units from that day on; others may follow them too."""
    _keep(
        engine,
        actor,
        AssignmentKind.ASSIGNED,
        office_code,
        units,
        from_day,
        decision,
        decided_on,
        moments,
    )


def end_assignment(
    engine: Engine,
    actor: Actor,
    office_code: str,
    units: Sequence[str],
    from_day: date,
    decision: str,
    decided_on: date | None = None,
    moments: Moments | None = None,
) -> None:
    """`from_day` is the first day on which the office no longer follows them."""
    _keep(
        engine,
        actor,
        AssignmentKind.ENDED,
        office_code,
        units,
        from_day,
        decision,
        decided_on,
        moments,
    )


def _keep(
    engine: Engine,
    actor: Actor,
    kind: AssignmentKind,
    office_code: str,
    units: Sequence[str],
    from_day: date,
    decision: str,
    decided_on: date | None,
    moments: Moments | None,
) -> None:
    require_role(actor, KEEPS_HOUSE)
    decided = Decided(from_day, require_words(decision, Refusal.DOCUMENT_REQUIRED), decided_on)
    detail = f"{' '.join(units)} {from_day} {decided.decision}"
    with writing(engine, actor, f"area_{kind.value}", office_code, detail) as connection:
        at = moments_for(connection, moments)
        office(connection, office_code)
        _require_days(decided, at.official.date())
        _require_units(connection, office_code, units, kind, from_day)
        keep_assignments(connection, actor, office_code, units, kind, decided, at)


def _require_days(decided: Decided, today: date) -> None:
    require_day(decided.from_day, _OLDEST, today + _AHEAD)
    if decided.decided_on is not None:
        require_day(decided.decided_on, _OLDEST, today)


def _require_units(
    connection: Connection, office_code: str, units: Sequence[str], kind: AssignmentKind, day: date
) -> None:
    if not units:
        raise Refused(Refusal.UNITS_REQUIRED)
    followed = {one.unit for one in assignments_on(connection, day) if one.office == office_code}
    for code in units:
        unit = catalogue.unit(connection, code)
        if kind is AssignmentKind.ENDED and code not in followed:
            raise Refused(Refusal.NOT_FOLLOWED, unit=unit.label, day=written_day(day))
        if kind is AssignmentKind.ASSIGNED and not unit.exists_on(day):
            raise Refused(Refusal.UNIT_NOT_THEN, unit=unit.label, day=written_day(day))

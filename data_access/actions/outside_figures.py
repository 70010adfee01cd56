"""Recording a figure that another body supplies, with its document and the day it is as of."""

from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, Engine

from data_access import catalogue, documents
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.admitting import require_day
from data_access.appraising import require_ranked
from data_access.database import writing
from data_access.moments import Moments, moments_for
from data_access.outside_figures import Supplied, keep_figure
from data_access.reviews import require_short, require_words
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Input
from scoring.facts import NO, YES, Absent, Value
from scoring.forms import Kind
from scoring.numbers import rounded
from scoring.periods import Period
from scoring.programmes import Programme
from scoring.refusals import Refusal, Refused
from scoring.units import Unit

_OLDEST = date(1945, 9, 2)
_MOST_DIGITS = 15
# Of an index that no criteria table limits.
_DECLARED_PLACES = 4


def record_figure(
    engine: Engine,
    actor: Actor,
    unit: str,
    period: Period,
    key: str,
    value: Value,
    source: str,
    as_of: date,
    document: str,
    moments: Moments | None = None,
    *,
    criteria: str | None = None,
) -> int:
    """The number of the record; the latest of a unit, period and key counts. A figure is asked for
    by the criteria table, or declared by a programme of the year that binds the unit. `source` may
    be left empty: then the body that the table or programme names. `document`: its number."""
    require_role(actor, KEEPS_HOUSE)
    number = require_words(document, Refusal.DOCUMENT_REQUIRED)
    subject, detail = f"{unit} {period} {key}", f"{value} {source}: {number}"
    with writing(engine, actor, "record_figure", subject, detail) as connection:
        at = moments_for(connection, moments)
        asked = _require_asked(connection, unit, period, key, criteria)
        _require_value(asked, value)
        require_day(as_of, _OLDEST, at.official.date())
        supplied = Supplied(value, require_short(source) or asked.source, as_of, number)
        return keep_figure(connection, actor, unit, period, key, supplied, at)


def _require_asked(
    connection: Connection, unit: str, period: Period, key: str, criteria: str | None
) -> Input:
    """The table comes first: what it asks for has limits of its own. What a programme declares
    needs no table, nor that the unit is ranked."""
    try:
        return _asked_by_table(connection, unit, period, key, criteria)
    except Refused:
        declared = None if criteria else _declared(connection, unit, period).get(key)
        if declared is None:
            raise
        return declared


def _asked_by_table(
    connection: Connection, unit: str, period: Period, key: str, criteria: str | None
) -> Input:
    table = documents.criteria_for(connection, period, criteria).table
    require_ranked(connection, table, unit, period)
    found = asked_elsewhere(table).get(key)
    if found is None:
        raise Refused(Refusal.UNKNOWN_OUTSIDE_FIGURE, key=key)
    return found


def _declared(connection: Connection, unit: str, period: Period) -> dict[str, Input]:
    """By key: the figures that the year's programmes show beside the results of this unit."""
    units = catalogue.units(connection)
    return {
        one.key: Input(one.key, one.label, Kind.NUMBER, source=one.source, places=_DECLARED_PLACES)
        for programme in documents.programmes(connection, period.year)
        if programme.figures and _binds(programme, unit, units)
        for one in programme.figures
    }


def _binds(programme: Programme, unit: str, units: tuple[Unit, ...]) -> bool:
    return any(owed.unit == unit for owed in programme.obligations(units))


def asked_elsewhere(table: CriteriaSet) -> dict[str, Input]:
    """By key: what the table asks of others than the unit."""
    return {asked.key: asked for asked in table.inputs() if asked.source}


def _require_value(asked: Input, value: Value) -> None:
    if isinstance(value, Absent):
        if value is Absent.NOT_REPORTED or value not in asked.absences:
            raise Refused(Refusal.ABSENCE_NOT_TAKEN, label=asked.label, value=value.value)
        return
    least, most, places = _limits(asked)
    inside = value.is_finite() and value.adjusted() < _MOST_DIGITS
    inside = inside and (least is None or least <= value) and (most is None or value <= most)
    if not inside or rounded(value, places) != value:
        shown = {"least": "−∞" if least is None else least, "most": "∞" if most is None else most}
        raise Refused(
            Refusal.FIGURE_OUTSIDE, label=asked.label, value=value, places=places, **shown
        )


def _limits(asked: Input) -> tuple[Decimal | None, Decimal | None, int]:
    """The least, the most, and the decimals a figure may have."""
    if asked.kind is Kind.YES_NO:
        return NO, YES, 0
    if asked.kind is Kind.CHOICE:
        return Decimal(1), Decimal(len(asked.choices)), 0
    least = Decimal(0) if asked.least is None else asked.least
    return least, asked.most, 0 if asked.kind is Kind.COUNT else asked.places

"""What people decide where the table leaves it to them: an order, a class, points open again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, Engine

from data_access import documents
from data_access.accounts import DECIDES, Actor, require_role
from data_access.admitting import require_day
from data_access.appraising import require_ranked
from data_access.database import writing
from data_access.facts import facts_of
from data_access.frozen_lines import frozen_lines
from data_access.moments import Moments, moments_for
from data_access.reviews import require_short, require_words
from data_access.score_decisions import Decided, DecisionKind, keep_decisions
from scoring.classification import bands_of
from scoring.criteria import CriteriaSet
from scoring.facts import DecidedClass
from scoring.periods import Period
from scoring.ranking import ranked
from scoring.refusals import Refusal, Refused

_OLDEST = date(1945, 9, 2)


def decide_tie(
    engine: Engine,
    actor: Actor,
    period: Period,
    units: Sequence[str],
    reason: str,
    decision: str = "",
    decided_on: date | None = None,
    moments: Moments | None = None,
    *,
    criteria: str | None = None,
) -> None:
    """`units` in the order they are to stand: they share a place that the table's own indicators
    could not part, and leaves to people."""
    decided = _decided(actor, DecisionKind.TIE, reason, decision, decided_on)
    detail = f"{', '.join(units)}: {decided.reason}"
    with writing(engine, actor, "decide_tie", str(period), detail) as connection:
        at = moments_for(connection, moments)
        _require_past(decided_on, at)
        table = documents.criteria_for(connection, period, criteria).table
        _require_tied(connection, table, period, units)
        orders = {unit: str(place) for place, unit in enumerate(units, 1)}
        keep_decisions(connection, actor, table, period, decided, orders, at)


def decide_class(
    engine: Engine,
    actor: Actor,
    period: Period,
    unit: str,
    class_name: str,
    reason: str,
    decision: str = "",
    decided_on: date | None = None,
    moments: Moments | None = None,
    *,
    criteria: str | None = None,
) -> None:
    """The class of a unit whose class the table left open."""
    decided = _decided(actor, DecisionKind.CLASS, reason, decision, decided_on)
    subject, detail = f"{unit} {period}", f"{class_name}: {decided.reason}"
    with writing(engine, actor, "decide_class", subject, detail) as connection:
        at = moments_for(connection, moments)
        _require_past(decided_on, at)
        table = documents.criteria_for(connection, period, criteria).table
        _require_class_open(connection, table, period, unit, class_name)
        keep_decisions(connection, actor, table, period, decided, {unit: class_name}, at)


def rerate(
    engine: Engine,
    actor: Actor,
    period: Period,
    unit: str,
    reason: str,
    decision: str,
    decided_on: date,
    moments: Moments | None = None,
    *,
    criteria: str | None = None,
) -> None:
    """Opens the published points of one unit again; a correction then makes them public."""
    require_words(decision, Refusal.DOCUMENT_REQUIRED)
    decided = _decided(actor, DecisionKind.RERATING, reason, decision, decided_on)
    subject, detail = f"{unit} {period}", f"{decided.decision}: {decided.reason}"
    with writing(engine, actor, "rerate", subject, detail) as connection:
        at = moments_for(connection, moments)
        _require_past(decided_on, at)
        table = documents.criteria_for(connection, period, criteria).table
        found = require_ranked(connection, table, unit, period)
        if frozen_lines(connection, table, period).publication_of(found) is None:
            raise Refused(Refusal.NOT_PUBLISHED, period=period)
        keep_decisions(connection, actor, table, period, decided, {unit: ""}, at)


def _decided(
    actor: Actor, kind: DecisionKind, reason: str, decision: str, decided_on: date | None
) -> Decided:
    require_role(actor, DECIDES)
    words = require_words(reason, Refusal.REASON_REQUIRED)
    return Decided(kind, words, require_short(decision), decided_on)


def _require_past(decided_on: date | None, at: Moments) -> None:
    if decided_on is not None:
        require_day(decided_on, _OLDEST, at.official.date())


def _require_open(
    connection: Connection, table: CriteriaSet, period: Period, units: Sequence[str]
) -> None:
    frozen = frozen_lines(connection, table, period)
    for unit in units:
        frozen.require_unsettled(require_ranked(connection, table, unit, period))


def _require_tied(
    connection: Connection, table: CriteriaSet, period: Period, units: Sequence[str]
) -> None:
    _require_open(connection, table, period, units)
    facts = [replace(one, tie_order=None) for one in facts_of(connection, table, period)]
    places = ranked(table, facts, period).ranking.places
    shared = {(one.group, one.rank) for one in places if one.unit in units}
    placed = {one.unit for one in places}
    together = len(units) > 1 and len(set(units)) == len(units) and len(shared) == 1
    if not (table.ranking.manual and together and placed.issuperset(units)):
        raise Refused(Refusal.NO_TIE_TO_DECIDE, units=", ".join(units))


def _require_class_open(
    connection: Connection, table: CriteriaSet, period: Period, unit: str, class_name: str
) -> None:
    _require_open(connection, table, period, [unit])
    names = [band.name for band in bands_of(table)]
    if class_name not in names:
        raise Refused(Refusal.UNKNOWN_CLASS, class_name=class_name, classes=", ".join(names))
    decided = DecidedClass(class_name, "")
    without = _class_with(connection, table, period, unit, None)
    if without is not None or _class_with(connection, table, period, unit, decided) is None:
        raise Refused(Refusal.CLASS_NOT_OPEN, unit=unit, class_name=without or "")


def _class_with(
    connection: Connection,
    table: CriteriaSet,
    period: Period,
    unit: str,
    decided: DecidedClass | None,
) -> str | None:
    facts = [
        replace(one, decided_class=decided) if one.unit == unit else one
        for one in facts_of(connection, table, period)
    ]
    standings = ranked(table, facts, period).standings
    return next((one.class_name for one in standings if one.unit == unit), None)

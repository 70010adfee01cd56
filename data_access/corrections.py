"""Which figures a corrected ranking is reckoned from."""

from sqlalchemy import Connection

from data_access.facts import facts_of
from data_access.rankings import Publication, PublicationKind, facts_of_publication
from data_access.score_decisions import DecisionKind, decisions_of
from data_access.score_events import Outcome, events_of
from scoring.criteria import CriteriaSet
from scoring.facts import UnitFacts
from scoring.refusals import Refusal, Refused


def corrected_facts(
    connection: Connection,
    table: CriteriaSet,
    old: Publication,
    kind: PublicationKind,
    units: tuple[str, ...] = (),
) -> tuple[UnitFacts, ...]:
    """As published, but for the units whose figures are read anew: `units`, else those reopened
    since. An erratum that names none, where none was reopened, reads all of them."""
    now = facts_of(connection, table, old.period)
    then = facts_of_publication(connection, old)
    anew = set(units) or reopened(connection, table, old)
    if kind is PublicationKind.RERATING and not anew:
        raise Refused(Refusal.NOT_REOPENED, number=old.number)
    if not anew or then is None:
        return now
    _require_known(anew, then)
    current = {one.unit: one for one in now}
    return tuple(current.get(one.unit, one) if one.unit in anew else one for one in then)


def reopened(connection: Connection, table: CriteriaSet, old: Publication) -> set[str]:
    """Units rated anew by decision, or with a line looked at again, since the publication."""
    decisions = decisions_of(connection, table, old.period)
    events = events_of(connection, table, old.period)
    anew = (one for one in decisions if one.kind is DecisionKind.RERATING)
    again = (one for one in events if one.outcome is Outcome.ACCEPTED)
    return {one.unit for one in (*anew, *again) if one.recorded >= old.recorded}


def _require_known(units: set[str], facts: tuple[UnitFacts, ...]) -> None:
    known = {one.unit for one in facts}
    for unit in sorted(units - known):
        raise Refused(Refusal.UNKNOWN_UNIT, unit=unit)

"""How firmly the places of a period stand: for those who prepare the decision, never on paper."""

from sqlalchemy import Connection, Engine

from data_access import documents
from data_access.accounts import SEES_ALL, Actor, require_role
from data_access.database import reading
from data_access.facts import facts_of
from data_access.rankings import covering, facts_of_publication, main_code, publications
from scoring.criteria import CriteriaSet
from scoring.facts import UnitFacts
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.robustness import Robustness, robustness


def stability(
    engine: Engine, actor: Actor, period: Period, criteria: str | None = None
) -> Robustness:
    """Of what was published where it is published, of the figures as they stand elsewhere."""
    require_role(actor, SEES_ALL)
    with reading(engine) as connection:
        code = criteria or main_code(connection, period)
        if code is None:
            raise Refused(Refusal.NO_CRITERIA, period=period)
        table, facts = _reckoned_from(connection, period, code)
    return robustness(table, facts, period)


def _reckoned_from(
    connection: Connection, period: Period, code: str
) -> tuple[CriteriaSet, tuple[UnitFacts, ...]]:
    """A publication made before facts were kept is tried on the figures as they stand now."""
    published = publications(connection, period, code)
    whole = covering(published, None)
    if whole is not None:
        table = documents.criteria_by_id(connection, whole.criteria_set).table
        stored = facts_of_publication(connection, whole)
        return table, stored or facts_of(connection, table, period)
    table = documents.criteria_for(connection, period, code).table
    found = {one.unit: one for one in facts_of(connection, table, period)}
    for one in published:
        found |= {kept.unit: kept for kept in facts_of_publication(connection, one) or ()}
    return table, tuple(found.values())

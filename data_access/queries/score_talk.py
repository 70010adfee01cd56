"""What was said of points: to and by a unit, an assessor its criteria, the secretariat all."""

from sqlalchemy import Connection, Engine

from data_access import catalogue, documents
from data_access.accounts import SEES_ALL, Actor, Role, may_appraise, require_role
from data_access.appraisals import Kept, kept_appraisals
from data_access.database import reading
from data_access.frozen_lines import FrozenLines, frozen_lines
from data_access.permissions import require_own_unit, units_of
from data_access.score_decisions import ScoreDecision, decisions_of
from data_access.score_events import (
    ScoreEvent,
    ScoreEventKind,
    events_of,
    unanswered,
)
from scoring.criteria import CriteriaSet
from scoring.periods import Period

_TALKS = SEES_ALL | {Role.UNIT, Role.ASSESSOR}


def talk(
    engine: Engine,
    actor: Actor,
    period: Period,
    unit: str | None = None,
    criterion: str | None = None,
    *,
    criteria: str | None = None,
) -> tuple[ScoreEvent, ...]:
    """Oldest first."""
    require_role(actor, _TALKS)
    with reading(engine) as connection:
        if unit is not None:
            require_own_unit(connection, actor, unit)
        table = documents.criteria_for(connection, period, criteria).table
        said = events_of(connection, table, period, unit, criterion)
        return _heard_by(connection, actor, table, said)


def open_questions(
    engine: Engine, actor: Actor, period: Period, *, criteria: str | None = None
) -> tuple[ScoreEvent, ...]:
    """What waits for an answer, of what the actor may hear: explanations asked for and still of
    use, requests for reconsideration not yet answered."""
    require_role(actor, _TALKS)
    with reading(engine) as connection:
        table = documents.criteria_for(connection, period, criteria).table
        said = _heard_by(connection, actor, table, events_of(connection, table, period))
        requests = unanswered(said, ScoreEventKind.RECONSIDERATION_ASKED)
        asked = unanswered(said, ScoreEventKind.EXPLANATION_ASKED)
        kept = kept_appraisals(connection, table, period)
        frozen = frozen_lines(connection, table, period)
        waiting = [one for one in asked if _of_use(connection, one, kept, frozen)]
        return tuple(sorted((*waiting, *requests), key=lambda one: one.id))


def reopened(
    engine: Engine, actor: Actor, period: Period, unit: str, *, criteria: str | None = None
) -> tuple[str | None, ...]:
    """The unit's criteria that take points again after they were published, None among them where
    its whole card was opened; empty once a correction closed them."""
    require_role(actor, _TALKS)
    with reading(engine) as connection:
        require_own_unit(connection, actor, unit)
        table = documents.criteria_for(connection, period, criteria).table
        found = catalogue.unit(connection, unit)
        return frozen_lines(connection, table, period).reopened(found)


def decisions(
    engine: Engine, actor: Actor, period: Period, *, criteria: str | None = None
) -> tuple[ScoreDecision, ...]:
    """What the committee decided of orders, classes and ratings anew, oldest first."""
    require_role(actor, SEES_ALL)
    with reading(engine) as connection:
        table = documents.criteria_for(connection, period, criteria).table
        return decisions_of(connection, table, period)


def _heard_by(
    connection: Connection, actor: Actor, table: CriteriaSet, said: tuple[ScoreEvent, ...]
) -> tuple[ScoreEvent, ...]:
    if actor.role in SEES_ALL:
        return said
    if actor.role is Role.UNIT:
        own = units_of(connection, actor)
        return tuple(one for one in said if one.unit in own)
    assessed = {
        leaf.code for leaf in table.leaves() if may_appraise(actor, table.assessor_of(leaf))
    }
    return tuple(one for one in said if one.criterion in assessed)


def _of_use(connection: Connection, question: ScoreEvent, kept: Kept, frozen: FrozenLines) -> bool:
    """Until points were given without waiting for the answer, or published."""
    given = kept.get((question.unit, question.criterion), ())
    unit = catalogue.unit(connection, question.unit)
    settled = any(one.recorded > question.recorded for one in given)
    return not settled and not frozen.holds(unit, question.criterion)

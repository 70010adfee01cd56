"""What the first page and the ranking ask about work that waits: lines, explanations, requests."""

from dataclasses import replace

from dashboard.questions import catalogue as known
from dashboard.questions.once import once
from dashboard.views.unfinished import Unfinished
from data_access.accounts import APPRAISES, Actor, Role
from data_access.database import Engine
from data_access.queries import appraisals, score_talk
from data_access.queries.appraisals import AppraisalLine
from data_access.score_events import ScoreEvent
from scoring.periods import Period

_HEARS = APPRAISES | {Role.UNIT}


@once
def open_questions(version: str, engine: Engine, actor: Actor) -> tuple[ScoreEvent, ...]:
    """Of every period and table: a last day does not wait until its period is chosen."""
    if actor.role not in _HEARS:
        return ()
    return tuple(
        one
        for period in known.periods(version, engine)
        for table in known.tables_in_force(version, engine, period)
        for one in score_talk.open_questions(engine, actor, period, criteria=table.code)
    )


@once
def lines_to_appraise(
    version: str, engine: Engine, actor: Actor, period: Period, criteria: str | None
) -> tuple[AppraisalLine, ...]:
    """Worked out once for the first page, the ranking and the desk, which all look at them."""
    return appraisals.lines(engine, actor, period, criteria=criteria)


@once
def waiting(version: str, engine: Engine, actor: Actor, period: Period) -> Unfinished | None:
    """Lines of this period on every table, questions of all; None for who appraises nothing."""
    if actor.role not in APPRAISES:
        return None
    lines = tuple(
        line
        for table in known.tables_in_force(version, engine, period)
        for line in lines_to_appraise(version, engine, actor, period, table.code)
    )
    questions = open_questions(version, engine, actor)
    return Unfinished(lines, questions, known.labels(version, engine))


@once
def of_ranking(
    version: str, engine: Engine, actor: Actor, period: Period, criteria: str
) -> Unfinished:
    """Of one table's ranking."""
    lines = lines_to_appraise(version, engine, actor, period, criteria)
    questions = score_talk.open_questions(engine, actor, period, criteria=criteria)
    return Unfinished(lines, questions, known.labels(version, engine))


def narrowed(left: Unfinished, units: frozenset[str]) -> Unfinished:
    """Of these units only: one group is published by itself."""
    lines = tuple(one for one in left.lines if one.unit.code in units)
    questions = tuple(one for one in left.questions if one.unit in units)
    return replace(left, lines=lines, questions=questions)

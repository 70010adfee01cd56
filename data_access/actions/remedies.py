"""Planning what a unit does about points it lost, and saying that it was done."""

from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import Connection, Engine

from data_access.accounts import SUBMITS, Actor, require_role
from data_access.admitting import require_day
from data_access.appraising import FoundLine, find_line
from data_access.database import writing
from data_access.frozen_lines import frozen_lines
from data_access.moments import Moments, moments_for
from data_access.permissions import require_own_unit
from data_access.rankings import document_of
from data_access.remedies import Remedy, find_remedy, keep_finished, keep_remedy
from data_access.reviews import require_words
from scoring.criteria_terms import Section
from scoring.gains import LostPoints, lost_points
from scoring.periods import Period
from scoring.refusals import Refusal, Refused

_LONGEST = timedelta(days=2 * 366)


def plan_remedy(
    engine: Engine,
    actor: Actor,
    unit: str,
    period: Period,
    criterion: str,
    measure: str,
    due: date,
    moments: Moments | None = None,
    *,
    criteria: str | None = None,
) -> int:
    """The number of the remedy, for points lost in a published ranking."""
    require_role(actor, SUBMITS)
    words = require_words(measure, Refusal.WORDS_REQUIRED)
    subject = f"{unit} {period} {criterion}"
    with writing(engine, actor, "plan_remedy", subject, f"{due} {words}") as connection:
        at = moments_for(connection, moments)
        found = find_line(connection, unit, period, criterion, criteria)
        require_own_unit(connection, actor, unit)
        lost = _require_lost(connection, found)
        today = at.official.date()
        require_day(due, today, today + _LONGEST)
        return keep_remedy(connection, actor, found.line, lost, words, due, at)


def finish_remedy(
    engine: Engine,
    actor: Actor,
    remedy: int,
    done_on: date,
    text: str,
    moments: Moments | None = None,
) -> None:
    require_role(actor, SUBMITS)
    words = require_words(text, Refusal.WORDS_REQUIRED)
    with writing(engine, actor, "finish_remedy", str(remedy), f"{done_on} {words}") as connection:
        at = moments_for(connection, moments)
        found = _require_unfinished(connection, actor, remedy)
        require_day(done_on, found.period.first_day, at.official.date())
        keep_finished(connection, remedy, done_on, words)


def _require_lost(connection: Connection, found: FoundLine) -> Decimal:
    """As published: the points the criterion was short of."""
    frozen = frozen_lines(connection, found.table, found.line.period)
    published = frozen.publication_of(found.unit)
    if published is None:
        raise Refused(Refusal.NOT_PUBLISHED, period=found.line.period)
    cards = document_of(connection, published).cards
    card = next((one for one in cards if one.unit == found.unit.code), None)
    # A bonus that was not earned is nothing to put right.
    lost = {one.code: one.lost for one in (lost_points(card) if card else ()) if _counts(one)}
    if found.leaf.code not in lost:
        raise Refused(Refusal.NOTHING_LOST, criterion=found.leaf.code, unit=found.unit.label)
    return lost[found.leaf.code]


def _counts(one: LostPoints) -> bool:
    return one.section != Section.BONUS.value


def _require_unfinished(connection: Connection, actor: Actor, remedy: int) -> Remedy:
    found = find_remedy(connection, remedy)
    if found is None:
        raise Refused(Refusal.UNKNOWN_REMEDY, remedy=remedy)
    require_own_unit(connection, actor, found.unit)
    if found.done_on is not None:
        raise Refused(Refusal.REMEDY_DONE)
    return found

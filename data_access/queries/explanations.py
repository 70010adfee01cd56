"""What a unit's points rest on, what it lost, and how near the next place and class are."""

from dataclasses import dataclass

from sqlalchemy import Engine

from data_access import catalogue
from data_access.accounts import Actor
from data_access.database import reading
from data_access.queries.scores import card_of, code_for
from data_access.rankings import CriteriaHead, Publication, head_of
from scoring.gains import LostPoints, NextClass, NextPlace, lost_points, next_class, next_place
from scoring.periods import Period
from scoring.ranking import Place
from scoring.scorecards import Scorecard


@dataclass(frozen=True)
class Explanation:
    """`place` and `next_place` are None for whoever may not see the ranking yet, and for a unit
    that has none."""

    period: Period
    criteria: CriteriaHead
    published: Publication | None
    card: Scorecard
    place: Place | None
    lost: tuple[LostPoints, ...]
    next_place: NextPlace | None
    next_class: NextClass | None


def explanation(
    engine: Engine, actor: Actor, unit: str, period: Period, criteria: str | None = None
) -> Explanation:
    """On one table; None: the main one of those that rank this kind of unit."""
    with reading(engine) as connection:
        asked = catalogue.unit(connection, unit)
        code = code_for(connection, asked, period, criteria)
        seen = card_of(connection, actor, period, asked, code)
    card, places = seen.card, seen.ranking.places if seen.ranking else ()
    return Explanation(
        period,
        head_of(seen.table),
        seen.published,
        card,
        next((one for one in places if one.unit == unit), None),
        lost_points(card),
        next_place(seen.table, card, places),
        next_class(seen.table, card),
    )

"""Scorecards and rankings: as published, or as they stand now for those who may see that."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine

from data_access import catalogue
from data_access.accounts import Actor, acts_for, may_see_unpublished
from data_access.database import reading
from data_access.rankings import (
    CriteriaHead,
    Publication,
    RankingDocument,
    covering,
    document_of,
    narrowed,
    publications,
    with_published,
    work_out,
)
from scoring.issues import Refusal, Refused
from scoring.periods import Period
from scoring.ranking import Ranking
from scoring.scorecards import Scorecard


@dataclass(frozen=True)
class RankingResult:
    """A ranking to be shown. A quarter is always provisional, the year until it is published."""

    period: Period
    group: str | None
    criteria: CriteriaHead
    provisional: bool
    published: Publication | None
    ranking: Ranking
    cards: tuple[Scorecard, ...]


def ranking(
    engine: Engine, actor: Actor, period: Period, group: str | None = None
) -> RankingResult:
    with reading(engine) as connection:
        catalogue.require_group(connection, group)
        published = covering(publications(connection, period), group)
        if published is not None:
            document = narrowed(document_of(connection, published), group)
        elif may_see_unpublished(actor):
            document = narrowed(_settled(connection, period), group)
        else:
            raise Refused(Refusal.NOT_PUBLISHED, period=period)
    return _result(document, period, actor, published)


def scorecards(engine: Engine, actor: Actor, period: Period) -> tuple[Scorecard, ...]:
    """All that the actor may see, by unit code; a unit before publication: its own draft."""
    with reading(engine) as connection:
        found = _cards(connection, actor, period)
    if not found and not may_see_unpublished(actor):
        raise Refused(Refusal.NOT_PUBLISHED, period=period)
    return tuple(_shown_to(actor, card) for card in found)


def scorecard(engine: Engine, actor: Actor, period: Period, unit: str) -> Scorecard:
    with reading(engine) as connection:
        asked = catalogue.unit(connection, unit)
        found = {card.unit: card for card in _cards(connection, actor, period)}
    if unit not in found:
        may_see = may_see_unpublished(actor) or acts_for(actor, unit)
        reason = Refusal.UNKNOWN_UNIT if may_see else Refusal.NOT_PUBLISHED
        raise Refused(reason, unit=asked.label, period=period)
    return _shown_to(actor, found[unit])


def _settled(connection: Connection, period: Period) -> RankingDocument:
    """As published where it is published, as the figures stand now where it is not."""
    published = publications(connection, period)
    documents = [document_of(connection, one) for one in published]
    if published and covering(published, None) is not None:
        return documents[0]
    return with_published(work_out(connection, period), documents)


def _cards(connection: Connection, actor: Actor, period: Period) -> list[Scorecard]:
    published = {one.group for one in publications(connection, period)}
    return [
        card
        for card in _settled(connection, period).cards
        if may_see_unpublished(actor)
        or acts_for(actor, card.unit)
        or not published.isdisjoint((None, card.group))
    ]


def _shown_to(actor: Actor, card: Scorecard) -> Scorecard:
    """Points and reasons are public, the cells of another unit's file are not."""
    if may_see_unpublished(actor) or acts_for(actor, card.unit):
        return card
    return replace(card, lines=tuple(replace(line, source=None) for line in card.lines))


def _result(
    document: RankingDocument, period: Period, actor: Actor, published: Publication | None
) -> RankingResult:
    return RankingResult(
        period,
        document.group,
        document.criteria,
        published is None or not period.is_year,
        published,
        document.ranking,
        tuple(_shown_to(actor, card) for card in document.cards),
    )

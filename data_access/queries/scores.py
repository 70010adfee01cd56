"""Scorecards and rankings: as published, or as they stand now for those who may see that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine

from data_access import catalogue, documents
from data_access.accounts import Actor, acts_for, may_see_unpublished
from data_access.database import reading
from data_access.drafts import Draft, Shown, settled, with_card_of, work_out
from data_access.facts import facts_of
from data_access.rankings import (
    CriteriaHead,
    Publication,
    RankingDocument,
    covering,
    document_of,
    main_code,
    narrowed,
    publications,
)
from scoring.criteria import CriteriaSet
from scoring.periods import Period
from scoring.ranking import Ranking
from scoring.refusals import Refusal, Refused
from scoring.scorecards import Line, Scorecard
from scoring.units import Unit


@dataclass(frozen=True)
class RankingResult:
    """A ranking to be shown. A quarter is always provisional, the year until it is published.
    `cards`: once published whole scorecards, before that standings, their numbers without words."""

    period: Period
    group: str | None
    criteria: CriteriaHead
    provisional: bool
    published: Publication | None
    ranking: Ranking
    cards: tuple[Shown, ...]


@dataclass(frozen=True)
class SeenCard:
    """One unit's card with what the actor may see around it. `ranking`: None for a unit before
    publication; `published`: None while it is a draft."""

    card: Scorecard
    table: CriteriaSet
    ranking: Ranking | None
    published: Publication | None


def ranking(
    engine: Engine,
    actor: Actor,
    period: Period,
    group: str | None = None,
    criteria: str | None = None,
) -> RankingResult:
    """On one table of criteria, None: the main one."""
    with reading(engine) as connection:
        catalogue.require_group(connection, group)
        code = _code(connection, period, criteria)
        published = covering(publications(connection, period, code), group)
        if published is not None:
            document = narrowed(document_of(connection, published), group)
        elif may_see_unpublished(actor):
            document = narrowed(settled(connection, period, code), group)
        else:
            raise Refused(Refusal.NOT_PUBLISHED, period=period)
    return result_of(document, period, actor, published)


def scorecards(
    engine: Engine, actor: Actor, period: Period, criteria: str | None = None
) -> tuple[Scorecard, ...]:
    """All that the actor may see, by unit code; a unit before publication: its own draft."""
    with reading(engine) as connection:
        code = _code(connection, period, criteria)
        published = publications(connection, period, code)
        found = _whole_cards(connection, period, code, published)
    open_to_all = {one.group for one in published}
    seen = [
        card
        for card in found
        if may_see_unpublished(actor)
        or acts_for(actor, card.unit)
        or not open_to_all.isdisjoint((None, card.group))
    ]
    if not seen and not may_see_unpublished(actor):
        raise Refused(Refusal.NOT_PUBLISHED, period=period)
    return tuple(shown_to(actor, card) for card in seen)


def scorecard(
    engine: Engine, actor: Actor, period: Period, unit: str, criteria: str | None = None
) -> Scorecard:
    """On one table; None: the main one of those that rank this kind of unit."""
    with reading(engine) as connection:
        asked = catalogue.unit(connection, unit)
        code = code_for(connection, asked, period, criteria)
        return card_of(connection, actor, period, asked, code).card


def card_of(
    connection: Connection, actor: Actor, period: Period, asked: Unit, code: str
) -> SeenCard:
    """The unit's card, as published or as its figures stand, if the actor may see it."""
    found = publications(connection, period, code)
    for published in found:
        # A unit's group may have changed since.
        document = document_of(connection, published)
        card = next((card for card in document.cards if card.unit == asked.code), None)
        if card is not None:
            table = documents.criteria_by_id(connection, published.criteria_set).table
            return SeenCard(shown_to(actor, card), table, document.ranking, published)
    if not (may_see_unpublished(actor) or acts_for(actor, asked.code)):
        raise Refused(Refusal.NOT_PUBLISHED, unit=asked.label, period=period)
    if covering(found, asked.group) is not None:
        raise Refused(Refusal.UNKNOWN_UNIT, unit=asked.label, period=period)
    return _card_now(connection, actor, period, asked, code)


def _card_now(
    connection: Connection, actor: Actor, period: Period, asked: Unit, code: str
) -> SeenCard:
    table = documents.criteria_for(connection, period, code).table
    found = with_card_of(connection, table, period, asked.code)
    if not found.cards:
        raise Refused(Refusal.UNKNOWN_UNIT, unit=asked.label, period=period)
    ranking = found.ranking if may_see_unpublished(actor) else None
    return SeenCard(found.cards[0], table, ranking, None)


def code_for(
    connection: Connection, asked: Unit, period: Period, criteria: str | None = None
) -> str:
    """The code of the table asked for, or of the main one that ranks this kind of unit."""
    if criteria is not None:
        return _code(connection, period, criteria)
    ranking_it = documents.criteria_of_unit(connection, period, asked.kind)
    return ranking_it[0].table.code if ranking_it else _code(connection, period, None)


def shown_to(actor: Actor, card: Shown) -> Shown:
    """Points and reasons are public, the cells of another unit's file are not."""
    sees_all = may_see_unpublished(actor) or acts_for(actor, card.unit)
    if sees_all or not isinstance(card, Scorecard):
        return card
    return replace(card, lines=tuple(_without_cells(line) for line in card.lines))


def _without_cells(line: Line) -> Line:
    figures = tuple(replace(one, source=None) for one in line.figures)
    return replace(line, source=None, figures=figures)


def _code(connection: Connection, period: Period, criteria: str | None) -> str:
    """Of a table in force in the period, or of one that was published on."""
    if criteria is None:
        code = main_code(connection, period)
        if code is None:
            raise Refused(Refusal.NO_CRITERIA, period=period)
        return code
    if not publications(connection, period, criteria):
        documents.criteria_for(connection, period, criteria)
    return criteria


def _whole_cards(
    connection: Connection, period: Period, code: str, published: Sequence[Publication]
) -> tuple[Scorecard, ...]:
    stored = [card for one in published for card in document_of(connection, one).cards]
    if covering(published, None) is not None:
        return tuple(stored)
    table = documents.criteria_for(connection, period, code).table
    groups = {one.group for one in published}
    now = work_out(table, facts_of(connection, table, period), period).cards
    rest = (card for card in now if card.group not in groups)
    return tuple(sorted((*stored, *rest), key=lambda card: card.unit))


def result_of(
    document: Draft | RankingDocument,
    period: Period,
    actor: Actor,
    published: Publication | None,
) -> RankingResult:
    """What the actor may see of a ranking."""
    return RankingResult(
        period,
        document.group,
        document.criteria,
        published is None or not period.is_year,
        published,
        document.ranking,
        tuple(shown_to(actor, card) for card in document.cards),
    )

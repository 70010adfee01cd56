"""Rankings worked out from what is in force now, before they are published."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from data_access.documents import KeptCriteria, criteria_for
from data_access.facts import facts_of
from data_access.rankings import (
    CriteriaHead,
    RankingDocument,
    covering,
    document_of,
    head_of,
    publications,
)
from scoring.criteria import CriteriaSet
from scoring.facts import UnitFacts
from scoring.periods import Period
from scoring.ranking import RankedCards, Ranking, ranked, ranked_cards
from scoring.scorecards import Scorecard, Standing

# A published card is a standing with its words.
Shown = Standing | Scorecard


@dataclass(frozen=True)
class Draft:
    """A ranking to be looked at: places and numbers, with the words of the lines or without."""

    period: str
    group: str | None
    criteria: CriteriaHead
    ranking: Ranking
    cards: tuple[Shown, ...]


def draft(
    connection: Connection, kept: KeptCriteria, period: Period, group: str | None = None
) -> Draft:
    """The ranking of a group, or of every group by itself, as the figures stand."""
    table = kept.table
    found = ranked(table, facts_of(connection, table, period), period, group)
    return Draft(str(period), group, head_of(table), found.ranking, found.standings)


def work_out(
    table: CriteriaSet, facts: Sequence[UnitFacts], period: Period, group: str | None = None
) -> RankingDocument:
    """The whole ranking with every line in words: of the table and the facts alone, so that a
    published one can be reckoned again anywhere."""
    found = ranked_cards(table, facts, period, group)
    return RankingDocument(str(period), group, head_of(table), found.ranking, found.cards)


def with_card_of(
    connection: Connection, table: CriteriaSet, period: Period, unit: str
) -> RankedCards:
    """The ranking as the figures stand, with one unit's card in words (none where the table does
    not rank it)."""
    return ranked_cards(table, facts_of(connection, table, period), period, units=(unit,))


def settled(connection: Connection, period: Period, code: str) -> Draft | RankingDocument:
    """As published where it is published, as the figures stand now where it is not."""
    published = publications(connection, period, code)
    stored = [document_of(connection, one) for one in published]
    if covering(published, None) is not None:
        return stored[0]
    now = draft(connection, criteria_for(connection, period, code), period)
    return with_published(now, stored)


def with_published(found: Draft, published: Sequence[RankingDocument]) -> Draft:
    """Some groups are published, others not yet: the published ones stay as they were stored."""
    groups = {document.group for document in published}
    rest = [one for one in found.ranking.places if one.group not in groups]
    left = [one for one in found.ranking.unranked if one.group not in groups]
    cards = [card for card in found.cards if card.group not in groups]
    for document in published:
        rest += document.ranking.places
        left += document.ranking.unranked
        cards += document.cards
    places = sorted(rest, key=lambda one: (one.group or "", one.rank, one.unit))
    unranked = sorted(left, key=lambda one: (one.group or "", one.unit))
    ranking = Ranking(tuple(places), tuple(unranked))
    by_unit = tuple(sorted(cards, key=lambda card: card.unit))
    return Draft(found.period, found.group, found.criteria, ranking, by_unit)

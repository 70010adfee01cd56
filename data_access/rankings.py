"""Rankings: worked out from what is in force, or kept as published and never moved again."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import Connection, Row, select

from data_access import canonical, documents
from data_access.facts import facts_of
from data_access.tables import publication
from scoring.criteria import CriteriaSet, Decision, Rounding
from scoring.evaluation import evaluate
from scoring.periods import Period, parse_period
from scoring.ranking import Ranking, rank
from scoring.scorecards import Scorecard


@dataclass(frozen=True)
class CriteriaHead:
    """What a printed ranking says of the table it follows; `decision` is the document's number."""

    code: str
    version: str
    title: str
    illustrative: bool
    decision: str = ""
    decided_on: date | None = None
    issuer: str = ""
    rounding: Rounding = Rounding()


@dataclass(frozen=True)
class RankingDocument:
    """A whole ranking as it is stored: whoever reads it later needs nothing else."""

    period: str
    group: str | None
    criteria: CriteriaHead
    ranking: Ranking
    cards: tuple[Scorecard, ...]


@dataclass(frozen=True)
class Publication:
    """A ranking made public. `number` runs within the year; `replaces` names the one corrected."""

    id: int
    period: Period
    group: str | None
    number: int
    at: datetime
    by: str = ""
    sha256: str = ""
    replaces: int | None = None


def work_out(connection: Connection, period: Period, group: str | None = None) -> RankingDocument:
    """The ranking of a group, or of every group by itself, as the figures stand now."""
    table = documents.criteria_for(connection, period).table
    cards = evaluate(table, facts_of(connection, table, period), period)
    chosen = tuple(card for card in cards if group is None or card.group == group)
    return RankingDocument(str(period), group, head_of(table), rank(cards, group), chosen)


def head_of(table: CriteriaSet) -> CriteriaHead:
    decided = table.decision or Decision("", None, "")
    return CriteriaHead(
        table.code,
        table.version,
        table.title,
        table.illustrative,
        decided.number,
        decided.day,
        decided.issuer,
        table.rounding,
    )


def publications(connection: Connection, period: Period) -> tuple[Publication, ...]:
    """Newest first, without those that a later one replaces."""
    kept = publication.c
    chosen = select(*(column for column in kept if column.name != "document"))
    rows = connection.execute(chosen.where(kept.period == str(period)).order_by(kept.id.desc()))
    found = [_publication(row) for row in rows]
    replaced = {one.replaces for one in found}
    return tuple(one for one in found if one.id not in replaced)


def covering(published: tuple[Publication, ...], group: str | None) -> Publication | None:
    """The publication that answers for a group: its own, or the one of all groups."""
    return next((one for one in published if one.group in (group, None)), None)


def document_of(connection: Connection, published: Publication) -> RankingDocument:
    chosen = select(publication.c.document).where(publication.c.id == published.id)
    return _read(connection.execute(chosen).scalar_one(), published.sha256)


def narrowed(document: RankingDocument, group: str | None) -> RankingDocument:
    """One group's part; groups are ranked by themselves, so nothing is worked out anew."""
    if group is None or document.group == group:
        return document
    ranking = Ranking(
        tuple(one for one in document.ranking.places if one.group == group),
        tuple(one for one in document.ranking.unranked if one.group == group),
    )
    cards = tuple(card for card in document.cards if card.group == group)
    return replace(document, group=group, ranking=ranking, cards=cards)


def with_published(draft: RankingDocument, published: Sequence[RankingDocument]) -> RankingDocument:
    """Some groups are published, others not yet: the published ones stay as they were stored."""
    groups = {document.group for document in published}
    rest = [one for one in draft.ranking.places if one.group not in groups]
    left = [one for one in draft.ranking.unranked if one.group not in groups]
    cards = [card for card in draft.cards if card.group not in groups]
    for document in published:
        rest += document.ranking.places
        left += document.ranking.unranked
        cards += document.cards
    places = sorted(rest, key=lambda one: (one.group or "", one.rank, one.unit))
    unranked = sorted(left, key=lambda one: (one.group or "", one.unit))
    sorted_cards = tuple(sorted(cards, key=lambda card: card.unit))
    return replace(draft, ranking=Ranking(tuple(places), tuple(unranked)), cards=sorted_cards)


def to_text(document: RankingDocument) -> tuple[str, str]:
    """The document as canonical JSON, with its fingerprint."""
    text = canonical.to_json(document)
    return text, _fingerprint(text)


# Published documents never change, so one reading lasts; keyed by the text, checked by its print.
@lru_cache(maxsize=16)
def _read(text: str, sha256: str) -> RankingDocument:
    if _fingerprint(text) != sha256:
        raise RuntimeError(f"a published ranking was changed after publication: {sha256}")
    return canonical.from_json(RankingDocument, text)


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _publication(row: Row) -> Publication:
    return Publication(
        row.id,
        parse_period(row.period),
        row.group_ or None,
        row.number,
        row.at,
        row.actor_name,
        row.sha256,
        row.replaces,
    )

"""Rankings as published: kept whole, answered as stored, never moved again."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Row, select

from data_access import canonical, documents
from data_access.tables import criteria_set, publication
from scoring.criteria import CriteriaSet, Decision
from scoring.criteria_terms import Rounding, TableKind, Ties
from scoring.facts import UnitFacts
from scoring.periods import Period, parse_period
from scoring.ranking import Ranking
from scoring.refusals import Refusal, Refused
from scoring.scorecards import Scorecard

Found = TypeVar("Found")


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
    rounding: Rounding = field(default_factory=Rounding)
    kind: TableKind = TableKind.POINTS
    form: str = "tu-cham"
    reconsideration_days: int = 10
    ties: Ties = Ties.SHARED


@dataclass(frozen=True)
class RankingDocument:
    """A whole ranking as it is stored: whoever reads it later needs nothing else."""

    period: str
    group: str | None
    criteria: CriteriaHead
    ranking: Ranking
    cards: tuple[Scorecard, ...]


class PublicationKind(StrEnum):
    """Whether a publication is the first of its kind, puts figures right (đính chính), or rates
    units anew by a decision."""

    FIRST = ""
    ERRATUM = "erratum"
    RERATING = "rerating"


@dataclass(frozen=True)
class Publication:
    """A ranking made public. `number` runs within the year; `replaces` is the id of the one it
    corrects, with the `reason`. `criteria` is the code of the table. `decision`, of `decided_on`,
    makes it official; the clerical office often gives it later (empty until then). `criteria_set`
    is the row of the version it used."""

    id: int
    period: Period
    group: str | None
    number: int
    at: datetime
    by: str = ""
    sha256: str = ""
    replaces: int | None = None
    criteria: str = ""
    decision: str = ""
    decided_on: date | None = None
    kind: PublicationKind = PublicationKind.FIRST
    reason: str = ""
    criteria_set: int = 0
    recorded: datetime | None = None


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
        table.kind,
        table.form,
        table.reconsideration_days,
        table.ranking.ties,
    )


def publications(
    connection: Connection, period: Period, criteria: str | None = None
) -> tuple[Publication, ...]:
    """Those of one table (None: the main one), newest first, without those that a later one
    replaces."""
    code = main_code(connection, period) if criteria is None else criteria
    found = _chosen(connection, publication.c.period == str(period))
    replaced = {one.replaces for one in found}
    return tuple(one for one in found if one.criteria == code and one.id not in replaced)


def every_publication(connection: Connection, year: int | None = None) -> tuple[Publication, ...]:
    """Newest first, corrected ones too."""
    found = _chosen(connection)
    return tuple(one for one in found if year in (None, one.period.year))


def publication_by_id(connection: Connection, number: int) -> Publication:
    found = _chosen(connection, publication.c.id == number)
    if not found:
        raise Refused(Refusal.UNKNOWN_PUBLICATION, publication=number)
    return found[0]


def replacing(connection: Connection, published: Publication) -> Publication | None:
    """The later one that takes its place."""
    found = _chosen(connection, publication.c.replaces == published.id)
    return found[0] if found else None


def main_code(connection: Connection, period: Period) -> str | None:
    """The code of the main table in force; where none is any more, of what was published."""
    kept = documents.criteria_in_force(connection, period)
    if kept:
        return kept[0].table.code
    found = _chosen(connection, publication.c.period == str(period))
    return found[0].criteria if found else None


def covering(published: Sequence[Publication], group: str | None) -> Publication | None:
    """The publication that answers for a group: its own, or the one of all groups."""
    return next((one for one in published if one.group in (group, None)), None)


def document_of(connection: Connection, published: Publication) -> RankingDocument:
    chosen = select(publication.c.document).where(publication.c.id == published.id)
    return _read(connection.execute(chosen).scalar_one(), published.sha256)


def narrowed(document: Found, group: str | None) -> Found:
    """One group's part; groups are ranked by themselves, so nothing is worked out anew."""
    if group is None or document.group == group:
        return document
    ranking = Ranking(
        tuple(one for one in document.ranking.places if one.group == group),
        tuple(one for one in document.ranking.unranked if one.group == group),
    )
    cards = tuple(card for card in document.cards if card.group == group)
    return replace(document, group=group, ranking=ranking, cards=cards)


def to_text(document: RankingDocument) -> tuple[str, str]:
    """The document as canonical JSON, with its fingerprint."""
    text = canonical.to_json(document)
    return text, documents.fingerprint(text)


def facts_of_publication(
    connection: Connection, published: Publication
) -> tuple[UnitFacts, ...] | None:
    """What it was reckoned from; None where it was published before facts were kept."""
    chosen = select(publication.c.facts).where(publication.c.id == published.id)
    text = connection.execute(chosen).scalar_one()
    return canonical.from_json(tuple[UnitFacts, ...], text) if text else None


# Published documents never change, so one reading lasts; keyed by the text, checked by its print.
@lru_cache(maxsize=16)
def _read(text: str, sha256: str) -> RankingDocument:
    if documents.fingerprint(text) != sha256:
        raise RuntimeError(f"a published ranking was changed after publication: {sha256}")
    return canonical.from_json(RankingDocument, text)


def _chosen(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Publication, ...]:
    kept = publication.c
    heads = [column for column in kept if column.name not in ("document", "facts", "criteria")]
    # Older rows do not name the table's code; the version they used does.
    chosen = select(*heads, criteria_set.c.code).join(
        criteria_set, criteria_set.c.id == kept.criteria_set
    )
    rows = connection.execute(chosen.where(*conditions).order_by(kept.id.desc()))
    return tuple(_publication(row) for row in rows)


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
        row.code,
        row.decision,
        row.decided_on,
        PublicationKind(row.kind),
        row.reason,
        row.criteria_set,
        row.recorded,
    )

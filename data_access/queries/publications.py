"""What was published, corrections beside what they correct, and a file to reckon it again from."""

from dataclasses import dataclass

from sqlalchemy import Engine

from data_access import documents
from data_access.accounts import SEES_ALL, Actor, require_role
from data_access.corrections import corrected_facts, reopened
from data_access.database import reading
from data_access.drafts import work_out
from data_access.publication_files import export_text
from data_access.queries.scores import RankingResult, result_of
from data_access.rankings import (
    Publication,
    PublicationKind,
    document_of,
    every_publication,
    facts_of_publication,
    publication_by_id,
    replacing,
)
from scoring.refusals import Refusal, Refused
from scoring.side_by_side import PlacePair, side_by_side


@dataclass(frozen=True)
class Correction:
    """Both ranks: as published in `before`, as in `after` (None: worked out, not yet published).
    `anew`: of a draft, whose figures alone are read anew (empty: every unit's)."""

    before: Publication
    after: Publication | None
    kind: PublicationKind
    reason: str
    places: tuple[PlacePair, ...]
    anew: tuple[str, ...] = ()

    @property
    def moved(self) -> tuple[PlacePair, ...]:
        return tuple(place for place in self.places if place.moved)


@dataclass(frozen=True)
class ExportFile:
    name: str
    content: bytes


def listed(engine: Engine, year: int | None = None) -> tuple[Publication, ...]:
    """Everything made public, newest first, corrected publications too; for everybody."""
    with reading(engine) as connection:
        return every_publication(connection, year)


def published_ranking(engine: Engine, actor: Actor, publication: int) -> RankingResult:
    """One publication as it was stored, also when a later one corrects it."""
    with reading(engine) as connection:
        found = publication_by_id(connection, publication)
        document = document_of(connection, found)
    return result_of(document, found.period, actor, found)


def correction(engine: Engine, publication: int) -> Correction | None:
    """What a correcting publication moved; None where it corrects nothing."""
    with reading(engine) as connection:
        after = publication_by_id(connection, publication)
        if after.replaces is None:
            return None
        before = publication_by_id(connection, after.replaces)
        old, new = document_of(connection, before), document_of(connection, after)
    places = side_by_side(old.ranking, new.ranking)
    return Correction(before, after, after.kind, after.reason, places)


def corrected_by(engine: Engine, publication: int) -> Publication | None:
    with reading(engine) as connection:
        return replacing(connection, publication_by_id(connection, publication))


def correction_draft(
    engine: Engine,
    actor: Actor,
    publication: int,
    kind: PublicationKind = PublicationKind.ERRATUM,
    units: tuple[str, ...] = (),
) -> Correction:
    """What a correction would move, before it is made; `units` as in the action `correct`."""
    require_role(actor, SEES_ALL)
    with reading(engine) as connection:
        old = publication_by_id(connection, publication)
        table = documents.criteria_by_id(connection, old.criteria_set).table
        facts = corrected_facts(connection, table, old, kind, units)
        anew = set(units) or reopened(connection, table, old)
        before = document_of(connection, old)
    after = work_out(table, facts, old.period, old.group)
    places = side_by_side(before.ranking, after.ranking)
    return Correction(old, None, kind, "", places, tuple(sorted(anew)))


def export(engine: Engine, actor: Actor, publication: int) -> ExportFile:
    """Facts, criteria, results and hashes in one JSON file that anybody can reckon again; it
    holds every unit's figures, so it is for those who may see them."""
    require_role(actor, SEES_ALL)
    with reading(engine) as connection:
        found = publication_by_id(connection, publication)
        facts = facts_of_publication(connection, found)
        if facts is None:
            raise Refused(Refusal.PUBLICATION_WITHOUT_FACTS, number=found.number)
        kept = documents.criteria_by_id(connection, found.criteria_set)
        text = export_text(found, kept.text, facts, document_of(connection, found))
    name = f"cong-bo-{found.number}-{found.period}.json"
    return ExportFile(name, text.encode())

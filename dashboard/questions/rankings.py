"""What the pages ask about rankings: the table of places, what is official, what is left open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.catalogue import tables_in_force
from dashboard.questions.once import once
from dashboard.questions.unfinished import narrowed, of_ranking
from dashboard.views import left_open, publication
from dashboard.views import places as places_views
from dashboard.views.correcting import Preview, preview
from dashboard.views.left_open import LeftOpen
from dashboard.views.places import Decisions, Places
from dashboard.views.publication import Official
from dashboard.views.ranking import ranking_table
from dashboard.views.ranking_columns import parts_of
from dashboard.wording import refusal, vietnamese_order
from data_access.accounts import DECIDES, SEES_ALL, Actor
from data_access.database import Engine
from data_access.queries import criteria, publications, returns, scores
from data_access.queries.scores import RankingResult
from data_access.rankings import CriteriaHead, PublicationKind
from scoring.criteria import CriteriaSet
from scoring.periods import Period
from scoring.refusals import Refusal, Refused

# Not shown yet is an answer of its own: the rest of the page, and other periods, remain.
NO_RANKING = frozenset({Refusal.NOT_PUBLISHED, Refusal.NO_CRITERIA})


@dataclass(frozen=True)
class Asked:
    """A ranking: of a period, on a table (None: the main one), of a group (None: every one)."""

    period: Period
    criteria: str | None = None
    group: str | None = None


@dataclass(frozen=True)
class Answer:
    """The ranking, or in one sentence why this reader is not shown it yet."""

    result: RankingResult | None
    refusal: str = ""


@dataclass(frozen=True)
class RankingQuestions:
    """One rerun's questions about rankings: all are answered from the same version of the data."""

    engine: Engine
    version: str
    actor: Actor

    def tables(self, period: Period) -> Mapping[str, str]:
        """Titles of the tables in force, the main one first, by code."""
        return {one.code: one.title for one in tables_in_force(self.version, self.engine, period)}

    def table_code(self, period: Period, typed: str | None) -> str | None:
        """Of several tables the one the address names; None: the main one."""
        known_codes = list(self.tables(period))
        return typed if typed in known_codes[1:] else None

    def asked(self, period: Period, table: str | None, group: str | None) -> Asked:
        return Asked(period, self.table_code(period, table), group or None)

    def places(self, asked: Asked, day: date) -> Places:
        return _places(self.version, self.engine, self.actor, asked, day)

    def stored(self, number: str, day: date) -> Places:
        """One publication as it was made, also when a later one corrects it."""
        return _stored(self.version, self.engine, self.actor, number, day)

    def correction(self, publication: int, kind: PublicationKind) -> Preview:
        """What a correction of that kind would move, before it is made."""
        return _correction(self.version, self.engine, self.actor, publication, kind)


@once
def answer(
    version: str,
    engine: Engine,
    actor: Actor,
    period: Period,
    code: str | None = None,
    group: str | None = None,
) -> Answer:
    try:
        return Answer(scores.ranking(engine, actor, period, group, code))
    except Refused as refused:
        if refused.code not in NO_RANKING:
            raise
        return Answer(None, refusal(refused))


@once
def table_of(version: str, engine: Engine, name: str) -> CriteriaSet:
    return criteria.table(engine, name)


def table_behind(version: str, engine: Engine, head: CriteriaHead) -> CriteriaSet:
    return table_of(version, engine, f"{head.code}/{head.version}")


@once
def _correction(
    version: str, engine: Engine, actor: Actor, publication: int, kind: PublicationKind
) -> Preview:
    try:
        made = publications.correction_draft(engine, actor, publication, kind)
    except Refused as refused:
        return Preview(refused=refusal(refused))
    return preview(made, known.labels(version, engine))


@once
def _places(version: str, engine: Engine, actor: Actor, asked: Asked, day: date) -> Places:
    found = answer(version, engine, actor, asked.period, asked.criteria, asked.group)
    scene = known.scene(version, engine, day)
    if found.result is None:
        return places_views.not_shown(found.refusal, asked.period, scene)
    decisions = _decisions(version, engine, actor, found.result)
    shown = _shown(version, engine, actor, found.result, day, decisions)
    return replace(shown, groups=_groups(version, engine, actor, asked))


@once
def _stored(version: str, engine: Engine, actor: Actor, number: str, day: date) -> Places:
    if not number.isdecimal():
        raise Refused(Refusal.UNKNOWN_PUBLICATION, publication=number)
    result = publications.published_ranking(engine, actor, int(number))
    return _shown(version, engine, actor, result, day, Decisions())


def _shown(
    version: str,
    engine: Engine,
    actor: Actor,
    result: RankingResult,
    day: date,
    decisions: Decisions,
) -> Places:
    labels, scene = known.labels(version, engine), known.scene(version, engine, day)
    official = _official(version, engine, result)
    parts = parts_of(table_behind(version, engine, result.criteria))
    table = ranking_table(result, parts, correction=official.correction if official else None)
    estimates = _estimates(engine, actor, result)
    return places_views.places(result, table, labels, scene, official, decisions, estimates)


def _decisions(version: str, engine: Engine, actor: Actor, result: RankingResult) -> Decisions:
    if actor.role not in DECIDES:
        return Decisions()
    left = _left_open(version, engine, result)
    if result.published is not None:
        return Decisions(True, left)
    units = frozenset(card.unit for card in result.cards)
    work = of_ranking(version, engine, actor, result.period, result.criteria.code)
    return Decisions(True, left, narrowed(work, units))


def _groups(version: str, engine: Engine, actor: Actor, asked: Asked) -> tuple[str, ...]:
    whole = answer(version, engine, actor, asked.period, asked.criteria).result
    names = {card.group for card in (whole.cards if whole else ()) if card.group}
    return tuple(sorted(names, key=vietnamese_order))


def _official(version: str, engine: Engine, result: RankingResult) -> Official | None:
    published = result.published
    if published is None:
        return None
    correction = publications.correction(engine, published.id)
    later = publications.corrected_by(engine, published.id)
    return publication.official(published, correction, later, known.labels(version, engine))


def _left_open(version: str, engine: Engine, result: RankingResult) -> LeftOpen:
    table = table_behind(version, engine, result.criteria)
    return left_open.left_open(result, table, known.labels(version, engine))


def _estimates(engine: Engine, actor: Actor, result: RankingResult) -> frozenset[str]:
    """Only of a draft: what is published stands, whatever its figures were called then."""
    if result.published is not None or actor.role not in SEES_ALL:
        return frozenset()
    quarter = result.period.quarter_of_record
    return returns.estimates(engine, actor, quarter, result.criteria.form)

"""A ranking asked for and printed: one way for the terminal and for the browser."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dashboard.printing import print_ranking
from dashboard.printing.issuer import Issuer, issuer_of
from dashboard.views.ranking import ranking_table
from dashboard.views.ranking_columns import parts_of
from data_access.accounts import Actor
from data_access.database import Engine
from data_access.queries import catalogue, publications, scores
from data_access.queries import criteria as criteria_tables
from data_access.queries.publications import Correction
from data_access.queries.scores import RankingResult
from scoring.periods import Period
from scoring.units import Unit


def printed_ranking(
    engine: Engine,
    actor: Actor,
    period: Period,
    group: str | None,
    profile: str,
    kind: str,
    *,
    day: date | None = None,
    number: str | None = None,
    criteria: str | None = None,
) -> bytes:
    """What the actor may see of it, on one table (None: the main one); the committee above the
    ranked units issues it."""
    result = scores.ranking(engine, actor, period, group, criteria)
    if catalogue.demonstration(engine) is not None:
        result = replace(result, criteria=replace(result.criteria, illustrative=True))
    used = criteria_tables.table(engine, f"{result.criteria.code}/{result.criteria.version}")
    table = ranking_table(result, parts_of(used), correction=_correction(engine, result))
    issuer = issuer_above(catalogue.units(engine), result)
    return print_ranking(table, profile, kind, issuer=issuer, day=day, number=number)


def _correction(engine: Engine, result: RankingResult) -> Correction | None:
    """What the printed publication puts right, if it does."""
    return publications.correction(engine, result.published.id) if result.published else None


def issuer_above(units: Sequence[Unit], result: RankingResult) -> Issuer:
    by_code = {unit.code: unit for unit in units}
    above = (by_code[card.unit].parent for card in result.cards if card.unit in by_code)
    committees = (by_code[parent] for parent in above if parent is not None)
    highest = next(unit for unit in units if unit.parent is None)
    return issuer_of(next(committees, highest))

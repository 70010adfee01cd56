"""A ranking asked for and printed: one way for the terminal and for the browser."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dashboard.printing import print_ranking
from dashboard.printing.issuer import Issuer, issuer_of
from dashboard.views.ranking import ranking_table
from data_access.accounts import Actor
from data_access.database import Engine
from data_access.queries import catalogue, scores
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
) -> bytes:
    """What the actor may see of it; the committee above the ranked units issues it."""
    result = scores.ranking(engine, actor, period, group)
    if catalogue.demonstration(engine) is not None:
        result = replace(result, criteria=replace(result.criteria, illustrative=True))
    table = ranking_table(result)
    issuer = issuer_above(catalogue.units(engine), result)
    return print_ranking(table, profile, kind, issuer=issuer, day=day, number=number)


def issuer_above(units: Sequence[Unit], result: RankingResult) -> Issuer:
    by_code = {unit.code: unit for unit in units}
    above = (by_code[card.unit].parent for card in result.cards if card.unit in by_code)
    committees = (by_code[parent] for parent in above if parent is not None)
    highest = next(unit for unit in units if unit.parent is None)
    return issuer_of(next(committees, highest))

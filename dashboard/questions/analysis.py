"""What the page of stability, comparison and things to look at again asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once
from dashboard.views import analysis as views
from dashboard.views.analysis import Analysis
from dashboard.views.anomalies import MEANING, NOTHING_ODD, Found, anomaly_tables
from dashboard.views.comparison import (
    NOT_APART,
    NOTHING_TO_COMPARE,
    Compared,
    Pair,
    comparison_tables,
    pair_of,
    pair_tables,
)
from dashboard.views.stability import FOR_WHOM, NOTHING_TO_TRY, stability_tables
from dashboard.wording import refusal
from data_access.accounts import SEES_ALL, Actor, require_role
from data_access.database import Engine
from data_access.queries import scores
from data_access.queries.late_evidence import late_evidence
from data_access.queries.scores import RankingResult
from data_access.queries.stability import stability
from scoring.anomalies import columns_of_maxima, far_claims, late_gains
from scoring.comparison import compared, criteria_shares, group_figures, over_periods
from scoring.periods import Period
from scoring.ranking import Ranking
from scoring.refusals import Refusal, Refused
from scoring.scorecards import Scorecard


@dataclass(frozen=True)
class _Asked:
    """One period on one table (None: the main one), and who asks."""

    version: str
    engine: Engine
    actor: Actor
    period: Period
    day: date
    criteria: str | None

    def labels(self) -> Mapping[str, str]:
        return known.labels(self.version, self.engine)


@dataclass(frozen=True)
class AnalysisQuestions:
    engine: Engine
    version: str
    actor: Actor

    def view(
        self, section: str, period: Period, pair: Pair, day: date, criteria: str | None = None
    ) -> Analysis:
        """`pair`: the units to be compared, empty where the address names none."""
        asked = _Asked(self.version, self.engine, self.actor, period, day, criteria)
        return _view(asked, section, pair)


@once
def _view(asked: _Asked, section: str, pair: Pair) -> Analysis:
    require_role(asked.actor, SEES_ALL)
    scene = known.scene(asked.version, asked.engine, asked.day)
    try:
        result = _ranking(asked, asked.period)
    except Refused as refused:
        # Another period is chosen on the same page: it remains.
        if refused.code is not Refusal.NO_CRITERIA:
            raise
        head = views.analysis_heading(section, asked.period, scene, "")
        return Analysis(head, (refusal(refused),))
    head = views.analysis_heading(section, asked.period, scene, views.state_words(result))
    if section == views.STABILITY:
        return _stability(asked, head)
    if section == views.ANOMALIES:
        return _anomalies(asked, head)
    return _comparison(asked, head, result, pair)


def _stability(asked: _Asked, head: views.Heading) -> Analysis:
    found = stability(asked.engine, asked.actor, asked.period, asked.criteria)
    tables = stability_tables(found, asked.labels())
    return Analysis(head, (found.method, FOR_WHOM) if tables else (NOTHING_TO_TRY,), tables)


def _anomalies(asked: _Asked, head: views.Heading) -> Analysis:
    cards = _cards(asked)
    late = late_evidence(asked.engine, asked.actor, asked.period, asked.day, asked.criteria)
    odd = Found(far_claims(cards), columns_of_maxima(cards), late_gains(cards, late))
    tables = anomaly_tables(odd, asked.period, asked.labels())
    return Analysis(head, (MEANING if tables else NOTHING_ODD,), tables)


def _comparison(asked: _Asked, head: views.Heading, result: RankingResult, pair: Pair) -> Analysis:
    cards, labels = _cards(asked), asked.labels()
    to_date = _to_date(asked)
    side_by_side = Compared(
        criteria_shares(cards),
        group_figures(cards),
        over_periods(to_date.values()),
        tuple(to_date),
    )
    tables = comparison_tables(side_by_side, labels)
    units = {one.unit: labels.get(one.unit, one.name) for one in result.ranking.places}
    chosen = pair_of(pair, units)
    both = [card for unit in chosen for card in cards if card.unit == unit]
    apart = pair_tables(compared(both), tuple(units.get(unit, "") for unit in chosen))
    return Analysis(
        head,
        () if tables else (NOTHING_TO_COMPARE,),
        tables,
        units,
        chosen,
        "" if apart else NOT_APART,
        apart,
    )


def _to_date(asked: _Asked) -> dict[Period, Ranking]:
    """The year's periods up to this one, and the same period of the year before, where there was
    a table for them."""
    period = asked.period
    before = Period(period.year - 1, period.quarter)
    found: dict[Period, Ranking] = {}
    for one in dict.fromkeys((before, *period.quarters_to_date(), period)):
        try:
            found[one] = _ranking(asked, one).ranking
        except Refused as refused:
            if refused.code not in (Refusal.NO_CRITERIA, Refusal.UNKNOWN_CRITERIA):
                raise
    return {one: ranking for one, ranking in found.items() if ranking.places}


def _ranking(asked: _Asked, period: Period) -> RankingResult:
    return scores.ranking(asked.engine, asked.actor, period, criteria=asked.criteria)


@once
def _cards(asked: _Asked) -> tuple[Scorecard, ...]:
    return scores.scorecards(asked.engine, asked.actor, asked.period, asked.criteria)

"""What the pages ask about one unit's points: the card, where it stands, what was said of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions import rankings
from dashboard.questions.once import once
from dashboard.questions.rankings import NO_RANKING, Asked
from dashboard.views import score_talk as talk_views
from dashboard.views.register_books import Book, remedies_book
from dashboard.views.register_books import Known as RegisterNames
from dashboard.views.score_talk import NO_TALK, Talk
from dashboard.views.scorecard import NO_REMEDIES, Case, ScorecardView, scorecard_view
from dashboard.views.scorecard_history import NO_HISTORY, History
from dashboard.views.scorecard_lines import Known
from dashboard.views.scorecard_standing import Standing
from data_access.accounts import DECIDES, SEES_ALL, SUBMITS, Actor, Role
from data_access.database import Engine
from data_access.queries import publications, registers, returns, score_talk, scores
from data_access.queries.scores import RankingResult
from data_access.rankings import Publication
from data_access.score_events import ScoreEvent
from scoring.criteria import CriteriaSet
from scoring.gains import lost_points, next_class, next_place
from scoring.movement import Moves, moves
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.scorecards import Scorecard

# Nor is there one where the unit, or the table, was not there in that period.
_NO_CARD = NO_RANKING | {Refusal.UNKNOWN_UNIT, Refusal.UNKNOWN_CRITERIA}


@dataclass(frozen=True)
class ScorecardQuestions:
    """One rerun's questions about scorecards."""

    engine: Engine
    version: str
    actor: Actor

    def card(self, asked: Asked, unit: str, day: date) -> ScorecardView:
        return _view(self.version, self.engine, self.actor, asked, unit, day)

    def unit_to_show(self, asked: Asked, unit: str | None) -> str | None:
        """Before publication a unit finds its own draft where the ranking will be."""
        given = (self.version, self.engine, self.actor)
        if rankings.answer(*given, asked.period, asked.criteria).result is not None:
            return unit
        return unit or _draft_of(*given, asked)


@once
def _draft_of(version: str, engine: Engine, actor: Actor, asked: Asked) -> str | None:
    """The unit that has a scorecard of its own to see before publication."""
    if actor.role is not Role.UNIT or actor.unit is None:
        return None
    return actor.unit if _card(version, engine, actor, asked, actor.unit) else None


@once
def _card(version: str, engine: Engine, actor: Actor, asked: Asked, unit: str) -> Scorecard | None:
    """None where it is not for this reader yet."""
    try:
        return scores.scorecard(engine, actor, asked.period, unit, asked.criteria)
    except Refused as refused:
        if refused.code not in _NO_CARD:
            raise
        return None


@once
def _view(
    version: str, engine: Engine, actor: Actor, asked: Asked, unit: str, day: date
) -> ScorecardView:
    card = scores.scorecard(engine, actor, asked.period, unit, asked.criteria)
    result = rankings.answer(version, engine, actor, asked.period, asked.criteria).result
    table = _table(version, engine, asked, result)
    answers = actor.role in SUBMITS and _is_own(version, engine, actor, unit)
    hears = answers or actor.role in SEES_ALL
    events = _events(engine, actor, asked, unit) if hears else ()
    labels = known.labels(version, engine)
    case = Case(
        card,
        labels.get(unit, card.name),
        asked.period,
        result,
        asked.criteria,
        table.form,
        _standing(version, engine, actor, asked, card, table, result),
        Known(labels, talk_views.talk_by_criterion(events)),
        _talk(events, card, table, result, day) if hears else NO_TALK,
        _remedies(engine, actor, asked, card, day) if hears else NO_REMEDIES,
        hears and _is_estimate(engine, actor, asked.period, table, unit),
        _history(engine, actor, asked, card, result, hears=hears),
    )
    scene = known.scene(version, engine, day)
    return scorecard_view(case, scene, may_act=answers, decides=actor.role in DECIDES)


def _table(version: str, engine: Engine, asked: Asked, result: RankingResult | None) -> CriteriaSet:
    """That of the publication, or the one in force."""
    if result is not None:
        return rankings.table_behind(version, engine, result.criteria)
    in_force = known.tables_in_force(version, engine, asked.period)
    head = next((one for one in in_force if one.code == asked.criteria), in_force[0])
    return rankings.table_behind(version, engine, head)


def _is_own(version: str, engine: Engine, actor: Actor, unit: str) -> bool:
    if actor.role is not Role.UNIT:
        return True
    return unit in (actor.unit, *known.subordinates(version, engine, actor.unit or ""))


def _events(engine: Engine, actor: Actor, asked: Asked, unit: str) -> tuple[ScoreEvent, ...]:
    return score_talk.talk(engine, actor, asked.period, unit, criteria=asked.criteria)


def _talk(
    events: Sequence[ScoreEvent],
    card: Scorecard,
    table: CriteriaSet,
    result: RankingResult | None,
    day: date,
) -> Talk:
    published = result.published if result else None
    return talk_views.talk(events, card, published, table.reconsideration_days, day)


def _history(
    engine: Engine,
    actor: Actor,
    asked: Asked,
    card: Scorecard,
    result: RankingResult | None,
    *,
    hears: bool,
) -> History:
    """What was opened again is told to those it concerns, what was corrected to everybody."""
    published = result.published if result else None
    if published is None:
        return NO_HISTORY
    table, unit = published.criteria, card.unit
    again = score_talk.reopened(engine, actor, asked.period, unit, criteria=table) if hears else ()
    return History(published, again, _corrected(engine, actor, card, published))


def _corrected(
    engine: Engine, actor: Actor, card: Scorecard, published: Publication
) -> Moves | None:
    if published.replaces is None:
        return None
    earlier = publications.published_ranking(engine, actor, published.replaces).cards
    before = next((one for one in earlier if one.unit == card.unit), None)
    return moves(before, card) if isinstance(before, Scorecard) else None


def _remedies(engine: Engine, actor: Actor, asked: Asked, card: Scorecard, day: date) -> Book:
    names = RegisterNames(
        {card.unit: card.name}, {}, {line.code: f"{line.code}. {line.text}" for line in card.lines}
    )
    kept = registers.remedies(engine, actor, asked.period, card.unit, criteria=asked.criteria)
    return replace(remedies_book(kept, names, day), said="")


def _is_estimate(
    engine: Engine, actor: Actor, period: Period, table: CriteriaSet, unit: str
) -> bool:
    return unit in returns.estimates(engine, actor, period.quarter_of_record, table.form)


def _standing(
    version: str,
    engine: Engine,
    actor: Actor,
    asked: Asked,
    card: Scorecard,
    table: CriteriaSet,
    result: RankingResult | None,
) -> Standing:
    """How far the next place is, is told only to whoever may see the others' places."""
    before = _before(version, engine, actor, asked, card)
    labels = known.labels(version, engine)
    places = result.ranking.places if result else ()
    short = [replace(one, name=labels.get(one.unit, one.name)) for one in places]
    return Standing(
        lost_points(card),
        next_place(table, card, short),
        next_class(table, card),
        *(before or (None, None)),
    )


def _before(
    version: str, engine: Engine, actor: Actor, asked: Asked, card: Scorecard
) -> tuple[Moves, Period] | None:
    """Against the latest earlier period whose card this reader may see."""
    for period in _earlier(asked.period):
        earlier = _card(version, engine, actor, replace(asked, period=period), card.unit)
        if earlier is not None and earlier.total is not None:
            return moves(earlier, card), period
    return None


def _earlier(period: Period) -> tuple[Period, ...]:
    """A quarter's points go on from the quarter before; a year is compared with the year before,
    or, where there is none, with its own last quarter."""
    if period.quarter is None:
        return Period(period.year - 1), period.quarter_of_record
    return (Period(period.year, period.quarter - 1),) if period.quarter > 1 else ()

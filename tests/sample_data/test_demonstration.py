"""The demonstration as it stands in the database: every case a visitor should be able to find."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions.sessions import sign_in
from data_access.queries import (
    appraisals,
    catalogue,
    obligations,
    publications,
    registers,
    returns,
    score_talk,
    scores,
)
from data_access.queries.appraisals import LineState
from data_access.queries.sessions import actor_of
from data_access.score_events import ScoreEventKind
from sample_data import build
from sample_data.catalogue import accounts
from scoring.periods import Period, parse_period
from scoring.ranking import Ranking
from scoring.scorecards import Scorecard

YEAR = Period(2022)
DAY = date(2023, 2, 15)


def _ranking(engine: Engine, period: str) -> Ranking:
    return scores.ranking(engine, OPERATOR, parse_period(period)).ranking


def _card(engine: Engine, unit: str) -> Scorecard:
    return scores.scorecard(engine, OPERATOR, YEAR, unit)


def test_it_says_that_it_is_a_demonstration(demo_engine: Engine) -> None:
    shown = catalogue.demonstration(demo_engine)
    assert shown is not None
    assert shown.day == DAY
    assert "minh họa" in shown.title


@pytest.mark.parametrize("period", ["2022-Q1", "2022-Q2", "2022-Q4", "2022"])
def test_equal_totals_share_a_place(demo_engine: Engine, period: str) -> None:
    places = Counter(place.rank for place in _ranking(demo_engine, period).places)
    assert 2 in places.values()


def test_every_ranked_unit_is_placed_or_said_to_be_unranked(demo_engine: Engine) -> None:
    for period in ("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2022"):
        ranking = _ranking(demo_engine, period)
        assert len(ranking.places) + len(ranking.unranked) == 14, period


def test_the_third_quarter_waits_for_two_appraisals_and_one_return(demo_engine: Engine) -> None:
    unranked = _ranking(demo_engine, "2022-Q3").unranked
    assert [one.unit for one in unranked] == ["529", "531", "535"]


def test_the_unit_without_a_self_score_is_unranked_and_in_the_lowest_class(
    demo_engine: Engine,
) -> None:
    (unranked,) = _ranking(demo_engine, "2022").unranked
    assert (unranked.unit, unranked.class_name) == ("530", "Không hoàn thành")


def test_a_veto_strikes_a_unit_whose_points_would_do(demo_engine: Engine) -> None:
    card = _card(demo_engine, "525")
    assert card.total >= 75
    assert card.class_name == "Không hoàn thành"


def test_a_class_cap_holds_a_unit_with_the_points_of_the_first_class(demo_engine: Engine) -> None:
    card = _card(demo_engine, "534")
    assert card.total >= 95
    assert card.class_name == "Hoàn thành tốt"


def test_a_criterion_at_zero_drops_a_unit_to_the_next_class(demo_engine: Engine) -> None:
    card = _card(demo_engine, "533")
    assert 85 <= card.total < 95
    assert card.class_name == "Hoàn thành"


def test_bonuses_above_the_cap_are_cut_and_the_claim_is_kept(demo_engine: Engine) -> None:
    card = _card(demo_engine, "524")
    assert card.plus == Decimal(3)
    assert card.line("T1").claimed == Decimal(4)
    assert card.line("@bonus_cap").final == Decimal("-0.50")


def test_an_appraisal_differs_from_the_claim_with_its_reason(demo_engine: Engine) -> None:
    line = _card(demo_engine, "532").line("2.2.3")
    assert line.claimed != line.appraised
    assert "Kiểm tra thực tế" in line.reason


def test_an_explained_line_has_two_rounds(demo_engine: Engine) -> None:
    rounds = _card(demo_engine, "532").line("2.2.3").rounds
    assert [(one.round, one.points) for one in rounds] == [
        (1, Decimal("3.21")),
        (2, Decimal("3.39")),
    ]


def test_something_waits_for_everybody_who_signs_in(demo_engine: Engine) -> None:
    fourth = parse_period("2022-Q4")
    (question,) = score_talk.open_questions(demo_engine, _of("tu-nghia"), fourth)
    assert question.due >= DAY
    (request,) = score_talk.open_questions(demo_engine, _of("thuong-truc"), YEAR)
    assert request.kind is ScoreEventKind.RECONSIDERATION_ASKED
    states = {
        one.state for one in appraisals.lines(demo_engine, _of("so-noi-vu-tham-dinh"), fourth)
    }
    assert states == set(LineState)
    assert registers.remedies(demo_engine, _of("tra-bong"), YEAR)
    assert registers.models(demo_engine, _of("tp-quang-ngai"), YEAR)


def _of(user: str) -> Actor:
    return next(one.actor for one in accounts() if one.user == user)


def test_what_concerns_communes_does_not_apply_to_the_agencies_committee(
    demo_engine: Engine,
) -> None:
    card = _card(demo_engine, "DUK")
    assert card.line("2.1.1").status == "excluded"
    assert card.line("@rescale") is not None


def test_three_returns_were_refused_and_mended(demo_engine: Engine) -> None:
    found = returns.submissions(demo_engine, OPERATOR, None)
    refused = [one for one in found if not one.accepted]
    assert len(refused) == 3
    for one in refused:
        mended = returns.submissions(demo_engine, OPERATOR, one.unit, one.period, one.form)
        assert [entry.accepted for entry in mended] == [True, False]


def test_one_accepted_return_was_replaced(demo_engine: Engine) -> None:
    found = returns.submissions(demo_engine, OPERATOR, "522", Period(2022, 4), "tu-cham")
    assert [(one.accepted, one.in_force) for one in found] == [(True, True), (True, False)]


def test_nothing_is_recorded_later_than_the_demonstration_shows(demo_engine: Engine) -> None:
    """To whoever keeps it; the papers of the other documents are of later years."""
    secretary = Actor("to-giup-viec", "Tổ Giúp việc", Role.SECRETARIAT)
    received = [one.received.date() for one in returns.submissions(demo_engine, secretary, None)]
    assert max(received) <= DAY


@pytest.mark.parametrize("period", ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"])
@pytest.mark.parametrize("form", ["tu-cham", "tien-do"])
def test_some_returns_of_each_quarter_are_late(demo_engine: Engine, period: str, form: str) -> None:
    status = obligations.status(demo_engine, OPERATOR, parse_period(period), form, DAY)
    assert 0 < status.late < status.on_time


def test_the_overdue_list_shows_tasks_of_the_first_and_third_quarter(demo_engine: Engine) -> None:
    overdue = obligations.overdue(demo_engine, OPERATOR, DAY)
    tasks = {standing.obligation.task for standing in overdue}
    assert {"4", "6", "7", "13"} <= tasks
    assert "15" not in tasks
    assert len(overdue) < 30


def test_two_quarters_and_the_year_are_published(demo_engine: Engine) -> None:
    found = {
        period: scores.ranking(demo_engine, OPERATOR, parse_period(period)).published is not None
        for period in ("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2022")
    }
    assert [period for period, is_published in found.items() if is_published] == [
        "2022-Q1",
        "2022-Q2",
        "2022",
    ]


def test_what_is_published_bears_an_illustrative_number_and_its_date(demo_engine: Engine) -> None:
    for one in publications.listed(demo_engine):
        assert one.decision.endswith("(minh họa)")
        assert one.decided_on == one.at.date()


def test_the_published_password_opens_every_kind_of_account(demo_engine: Engine) -> None:
    for user in ("thuong-truc", "uy-vien", "to-giup-viec", "ba-to", "so-tu-phap-tham-dinh"):
        token = sign_in(demo_engine, user, build.PASSWORD, "127.0.0.1")
        assert actor_of(demo_engine, token).user == user

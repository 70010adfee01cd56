"""A published ranking never moves; until then only those who decide see it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access import tables
from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.appraisal import appraise
from data_access.actions.criteria import import_criteria
from data_access.actions.publication import publish
from data_access.database import data_version, reading, unversioned
from data_access.documents import criteria_for
from data_access.drafts import work_out
from data_access.facts import facts_of
from data_access.queries import scores
from data_access.rankings import RankingDocument, to_text
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_A,
    CLERK_B,
    CRITERIA,
    LEADER,
    MEMBER,
    Q1,
    Q4,
    SECRETARY,
    UNITS,
    YEAR,
    hand_in_progress,
    hand_in_self_score,
)

CLERK_C = Actor("can-bo-c", "Cán bộ C", Role.UNIT, "003")
ON_TIME = date(2022, 4, 5)


@pytest.fixture
def scored(province: Engine) -> Engine:
    for unit in ("001", "002", "003"):
        hand_in_self_score(province, unit, Q1, ON_TIME)
        hand_in_progress(province, unit, Q1, ON_TIME)
    return province


def refused(question, *arguments) -> Refusal:
    with pytest.raises(Refused) as caught:
        question(*arguments)
    return caught.value.code


def totals(engine: Engine, actor: Actor, period: Period) -> dict[str, Decimal]:
    places = scores.ranking(engine, actor, period).ranking.places
    return {place.unit: place.total for place in places}


def test_before_publication_a_unit_sees_its_own_draft_and_nothing_else(scored: Engine) -> None:
    assert [card.unit for card in scores.scorecards(scored, CLERK_A, Q1)] == ["001"]
    assert scores.scorecard(scored, CLERK_A, Q1, "001").total == Decimal("9.00")
    assert refused(scores.scorecard, scored, CLERK_A, Q1, "002") is Refusal.NOT_PUBLISHED
    assert refused(scores.ranking, scored, CLERK_A, Q1) is Refusal.NOT_PUBLISHED
    for question in (scores.ranking, scores.scorecards):
        assert refused(question, scored, MEMBER, Q1) is Refusal.NOT_PUBLISHED


@pytest.mark.parametrize("actor", [SECRETARY, LEADER])
def test_those_who_decide_see_the_draft(scored: Engine, actor: Actor) -> None:
    result = scores.ranking(scored, actor, Q1)
    assert (len(result.cards), result.provisional, result.published) == (3, True, None)
    assert result.criteria.decision == "01-HD/BCĐ"


@pytest.mark.parametrize("actor", [MEMBER, CLERK_A])
def test_neither_members_nor_units_publish(scored: Engine, actor: Actor) -> None:
    assert refused(publish, scored, actor, Q1) is Refusal.ROLE_NOT_ALLOWED


def test_after_publication_everyone_sees_points_and_only_ones_own_cells(scored: Engine) -> None:
    publish(scored, SECRETARY, Q1)
    for actor in (MEMBER, CLERK_A, CLERK_B):
        result = scores.ranking(scored, actor, Q1)
        assert [card.unit for card in result.cards] == ["001", "002", "003"]
        sources = {card.unit: {line.source for line in card.lines} for card in result.cards}
        for card in result.cards:
            assert (sources[card.unit] == {None}) == (actor.unit != card.unit)
            assert all(line.reason for line in card.lines)
    assert scores.scorecard(scored, MEMBER, Q1, "002").line("1.1").source is None
    assert scores.scorecard(scored, CLERK_B, Q1, "002").line("1.1").source is not None


def test_neither_returns_nor_appraisals_nor_units_move_what_is_published(scored: Engine) -> None:
    published = publish(scored, SECRETARY, Q1)
    before = scores.ranking(scored, SECRETARY, Q1)
    hand_in_self_score(scored, "001", Q1, ON_TIME, {"da_hop": Decimal(0)})
    setup.import_units(scored, OPERATOR, [replace(UNITS[1], name="Tên mới", group="Miền núi")])
    appraisal = (scored, SECRETARY, "001", Q1, "1.1", Decimal(0), "sai")
    assert refused(appraise, *appraisal) is Refusal.ALREADY_PUBLISHED
    after = scores.ranking(scored, SECRETARY, Q1)
    assert after == before
    assert after.published == published
    assert scores.scorecard(scored, SECRETARY, Q1, "001").line("1.2").final == Decimal("3.00")


def test_nothing_is_published_twice(scored: Engine) -> None:
    publish(scored, SECRETARY, Q1)
    before = data_version(scored)
    for group in (None, "Đồng bằng"):
        assert refused(publish, scored, SECRETARY, Q1, group) is Refusal.ALREADY_PUBLISHED
    assert data_version(scored) == before


def test_groups_are_published_one_by_one(scored: Engine) -> None:
    first = publish(scored, SECRETARY, Q1, "Đồng bằng")
    hand_in_self_score(scored, "001", Q1, ON_TIME, {"da_hop": Decimal(0)})
    assert [card.unit for card in scores.scorecards(scored, MEMBER, Q1)] == ["001", "002"]
    assert [card.unit for card in scores.scorecards(scored, CLERK_C, Q1)] == ["001", "002", "003"]
    assert len(scores.ranking(scored, MEMBER, Q1, "Đồng bằng").ranking.places) == 2
    assert refused(scores.ranking, scored, MEMBER, Q1, "Miền núi") is Refusal.NOT_PUBLISHED
    # The whole picture of those who decide: published places as stored, the others as they are.
    assert totals(scored, SECRETARY, Q1)["001"] == Decimal("9.00")
    second = publish(scored, SECRETARY, Q1, "Miền núi")
    assert (first.number, second.number) == (1, 2)


def test_one_group_of_a_ranking_published_whole_is_the_stored_one(scored: Engine) -> None:
    publish(scored, SECRETARY, Q1)
    hand_in_self_score(scored, "001", Q1, ON_TIME, {"da_hop": Decimal(0)})
    result = scores.ranking(scored, MEMBER, Q1, "Đồng bằng")
    assert [(place.unit, place.total) for place in result.ranking.places] == [
        ("001", Decimal("9.00")),
        ("002", Decimal("9.00")),
    ]
    assert [card.unit for card in result.cards] == ["001", "002"]


def test_where_nobody_can_be_ranked_there_is_nothing_to_publish(scored: Engine) -> None:
    hand_in_self_score(scored, "001", Q4, date(2023, 1, 5))
    assert refused(publish, scored, SECRETARY, YEAR) is Refusal.NOTHING_TO_PUBLISH
    assert refused(publish, scored, SECRETARY, Q1, "Nơi khác") is Refusal.UNKNOWN_GROUP


def test_the_year_is_read_from_the_fourth_quarter_and_waits_for_appraisal(scored: Engine) -> None:
    hand_in_self_score(scored, "001", Q4, date(2023, 1, 5))
    assert scores.scorecard(scored, SECRETARY, YEAR, "001").pending == ("1.4",)
    appraise(scored, LEADER, "001", YEAR, "1.4", Decimal("0.75"), "Hồ sơ đầy đủ")
    card = scores.scorecard(scored, SECRETARY, YEAR, "001")
    # 4 + 3 + (2 − three missed quarters, held at 0) + 0.75
    assert (card.total, card.class_name) == (Decimal("7.75"), "Hoàn thành")
    publish(scored, SECRETARY, YEAR)
    assert not scores.ranking(scored, MEMBER, YEAR).provisional


def test_a_table_that_was_published_with_never_changes(scored: Engine) -> None:
    publish(scored, SECRETARY, Q1)
    other = CRITERIA.replace("Bảng tiêu chí nhỏ", "Bảng khác")
    code = refused(import_criteria, scored, OPERATOR, other)
    assert code is Refusal.VERSION_IN_USE
    assert import_criteria(scored, OPERATOR, CRITERIA) == ()


def test_a_stored_document_reads_back_as_the_same_document(scored: Engine) -> None:
    from data_access import canonical

    with reading(scored) as connection:
        table = criteria_for(connection, Q1).table
        document = work_out(table, facts_of(connection, table, Q1), Q1)
    text, _ = to_text(document)
    assert canonical.from_json(RankingDocument, text) == document
    assert to_text(canonical.from_json(RankingDocument, text))[0] == text


def test_a_document_changed_behind_our_back_is_noticed(scored: Engine) -> None:
    publish(scored, SECRETARY, Q1)
    with unversioned(scored) as connection:
        text = connection.execute(tables.publication.select()).one().document
        forged = tables.publication.update().values(document=text.replace("9.00", "9.50"))
        connection.execute(forged)
    with pytest.raises(RuntimeError):
        scores.ranking(scored, MEMBER, Q1)

"""What the table leaves to people: an order, a class, a rating anew. Nothing else is theirs."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.actions.appraisal import appraise
from data_access.actions.deciding import decide_class, decide_tie, rerate
from data_access.actions.publication import correct, publish
from data_access.queries import score_talk, scores
from data_access.rankings import PublicationKind
from data_access.score_decisions import DecisionKind
from scoring.ranking import Place
from scoring.refusals import Refusal
from tests.builders import CLERK_A, LEADER, MEMBER, Q4, SECRETARY, YEAR
from tests.data_access.lines_by_hand import (
    ASSESSOR,
    appraise_all,
    hand_in_all,
    refused,
)

DAY = date(2023, 1, 20)
TIE = ("Xét việc phối hợp trong năm", "07-TB/BCĐ", DAY)


@pytest.fixture
def tied(lines: Engine) -> Engine:
    """001 and 002 share the first place of their group; 003 is alone in another."""
    hand_in_all(lines)
    appraise_all(lines)
    return lines


def places(engine: Engine) -> dict[str, Place]:
    found = scores.ranking(engine, SECRETARY, YEAR).ranking.places
    return {place.unit: place for place in found}


def test_people_part_what_the_table_could_not(tied: Engine) -> None:
    before = places(tied)
    assert [before[unit].rank for unit in ("001", "002")] == [1, 1]
    assert "chờ" in before["001"].note
    decide_tie(tied, LEADER, YEAR, ["002", "001"], *TIE)
    after = places(tied)
    assert [after[unit].rank for unit in ("001", "002")] == [2, 1]
    assert "chờ" not in after["001"].note and "quyết định" in after["001"].note


def test_the_latest_order_counts_and_the_first_is_kept(tied: Engine) -> None:
    for units in (["002", "001"], ["001", "002"]):
        decide_tie(tied, LEADER, YEAR, units, *TIE)
    assert [places(tied)[unit].rank for unit in ("001", "002")] == [1, 2]
    kept = score_talk.decisions(tied, SECRETARY, YEAR)
    assert [(one.unit, one.value) for one in kept] == [
        ("002", "1"),
        ("001", "2"),
        ("001", "1"),
        ("002", "2"),
    ]
    assert {(one.kind, one.decision, one.decided_on) for one in kept} == {
        (DecisionKind.TIE, "07-TB/BCĐ", DAY)
    }


@pytest.mark.parametrize("units", [["001"], ["001", "003"], ["001", "001"], []])
def test_only_units_that_share_a_place_are_put_in_order(tied: Engine, units: list[str]) -> None:
    given = (tied, LEADER, YEAR, units, *TIE)
    assert refused(decide_tie, *given) is Refusal.NO_TIE_TO_DECIDE


def test_points_part_units_before_people_do(tied: Engine) -> None:
    appraise(tied, ASSESSOR, "001", YEAR, "1.2", Decimal(1), "Thiếu hồ sơ")
    given = (tied, LEADER, YEAR, ["001", "002"], *TIE)
    assert refused(decide_tie, *given) is Refusal.NO_TIE_TO_DECIDE


def test_a_unit_that_is_not_ranked_is_named(tied: Engine) -> None:
    given = (tied, LEADER, YEAR, ["001", "tinh"], *TIE)
    assert refused(decide_tie, *given) is Refusal.UNKNOWN_UNIT


@pytest.mark.parametrize("actor", [ASSESSOR, CLERK_A, MEMBER])
def test_nobody_else_decides(tied: Engine, actor: Actor) -> None:
    assert refused(decide_tie, tied, actor, YEAR, ["001", "002"], *TIE) is Refusal.ROLE_NOT_ALLOWED
    decided = (tied, actor, YEAR, "001", "Khá", *TIE)
    assert refused(decide_class, *decided) is Refusal.ROLE_NOT_ALLOWED
    assert refused(rerate, tied, actor, YEAR, "001", *TIE) is Refusal.ROLE_NOT_ALLOWED
    if actor is not MEMBER:
        asked = (tied, actor, YEAR)
        assert refused(score_talk.decisions, *asked) is Refusal.ROLE_NOT_ALLOWED


def test_a_class_left_open_is_closed_by_people(tied: Engine) -> None:
    """A criterion at 0 points bars the class Tốt, and `fallthrough: manual` gives none instead."""
    appraise(tied, SECRETARY, "001", YEAR, "1.2", Decimal(0), "Không có kế hoạch")
    appraise(tied, SECRETARY, "001", YEAR, "T1", Decimal(1), "Mô hình được công nhận")
    assert places(tied)["001"].class_name is None
    decide_class(tied, LEADER, YEAR, "001", "Khá", *TIE)
    after = places(tied)["001"]
    assert (after.class_name, "07-TB/BCĐ" in after.note) == ("Khá", True)
    decide_class(tied, LEADER, YEAR, "001", "Trung bình", "Xét lại")
    assert places(tied)["001"].class_name == "Trung bình"


@pytest.mark.parametrize(
    ("unit", "class_name", "code"),
    [
        ("001", "Xuất sắc", Refusal.UNKNOWN_CLASS),
        ("001", "Khá", Refusal.CLASS_NOT_OPEN),
        ("tinh", "Khá", Refusal.UNKNOWN_UNIT),
    ],
)
def test_a_class_the_table_gives_is_nobodys_to_decide(
    tied: Engine, unit: str, class_name: str, code: Refusal
) -> None:
    assert refused(decide_class, tied, LEADER, YEAR, unit, class_name, *TIE) is code


def test_a_quarter_has_no_class_to_decide(tied: Engine) -> None:
    given = (tied, LEADER, Q4, "001", "Khá", *TIE)
    assert refused(decide_class, *given) is Refusal.CLASS_NOT_OPEN


def test_what_is_published_is_decided(tied: Engine) -> None:
    publish(tied, LEADER, YEAR)
    order = (tied, LEADER, YEAR, ["001", "002"], *TIE)
    assert refused(decide_tie, *order) is Refusal.ALREADY_PUBLISHED
    of_class = (tied, LEADER, YEAR, "001", "Khá", *TIE)
    assert refused(decide_class, *of_class) is Refusal.ALREADY_PUBLISHED


def test_a_rating_anew_needs_a_publication_a_reason_and_a_document(tied: Engine) -> None:
    decided = (tied, LEADER, YEAR, "001")
    assert refused(rerate, *decided, *TIE) is Refusal.NOT_PUBLISHED
    assert refused(rerate, *decided, "Sai phạm", " ", DAY) is Refusal.DOCUMENT_REQUIRED
    assert refused(rerate, *decided, " ", "05-QĐ/BCĐ", DAY) is Refusal.REASON_REQUIRED
    tomorrow = date(2023, 2, 1)
    assert refused(rerate, *decided, "Sai phạm", "05-QĐ", tomorrow) is Refusal.DAY_OUTSIDE


def test_a_rating_anew_moves_one_unit_when_it_is_made_public(tied: Engine) -> None:
    first = publish(tied, LEADER, YEAR)
    rerate(tied, LEADER, YEAR, "001", "Kết luận thanh tra", "05-QĐ/BCĐ", DAY)
    appraise(tied, SECRETARY, "001", YEAR, "2", Decimal(0), "Theo kết luận")
    before = places(tied)
    correct(tied, LEADER, first.id, "Theo kết luận", kind=PublicationKind.RERATING)
    after = places(tied)
    assert [before[unit].rank for unit in ("001", "002")] == [1, 1]
    assert [after[unit].rank for unit in ("001", "002")] == [2, 1]

"""What was published is put right by a further publication; both ranks stay in sight."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine, select

from data_access.accounts import Actor
from data_access.actions.appraisal import appraise
from data_access.actions.deciding import rerate
from data_access.actions.publication import correct, number_publication, publish
from data_access.actions.reconsidering import answer_reconsideration, ask_reconsideration
from data_access.database import reading
from data_access.queries import publications, scores
from data_access.queries.explanations import explanation
from data_access.rankings import Publication, PublicationKind
from data_access.tables import journal
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_A,
    CLERK_B,
    LEADER,
    MEMBER,
    Q1,
    Q2,
    SECRETARY,
    at,
    hand_in_progress,
    hand_in_self_score,
)

ON_TIME, SOON = date(2022, 4, 5), date(2022, 4, 20)
RERATING, ERRATUM = PublicationKind.RERATING, PublicationKind.ERRATUM


@pytest.fixture
def published(province: Engine) -> tuple[Engine, Publication]:
    """Three units with 9 points each; the first two share a group."""
    for unit in ("001", "002", "003"):
        hand_in_self_score(province, unit, Q1, ON_TIME)
        hand_in_progress(province, unit, Q1, ON_TIME)
    return province, publish(province, SECRETARY, Q1, moments=at(SOON))


def refused(action, *given, **named) -> Refusal:
    with pytest.raises(Refused) as caught:
        action(*given, **named)
    return caught.value.code


def ranks(engine: Engine, actor: Actor = MEMBER) -> dict[str, tuple[int, Decimal]]:
    places = scores.ranking(engine, actor, Q1).ranking.places
    return {place.unit: (place.rank, place.total) for place in places}


def worse(engine: Engine, unit: str) -> None:
    hand_in_self_score(engine, unit, Q1, SOON, {"ke_hoach": "0"})


def test_an_erratum_takes_the_place_of_what_it_corrects(published) -> None:
    engine, first = published
    worse(engine, "001")
    assert ranks(engine)["001"] == (1, Decimal("9.00"))
    made = correct(engine, LEADER, first.id, "Ghi sai kế hoạch", moments=at(SOON))
    assert (made.number, made.replaces, made.kind) == (2, first.id, ERRATUM)
    assert ranks(engine) == {
        "001": (2, Decimal("5.00")),
        "002": (1, Decimal("9.00")),
        "003": (1, Decimal("9.00")),
    }
    assert scores.ranking(engine, MEMBER, Q1).published.reason == "Ghi sai kế hoạch"
    assert scores.scorecard(engine, MEMBER, Q1, "001").total == Decimal("5.00")


def test_both_ranks_are_shown_and_the_first_stays_as_it_was(published) -> None:
    engine, first = published
    before = publications.published_ranking(engine, MEMBER, first.id)
    worse(engine, "001")
    made = correct(engine, SECRETARY, first.id, "Ghi sai", moments=at(SOON))
    found = publications.correction(engine, made.id)
    assert (found.before.id, found.after.id) == (first.id, made.id)
    (moved,) = found.moved
    assert (moved.unit, moved.before.rank, moved.after.rank) == ("001", 1, 2)
    assert (moved.before.total, moved.after.total) == (Decimal("9.00"), Decimal("5.00"))
    assert publications.published_ranking(engine, MEMBER, first.id) == before
    assert publications.corrected_by(engine, first.id) == made
    assert publications.correction(engine, first.id) is None
    assert [one.id for one in publications.listed(engine)] == [made.id, first.id]


def test_only_the_units_named_are_read_anew(published) -> None:
    engine, first = published
    for unit in ("001", "002"):
        worse(engine, unit)
    correct(engine, SECRETARY, first.id, "Sai một đơn vị", units=("002",), moments=at(SOON))
    assert ranks(engine)["001"] == (1, Decimal("9.00"))
    assert ranks(engine)["002"] == (2, Decimal("5.00"))


def test_what_it_would_move_is_seen_before_it_is_made(published) -> None:
    engine, first = published
    worse(engine, "001")
    draft = publications.correction_draft(engine, LEADER, first.id)
    assert [place.unit for place in draft.moved] == ["001"]
    assert draft.after is None
    assert ranks(engine)["001"] == (1, Decimal("9.00"))
    code = refused(publications.correction_draft, engine, MEMBER, first.id)
    assert code is Refusal.ROLE_NOT_ALLOWED


def test_a_rerating_reads_the_reopened_unit_alone(published) -> None:
    engine, first = published
    by = (first.id, "Chấm lại theo quyết định")
    assert refused(correct, engine, LEADER, *by, kind=RERATING) is Refusal.NOT_REOPENED
    decided = ("Có kết luận kiểm tra", "12-QĐ/BCĐ", SOON, at(SOON))
    rerate(engine, LEADER, Q1, "001", *decided)
    appraise(engine, LEADER, "001", Q1, "1.1", Decimal(2), "Kế hoạch chậm", at(SOON))
    worse(engine, "002")
    made = correct(engine, LEADER, *by, kind=RERATING, decision="12-QĐ/BCĐ", moments=at(SOON))
    assert (made.kind, made.decision) == (RERATING, "12-QĐ/BCĐ")
    assert ranks(engine)["001"] == (2, Decimal("7.00"))
    assert ranks(engine)["002"] == (1, Decimal("9.00"))


def test_an_accepted_reconsideration_is_put_right_for_its_unit(published) -> None:
    engine, first = published
    asked = ask_reconsideration(engine, CLERK_B, "002", Q1, "1.1", "Có kế hoạch", at(SOON))
    answer_reconsideration(engine, LEADER, asked, True, "Đúng", at(SOON))
    appraise(engine, LEADER, "002", Q1, "1.1", Decimal(3), "Thiếu phụ lục", at(SOON))
    worse(engine, "001")
    correct(engine, LEADER, first.id, "Xem xét lại", moments=at(SOON))
    assert ranks(engine)["001"] == (1, Decimal("9.00"))
    assert ranks(engine)["002"] == (2, Decimal("8.00"))


def test_what_cannot_be_corrected(published) -> None:
    engine, first = published
    assert refused(correct, engine, MEMBER, first.id, "x") is Refusal.ROLE_NOT_ALLOWED
    assert refused(correct, engine, LEADER, first.id, "  ") is Refusal.REASON_REQUIRED
    assert refused(correct, engine, LEADER, 99, "x") is Refusal.UNKNOWN_PUBLICATION
    assert refused(correct, engine, LEADER, first.id, "x") is Refusal.NOTHING_TO_CORRECT
    unknown = refused(correct, engine, LEADER, first.id, "x", units=("999",))
    assert unknown is Refusal.UNKNOWN_UNIT
    worse(engine, "001")
    correct(engine, LEADER, first.id, "Ghi sai", moments=at(SOON))
    again = refused(correct, engine, LEADER, first.id, "Ghi sai nữa")
    assert again is Refusal.ALREADY_CORRECTED


def test_number_and_date_may_follow_once(published) -> None:
    engine, first = published
    sha256 = first.sha256
    assert refused(number_publication, engine, MEMBER, first.id, "1", SOON) is (
        Refusal.ROLE_NOT_ALLOWED
    )
    blank = refused(number_publication, engine, SECRETARY, first.id, " ", SOON)
    assert blank is Refusal.DECISION_REQUIRED
    number_publication(engine, SECRETARY, first.id, "05-QĐ/BCĐ", SOON)
    shown = scores.ranking(engine, MEMBER, Q1).published
    assert (shown.decision, shown.decided_on, shown.sha256) == ("05-QĐ/BCĐ", SOON, sha256)
    twice = refused(number_publication, engine, SECRETARY, first.id, "06-QĐ/BCĐ", SOON)
    assert twice is Refusal.ALREADY_NUMBERED


def test_number_and_date_are_put_right_with_a_reason_and_the_first_stay_in_the_journal(
    published,
) -> None:
    engine, first = published
    number_publication(engine, SECRETARY, first.id, "15-QĐ/BCĐ", SOON)
    number_publication(engine, SECRETARY, first.id, "51-QĐ/BCĐ", ON_TIME, "Ghi nhầm số")
    shown = scores.ranking(engine, MEMBER, Q1).published
    assert (shown.decision, shown.decided_on) == ("51-QĐ/BCĐ", ON_TIME)
    with reading(engine) as connection:
        told = select(journal.c.detail).where(journal.c.action == "number_publication")
        kept = connection.execute(told.order_by(journal.c.id)).scalars().all()
    assert kept == ["15-QĐ/BCĐ 20/04/2022", "51-QĐ/BCĐ 05/04/2022 Ghi nhầm số"]


def test_no_decision_is_signed_in_the_future_or_before_the_period(published) -> None:
    engine, first = published
    tomorrow, before = SOON + timedelta(days=1), date(2021, 12, 31)
    at_soon = {"moments": at(SOON)}
    number = (number_publication, engine, SECRETARY, first.id, "05-QĐ/BCĐ")
    assert refused(*number, tomorrow, **at_soon) is Refusal.DAY_OUTSIDE
    assert refused(*number, before, **at_soon) is Refusal.DAY_OUTSIDE
    worse(engine, "001")
    again = (correct, engine, SECRETARY, first.id, "Cộng nhầm")
    assert refused(*again, decided_on=tomorrow, **at_soon) is Refusal.DAY_OUTSIDE
    later = (publish, engine, SECRETARY, Q2)
    assert refused(*later, decided_on=tomorrow, **at_soon) is Refusal.DAY_OUTSIDE


def test_before_publication_a_unit_is_told_nothing_of_the_others(province: Engine) -> None:
    for unit, held in (("001", "0"), ("002", "1")):
        hand_in_self_score(province, unit, Q1, ON_TIME, {"ke_hoach": held})
        hand_in_progress(province, unit, Q1, ON_TIME)
    own = explanation(province, CLERK_A, "001", Q1)
    assert (own.card.total, own.place, own.next_place) == (Decimal("5.00"), None, None)
    assert [one.code for one in own.lost] == ["1.1"]
    decides = explanation(province, LEADER, "001", Q1)
    assert (decides.place.rank, decides.next_place.rival.unit) == (2, "002")
    assert refused(explanation, province, CLERK_B, "001", Q1) is Refusal.NOT_PUBLISHED
    publish(province, SECRETARY, Q1)
    public = explanation(province, CLERK_B, "001", Q1)
    assert (public.place.rank, public.next_place.way.gain) == (2, Decimal("4.00"))
    assert all(figure.source is None for line in public.card.lines for figure in line.figures)

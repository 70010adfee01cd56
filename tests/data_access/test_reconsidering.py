"""Đề nghị xem xét lại: within its days, answered with a reason, one line at a time."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.actions.appraisal import appraise
from data_access.actions.deciding import rerate
from data_access.actions.publication import correct, publish
from data_access.actions.reconsidering import answer_reconsideration, ask_reconsideration
from data_access.queries import appraisals, score_talk, scores
from data_access.queries.appraisals import LineState
from data_access.rankings import PublicationKind
from data_access.score_events import Outcome
from scoring.refusals import Refusal
from tests.builders import CLERK_A, CLERK_B, LEADER, MEMBER, SECRETARY, YEAR, at
from tests.data_access.lines_by_hand import (
    ASSESSOR,
    appraise_all,
    hand_in_all,
    line_of,
    refused,
)

PUBLISHED, LAST, TOO_LATE = date(2023, 1, 20), date(2023, 1, 30), date(2023, 1, 31)
LINE = ("001", YEAR, "1.2")
ONE = Decimal(1)


@pytest.fixture
def published(lines: Engine) -> Engine:
    hand_in_all(lines)
    appraise_all(lines)
    publish(lines, SECRETARY, YEAR, moments=at(PUBLISHED))
    return lines


def ask(engine: Engine, actor: Actor = CLERK_A, day: date = LAST) -> int:
    return ask_reconsideration(engine, actor, *LINE, "Đã có biên bản kèm theo", at(day))


def answer(engine: Engine, request: int, *, accepted: bool) -> int:
    return answer_reconsideration(engine, LEADER, request, accepted, "Đủ căn cứ")


def test_a_request_comes_in_until_the_last_day_and_not_a_day_later(published: Engine) -> None:
    assert refused(ask, published, day=TOO_LATE) is Refusal.RECONSIDERATION_LATE
    request = ask(published, day=LAST)
    (waiting,) = score_talk.open_questions(published, LEADER, YEAR)
    assert waiting.id == request


def test_before_publication_there_is_nothing_to_ask_again(lines: Engine) -> None:
    assert refused(ask, lines) is Refusal.NOT_PUBLISHED


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        (CLERK_B, Refusal.NOT_YOUR_UNIT),
        (ASSESSOR, Refusal.ROLE_NOT_ALLOWED),
        (MEMBER, Refusal.ROLE_NOT_ALLOWED),
    ],
)
def test_only_the_unit_asks(published: Engine, actor: Actor, code: Refusal) -> None:
    assert refused(ask, published, actor) is code


def test_accepted_the_line_takes_points_and_no_other_does(published: Engine) -> None:
    answered = answer(published, ask(published), accepted=True)
    (again,) = appraisals.lines(published, ASSESSOR, YEAR, unit="001", criterion="1.2")
    assert (again.open, again.state) == (True, LineState.WAITING)
    *_, event = score_talk.talk(published, CLERK_A, YEAR)
    assert (event.id, event.outcome, event.text) == (answered, Outcome.ACCEPTED, "Đủ căn cứ")
    appraise(published, ASSESSOR, *LINE, ONE, "Theo biên bản")
    other_line = (published, ASSESSOR, "001", YEAR, "1.1", ONE, "Khác")
    other_unit = (published, ASSESSOR, "002", YEAR, "1.2", ONE, "Khác")
    assert refused(appraise, *other_line) is Refusal.ALREADY_PUBLISHED
    assert refused(appraise, *other_unit) is Refusal.ALREADY_PUBLISHED
    # What is published does not move by itself.
    assert line_of(published, "001", "1.2").final == Decimal("2.0")


def rounds(engine: Engine) -> list[tuple[int, Decimal]]:
    (found,) = appraisals.lines(engine, LEADER, YEAR, unit="001", criterion="1.2")
    return [(one.round, one.points) for one in found.rounds]


@pytest.mark.parametrize(("actor", "turn"), [(ASSESSOR, 2), (SECRETARY, 3), (LEADER, 3)])
def test_points_given_anew_stand_beside_the_published_ones(
    published: Engine, actor: Actor, turn: int
) -> None:
    answer(published, ask(published), accepted=True)
    appraise(published, actor, *LINE, ONE, "Theo biên bản")
    appraise(published, actor, *LINE, Decimal("1.5"), "Ghi lại trước khi công bố")
    assert rounds(published) == [(1, Decimal(2)), (turn, Decimal("1.5"))]


def test_nobody_writes_over_a_published_round(published: Engine) -> None:
    answer(published, ask(published), accepted=True)
    over = (published, LEADER, *LINE, ONE, "Sửa lần 1")
    assert refused(appraise, *over, round=1) is Refusal.ROUND_PUBLISHED
    appraise(published, ASSESSOR, *LINE, ONE, "Theo biên bản")
    first = scores.ranking(published, SECRETARY, YEAR).published
    correct(published, LEADER, first.id, "Theo đề nghị", kind=PublicationKind.ERRATUM)
    assert line_of(published, "001", "1.2").rounds[0].points == Decimal(2)
    decided = ("Kết luận thanh tra", "12-QĐ/BCĐ", date(2023, 1, 25))
    rerate(published, LEADER, YEAR, "001", *decided)
    given = (*LINE, Decimal("0.5"), "Theo kết luận")
    # Both rounds of an assessor hold published points: what is left is the committee's.
    assert refused(appraise, published, ASSESSOR, *given) is Refusal.COUNCIL_DECIDES
    appraise(published, SECRETARY, *given)
    assert rounds(published) == [(1, Decimal(2)), (2, ONE), (3, Decimal("0.5"))]


def test_a_line_opened_again_is_named_until_the_next_publication(published: Engine) -> None:
    asked = (published, CLERK_A, YEAR, "001")
    assert score_talk.reopened(*asked) == ()
    answer(published, ask(published), accepted=True)
    assert score_talk.reopened(*asked) == ("1.2",)
    decided = ("Kết luận thanh tra", "12-QĐ/BCĐ", date(2023, 1, 25))
    rerate(published, LEADER, YEAR, "001", *decided)
    assert score_talk.reopened(*asked) == ("1.2", None)
    assert refused(score_talk.reopened, published, CLERK_B, YEAR, "001") is Refusal.NOT_YOUR_UNIT
    appraise(published, ASSESSOR, *LINE, ONE, "Theo kết luận")
    first = scores.ranking(published, SECRETARY, YEAR).published
    correct(published, LEADER, first.id, "Theo kết luận", kind=PublicationKind.ERRATUM)
    assert score_talk.reopened(*asked) == ()


def test_rejected_the_line_stays_closed_and_the_unit_may_ask_once_more(published: Engine) -> None:
    answer(published, ask(published), accepted=False)
    given = (published, ASSESSOR, *LINE, ONE, "Vẫn sửa")
    assert refused(appraise, *given) is Refusal.ALREADY_PUBLISHED
    ask(published)


def test_a_correction_closes_the_line_again(published: Engine) -> None:
    answer(published, ask(published), accepted=True)
    appraise(published, ASSESSOR, *LINE, ONE, "Theo biên bản")
    first = scores.ranking(published, SECRETARY, YEAR).published
    correct(published, LEADER, first.id, "Theo đề nghị xem xét lại", kind=PublicationKind.ERRATUM)
    assert line_of(published, "001", "1.2").final == Decimal("1.0")
    given = (published, ASSESSOR, *LINE, Decimal(2), "Sửa nữa")
    assert refused(appraise, *given) is Refusal.ALREADY_PUBLISHED


def test_one_request_waits_at_a_time_and_is_answered_once(published: Engine) -> None:
    request = ask(published)
    assert refused(ask, published) is Refusal.RECONSIDERATION_WAITING
    given = answer(published, request, accepted=False)
    again = (published, LEADER, request, True, "Nghĩ lại")
    assert refused(answer_reconsideration, *again) is Refusal.REQUEST_ANSWERED
    for unknown in (given, 999):
        wrong = (published, LEADER, unknown, True, "Có")
        assert refused(answer_reconsideration, *wrong) is Refusal.UNKNOWN_REQUEST


@pytest.mark.parametrize("actor", [ASSESSOR, CLERK_A, MEMBER])
def test_only_who_decides_answers_with_a_reason(published: Engine, actor: Actor) -> None:
    request = ask(published)
    given = (published, actor, request, True, "Có")
    assert refused(answer_reconsideration, *given) is Refusal.ROLE_NOT_ALLOWED
    silent = (published, LEADER, request, True, " ")
    assert refused(answer_reconsideration, *silent) is Refusal.REASON_REQUIRED


def test_a_rating_anew_opens_all_lines_of_one_unit(published: Engine) -> None:
    decided = ("Kết luận thanh tra", "12-QĐ/BCĐ", date(2023, 1, 25))
    rerate(published, LEADER, YEAR, "001", *decided)
    for criterion in ("1.1", "1.2"):
        appraise(published, ASSESSOR, "001", YEAR, criterion, ONE, "Theo kết luận")
    other = (published, ASSESSOR, "002", YEAR, "1.2", ONE, "Khác")
    assert refused(appraise, *other) is Refusal.ALREADY_PUBLISHED

from dataclasses import replace
from datetime import date, datetime

from dashboard.views.score_talk import talk, talk_by_criterion
from data_access.moments import HANOI
from data_access.rankings import Publication
from data_access.score_events import Outcome, ScoreEvent, ScoreEventKind
from scoring.periods import Period
from tests.dashboard.views.test_scorecard import CARD

YEAR = Period(2022)
AT = datetime(2023, 1, 5, 8, 30, tzinfo=HANOI)
PUBLISHED = Publication(1, YEAR, None, 7, datetime(2023, 1, 12, 9, 30, tzinfo=HANOI))
ASKED = ScoreEvent(
    1,
    "bang",
    "a",
    YEAR,
    "1.1",
    ScoreEventKind.EXPLANATION_ASKED,
    "Đề nghị gửi biên bản.",
    Outcome.NONE,
    date(2023, 1, 10),
    None,
    "Sở Nội vụ",
    AT,
    AT,
)
EXPLAINED = replace(
    ASKED, id=2, kind=ScoreEventKind.EXPLAINED, text="Đã gửi.", due=None, answers=1, by="Ba Tơ"
)
REQUEST = replace(
    ASKED,
    id=3,
    criterion="2.1.1",
    kind=ScoreEventKind.RECONSIDERATION_ASKED,
    text="Đề nghị xem lại.",
    due=None,
    by="Ba Tơ",
)
REJECTED = replace(
    REQUEST,
    id=4,
    kind=ScoreEventKind.RECONSIDERED,
    text="Đủ căn cứ.",
    outcome=Outcome.REJECTED,
    answers=3,
    by="Tổ Giúp việc",
)


def test_a_question_waits_until_it_is_answered() -> None:
    waiting = talk([ASKED], CARD, None, 10, date(2023, 1, 8))
    (question,) = waiting.explanations
    assert (question.title, question.words) == ("1.1. Tiêu chí 1.1", "Đề nghị gửi biên bản.")
    assert question.said == ("Sở Nội vụ, 08:30 ngày 05/01/2023, trả lời đến hết ngày 10/01/2023")
    assert not question.overdue
    assert talk([ASKED, EXPLAINED], CARD, None, 10, date(2023, 1, 8)).explanations == ()


def test_after_its_day_a_question_is_overdue_and_still_waits() -> None:
    (question,) = talk([ASKED], CARD, None, 10, date(2023, 1, 11)).explanations
    assert question.overdue
    assert question.said.endswith("đã quá hạn")


def test_a_published_line_may_be_asked_about_until_the_window_closes() -> None:
    last = talk([], CARD, PUBLISHED, 10, date(2023, 1, 22))
    assert [code for code, _ in last.may_be_asked] == ["1.1", "2.1.1", "T1"]
    assert last.window == "Nhận đề nghị đến hết ngày 22/01/2023."
    over = talk([], CARD, PUBLISHED, 10, date(2023, 1, 23))
    assert over.may_be_asked == ()
    assert "đã hết hạn ngày 22/01/2023" in over.window
    draft = talk([], CARD, None, 10, date(2023, 1, 13))
    assert (draft.may_be_asked, draft.window) == ((), "")


def test_a_line_that_waits_for_an_answer_is_not_asked_about_twice() -> None:
    found = talk([REQUEST], CARD, PUBLISHED, 10, date(2023, 1, 15))
    assert [code for code, _ in found.may_be_asked] == ["1.1", "T1"]
    assert [one.number for one in found.requests] == [3]
    assert talk([REQUEST, REJECTED], CARD, PUBLISHED, 10, date(2023, 1, 15)).requests == ()


def test_the_answer_says_its_outcome_and_its_reason() -> None:
    feed = talk([REQUEST, REJECTED], CARD, PUBLISHED, 10, date(2023, 1, 15)).feed
    assert [entry.said for entry in feed] == ["Đề nghị xem lại.", "Không chấp nhận: Đủ căn cứ."]
    assert feed[1].title == "Trả lời đề nghị xem xét lại: 2.1.1. Tiêu chí 2.1.1"


def test_what_was_said_is_found_by_its_criterion() -> None:
    said = talk_by_criterion([ASKED, EXPLAINED, REQUEST])
    assert [one.label for one in said["1.1"]] == ["Yêu cầu giải trình", "Giải trình"]
    assert said["1.1"][1].words == "Ba Tơ, 08:30 ngày 05/01/2023: Đã gửi."

"""Yêu cầu giải trình, giải trình: between an assessor and a unit, until points are published."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import Actor
from data_access.actions.appraisal import appraise
from data_access.actions.deciding import rerate
from data_access.actions.explaining import ask_explanation, explain
from data_access.actions.publication import publish
from data_access.queries import score_talk
from data_access.score_events import ScoreEventKind
from scoring.refusals import Refusal
from tests.builders import CLERK_A, CLERK_B, LEADER, MEMBER, SECRETARY, YEAR, at
from tests.data_access.lines_by_hand import (
    ASSESSOR,
    CLERK_C,
    OTHER_ASSESSOR,
    appraise_all,
    hand_in_all,
    refused,
)

LINE = ("001", YEAR, "1.2")
ASKED, DUE, AFTER = date(2023, 1, 20), date(2023, 1, 25), date(2023, 1, 26)


def ask(engine: Engine, actor: Actor = ASSESSOR, day: date = ASKED, due: date = DUE) -> int:
    return ask_explanation(engine, actor, *LINE, "Vì sao chưa có biên bản?", due, at(day))


def test_a_question_is_answered_by_its_unit(lines: Engine) -> None:
    question = ask(lines)
    answer = explain(lines, CLERK_A, *LINE, "  Đã bổ sung biên bản  ", at(DUE))
    asked, answered = score_talk.talk(lines, SECRETARY, YEAR)
    assert (asked.id, asked.kind, asked.due) == (question, ScoreEventKind.EXPLANATION_ASKED, DUE)
    assert (answered.id, answered.answers, answered.by) == (answer, question, "Cán bộ A")
    assert answered.text == "Đã bổ sung biên bản"


def test_the_secretariat_enters_what_a_unit_without_an_account_explains(
    small_lines: Engine,
) -> None:
    ask(small_lines)
    explain(small_lines, SECRETARY, *LINE, "Theo công văn của huyện A", at(DUE))


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        (CLERK_B, Refusal.NOT_YOUR_UNIT),
        (ASSESSOR, Refusal.ROLE_NOT_ALLOWED),
        (MEMBER, Refusal.ROLE_NOT_ALLOWED),
    ],
)
def test_nobody_else_answers_for_a_unit(small_lines: Engine, actor: Actor, code: Refusal) -> None:
    ask(small_lines)
    assert refused(explain, small_lines, actor, *LINE, "Vì…", at(DUE)) is code


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        (OTHER_ASSESSOR, Refusal.NOT_YOUR_CRITERION),
        (CLERK_A, Refusal.ROLE_NOT_ALLOWED),
        (MEMBER, Refusal.ROLE_NOT_ALLOWED),
    ],
)
def test_only_who_appraises_a_line_asks(small_lines: Engine, actor: Actor, code: Refusal) -> None:
    assert refused(ask, small_lines, actor) is code


def test_nothing_is_explained_that_was_not_asked(small_lines: Engine) -> None:
    assert refused(explain, small_lines, CLERK_A, *LINE, "Vì…") is Refusal.NO_EXPLANATION_ASKED


def test_words_are_required_and_bounded(small_lines: Engine) -> None:
    question = (small_lines, ASSESSOR, *LINE)
    assert refused(ask_explanation, *question, " ", DUE) is Refusal.WORDS_REQUIRED
    assert refused(ask_explanation, *question, "x" * 2001, DUE) is Refusal.WORDS_TOO_LONG


def test_the_last_day_to_answer_is_not_past(small_lines: Engine) -> None:
    assert refused(ask, small_lines, day=AFTER) is Refusal.DAY_OUTSIDE
    ask(small_lines, day=DUE)


def test_a_second_question_waits_for_the_first_to_be_answered_or_to_run_out(lines: Engine) -> None:
    ask(lines)
    assert refused(ask, lines, SECRETARY, DUE) is Refusal.EXPLANATION_WAITING
    again = ask(lines, day=AFTER, due=date(2023, 1, 30))
    explain(lines, CLERK_A, *LINE, "Muộn", at(date(2023, 1, 31)))
    assert score_talk.talk(lines, SECRETARY, YEAR)[-1].answers == again
    ask(lines, day=AFTER, due=date(2023, 1, 30))


def test_a_late_explanation_is_taken_and_after_publication_none(lines: Engine) -> None:
    hand_in_all(lines)
    appraise_all(lines)
    ask(lines)
    explain(lines, CLERK_A, *LINE, "Muộn một ngày", at(AFTER))
    publish(lines, SECRETARY, YEAR, moments=at(date(2023, 1, 27)))
    assert refused(explain, lines, CLERK_A, *LINE, "Nữa") is Refusal.ALREADY_PUBLISHED
    assert refused(ask, lines) is Refusal.ALREADY_PUBLISHED
    assert len(score_talk.talk(lines, SECRETARY, YEAR)) == 2


def test_a_unit_rated_anew_may_be_asked_again(lines: Engine) -> None:
    hand_in_all(lines)
    appraise_all(lines)
    publish(lines, SECRETARY, YEAR)
    rerate(lines, LEADER, YEAR, "001", "Phát hiện sai phạm", "05-QĐ/BCĐ", ASKED)
    ask(lines)
    explain(lines, CLERK_A, *LINE, "Vì…")
    other = ("002", YEAR, "1.2", "Vì sao?", DUE, at(ASKED))
    assert refused(ask_explanation, lines, ASSESSOR, *other) is Refusal.ALREADY_PUBLISHED


def test_who_hears_what(lines: Engine) -> None:
    ask(lines)
    ask_explanation(lines, OTHER_ASSESSOR, "002", YEAR, "P1", "Sai ở đâu?", DUE, at(ASKED))
    heard = {
        actor.user: [one.unit for one in score_talk.talk(lines, actor, YEAR)]
        for actor in (SECRETARY, LEADER, ASSESSOR, OTHER_ASSESSOR, CLERK_A, CLERK_B, CLERK_C)
    }
    assert list(heard.values()) == [
        ["001", "002"],
        ["001", "002"],
        ["001"],
        ["002"],
        ["001"],
        ["002"],
        [],
    ]
    assert refused(score_talk.talk, lines, MEMBER, YEAR) is Refusal.ROLE_NOT_ALLOWED
    assert refused(score_talk.talk, lines, CLERK_A, YEAR, "002") is Refusal.NOT_YOUR_UNIT


def test_a_question_is_open_until_it_is_answered_or_of_no_use(lines: Engine) -> None:
    def waiting() -> list[str]:
        return [one.criterion for one in score_talk.open_questions(lines, CLERK_A, YEAR)]

    ask(lines)
    ask_explanation(lines, ASSESSOR, "001", YEAR, "1.1", "Số nào?", DUE, at(ASKED))
    assert waiting() == ["1.2", "1.1"]
    explain(lines, CLERK_A, *LINE, "Vì…", at(ASKED))
    assert waiting() == ["1.1"]
    appraise(lines, ASSESSOR, "001", YEAR, "1.1", Decimal(4), "Đã rõ, không cần chờ")
    assert waiting() == []

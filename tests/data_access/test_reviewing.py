"""Accepted, sent back, answered by a new version: one feed tells it in order."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.actions.evidence import attach
from data_access.actions.reopening import reopen
from data_access.actions.returns import submit_return, withdraw_return
from data_access.actions.review import accept_return, comment_on, send_back
from data_access.feeds import FeedKind
from data_access.queries import returns, scores
from data_access.reviews import CellRemark, ReviewState
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_A,
    CLERK_B,
    LEADER,
    MEMBER,
    Q1,
    SECRETARY,
    YEAR,
    at,
    hand_in_progress,
    hand_in_self_score,
    self_score,
)
from tests.data_access.returns_by_hand import CLERK_C, pdf

DAYS = [date(2022, 4, day) for day in range(10, 20)]
ZERO = {"da_hop": Decimal(0)}


def code_of(action) -> Refusal:
    with pytest.raises(Refused) as caught:
        action()
    return caught.value.code


def test_sending_back_leaves_the_figures_in_force_until_they_are_replaced(province: Engine) -> None:
    first = hand_in_self_score(province, "001", Q1, DAYS[0], ZERO)
    cells = [CellRemark("da_hop", "Biên bản ghi 1 thôn")]
    send_back(province, SECRETARY, first.id, "Chưa khớp biên bản", cells, at(DAYS[1]))
    kept = returns.submission(province, CLERK_A, first.id)
    assert (kept.in_force, kept.review) == (True, ReviewState.SENT_BACK)
    line = scores.scorecard(province, SECRETARY, Q1, "001").line("1.2")
    assert line is not None and line.final == Decimal("0.00")
    second = hand_in_self_score(province, "001", Q1, DAYS[2])
    kept = returns.submission(province, CLERK_A, second.id)
    assert (kept.review, kept.replaces) == (ReviewState.NONE, first.id)


def test_the_latest_decision_counts(province: Engine) -> None:
    done = hand_in_self_score(province, "001", Q1, DAYS[0])
    accept_return(province, SECRETARY, done.id)
    assert returns.submission(province, LEADER, done.id).review is ReviewState.ACCEPTED
    send_back(province, SECRETARY, done.id, "Thiếu chữ ký")
    comment_on(province, CLERK_A, done.id, "Sẽ bổ sung")
    assert returns.submission(province, LEADER, done.id).review is ReviewState.SENT_BACK


def test_acting_on_a_stale_version_is_refused(province: Engine) -> None:
    first = hand_in_self_score(province, "001", Q1, DAYS[0])
    hand_in_self_score(province, "001", Q1, DAYS[1])
    for act in (
        lambda: accept_return(province, SECRETARY, first.id),
        lambda: send_back(province, SECRETARY, first.id, "sai"),
        lambda: comment_on(province, CLERK_A, first.id, "xin sửa"),
    ):
        assert code_of(act) is Refusal.STALE_VERSION


def test_a_refused_file_is_not_reviewed(small: Engine) -> None:
    kept = submit_return(small, CLERK_A, "a.xlsx", b"x", at(DAYS[0]))
    assert code_of(lambda: accept_return(small, SECRETARY, kept.id)) is Refusal.STALE_VERSION


def test_who_reviews_and_what_it_takes(small: Engine) -> None:
    number = hand_in_self_score(small, "001", Q1, DAYS[0]).id
    for actor in (CLERK_A, LEADER, MEMBER):
        assert code_of(lambda who=actor: accept_return(small, who, number)) is (
            Refusal.ROLE_NOT_ALLOWED
        )
    assert code_of(lambda: send_back(small, SECRETARY, number, " ")) is Refusal.REASON_REQUIRED
    assert code_of(lambda: comment_on(small, CLERK_A, number, "")) is Refusal.WORDS_REQUIRED
    assert code_of(lambda: comment_on(small, CLERK_B, number, "?")) is Refusal.NOT_YOUR_UNIT
    assert code_of(lambda: comment_on(small, MEMBER, number, "?")) is Refusal.ROLE_NOT_ALLOWED
    odd = [CellRemark("no-such-answer", "sai")]
    assert code_of(lambda: send_back(small, SECRETARY, number, "sai", odd)) is Refusal.UNKNOWN_ROW


def test_one_feed_tells_it_in_order(province: Engine) -> None:
    first = hand_in_self_score(province, "001", Q1, DAYS[0], ZERO)
    cells = [CellRemark("da_hop", "Xem lại")]
    send_back(province, SECRETARY, first.id, "Chưa khớp", cells, at(DAYS[1]))
    comment_on(province, CLERK_A, first.id, "Đã rõ", "", at(DAYS[2]))
    second = hand_in_self_score(province, "001", Q1, DAYS[3])
    attach(province, CLERK_A, "tu-cham", "001", Q1, "1.2", "bb.pdf", pdf(), moments=at(DAYS[4]))
    accept_return(province, SECRETARY, second.id, "Đủ", at(DAYS[5]))
    withdraw_return(province, CLERK_A, second.id, "Nhầm tệp", at(DAYS[6]))
    until, granted = date(2022, 6, 10), "Trưởng Ban"
    reopen(province, LEADER, "tu-cham", "001", Q1, until, "sót", granted, "", at(DAYS[7]))
    told = returns.feed(province, CLERK_A, "tu-cham", "001", Q1)
    assert [(one.kind, one.submission, one.key, one.text) for one in told] == [
        (FeedKind.HANDED_IN, first.id, "", "0001/2022/PTN"),
        (FeedKind.SENT_BACK, first.id, "", "Chưa khớp"),
        (FeedKind.SENT_BACK, first.id, "da_hop", "Xem lại"),
        (FeedKind.COMMENT, first.id, "", "Đã rõ"),
        (FeedKind.HANDED_IN, second.id, "", "0002/2022/PTN"),
        (FeedKind.EVIDENCE, None, "1.2", "bb.pdf"),
        (FeedKind.ACCEPTED, second.id, "", "Đủ"),
        (FeedKind.WITHDRAWN, second.id, "", "Nhầm tệp"),
        (FeedKind.REOPENED, None, "", "Trưởng Ban · 10/06/2022 · sót"),
    ]
    assert [(one.key, one.old, one.new) for one in told[4].changes] == [("da_hop", "0", "1")]
    assert "Số thôn đã họp" in told[2].label


def test_any_two_versions_are_compared(province: Engine) -> None:
    first = hand_in_self_score(province, "001", Q1, DAYS[0], ZERO)
    hand_in_self_score(province, "001", Q1, DAYS[1], {"tong": Decimal(9)})
    third = hand_in_self_score(province, "001", Q1, DAYS[2], {"ke_hoach": "0"})
    changes = returns.difference(province, CLERK_A, first.id, third.id)
    assert [(one.key, one.old, one.new) for one in changes] == [
        ("ke_hoach", "Có", "Không"),
        ("da_hop", "0", "1"),
    ]
    assert changes[0].cell.startswith("Bảng tự chấm điểm!")


def test_what_was_read_is_shown_as_typed_and_as_understood(small: Engine) -> None:
    done = submit_return(
        small, CLERK_A, "a.xlsx", self_score(small, "001", Q1, {"da_hop": "0,0"}), at(DAYS[0])
    )
    read = {one.key: one for one in returns.values(small, CLERK_A, done.id)}
    assert (read["da_hop"].typed, read["da_hop"].shown) == ("0,0", "0")


def test_what_waits_for_review_comes_first(province: Engine) -> None:
    numbers = [hand_in_self_score(province, unit, Q1, DAYS[0]).id for unit in ("001", "002")]
    numbers.append(hand_in_progress(province, "003", Q1, DAYS[0]).id)
    accept_return(province, SECRETARY, numbers[0])
    listed = returns.received(province, LEADER, YEAR)
    assert [one.id for one in listed] == [numbers[1], numbers[2], numbers[0]]
    assert [one.id for one in returns.received(province, SECRETARY, Q1, "tien-do")] == [numbers[2]]
    assert code_of(lambda: returns.received(province, CLERK_A, Q1)) is Refusal.ROLE_NOT_ALLOWED


def test_charlie_of_another_unit_sees_and_does_nothing(province: Engine) -> None:
    number = hand_in_self_score(province, "001", Q1, DAYS[0]).id
    proof = attach(
        province, CLERK_A, "tu-cham", "001", Q1, "1.2", "bb.pdf", pdf(), moments=at(DAYS[1])
    )
    key = ("tu-cham", "001", Q1)
    for act in (
        lambda: returns.submission(province, CLERK_C, number),
        lambda: returns.submitted_file(province, CLERK_C, number),
        lambda: returns.preview(province, CLERK_C, number),
        lambda: returns.values(province, CLERK_C, number),
        lambda: returns.difference(province, CLERK_C, number, number),
        lambda: returns.feed(province, CLERK_C, *key),
        lambda: returns.attachments(province, CLERK_C, *key),
        lambda: returns.attachment_file(province, CLERK_C, proof.id),
        lambda: returns.document_head(province, CLERK_C, number),
        lambda: returns.submissions(province, CLERK_C, "001"),
        lambda: comment_on(province, CLERK_C, number, "?"),
        lambda: withdraw_return(province, CLERK_C, number, "?"),
        lambda: attach(province, CLERK_C, *key, "1.2", "x.pdf", pdf()),
    ):
        assert code_of(act) is Refusal.NOT_YOUR_UNIT
    content = returns.submitted_file(province, CLERK_A, number).content
    assert returns.verify(province, CLERK_C, content) == ()
    assert [one.id for one in returns.verify(province, CLERK_A, content)] == [number]
    assert code_of(lambda: returns.feed(province, MEMBER, *key)) is Refusal.ROLE_NOT_ALLOWED

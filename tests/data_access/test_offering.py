"""A file is looked at before it counts; confirming it twice gives one receipt."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.actions.criteria import import_criteria
from data_access.actions.returns import (
    confirm_return,
    offer_return,
    submit_return,
    withdraw_return,
)
from data_access.handing import Handing
from data_access.queries import returns
from data_access.returns import Submission
from scoring.issues import Code
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_A,
    CLERK_B,
    CRITERIA,
    LEADER,
    MEMBER,
    Q1,
    SECRETARY,
    at,
    hand_in_self_score,
    self_score,
)

DAY = date(2022, 4, 10)


def offer(engine: Engine, answers=None, actor=CLERK_A) -> Submission:
    content = self_score(engine, "001", Q1, answers)
    return offer_return(engine, actor, "biểu.xlsx", content, at(DAY))


def confirm(engine: Engine, number: int, actor=CLERK_A, day: date = DAY) -> Submission:
    return confirm_return(engine, actor, number, at(day, 10))


def refusal_of(engine: Engine, number: int, actor=CLERK_A, day: date = DAY) -> Refusal:
    with pytest.raises(Refused) as caught:
        confirm(engine, number, actor, day)
    return caught.value.code


def test_an_offer_counts_for_nothing_until_it_is_confirmed(province: Engine) -> None:
    offered = offer(province)
    assert (offered.offered, offered.accepted, offered.receipt) == (True, False, None)
    assert not returns.submission(province, CLERK_A, offered.id).in_force
    done = confirm(province, offered.id)
    assert (done.accepted, done.receipt, done.offered) == (True, "0001/2022/PTN", False)
    kept = returns.submission(province, CLERK_A, done.id)
    assert (kept.in_force, kept.offer, kept.sha256) == (True, offered.id, offered.sha256)


def test_confirming_twice_gives_the_first_receipt_again(province: Engine) -> None:
    number = offer(province).id
    first = confirm(province, number)
    assert confirm(province, number, day=date(2022, 4, 20)) == first
    assert [one.accepted for one in returns.submissions(province, CLERK_A)] == [True, False]


def test_the_preview_says_what_would_change(province: Engine) -> None:
    before = hand_in_self_score(province, "001", Q1, DAY, {"da_hop": Decimal(0)})
    offered = offer(province)
    seen = returns.preview(province, CLERK_A, offered.id)
    assert [(one.key, one.old, one.new) for one in seen.changes] == [("da_hop", "0", "1")]
    assert "Số thôn đã họp" in seen.changes[0].label
    assert seen.replaces is not None and seen.replaces.id == before.id
    assert seen.read == len(returns.values(province, CLERK_A, offered.id)) > 3
    assert (seen.mark.unit, seen.recognised) == ("001", None)


def test_a_preview_of_the_first_file_compares_with_nothing(small: Engine) -> None:
    seen = returns.preview(small, CLERK_A, offer(small).id)
    assert (seen.changes, seen.replaces) == ((), None)


def test_a_file_with_mistakes_is_kept_but_not_offered(province: Engine) -> None:
    kept = offer(province, {"da_hop": "mười"})
    assert (kept.offered, kept.accepted) == (False, False)
    assert [found.code for found in kept.issues] == [Code.NOT_A_NUMBER]
    assert refusal_of(province, kept.id) is Refusal.NOT_OFFERED


def test_what_was_replaced_since_the_offer_is_not_replaced_again(province: Engine) -> None:
    number = offer(province).id
    hand_in_self_score(province, "001", Q1, DAY, {"da_hop": Decimal(0)})
    assert refusal_of(province, number) is Refusal.STALE_VERSION


def test_what_was_withdrawn_since_the_offer_is_stale_too(small: Engine) -> None:
    before = hand_in_self_score(small, "001", Q1, DAY, {"da_hop": Decimal(0)})
    number = offer(small).id
    withdraw_return(small, CLERK_A, before.id, "nhầm", at(DAY))
    assert refusal_of(small, number) is Refusal.STALE_VERSION


def test_of_two_confirmed_at_once_one_is_in_force_and_the_other_stale(province: Engine) -> None:
    numbers = [offer(province, {"da_hop": Decimal(turn)}).id for turn in (0, 1)]

    def press(number: int) -> str:
        try:
            return confirm(province, number).receipt
        except Refused as refused:
            return refused.code

    with ThreadPoolExecutor(2) as threads:
        done = list(threads.map(press, numbers))
    assert sorted(done) == ["0001/2022/PTN", Refusal.STALE_VERSION]
    assert sum(one.in_force for one in returns.submissions(province, SECRETARY)) == 1


def test_one_offer_pressed_eight_times_at_once_gives_one_receipt(province: Engine) -> None:
    number = offer(province).id
    with ThreadPoolExecutor(8) as threads:
        done = list(threads.map(lambda _: confirm(province, number), range(8)))
    assert {one.receipt for one in done} == {"0001/2022/PTN"}
    assert len({one.id for one in done}) == 1


def test_an_offer_is_for_its_unit_and_the_secretariat(province: Engine) -> None:
    number = offer(province).id
    assert refusal_of(province, number, CLERK_B) is Refusal.NOT_YOUR_UNIT
    assert refusal_of(province, number, LEADER) is Refusal.ROLE_NOT_ALLOWED
    assert refusal_of(province, number, MEMBER) is Refusal.ROLE_NOT_ALLOWED
    with pytest.raises(Refused):
        returns.preview(province, CLERK_B, number)
    assert confirm(province, number, SECRETARY).accepted


def test_a_number_that_is_no_offer_is_refused(small: Engine) -> None:
    done = hand_in_self_score(small, "001", Q1, DAY)
    assert refusal_of(small, done.id) is Refusal.NOT_OFFERED
    assert refusal_of(small, 999) is Refusal.UNKNOWN_SUBMISSION


def test_an_offer_is_judged_anew_when_it_is_confirmed(province: Engine) -> None:
    number = offer(province).id
    newer = CRITERIA.replace('version: "1"', 'version: "2"').replace("2022-01-01", "2022-02-01")
    assert import_criteria(province, OPERATOR, newer) == ()
    done = confirm(province, number)
    assert [found.code for found in done.issues] == [Code.WRONG_VERSION]
    assert (done.accepted, done.receipt) == (False, None)


def test_an_offer_confirmed_after_the_lock_is_too_late(province: Engine) -> None:
    number = offer(province).id
    assert refusal_of(province, number, day=date(2022, 5, 31)) is Refusal.PERIOD_LOCKED


def test_estimates_come_before_official_figures_and_never_after(province: Engine) -> None:
    content, estimated = self_score(province, "001", Q1), Handing(estimate=True)
    first = offer_return(province, CLERK_A, "ước.xlsx", content, at(DAY), estimated)
    first = confirm(province, first.id)
    assert returns.submission(province, CLERK_A, first.id).estimate
    assert returns.estimates(province, CLERK_B, Q1, "tu-cham") == {"001"}
    submit_return(province, CLERK_A, "chính thức.xlsx", content, at(DAY))
    assert returns.estimates(province, CLERK_B, Q1, "tu-cham") == frozenset()
    with pytest.raises(Refused) as caught:
        submit_return(province, CLERK_A, "ước.xlsx", content, at(DAY), estimated)
    assert caught.value.code is Refusal.ESTIMATE_AFTER_FINAL
    kept = returns.submissions(province, CLERK_A, "001", Q1, "tu-cham")
    assert [(one.accepted, one.estimate) for one in reversed(kept)] == [
        (False, True),
        (True, True),
        (True, False),
        (False, True),
    ]


def test_a_refused_file_shows_nothing_of_the_unit_it_names(small: Engine) -> None:
    hand_in_self_score(small, "001", Q1, DAY, {"da_hop": Decimal(0)})
    with pytest.raises(Refused):
        offer(small, actor=CLERK_B)
    (kept,) = returns.submissions(small, CLERK_B)
    seen = returns.preview(small, CLERK_B, kept.id)
    assert (seen.entry.unit, seen.replaces, seen.changes, seen.read) == ("001", None, (), 0)

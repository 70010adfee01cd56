"""One file in: a receipt, or the list of what is wrong with it; every file is kept."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine, func, select

from data_access import tables
from data_access.accounts import OPERATOR
from data_access.actions.criteria import import_criteria
from data_access.actions.returns import submit_return
from data_access.database import data_version, reading
from data_access.queries import returns, scores
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
    Q2,
    SECRETARY,
    at,
    hand_in_self_score,
    progress,
    self_score,
)

IN_TIME = date(2022, 4, 10)


def submit(engine: Engine, actor, content: bytes, day: date = IN_TIME) -> Submission:
    return submit_return(engine, actor, "biểu.xlsx", content, at(day))


def refusal(engine: Engine, actor, content: bytes, day: date = IN_TIME) -> Refused:
    with pytest.raises(Refused) as caught:
        submit(engine, actor, content, day)
    return caught.value


def kept(engine: Engine) -> list[tuple[str | None, bool]]:
    entries = returns.submissions(engine, SECRETARY)
    return [(entry.unit, entry.accepted) for entry in reversed(entries)]


def test_a_right_file_gets_a_receipt_and_comes_back_byte_by_byte(province: Engine) -> None:
    content = self_score(province, "001", Q1)
    done = submit(province, CLERK_A, content)
    assert (done.accepted, done.receipt, done.issues) == (True, "0001/2022/PTN", ())
    assert (done.form, done.unit, done.period) == ("tu-cham", "001", Q1)
    assert (done.received.date(), done.received.utcoffset()) == (
        IN_TIME,
        done.recorded.utcoffset(),
    )
    assert returns.submitted_file(province, CLERK_A, done.id).content == content


def test_a_file_with_mistakes_is_kept_with_them_and_gets_no_receipt(province: Engine) -> None:
    content = self_score(province, "001", Q1, {"da_hop": "mười"})
    done = submit(province, CLERK_A, content)
    assert (done.accepted, done.receipt) == (False, None)
    assert [found.code for found in done.issues] == [Code.NOT_A_NUMBER]
    entry = returns.submission(province, CLERK_A, done.id)
    assert entry.issues == done.issues
    assert returns.submitted_file(province, CLERK_A, done.id).content == content


def test_what_is_no_workbook_is_kept_too(province: Engine) -> None:
    done = submit(province, CLERK_A, b"%PDF-1.7")
    assert (done.accepted, done.unit) == (False, None)
    assert [entry.id for entry in returns.submissions(province, CLERK_A)] == [done.id]


def test_a_clerk_of_another_unit_is_refused_and_both_are_named(province: Engine) -> None:
    refused = refusal(province, CLERK_B, self_score(province, "001", Q1))
    assert refused.code is Refusal.NOT_YOUR_UNIT
    assert refused.context == {"unit": "Huyện A", "your_unit": "Huyện B"}
    assert kept(province) == [("001", False)]


def test_a_file_sent_for_another_unit_stays_with_its_sender(province: Engine) -> None:
    refusal(province, CLERK_B, self_score(province, "001", Q1))
    assert returns.submissions(province, CLERK_A) == ()
    assert len(returns.submissions(province, CLERK_B)) == 1


@pytest.mark.parametrize("actor", [MEMBER, LEADER])
def test_members_and_leaders_hand_in_nothing(small: Engine, actor) -> None:
    assert refusal(small, actor, b"").code is Refusal.ROLE_NOT_ALLOWED
    assert kept(small) == []


def test_after_the_lock_nothing_is_taken_and_the_file_is_kept(province: Engine) -> None:
    content = self_score(province, "001", Q1)
    assert submit(province, CLERK_A, content, date(2022, 5, 30)).accepted  # the last day
    refused = refusal(province, CLERK_A, content, date(2022, 5, 31))
    assert refused.code is Refusal.PERIOD_LOCKED
    assert kept(province) == [("001", True), ("001", False)]


def test_a_form_of_an_older_table_is_named(small: Engine) -> None:
    content = self_score(small, "001", Q1)
    newer = CRITERIA.replace('version: "1"', 'version: "2"').replace("2022-01-01", "2022-02-01")
    assert import_criteria(small, OPERATOR, newer) == ()
    done = submit(small, CLERK_A, content)
    (found,) = done.issues
    assert (found.code, found.context) == (
        Code.WRONG_VERSION,
        {"value": "nho/1", "expected": "nho/2"},
    )


def test_a_province_committee_owes_no_self_score(small: Engine) -> None:
    with pytest.raises(Refused) as caught:
        self_score(small, "tinh", Q1)
    assert caught.value.code is Refusal.FORM_NOT_OWED


def test_a_later_file_supersedes_and_the_earlier_one_remains(province: Engine) -> None:
    first = hand_in_self_score(province, "001", Q1, IN_TIME, {"da_hop": Decimal(0)})
    second = hand_in_self_score(province, "001", Q1, IN_TIME)
    listed = returns.submissions(province, SECRETARY, "001", Q1, "tu-cham")
    assert [(one.id, one.in_force) for one in listed] == [(second.id, True), (first.id, False)]
    line = scores.scorecard(province, SECRETARY, Q1, "001").line("1.2")
    assert line is not None
    assert line.final == Decimal("3.00")


def test_a_refused_later_file_supersedes_nothing(province: Engine) -> None:
    first = hand_in_self_score(province, "001", Q1, IN_TIME)
    submit(province, CLERK_A, self_score(province, "001", Q1, {"da_hop": "mười"}))
    listed = returns.submissions(province, SECRETARY, "001")
    assert [one.id for one in listed if one.in_force] == [first.id]


def test_choosing_the_moment_is_for_demonstrations_alone(tmp_path, small: Engine) -> None:
    from tests.builders import small_province

    real = small_province(f"sqlite:///{tmp_path / 'real.db'}", day=None)
    refused = refusal(real, CLERK_A, self_score(small, "001", Q1))
    assert refused.code is Refusal.MOMENT_ONLY_IN_DEMONSTRATION
    assert kept(real) == []


def test_everything_handed_in_changes_the_data_version(province: Engine) -> None:
    before = data_version(province)
    submit(province, CLERK_A, b"nothing")
    after = data_version(province)
    refusal(province, CLERK_B, progress(province, "001", Q2, {}))
    assert len({before, after, data_version(province)}) == 3


def test_a_file_name_is_cut_down_to_a_name(small: Engine) -> None:
    done = submit_return(small, CLERK_A, "C:\\Users\\x\\bi\x00ểu\n.xlsx", b"", at(IN_TIME))
    assert done.file_name == "biểu.xlsx"


def test_the_same_bytes_are_stored_once(small: Engine) -> None:
    for _ in range(2):
        submit(small, CLERK_A, b"the same")
    with reading(small) as connection:
        stored = select(func.count()).select_from(tables.stored_file)
        assert connection.execute(stored).scalar_one() == 1

"""Whose file it is: what the page had chosen, what the workbook says, what a person vouches for."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.actions.returns import confirm_return, offer_return, submit_return
from data_access.handing import Handing
from data_access.queries import returns
from scoring.forms import Mark
from scoring.issues import Code
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from tests.builders import CLERK_A, CLERK_B, Q1, Q2, SECRETARY, at, progress, self_score
from tests.data_access.returns_by_hand import without_mark

DAY = date(2022, 4, 10)


def expecting(form: str, unit: str, period: Period) -> Handing:
    return Handing(expected=Mark(form, "", unit, period))


def refusal(engine: Engine, actor, content: bytes, handing: Handing) -> Refused:
    with pytest.raises(Refused) as caught:
        offer_return(engine, actor, "biểu.xlsx", content, at(DAY), handing)
    return caught.value


@pytest.mark.parametrize(
    ("chosen", "code", "named"),
    [
        (
            expecting("tien-do", "001", Q1),
            Refusal.OTHER_FORM,
            {"form": "Bảng tự chấm điểm", "other": "Báo cáo tiến độ"},
        ),
        (
            expecting("tu-cham", "002", Q1),
            Refusal.OTHER_UNIT,
            {"unit": "Huyện A", "other": "Huyện B"},
        ),
        (
            expecting("tu-cham", "001", Q2),
            Refusal.OTHER_PERIOD,
            {"period": "2022-Q1", "other_period": "2022-Q2"},
        ),
    ],
)
def test_a_file_that_was_not_chosen_is_refused_and_both_are_named(
    province: Engine, chosen: Handing, code: Refusal, named: dict[str, str]
) -> None:
    refused = refusal(province, SECRETARY, self_score(province, "001", Q1), chosen)
    assert (refused.code, refused.context) == (code, named)
    assert [one.accepted for one in returns.submissions(province, SECRETARY)] == [False]


def test_another_units_file_is_another_units_before_anything_else(small: Engine) -> None:
    chosen = expecting("tu-cham", "002", Q1)
    refused = refusal(small, CLERK_B, self_score(small, "001", Q1), chosen)
    assert refused.code is Refusal.NOT_YOUR_UNIT


def test_the_version_of_what_was_chosen_does_not_count(small: Engine) -> None:
    content, chosen = self_score(small, "001", Q1), expecting("tu-cham", "001", Q1)
    assert offer_return(small, CLERK_A, "biểu.xlsx", content, at(DAY), chosen).offered


def test_a_lost_mark_is_recognised_and_waits_for_a_person(province: Engine) -> None:
    content = without_mark(self_score(province, "001", Q1))
    offered = offer_return(province, CLERK_A, "chép.xlsx", content, at(DAY))
    assert offered.offered
    assert [found.code for found in offered.issues] == [Code.MARK_RECOGNISED]
    recognised = returns.preview(province, CLERK_A, offered.id).recognised
    assert recognised == Mark("tu-cham", "nho/1", "001", Q1)
    for confirmed in (None, Mark("tu-cham", "nho/1", "001", Q2)):
        with pytest.raises(Refused) as caught:
            confirm_return(province, CLERK_A, offered.id, at(DAY), Handing(confirmed=confirmed))
        assert caught.value.code is Refusal.IDENTITY_UNCONFIRMED
    said = Handing(confirmed=recognised)
    done = confirm_return(province, CLERK_A, offered.id, at(DAY), said)
    assert (done.accepted, done.issues) == (True, ())
    assert returns.submission(province, CLERK_A, done.id).identified_by_person


def test_a_table_that_names_other_quarters_does_not_hide_its_own(small: Engine) -> None:
    """The programme's tasks are due in quarters of their own, printed row by row."""
    content = without_mark(progress(small, "001", Q1, {"task.1.state": "doing"}))
    offered = offer_return(small, CLERK_A, "chép.xlsx", content, at(DAY))
    recognised = returns.preview(small, CLERK_A, offered.id).recognised
    assert recognised is not None
    assert (recognised.form, recognised.unit, recognised.period) == ("tien-do", "001", Q1)


def test_in_one_step_what_was_recognised_is_named_and_not_taken(small: Engine) -> None:
    content = without_mark(self_score(small, "001", Q1))
    kept = submit_return(small, CLERK_A, "chép.xlsx", content, at(DAY))
    assert [found.code for found in kept.issues] == [Code.NO_MARK, Code.MARK_RECOGNISED]
    assert kept.issues[1].context["unit"] == "Huyện A"
    said = Handing(confirmed=Mark("tu-cham", "", "001", Q1))
    assert submit_return(small, CLERK_A, "chép.xlsx", content, at(DAY), said).accepted


def test_nobody_can_vouch_for_what_the_sheet_does_not_say(small: Engine) -> None:
    content = without_mark(self_score(small, "001", Q1))
    said = Handing(confirmed=Mark("tu-cham", "nho/1", "002", Q1))
    kept = submit_return(small, SECRETARY, "chép.xlsx", content, at(DAY), said)
    assert not kept.accepted


def test_another_units_lost_mark_is_not_looked_for(small: Engine) -> None:
    content = without_mark(self_score(small, "001", Q1))
    kept = offer_return(small, CLERK_B, "chép.xlsx", content, at(DAY))
    assert [found.code for found in kept.issues] == [Code.NO_MARK]
    assert not kept.offered


def test_the_secretariat_too_finds_whose_it_is(small: Engine) -> None:
    content = without_mark(self_score(small, "003", Q1))
    offered = offer_return(small, SECRETARY, "chép.xlsx", content, at(DAY))
    assert (offered.offered, offered.form, offered.unit) == (True, "tu-cham", "003")

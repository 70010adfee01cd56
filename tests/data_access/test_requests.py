"""Duties that are owed on request, where only some units were asked."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.actions.setup import import_programme
from data_access.queries.obligations import Standing, overdue, standing
from scoring.obligations import State
from scoring.periods import Period, parse_period
from tests.builders import MEMBER, SECRETARY, hand_in_self_score

Q2 = parse_period("2022-Q2")
LATE = date(2022, 8, 20)
# Huyện B alone is asked for a report on the task, and for the form; in July.
PROGRAMME = """\
programme: kh-2022
title: Kế hoạch năm 2022
issuer: tinh
year: 2022
tasks:
  - {no: "5", title: Báo cáo chuyên đề, when: khi có yêu cầu,
     debtors: {kinds: [ban-chi-dao-huyen]}}
  - {no: 5a, title: Gửi báo cáo chuyên đề, when: trước ngày 15/8/2022, follows: "5",
     added: 2022-07-10, source: 12-CV/BCĐ, debtors: {units: ["002"]}}
  - {no: "6", title: Gửi bảng tự chấm, when: trước ngày 15/8/2022, follows: tu-cham,
     added: 2022-07-10, source: 12-CV/BCĐ, debtors: {units: ["002"]}}
reports:
  - {form: tu-cham, title: Bảng tự chấm điểm, periods: [Q2], on_request: true,
     debtors: {kinds: [ban-chi-dao-huyen]}}
"""


@pytest.fixture
def asked(province: Engine) -> Engine:
    assert import_programme(province, SECRETARY, PROGRAMME) == ()
    return province


def states(found: tuple[Standing, ...], named: str) -> dict[str, State]:
    return {
        one.unit.code: one.state
        for one in found
        if named in (one.obligation.task, one.obligation.form)
    }


@pytest.mark.parametrize(("named", "owed"), [("5", State.NO_DEADLINE), ("tu-cham", State.OVERDUE)])
def test_only_who_was_asked_owes_it(asked: Engine, named: str, owed: State) -> None:
    """The day stands with what asks for a task, and is a form's own."""
    none = State.NOT_ARISEN
    late = states(standing(asked, MEMBER, LATE, Period(2022)), named)
    assert late == {"001": none, "002": owed, "003": none}
    for unit, state in late.items():
        assert states(standing(asked, MEMBER, LATE, unit=unit), named) == {unit: state}


@pytest.mark.parametrize("named", ["5", "tu-cham"])
def test_nobody_owes_it_before_it_was_asked_for(asked: Engine, named: str) -> None:
    before = states(standing(asked, MEMBER, date(2022, 7, 9), Period(2022)), named)
    assert set(before.values()) == {State.NOT_ARISEN}


def test_only_who_was_asked_is_chased_until_it_answers(asked: Engine) -> None:
    def chased(day: date) -> set[tuple[str, str | None]]:
        return {(one.unit.code, one.obligation.form) for one in overdue(asked, MEMBER, day)}

    assert ("002", "tu-cham") in chased(LATE)
    assert {unit for unit, _ in chased(LATE)} == {"002"}
    hand_in_self_score(asked, "002", Q2, LATE)
    assert ("002", "tu-cham") not in chased(LATE)

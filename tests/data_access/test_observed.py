"""Late, early, missed: what the system saw of the returns, in calendar and in working days."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.actions.exempting import exempt
from data_access.actions.extending import extend
from data_access.criteria_files import criteria_from_text
from data_access.database import reading
from data_access.facts import facts_of
from scoring.criteria import CriteriaSet
from scoring.obligations import DutyKey
from scoring.periods import Period
from tests.builders import LEADER, Q1, Q2, YEAR, at, hand_in_progress

TABLE = """\
set: som-muon
version: "1"
title: Sớm, muộn
max: 2
criteria:
  - code: "1"
    text: Nộp sớm
    max: 1
    rule: {type: deadline, form: tien-do, early_by: 3, per_early: 0.5}
  - code: "2"
    text: Nộp sớm, ngày làm việc
    max: 1
    rule: {type: condition, when: "@working_early.tien-do.2 >= 1 or @early.tien-do.0 >= 1"}
"""


def table() -> CriteriaSet:
    found, _ = criteria_from_text(TABLE)
    assert found is not None
    return found


def seen(engine: Engine, period: Period, unit: str = "001") -> dict[str, Decimal]:
    with reading(engine) as connection:
        (facts,) = facts_of(connection, table(), period, [unit])
    return {
        key.removeprefix("@").replace(".tien-do", ""): figure.value
        for key, figure in facts.figures.items()
        if ".tien-do" in key
    }


@pytest.mark.parametrize(
    ("day", "said"),
    [
        # The first quarter's report is due on Sunday 10/04/2022; Monday 11/04 was a day off.
        (date(2022, 4, 7), {"early.3": 1, "working_early.2": 0, "late": 0, "days_late": 0}),
        (date(2022, 4, 6), {"early.3": 1, "working_early.2": 1, "working_days_late": 0}),
        (date(2022, 4, 8), {"early.3": 0, "early.0": 1}),
        (date(2022, 4, 10), {"early.0": 1, "late": 0}),
        (date(2022, 4, 11), {"late": 1, "days_late": 1, "working_days_late": 0, "early.0": 0}),
        (date(2022, 4, 13), {"late": 1, "days_late": 3, "working_days_late": 2}),
    ],
)
def test_one_return(small: Engine, day: date, said: dict[str, int]) -> None:
    hand_in_progress(small, "001", Q1, day)
    found = seen(small, Q1)
    assert {key: found[key] for key in said} == {key: Decimal(n) for key, n in said.items()}


def test_returns_to_date_are_added_up(small: Engine) -> None:
    hand_in_progress(small, "001", Q1, date(2022, 4, 12))
    hand_in_progress(small, "001", Q2, date(2022, 7, 13))
    found = seen(small, YEAR)
    assert [found[key] for key in ("late", "days_late", "missed")] == [2, 5, 2]
    assert seen(small, Q1)["late"] == 1


def test_where_nothing_came_nothing_was_late_and_the_days_are_unknown(small: Engine) -> None:
    found = seen(small, Q1)
    assert (found["missed"], found["late"], found["early.3"]) == (1, 0, 0)
    assert "days_late" not in found and "working_days_late" not in found


def test_an_extension_granted_in_time_takes_the_days_late_away(small: Engine) -> None:
    key = DutyKey("kh-2022", "001", "", "tien-do", str(Q1))
    until = (date(2022, 4, 20), "Mưa lũ", "Trưởng ban")
    extend(small, LEADER, [key], *until, moments=at(date(2022, 4, 8)))
    hand_in_progress(small, "001", Q1, date(2022, 4, 18))
    assert [seen(small, Q1)[key] for key in ("late", "days_late", "missed")] == [0, 0, 0]
    hand_in_progress(small, "002", Q1, date(2022, 4, 18))
    assert [seen(small, Q1, "002")[key] for key in ("late", "days_late")] == [1, 8]


def test_what_a_unit_was_exempted_from_it_did_not_miss(small: Engine) -> None:
    assert seen(small, Q1)["missed"] == 1
    what = ("kh-2022", "001", "Không có thôn", "05-TB/BCĐ", "", "tien-do", str(Q1))
    exempt(small, LEADER, *what, moments=at(date(2022, 4, 8)))
    assert seen(small, Q1)["missed"] == 0
    assert seen(small, Q1, "002")["missed"] == 1

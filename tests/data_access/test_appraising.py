"""Points given by a person: by whom, to what, within which limits."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine, func, select

from data_access import tables
from data_access.accounts import Actor
from data_access.actions.appraisal import appraise
from data_access.database import reading
from data_access.queries import scores
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from tests.builders import CLERK_A, LEADER, MEMBER, Q1, Q4, SECRETARY, YEAR, hand_in_self_score

GIVEN = ("001", YEAR, "1.4", Decimal("0.75"), "Đủ hồ sơ")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({0: "999"}, Refusal.UNKNOWN_UNIT),
        ({0: "tinh"}, Refusal.UNKNOWN_UNIT),  # the province's committee is not ranked
        ({1: Period(2021)}, Refusal.NO_CRITERIA),
        ({1: Q1}, Refusal.CRITERION_NOT_IN_PERIOD),
        ({2: "9.9"}, Refusal.UNKNOWN_CRITERION),
        ({3: Decimal("1.25")}, Refusal.POINTS_OUTSIDE),
        ({3: Decimal("-0.25")}, Refusal.POINTS_OUTSIDE),
        ({3: Decimal("NaN")}, Refusal.POINTS_OUTSIDE),
        ({3: Decimal("0.7")}, Refusal.POINTS_OFF_STEP),
        ({4: "  "}, Refusal.REASON_REQUIRED),
    ],
)
def test_what_an_appraisal_may_not_be(small: Engine, changed, code: Refusal) -> None:
    given = [changed.get(place, value) for place, value in enumerate(GIVEN)]
    with pytest.raises(Refused) as caught:
        appraise(small, SECRETARY, *given)
    assert caught.value.code is code
    with reading(small) as connection:
        stored = select(func.count()).select_from(tables.appraisal)
        assert connection.execute(stored).scalar_one() == 0


@pytest.mark.parametrize("actor", [MEMBER, CLERK_A])
def test_neither_members_nor_units_appraise(small: Engine, actor: Actor) -> None:
    with pytest.raises(Refused) as caught:
        appraise(small, actor, *GIVEN)
    assert caught.value.code is Refusal.ROLE_NOT_ALLOWED


def test_the_latest_counts_and_none_is_erased(province: Engine) -> None:
    hand_in_self_score(province, "001", Q4, date(2023, 1, 5))
    appraise(province, SECRETARY, "001", YEAR, "1.4", Decimal("0.50"), "Lần đầu")
    appraise(province, LEADER, "001", YEAR, "1.4", Decimal("1"), "Xem lại")
    line = scores.scorecard(province, SECRETARY, YEAR, "001").line("1.4")
    assert line is not None
    assert (line.final, "Xem lại" in line.reason) == (Decimal("1.00"), True)
    with reading(province) as connection:
        points = select(tables.appraisal.c.points).order_by(tables.appraisal.c.id)
        assert connection.execute(points).scalars().all() == [Decimal("0.50"), Decimal("1")]


def test_a_years_appraisal_does_not_count_in_a_quarter(province: Engine) -> None:
    hand_in_self_score(province, "001", Q4, date(2023, 1, 5))
    appraise(province, SECRETARY, "001", YEAR, "1.1", Decimal("2"), "Năm")
    finals = [
        scores.scorecard(province, SECRETARY, period, "001").line("1.1").final
        for period in (Q4, YEAR)
    ]
    assert finals == [Decimal("4.00"), Decimal("2.00")]

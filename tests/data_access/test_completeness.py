"""Five figures whose numerators lie inside their denominators, at every level and on every day."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from sqlalchemy import Engine

from data_access.actions.exempting import exempt
from data_access.actions.extending import extend
from data_access.queries.completeness import By, Completeness, Five, completeness, matrix
from data_access.queries.obligations import Standing, overdue, standing, status
from scoring.obligations import NOT_EXPECTED, DutyKey, State
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_A,
    LEADER,
    MEMBER,
    Q1,
    SECRETARY,
    YEAR,
    at,
    hand_in_progress,
    hand_in_self_score,
)

DAY = date(2022, 4, 30)


@pytest.fixture
def reported(province: Engine) -> Engine:
    """In time, late, exempt, given more time, and nothing at all."""
    hand_in_self_score(province, "001", Q1, date(2022, 4, 15))
    hand_in_self_score(province, "002", Q1, date(2022, 4, 18))
    hand_in_progress(province, "001", Q1, date(2022, 4, 20))
    why = ("Đơn vị mới", "05-TB/BCĐ")
    scope = {"form": "tien-do", "period": "2022-Q1"}
    exempt(province, LEADER, "kh-2022", "003", *why, **scope, moments=at(date(2022, 4, 12)))
    key = DutyKey("kh-2022", "003", "", "tu-cham", "2022-Q1")
    until, granted = date(2022, 5, 15), at(date(2022, 4, 14))
    extend(province, LEADER, [key], until, "Mưa lũ", "Trưởng ban", moments=granted)
    return province


def figures(found: Completeness) -> dict[str, tuple[int, ...]]:
    rows = {row.key: row.five for row in (*found.rows, found.total)}
    return {
        key: (five.expected, five.received, five.on_time, five.late, five.missing)
        for key, five in rows.items()
    }


def test_five_figures_by_form_and_the_names_behind_them(reported: Engine) -> None:
    found = completeness(reported, CLERK_A, DAY, period=Q1, by=By.FORM)
    assert figures(found) == {
        "tien-do": (2, 1, 0, 1, 1),
        "tu-cham": (3, 2, 1, 1, 1),
        "": (5, 3, 1, 2, 2),
    }
    own = next(row for row in found.rows if row.key == "tu-cham")
    assert own.label == "Bảng tự chấm điểm"
    assert [one.unit.code for one in own.on_time_names] == ["001"]
    assert [one.unit.code for one in own.late_names] == ["002"]
    assert [(one.unit.code, one.state) for one in own.missing_names] == [("003", State.EXTENDED)]
    assert (own.five.rate, own.five.on_time_rate) == (Fraction(2, 3), Fraction(1, 3))


def test_rows_by_group_by_parent_and_by_kind(reported: Engine) -> None:
    asked = {"period": Q1, "form": "tu-cham"}
    by_group = completeness(reported, MEMBER, DAY, **asked, by=By.GROUP)
    assert [(row.label, row.five.expected) for row in by_group.rows] == [
        ("Miền núi", 1),
        ("Đồng bằng", 2),
    ]
    (above,) = completeness(reported, MEMBER, DAY, **asked, by="parent").rows
    assert (above.key, above.label, above.five.received) == ("tinh", "Ban Chỉ đạo tỉnh", 2)
    (kind,) = completeness(reported, MEMBER, DAY, **asked).rows
    assert (kind.key, kind.label) == ("ban-chi-dao-huyen", "Ban Chỉ đạo cấp huyện")


def test_one_unit_and_those_beneath_it(reported: Engine) -> None:
    assert completeness(reported, MEMBER, DAY, period=Q1, unit="001").total.five.expected == 2
    whole = completeness(reported, MEMBER, DAY, period=Q1)
    assert completeness(reported, MEMBER, DAY, period=Q1, unit="tinh") == whole


def test_where_nothing_is_expected_there_is_no_rate(small: Engine) -> None:
    found = completeness(small, MEMBER, DAY, period=Period(2031, 1)).total.five
    assert (found.expected, found.rate, found.on_time_rate) == (0, None, None)


def test_an_unknown_form_or_unit_is_refused(small: Engine) -> None:
    for asked, code in (
        ({"form": "khong-co"}, Refusal.UNKNOWN_FORM),
        ({"unit": "khong-co"}, Refusal.UNKNOWN_UNIT),
    ):
        with pytest.raises(Refused) as caught:
            completeness(small, MEMBER, DAY, period=Q1, **asked)
        assert caught.value.code is code


@pytest.mark.parametrize("after", range(0, 150, 7))
def test_laws_on_many_days(reported: Engine, after: int) -> None:
    day = date(2022, 3, 25) + timedelta(days=after)
    owed = [one for one in standing(reported, MEMBER, day, YEAR) if one.obligation.form]
    expected = [one for one in owed if one.state not in NOT_EXPECTED]
    counted = status(reported, MEMBER, YEAR, None, day)
    for by in By:
        found = completeness(reported, MEMBER, day, period=YEAR, by=by)
        total = found.total.five
        assert total.expected == len(expected) == counted.expected
        assert (total.received, total.late) == (counted.received, counted.late)
        assert sum(row.five.expected for row in found.rows) == total.expected
        assert sum(row.five.on_time for row in found.rows) == total.on_time
        for row in found.rows:
            five = row.five
            assert five.expected == five.received + five.missing
            assert five.received == five.on_time + five.late
            received, missing = row.received_names, row.missing_names
            assert len(row.on_time_names) + len(row.late_names) == len(received) == five.received
            assert all(one in row.members and one not in missing for one in received)
            assert len(missing) == five.missing
            assert 0 <= five.on_time_rate <= five.rate <= 1
    late = [one for one in standing(reported, MEMBER, day) if one.state is State.OVERDUE]
    assert sorted(map(_name, late)) == sorted(map(_name, overdue(reported, MEMBER, day)))


def _name(one: Standing) -> str:
    return str(one.obligation.key)


def test_the_matrix_has_a_cell_for_each_duty(reported: Engine) -> None:
    found = matrix(reported, MEMBER, DAY, 2022)
    assert [(one.form, str(one.period)) for one in found.columns][:2] == [
        ("tien-do", "2022-Q1"),
        ("tien-do", "2022-Q2"),
    ]
    cells = {row.unit.code: row.states for row in found.rows}
    assert [cells[code][0] for code in ("001", "002", "003")] == [
        State.LATE,
        State.OVERDUE,
        State.EXEMPT,
    ]
    owed = [one for one in standing(reported, MEMBER, DAY, YEAR) if one.obligation.form]
    assert sum(state is not None for row in found.rows for state in row.states) == len(owed)


def test_a_view_of_an_earlier_day_knows_nothing_of_later_ones(reported: Engine) -> None:
    before = completeness(reported, SECRETARY, date(2022, 4, 11), period=Q1)
    assert before.total.five == Five(6, 0, 0, 0, 6)

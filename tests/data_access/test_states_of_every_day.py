"""The states of all duties of the demonstration, day by day, equal a slow oracle's."""

import os
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.queries import obligations
from tests.duties_oracle import LAST_DAYS, Duty, duties, states_on
from tests.sample_data.test_deadlines import GOLDEN, programme

YEARS = (2022, 2024)
# Every day under the long attacks; else every twentieth, and the days around each deadline.
STEP = 1 if os.environ.get("QCDC_ATTACK") else 20
HALF_YEARLY = {"2024-Q2": date(2024, 6, 30), "2024-Q4": date(2024, 12, 31)}


def last_days(engine: Engine) -> tuple[dict[Duty, date | None], set[Duty]]:
    """By hand: from the golden table where the plan uses words, else from the plan's figures. The
    second answer: what is owed on request alone."""
    names = {programme(name).code: name for name in GOLDEN}
    found: dict[Duty, date | None] = {}
    on_request: set[Duty] = set()
    for duty, part in duties(engine).items():
        plan, _, task, form, period = duty
        if int(period[:4]) not in YEARS:
            continue
        row = GOLDEN[names[plan]].get(task or form)
        if row is not None and row[2] == "on_request":
            on_request.add(duty)
        elif task == "Đ12":
            found[duty] = HALF_YEARLY[period]
        elif row is not None:
            found[duty] = date.fromisoformat(row[3]) if row[3] else None
        else:
            found[duty] = _of_figures(part, period)
    return found, on_request


def _of_figures(part: dict, period: str) -> date:
    mark = period[5:] or "Y"
    named = part.get("due_on", {}).get(mark)
    month, day = LAST_DAYS[mark]
    last = date(int(period[:4]), month, day)
    return named or last + timedelta(days=part.get("due_days_after", 0))


def days(year: int, due: dict[Duty, date | None]) -> list[date]:
    first = date(year, 1, 1)
    every = {first + timedelta(days=number) for number in range(0, 366, STEP)}
    around = {day + timedelta(days=shift) for day in due.values() if day for shift in (-14, 0, 1)}
    return sorted(every | {day for day in around if day.year == year} | {date(year, 12, 31)})


@pytest.mark.parametrize("year", YEARS)
def test_every_state_equals_the_oracles(demo_engine: Engine, year: int) -> None:
    due, on_request = last_days(demo_engine)
    assert len(due) > 600
    seen = set()
    for day in days(year, due):
        standing = {
            tuple(one.obligation.key): one.state.value
            for one in obligations.standing(demo_engine, OPERATOR, day)
        }
        expected = states_on(demo_engine, due, day, on_request)
        wrong = {
            duty: (standing.get(duty), state)
            for duty, state in expected.items()
            if standing.get(duty) != state
        }
        assert not wrong, f"{day}: {len(wrong)} states differ, e.g. {next(iter(wrong.items()))}"
        seen |= set(expected.values())
    assert len(seen) >= 6


def test_the_oracle_leaves_no_duty_of_those_years_out(demo_engine: Engine) -> None:
    due, on_request = last_days(demo_engine)
    standing = obligations.standing(demo_engine, OPERATOR, date(2024, 12, 31))
    known = {
        tuple(one.obligation.key)
        for one in standing
        if one.obligation.period.year in YEARS
        and not one.obligation.programme.startswith("kiem-tra")
    }
    assert known == set(due) | on_request

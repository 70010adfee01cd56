"""A district acts for the communes beneath it, and nobody acts for who is above or beside."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.actions import setup
from data_access.actions.returns import submit_return
from data_access.queries import returns
from data_access.queries.templates import template
from scoring.refusals import Refusal, Refused
from scoring.units import Unit
from tests.builders import CLERK_A, CLERK_B, Q1, at, progress
from tests.data_access.returns_by_hand import CLERK_OF_COMMUNE, with_documents

DAY = date(2022, 4, 10)


@pytest.fixture
def engine(province: Engine) -> Iterator[Engine]:
    yield with_documents(province)


def submit(engine: Engine, actor, unit: str):
    return submit_return(engine, actor, "a.xlsx", progress(engine, unit, Q1, {}), at(DAY))


def refusal(engine: Engine, actor, unit: str) -> Refusal:
    with pytest.raises(Refused) as caught:
        submit(engine, actor, unit)
    return caught.value.code


def test_a_district_sends_its_communes_return_and_both_see_it(engine: Engine) -> None:
    done = submit(engine, CLERK_A, "0011")
    assert (done.accepted, done.unit) == (True, "0011")
    for actor in (CLERK_A, CLERK_OF_COMMUNE):
        assert [one.id for one in returns.submissions(engine, actor)] == [done.id]
        assert returns.submission(engine, actor, done.id).sent_by == CLERK_A.name
    assert returns.submissions(engine, CLERK_A, "0011", Q1)[0].in_force


def test_a_district_sees_what_its_commune_sent_itself(engine: Engine) -> None:
    done = submit(engine, CLERK_OF_COMMUNE, "0011")
    assert returns.submitted_file(engine, CLERK_A, done.id).name == "a.xlsx"
    assert template(engine, CLERK_A, "tien-do", "0011", Q1).content


def test_nobody_acts_upwards_or_sideways(engine: Engine) -> None:
    assert refusal(engine, CLERK_B, "0011") is Refusal.NOT_YOUR_UNIT
    assert refusal(engine, CLERK_OF_COMMUNE, "001") is Refusal.NOT_YOUR_UNIT
    done = submit(engine, CLERK_A, "001")
    with pytest.raises(Refused):
        returns.submission(engine, CLERK_OF_COMMUNE, done.id)


def test_units_put_beneath_each_other_by_mistake_do_no_harm(engine: Engine) -> None:
    upside_down = Unit("001", "Ban Chỉ đạo huyện A", "ban-chi-dao-huyen", "Huyện A", "0011")
    setup.import_units(engine, OPERATOR, [upside_down])
    assert submit(engine, CLERK_A, "0011").accepted
    assert refusal(engine, CLERK_B, "0011") is Refusal.NOT_YOUR_UNIT

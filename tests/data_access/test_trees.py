"""Where one database holds the units of several committees, each sees its own alone."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.queries import catalogue, returns
from scoring.units import Unit
from tests.builders import Q4, SECRETARY, hand_in_self_score

OTHERS = Actor("thu-ky-khac", "Thư ký tỉnh khác", Role.SECRETARIAT, "khac")
OTHER_UNITS = (
    Unit("khac", "Ban Chỉ đạo tỉnh khác", "ban-chi-dao-tinh"),
    Unit("901", "Ban Chỉ đạo huyện khác", "ban-chi-dao-huyen", parent="khac"),
)


@pytest.fixture
def shared(small: Engine) -> Engine:
    setup.import_units(small, OPERATOR, OTHER_UNITS)
    setup.name_home(small, OPERATOR, "tinh")
    assert hand_in_self_score(small, "001", Q4, date(2023, 1, 5)).accepted
    return small


def test_a_committee_looks_through_the_returns_of_its_own_units(shared: Engine) -> None:
    assert [one.unit for one in returns.received(shared, SECRETARY, Q4)] == ["001"]
    assert returns.received(shared, OTHERS, Q4) == ()
    assert [one.unit for one in returns.submissions(shared, SECRETARY)] == ["001"]
    assert returns.submissions(shared, OTHERS) == ()


def test_a_tree_is_all_beneath_its_topmost_unit(shared: Engine) -> None:
    assert catalogue.tree(shared, OTHERS) == {"khac", "901"}
    assert catalogue.tree(shared, SECRETARY) == {"tinh", "001", "002", "003"}
    assert catalogue.tree(shared, OPERATOR) is None


def test_units_put_beneath_each_other_by_mistake_see_themselves(shared: Engine) -> None:
    circle = [Unit("901", "Huyện khác", "ban-chi-dao-huyen", parent="902")]
    circle.append(Unit("902", "Huyện khác nữa", "ban-chi-dao-huyen", parent="901"))
    setup.import_units(shared, OPERATOR, circle)
    clerk = Actor("can-bo", "Cán bộ", Role.UNIT, "901")
    assert catalogue.tree(shared, clerk) == {"901", "902"}
    assert catalogue.tree(shared, OTHERS) == {"khac"}

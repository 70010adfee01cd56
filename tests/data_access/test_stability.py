"""How firm places are: of the draft before publication, of what was published ever after."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access.actions.publication import publish
from data_access.queries.stability import stability
from scoring.periods import parse_period
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_A,
    LEADER,
    MEMBER,
    Q1,
    SECRETARY,
    at,
    hand_in_progress,
    hand_in_self_score,
)

DAY = date(2022, 4, 10)


def hand_in(engine: Engine, unit: str, met: int, day: date = DAY) -> None:
    """All have ten villages; the more of them met, the more points."""
    answers = {"da_hop": Decimal(met), "tong": Decimal(10)}
    hand_in_self_score(engine, unit, Q1, day, answers)


def totals(engine: Engine) -> dict[str, Decimal | None]:
    found = stability(engine, SECRETARY, Q1)
    return {one.place.unit: one.place.total for one in found.units}


@pytest.fixture
def handed_in(province: Engine) -> Engine:
    for unit, met in (("001", 9), ("002", 5)):
        hand_in_progress(province, unit, Q1, DAY)
        hand_in(province, unit, met)
    return province


def test_each_ranked_unit_has_an_interval_around_its_place(handed_in: Engine) -> None:
    found = stability(handed_in, LEADER, Q1)
    assert [one.place.unit for one in found.units] == ["001", "002"]
    for one in found.units:
        assert one.best <= one.place.rank <= one.worst
    assert found.units[0].rival is not None
    assert found.units[0].rival.unit == "002"


def test_what_is_published_is_tried_on_the_figures_it_was_reckoned_from(handed_in: Engine) -> None:
    before = totals(handed_in)
    publish(handed_in, SECRETARY, Q1, moments=at(date(2022, 4, 20)))
    hand_in(handed_in, "002", 10, date(2022, 4, 25))
    assert totals(handed_in) == before


@pytest.mark.parametrize("actor", [MEMBER, CLERK_A])
def test_it_is_for_those_who_prepare_the_decision(province: Engine, actor) -> None:
    with pytest.raises(Refused) as caught:
        stability(province, actor, Q1)
    assert caught.value.code is Refusal.ROLE_NOT_ALLOWED


def test_without_a_table_there_is_nothing_to_try(province: Engine) -> None:
    with pytest.raises(Refused) as caught:
        stability(province, SECRETARY, parse_period("2019"))
    assert caught.value.code is Refusal.NO_CRITERIA

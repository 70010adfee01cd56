"""Which criteria rest on nothing but what came after the last day."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.actions.evidence import attach
from data_access.queries.late_evidence import late_evidence
from scoring.refusals import Refusal, Refused
from tests.builders import CLERK_A, LEADER, MEMBER, Q1, at
from tests.data_access.returns_by_hand import pdf

# The self-score of the first quarter is due fifteen days after its end.
LAST_DAY, AFTER, SEEN = date(2022, 4, 15), date(2022, 4, 16), date(2022, 5, 1)


def bring(engine: Engine, key: str, day: date, hour: int = 9) -> None:
    content = pdf()
    attach(
        engine, CLERK_A, "tu-cham", "001", Q1, key, "bien-ban.pdf", content, moments=at(day, hour)
    )


def found(engine: Engine) -> dict[str, frozenset[str]]:
    return dict(late_evidence(engine, LEADER, Q1, SEEN))


def test_what_came_on_the_last_day_is_not_late(province: Engine) -> None:
    bring(province, "1.1", LAST_DAY, hour=23)
    assert found(province) == {}


def test_what_came_the_day_after_is_late(province: Engine) -> None:
    bring(province, "1.2", AFTER, hour=0)
    assert found(province) == {"001": frozenset({"1.2"})}


def test_one_file_in_time_is_enough(province: Engine) -> None:
    bring(province, "1.1", LAST_DAY)
    bring(province, "1.1", AFTER)
    assert found(province) == {}


def test_the_signed_scan_proves_no_criterion(province: Engine) -> None:
    bring(province, "", AFTER)
    assert found(province) == {}


@pytest.mark.parametrize("actor", [MEMBER, CLERK_A])
def test_it_is_for_those_who_prepare_the_decision(province: Engine, actor) -> None:
    with pytest.raises(Refused) as caught:
        late_evidence(province, actor, Q1, SEEN)
    assert caught.value.code is Refusal.ROLE_NOT_ALLOWED

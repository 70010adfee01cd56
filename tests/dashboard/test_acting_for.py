"""For whom a unit's people may act on the pages: also for a unit whose duties theirs took over."""

from datetime import date
from pathlib import Path

import pytest

from dashboard import cache
from dashboard.wording import STATES
from data_access.actions.units import end_unit
from scoring.obligations import State
from scoring.refusals import Refused
from scoring.succession import Ending
from tests.builders import CLERK_B, Q1, SECRETARY, at, hand_in_self_score, small_province

LAST, AFTER = date(2022, 4, 20), date(2022, 4, 25)


def test_a_successor_chooses_between_its_own_form_and_the_one_left_open(tmp_path: Path) -> None:
    engine = small_province(f"sqlite:///{tmp_path / 'province.db'}")
    hand_in_self_score(engine, "002", Q1, date(2022, 4, 6))
    with pytest.raises(Refused):
        cache.asking(engine, CLERK_B).acts_for("001")
    said = (Ending.MERGED, LAST, [("002", True)], "1-NQ/HĐND", LAST)
    end_unit(engine, SECRETARY, "001", *said, moments=at(LAST))
    ask = cache.asking(engine, CLERK_B)
    assert set(ask.units_to_submit_for()) == {"001", "002"}
    for unit, state in (("002", State.ON_TIME), ("001", State.OVERDUE)):
        shown = ask.returns.asked(ask.acts_for(unit), "tu-cham", Q1, AFTER)
        assert shown.state == STATES[state]
        assert shown.expected is not None
        assert shown.expected.unit == unit

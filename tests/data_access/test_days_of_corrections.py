"""Where a programme gives days for a correction, these count for what was sent back."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from data_access.actions.review import send_back
from data_access.actions.setup import import_programme
from data_access.queries.obligations import of_unit, standing
from data_access.queries.reminders import open_duties
from scoring.obligations import State
from scoring.reminder_days import Step
from tests.builders import CLERK_A, PROGRAMME, Q1, SECRETARY, at, hand_in_self_score

BACK, UNTIL = date(2022, 4, 20), date(2022, 4, 25)


@pytest.fixture
def sent_back(small: Engine) -> Engine:
    """In time, due on 15/4, and to be corrected within five days."""
    text = f"{PROGRAMME}sent_back: {{days: 5, count: calendar}}\n"
    assert import_programme(small, SECRETARY, text) == ()
    sent = hand_in_self_score(small, "001", Q1, date(2022, 4, 12))
    send_back(small, SECRETARY, sent.id, "Thiếu số liệu", moments=at(BACK))
    return small


@pytest.mark.parametrize(("days", "rung"), [(-3, -3), (-2, None), (0, 0), (1, 1), (2, None)])
def test_its_ladder_of_reminders_starts_from_its_own_day(
    sent_back: Engine, days: int, rung: int | None
) -> None:
    day = UNTIL + timedelta(days=days)
    standings = standing(sent_back, SECRETARY, day, Q1, "tu-cham", unit="001")
    (waited,) = open_duties(standings, day)
    assert (waited.last_day, waited.corrects) == (UNTIL, True)
    assert waited.step == (None if rung is None else Step(rung))


def test_the_unit_is_chased_for_it_by_its_own_day(sent_back: Engine) -> None:
    def chased(until: date) -> list[tuple[date | None, State]]:
        found = of_unit(sent_back, CLERK_A, "001", BACK, until)
        return [(one.last_day, one.state) for one in found if one.obligation.form == "tu-cham"]

    assert chased(UNTIL) == [(UNTIL, State.DUE_SOON)]
    assert chased(date(2022, 4, 24)) == []


def test_nothing_is_waited_for_once_it_came(sent_back: Engine) -> None:
    hand_in_self_score(sent_back, "001", Q1, date(2022, 4, 22))
    (found,) = standing(sent_back, SECRETARY, UNTIL, Q1, "tu-cham", unit="001")
    assert (found.state, found.last_day, found.sent_back) == (
        State.ON_TIME,
        date(2022, 4, 15),
        None,
    )

"""Units that end: what was open passes to whoever takes it over, or ends; what was met stays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.obligations import Fulfilment, Obligation, State, state_on
from scoring.periods import Period
from scoring.succession import Ending, Succession, debtor_on, goes_round, receiver_on

# Districts ended on 30/6/2025, before the 30/10 of a district's plan (seed 002).
LAST = date(2025, 6, 30)
AFTER = LAST + timedelta(days=1)
OWED = Obligation("464", "kh-2025", "Báo cáo năm", Period(2025), date(2025, 10, 30), form="bc")


def passes(
    unit: str, successor: str | None, last: date = LAST, *, takes: bool = True
) -> Succession:
    dated = date(2025, 6, 16)
    return Succession(unit, Ending.MERGED, last, successor, takes, "NQ 1680/NQ-UBTVQH15", dated)


TO_COMMUNE = passes("464", "19363")
CHAIN = (TO_COMMUNE, passes("19363", "19999", date(2025, 8, 31)))
NOBODY = (passes("464", None, takes=False),)
NOT_TAKEN = (passes("464", "19363", takes=False),)


def test_until_its_last_day_the_duty_is_the_unit_s() -> None:
    assert debtor_on(OWED, [TO_COMMUNE], None, LAST) == OWED


def test_from_the_next_day_it_is_the_successor_s_with_the_same_due_day() -> None:
    found = debtor_on(OWED, [TO_COMMUNE], None, AFTER)
    assert (found.unit, found.inherited_from, found.due) == ("19363", "464", OWED.due)
    assert found.key == OWED.key


def test_it_passes_on_when_the_successor_ends_too() -> None:
    days = {date(2025, 8, 31): "19363", date(2025, 9, 1): "19999"}
    for day, unit in days.items():
        found = debtor_on(OWED, CHAIN, None, day)
        assert (found.unit, found.inherited_from) == (unit, "464")


@pytest.mark.parametrize("successions", [NOBODY, NOT_TAKEN], ids=["no successor", "not taken over"])
def test_what_nobody_takes_over_ends_and_says_why(successions: tuple[Succession, ...]) -> None:
    found = debtor_on(OWED, successions, None, AFTER)
    assert (found.unit, state_on(found, None, AFTER)) == ("464", State.EXEMPT)
    assert "NQ 1680/NQ-UBTVQH15" in found.exempt_reason
    silent = [replace(one, document="") for one in successions]
    assert "(" not in debtor_on(OWED, silent, None, AFTER).exempt_reason


def test_a_unit_that_was_split_leaves_its_duties_to_the_one_that_takes_them() -> None:
    split = (passes("464", "A", takes=False), passes("464", "B"), passes("464", "C", takes=False))
    assert debtor_on(OWED, split, None, AFTER).unit == "B"


def test_what_was_met_before_the_end_stays_with_whom_it_was_met_by() -> None:
    met = Fulfilment(LAST)
    assert debtor_on(OWED, CHAIN, met, date(2025, 12, 31)) == OWED
    by_successor = Fulfilment(date(2025, 8, 1))
    assert debtor_on(OWED, CHAIN, by_successor, date(2025, 12, 31)).unit == "19363"


def test_what_the_unit_was_exempted_from_passes_to_nobody() -> None:
    exempt = replace(OWED, exempt=True, exempt_reason="Không có thôn")
    assert debtor_on(exempt, CHAIN, None, AFTER) == exempt


def test_a_circle_is_refused() -> None:
    round_ = (TO_COMMUNE, passes("19363", "464"))
    with pytest.raises(ValueError, match="circle"):
        debtor_on(OWED, round_, None, AFTER)
    with pytest.raises(ValueError, match="circle"):
        receiver_on("464", round_, AFTER)


def test_a_circle_is_found_before_it_is_kept() -> None:
    assert goes_round((TO_COMMUNE, passes("19363", "464")))
    assert goes_round((passes("a", "a"),))
    assert goes_round((*CHAIN, passes("19999", "19363")))
    # Two that merge into one, which passes on to two, is no circle.
    merged = (passes("a", "c"), passes("b", "c"), passes("c", "d"), passes("c", "e"))
    assert not goes_round((*merged, passes("d", "f"), passes("e", "f")))
    assert not goes_round(NOBODY)


def test_the_receiver_passes_on_in_the_same_way() -> None:
    assert receiver_on("464", CHAIN, LAST) == "464"
    assert receiver_on("464", CHAIN, AFTER) == "19363"
    assert receiver_on("464", CHAIN, date(2025, 9, 1)) == "19999"
    assert receiver_on("464", NOBODY, AFTER) == "464"
    assert receiver_on("khác", CHAIN, AFTER) == "khác"


DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@given(DAYS, DAYS, DAYS | st.none())
def test_a_duty_is_owed_by_one_unit_at_a_time_and_never_comes_back(
    day: date, later: date, met: date | None
) -> None:
    order = ("464", "19363", "19999")
    fulfilment = None if met is None else Fulfilment(met)
    first, second = (debtor_on(OWED, CHAIN, fulfilment, one) for one in sorted((day, later)))
    assert order.index(first.unit) <= order.index(second.unit)
    assert first.key == second.key == OWED.key
    assert first.due == second.due == OWED.due


@given(DAYS, DAYS)
def test_what_is_met_does_not_change_hands_any_more(met: date, day: date) -> None:
    fulfilment = Fulfilment(met)
    at_once = debtor_on(OWED, CHAIN, fulfilment, met)
    if day >= met:
        assert debtor_on(OWED, CHAIN, fulfilment, day) == at_once

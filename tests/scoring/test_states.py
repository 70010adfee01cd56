"""States of duties with hours, extensions, requests and corrections; and laws that always hold."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.obligations import (
    NOT_EXPECTED,
    OPEN,
    DutyKey,
    Extension,
    Fulfilment,
    Obligation,
    SentBack,
    State,
    days_late,
    last_day_on,
    parse_duty_key,
    state_on,
)
from scoring.periods import Period
from tests.tet import OFFICES_2024

DUE = date(2024, 4, 5)
OWED = Obligation("001", "kh", "Báo cáo", Period(2024), DUE, task="1", printed_due=DUE)
HANOI = timezone(timedelta(hours=7))


def at(hour: int, minute: int = 0, day: date = DUE) -> Fulfilment:
    return Fulfilment(day, at=datetime.combine(day, time(hour, minute), HANOI))


UNTIL_FIVE = replace(OWED, hour=time(17))
HOURS = [
    # owed, met, state, days late, why
    (UNTIL_FIVE, at(16, 59), State.ON_TIME, 0, "before the hour"),
    (UNTIL_FIVE, at(17), State.ON_TIME, 0, "at the hour"),
    (UNTIL_FIVE, at(17, 1), State.LATE, 1, "an hour that passed counts as one day"),
    (UNTIL_FIVE, at(9, day=DUE + timedelta(1)), State.LATE, 1, "early on the day after"),
    (UNTIL_FIVE, at(23, day=DUE + timedelta(2)), State.LATE, 2, "two days after"),
    (UNTIL_FIVE, at(23, day=DUE - timedelta(1)), State.ON_TIME, 0, "late in the evening before"),
    (UNTIL_FIVE, Fulfilment(DUE), State.ON_TIME, 0, "a day without an hour"),
    (OWED, at(23, 59), State.ON_TIME, 0, "no hour was named: the day ends at midnight"),
]


@pytest.mark.parametrize(
    ("owed", "met", "state", "late"), [row[:4] for row in HOURS], ids=[row[4] for row in HOURS]
)
def test_an_hour_counts_on_its_day(
    owed: Obligation, met: Fulfilment, state: State, late: int
) -> None:
    seen = date(2024, 5, 1)
    assert (state_on(owed, met, seen), days_late(owed, met, seen)) == (state, late)


def test_the_hour_is_hanoi_s() -> None:
    # 10:30 in Greenwich is 17:30 in Hanoi.
    met = Fulfilment(DUE, at=datetime(2024, 4, 5, 10, 30, tzinfo=UTC))
    assert state_on(UNTIL_FIVE, met, DUE) is State.LATE
    early = Fulfilment(DUE, at=datetime(2024, 4, 5, 9, 30, tzinfo=UTC))
    assert state_on(UNTIL_FIVE, early, DUE) is State.ON_TIME


def test_the_last_day_of_an_extension_has_no_hour() -> None:
    extended = replace(UNTIL_FIVE, extensions=(Extension(date(2024, 4, 10), DUE),))
    met = at(23, day=date(2024, 4, 10))
    assert state_on(extended, met, date(2024, 4, 10)) is State.ON_TIME


def granted(until: str, on: str) -> Obligation:
    given = Extension(date.fromisoformat(until), date.fromisoformat(on))
    return replace(OWED, extensions=(given,))


LATER = granted("2024-04-20", "2024-04-10")
EXTENSIONS = [
    # owed, met on, seen on, state, days late, why
    (LATER, None, "2024-04-09", State.OVERDUE, 4, "not yet granted"),
    (LATER, None, "2024-04-10", State.EXTENDED, 0, "granted on that day"),
    (LATER, None, "2024-04-20", State.EXTENDED, 0, "the last day of it"),
    (LATER, None, "2024-04-22", State.OVERDUE, 2, "counted from its end"),
    (LATER, "2024-04-12", "2024-05-01", State.ON_TIME, 0, "met within it"),
    (LATER, "2024-04-08", "2024-05-01", State.LATE, 3, "met before it was granted: stays late"),
    (granted("2024-04-01", "2024-03-01"), None, "2024-04-05", State.DUE_SOON, 0, "never shortens"),
]


@pytest.mark.parametrize(
    ("owed", "met", "seen", "state", "late"),
    [row[:5] for row in EXTENSIONS],
    ids=[row[5] for row in EXTENSIONS],
)
def test_an_extension_counts_from_the_day_on_which_it_was_granted(
    owed: Obligation, met: str | None, seen: str, state: State, late: int
) -> None:
    fulfilment = Fulfilment(date.fromisoformat(met)) if met else None
    day = date.fromisoformat(seen)
    assert (state_on(owed, fulfilment, day), days_late(owed, fulfilment, day)) == (state, late)


def test_of_several_extensions_the_longest_known_counts_and_the_first_due_day_stays() -> None:
    several = replace(
        OWED,
        extensions=(
            Extension(date(2024, 4, 20), date(2024, 4, 1)),
            Extension(date(2024, 4, 12), date(2024, 4, 2)),
            Extension(date(2024, 5, 10), date(2024, 4, 15)),
        ),
    )
    assert several.last_day_known(date(2024, 4, 14)) == date(2024, 4, 20)
    assert several.last_day_known(date(2024, 4, 15)) == date(2024, 5, 10)
    assert (several.due, several.extended_to) == (DUE, date(2024, 5, 10))
    assert several.last_day_on_time == date(2024, 5, 10)
    assert OWED.extended_to is None


def test_what_is_owed_on_request_has_not_arisen_until_it_is_requested() -> None:
    waiting = replace(OWED, due=None, requested=False)
    day = date(2024, 12, 31)
    assert (state_on(waiting, None, day), days_late(waiting, None, day)) == (State.NOT_ARISEN, 0)
    assert state_on(replace(waiting, requested=True), None, day) is State.NO_DEADLINE


FIVE_DAYS = SentBack(5, working=True, calendar=OFFICES_2024)
GIVEN_BACK = replace(OWED, due=date(2024, 1, 31), sent_back=FIVE_DAYS)
FIRST, BACK = date(2024, 1, 30), date(2024, 2, 5)
CORRECTIONS = [
    # sent back on, corrected on, seen on, state, days late, why
    (None, None, "2024-03-01", State.ON_TIME, 0, "never sent back"),
    (BACK, None, "2024-02-04", State.ON_TIME, 0, "not yet sent back"),
    (BACK, None, "2024-02-05", State.DUE_SOON, 0, "open again on that day"),
    (BACK, None, "2024-02-19", State.DUE_SOON, 0, "the fifth working day, over Tết"),
    (BACK, None, "2024-02-21", State.OVERDUE, 2, "two days after it"),
    (BACK, "2024-02-19", "2024-03-01", State.ON_TIME, 0, "corrected on the last day"),
    (BACK, "2024-02-20", "2024-03-01", State.LATE, 1, "corrected a day after it"),
    (BACK, "2024-02-20", "2024-02-19", State.DUE_SOON, 0, "the correction has not come yet"),
]


@pytest.mark.parametrize(
    ("back", "corrected", "seen", "state", "late"),
    [row[:5] for row in CORRECTIONS],
    ids=[row[5] for row in CORRECTIONS],
)
def test_a_programme_may_give_days_for_a_correction(
    back: date | None, corrected: str | None, seen: str, state: State, late: int
) -> None:
    mended = date.fromisoformat(corrected) if corrected else None
    met = Fulfilment(FIRST, sent_back=back, corrected=mended)
    day = date.fromisoformat(seen)
    assert (state_on(GIVEN_BACK, met, day), days_late(GIVEN_BACK, met, day)) == (state, late)


def test_without_such_days_the_first_return_counts() -> None:
    met = Fulfilment(FIRST, sent_back=BACK)
    kept = replace(GIVEN_BACK, sent_back=None)
    assert state_on(kept, met, date(2024, 12, 31)) is State.ON_TIME


def test_what_was_late_at_first_stays_late_whatever_comes_after() -> None:
    first = date(2024, 2, 2)
    for met in (
        Fulfilment(first, sent_back=BACK),
        Fulfilment(first, sent_back=BACK, corrected=date(2024, 2, 6)),
        Fulfilment(first, sent_back=BACK, corrected=date(2024, 2, 29)),
    ):
        seen = date(2024, 3, 1)
        assert (state_on(GIVEN_BACK, met, seen), days_late(GIVEN_BACK, met, seen)) == (
            State.LATE,
            2,
        )


def test_a_correction_has_at_least_until_the_due_day() -> None:
    owed = replace(GIVEN_BACK, due=date(2024, 3, 15))
    met = Fulfilment(FIRST, sent_back=BACK)
    assert last_day_on(owed, met, date(2024, 2, 6)) == date(2024, 3, 15)
    assert state_on(owed, met, date(2024, 3, 15)) is State.DUE_SOON


def test_an_extension_granted_after_the_correction_does_not_make_it_punctual() -> None:
    met = Fulfilment(FIRST, sent_back=BACK, corrected=date(2024, 2, 20))
    for granted_on, state in ((date(2024, 2, 20), State.ON_TIME), (date(2024, 2, 21), State.LATE)):
        more = Extension(date(2024, 3, 15), granted_on)
        assert state_on(replace(GIVEN_BACK, extensions=(more,)), met, date(2024, 4, 1)) is state


def test_calendar_days_for_a_correction_count_weekends() -> None:
    owed = replace(GIVEN_BACK, sent_back=SentBack(5, working=False))
    met = Fulfilment(FIRST, sent_back=BACK)
    assert last_day_on(owed, met, BACK) == date(2024, 2, 10)


def test_a_correction_of_what_has_no_deadline_has_none() -> None:
    owed = replace(GIVEN_BACK, due=None)
    met = Fulfilment(FIRST, sent_back=BACK)
    assert state_on(owed, met, date(2024, 12, 31)) is State.NO_DEADLINE
    mended = replace(met, corrected=date(2024, 6, 1))
    assert state_on(owed, mended, date(2024, 12, 31)) is State.ON_TIME


def test_the_key_of_a_duty_is_written_and_read() -> None:
    key = DutyKey("kh-2024", "001", "2.1", "", "2024-Q3")
    assert str(key) == "kh-2024|001|2.1||2024-Q3"
    assert parse_duty_key(str(key)) == key
    assert replace(OWED, period=Period(2024, 3), task="2.1", programme="kh-2024").key == key


def test_a_duty_keeps_its_name_when_another_unit_takes_it_over() -> None:
    assert replace(OWED, unit="002", inherited_from="001").key == OWED.key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kh|001|1||",
        "kh|001|||2024",
        "kh|001|1|f|2024",
        "kh|001|1|2024",
        "|001|1||2024",
        "kh||1||2024",
        "kh|001|1||2024-Q5",
        "kh|001|1||2024|",
    ],
)
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_duty_key(text)


DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))
EXTENSION = st.builds(Extension, DAYS, DAYS)


@st.composite
def duties(draw: st.DrawFn) -> Obligation:
    back = st.builds(SentBack, st.integers(1, 20), st.booleans(), st.just(OFFICES_2024))
    return replace(
        OWED,
        due=draw(DAYS | st.none()),
        hour=draw(st.none() | st.just(time(17))),
        extensions=tuple(draw(st.lists(EXTENSION, max_size=3))),
        sent_back=draw(st.none() | back),
    )


@st.composite
def fulfilments(draw: st.DrawFn) -> Fulfilment | None:
    day = draw(DAYS | st.none())
    if day is None:
        return None
    hour = draw(st.none() | st.integers(0, 23))
    back = draw(st.none() | st.integers(0, 60))
    mended = draw(st.none() | st.integers(1, 60))
    sent = None if back is None else day + timedelta(back)
    return Fulfilment(
        day,
        at=None if hour is None else datetime.combine(day, time(hour, 30), HANOI),
        sent_back=sent,
        corrected=sent + timedelta(mended) if sent is not None and mended is not None else None,
    )


@given(duties(), fulfilments(), DAYS, st.integers(1, 200))
def test_later_days_never_turn_late_into_on_time(
    owed: Obligation, met: Fulfilment | None, day: date, later: int
) -> None:
    if state_on(owed, met, day) is State.LATE:
        after = day + timedelta(later)
        assert state_on(owed, met, after) is State.LATE
        assert days_late(owed, met, after) == days_late(owed, met, day)


_WORSE = {State.OVERDUE: 1, State.LATE: 1}


@given(duties(), fulfilments(), DAYS, EXTENSION)
def test_an_extension_never_makes_a_state_worse(
    owed: Obligation, met: Fulfilment | None, day: date, more: Extension
) -> None:
    extended = replace(owed, extensions=(*owed.extensions, more))
    before, after = state_on(owed, met, day), state_on(extended, met, day)
    assert _WORSE.get(after, 0) <= _WORSE.get(before, 0)
    # What was late at first is not open again when it is sent back; what an extension made punctual
    # is, and then it is late by its correction.
    if met is None or met.sent_back is None:
        assert days_late(extended, met, day) <= days_late(owed, met, day)


@given(duties(), fulfilments(), DAYS)
def test_late_or_overdue_is_exactly_days_late(
    owed: Obligation, met: Fulfilment | None, day: date
) -> None:
    state = state_on(owed, met, day)
    assert (state in (State.LATE, State.OVERDUE)) == (days_late(owed, met, day) > 0)


@given(duties(), fulfilments(), DAYS)
def test_no_deadline_is_never_overdue_or_late(
    owed: Obligation, met: Fulfilment | None, day: date
) -> None:
    endless = replace(owed, due=None)
    assert days_late(endless, met, day) == 0
    assert state_on(endless, met, day) in (State.NO_DEADLINE, State.ON_TIME)


@given(duties(), DAYS, DAYS)
def test_what_comes_later_has_not_happened_yet(owed: Obligation, day: date, later: date) -> None:
    if later > day:
        assert state_on(owed, Fulfilment(later), day) is state_on(owed, None, day)


@given(duties(), DAYS)
def test_open_states_come_in_one_order(owed: Obligation, day: date) -> None:
    """Without a further extension a duty that is open only grows older."""
    ladder = (State.NOT_DUE, State.DUE_SOON, State.EXTENDED, State.OVERDUE)
    known = replace(owed, extensions=tuple(one for one in owed.extensions if one.granted_on <= day))
    today, tomorrow = (state_on(known, None, day + timedelta(n)) for n in (0, 1))
    if today in ladder:
        assert ladder.index(tomorrow) >= ladder.index(today)


@given(duties(), fulfilments(), DAYS, st.booleans(), st.booleans())
def test_every_state_is_open_met_or_not_expected(
    owed: Obligation, met: Fulfilment | None, day: date, exempt: bool, requested: bool
) -> None:
    asked = replace(owed, exempt=exempt, requested=requested)
    state = state_on(asked, met, day)
    kinds = (OPEN, frozenset({State.ON_TIME, State.LATE}), NOT_EXPECTED)
    assert sum(state in kind for kind in kinds) == 1
    assert (state in NOT_EXPECTED) == (exempt or not requested)

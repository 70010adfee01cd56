"""Deadlines of the law as data: the values of docs/deadlines.md, section 4, and when they end."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.legal_deadlines import last_day, legal_deadline
from scoring.legal_terms import (
    CO_QUAN,
    DOANH_NGHIEP,
    LEGAL_DEADLINES,
    XA,
    Count,
    LegalDeadline,
    Relation,
)
from scoring.workdays import PLAIN, WorkCalendar
from tests.tet import OFFICES_2024

DOCUMENT = Path(__file__).parents[2] / "docs" / "deadlines.md"
IN_FORCE = date(2025, 8, 1)


def found(key: str, track: str, day: date = IN_FORCE) -> LegalDeadline:
    deadline = legal_deadline(key, track, day)
    assert deadline is not None, (key, track)
    return deadline


def test_the_document_and_the_data_name_the_same_deadlines() -> None:
    text = DOCUMENT.read_text(encoding="utf-8").split("## 4.")[1]
    printed = set(re.findall(r"^\| `(\w+)` \| ([a-z-]+) \|", text, re.MULTILINE))
    assert printed == {(one.key, one.track) for one in LEGAL_DEADLINES}


ROWS = [
    # key, track, n, counted in, relation, article
    ("disclose", XA, 5, Count.WORKING, Relation.AT_MOST, "12.3"),
    ("posted", XA, 30, Count.CALENDAR, Relation.AT_LEAST, "13.2"),
    ("loudspeaker", XA, 3, Count.CALENDAR, Relation.AT_LEAST, "13.3"),
    ("meeting_notice", XA, 2, Count.CALENDAR, Relation.AT_LEAST_BEFORE, "59/2023"),
    ("village_decision_sent", XA, 5, Count.WORKING, Relation.AT_MOST, "20.3"),
    ("village_decision_recognised", XA, 5, Count.WORKING, Relation.AT_MOST, "21.2"),
    ("consultation", XA, 20, Count.CALENDAR, Relation.AT_LEAST, "28.2"),
    ("dialogue_notice", XA, 7, Count.CALENDAR, Relation.AT_LEAST_BEFORE, "72/2025"),
    ("dialogue_result", XA, 10, Count.CALENDAR, Relation.AT_MOST, "72/2025"),
    ("conference_notice", XA, 5, Count.CALENDAR, Relation.AT_LEAST_BEFORE, "33"),
    ("inspectorate_answer", XA, 15, Count.CALENDAR, Relation.AT_MOST, "40.1c"),
    ("investment_answer", XA, 15, Count.CALENDAR, Relation.AT_MOST, "45"),
    ("disclose", CO_QUAN, 5, Count.WORKING, Relation.AT_MOST, "47.2"),
    ("posted", CO_QUAN, 20, Count.CALENDAR, Relation.AT_LEAST, "48"),
    ("conference", CO_QUAN, 3, Count.MONTHS, Relation.AT_MOST, "51"),
    ("check", CO_QUAN, 6, Count.MONTHS, Relation.AT_MOST, "52.3"),
    ("disclose", DOANH_NGHIEP, 15, Count.CALENDAR, Relation.AT_MOST, "65.2"),
    ("posted", DOANH_NGHIEP, 20, Count.CALENDAR, Relation.AT_LEAST, "66"),
    ("conference", DOANH_NGHIEP, 3, Count.MONTHS, Relation.AT_MOST, "69"),
    ("check", DOANH_NGHIEP, 6, Count.MONTHS, Relation.AT_MOST, "70"),
]


@pytest.mark.parametrize(("key", "track", "n", "count", "relation", "article"), ROWS)
def test_the_values_of_the_law(
    key: str, track: str, n: int, count: Count, relation: Relation, article: str
) -> None:
    one = found(key, track)
    assert (one.n, one.count, one.relation) == (n, count, relation)
    assert article in one.article
    assert not one.inclusive


IN_FORCE_FROM = [
    ("disclose", XA, date(2023, 7, 1)),
    ("meeting_notice", XA, date(2023, 8, 15)),
    ("conference_notice", XA, date(2023, 8, 15)),
    ("dialogue_notice", XA, date(2025, 7, 1)),
]


@pytest.mark.parametrize(("key", "track", "first"), IN_FORCE_FROM)
def test_no_deadline_holds_before_it_is_in_force(key: str, track: str, first: date) -> None:
    assert legal_deadline(key, track, first) is not None
    assert legal_deadline(key, track, date.fromordinal(first.toordinal() - 1)) is None


def test_no_other_kind_of_grassroots_has_it() -> None:
    assert legal_deadline("loudspeaker", DOANH_NGHIEP, IN_FORCE) is None
    assert legal_deadline("disclose", "khác", IN_FORCE) is None


LAST_DAYS = [
    # key, track, anchor, last day, why
    ("disclose", CO_QUAN, date(2024, 2, 5), date(2024, 2, 19), "5 working days over Tết"),
    ("posted", CO_QUAN, date(2024, 2, 5), date(2024, 2, 25), "a Sunday: it hangs, nothing rolls"),
    ("posted", XA, date(2024, 2, 5), date(2024, 3, 6), "30 days, the first not counted"),
    ("disclose", DOANH_NGHIEP, date(2024, 3, 2), date(2024, 3, 18), "a Sunday rolls to Monday"),
    ("inspectorate_answer", XA, date(2024, 3, 1), date(2024, 3, 18), "a Saturday rolls too"),
    ("meeting_notice", XA, date(2024, 3, 10), date(2024, 3, 8), "announced two days before"),
    ("dialogue_notice", XA, date(2025, 8, 11), date(2025, 8, 4), "announced seven days before"),
    ("conference", CO_QUAN, date(2023, 12, 31), date(2024, 4, 1), "31/3/2024 is a Sunday"),
    ("conference", DOANH_NGHIEP, date(2024, 9, 30), date(2024, 12, 31), "month ends with month"),
    ("conference", DOANH_NGHIEP, date(2024, 11, 30), date(2025, 2, 28), "a shorter month"),
    ("check", CO_QUAN, date(2024, 1, 15), date(2024, 7, 15), "the same day of the month"),
]


@pytest.mark.parametrize(
    ("key", "track", "anchor", "day"),
    [row[:4] for row in LAST_DAYS],
    ids=[row[4] for row in LAST_DAYS],
)
def test_the_last_day(key: str, track: str, anchor: date, day: date) -> None:
    assert last_day(found(key, track), anchor, OFFICES_2024) == day


def test_a_count_that_includes_its_first_day_ends_a_day_earlier() -> None:
    law = found("posted", XA)
    inclusive = LegalDeadline(**(vars(law) | {"inclusive": True}))
    anchor = date(2024, 2, 5)
    assert (last_day(law, anchor, PLAIN) - last_day(inclusive, anchor, PLAIN)).days == 1


DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(st.sampled_from(LEGAL_DEADLINES), DAYS)
def test_what_has_to_be_done_in_time_never_ends_on_a_day_off(
    deadline: LegalDeadline, anchor: date
) -> None:
    calendar = WorkCalendar(OFFICES_2024.off)
    last = last_day(deadline, anchor, calendar)
    if deadline.relation is Relation.AT_MOST:
        assert last > anchor and calendar.is_working(last)
    elif deadline.relation is Relation.AT_LEAST:
        assert (last - anchor).days == deadline.n
    else:
        assert (anchor - last).days == deadline.n

"""One draft on which opinions were asked: days, counts, and the order of its papers."""

from dataclasses import replace
from datetime import date, time

import pytest

from scoring.consultation import AssessedConsultation, assess_consultation
from scoring.findings import Remark, Verdict
from scoring.register_lines import (
    Clock,
    Consultation,
    Disclosure,
    Meeting,
    Minutes,
    Opinions,
    Paper,
    Track,
)
from tests.scoring.registers_by_hand import ASKING, CALENDAR, ISSUED, LATER, POSTING, remarks

REGISTER = (POSTING, ISSUED)


def assessed(
    line: Consultation, register: tuple[Disclosure, ...] = REGISTER, day: date = LATER
) -> AssessedConsultation:
    return assess_consultation(line, register, CALENDAR, day)


def test_papers_in_order_have_nothing_to_say() -> None:
    found = assessed(ASKING)
    assert found.findings == ()
    assert found.postings == (POSTING,)


@pytest.mark.parametrize(
    ("track", "last", "day", "counted", "verdict"),
    [
        (Track.COMMUNE, date(2024, 3, 24), LATER, 20, Verdict.KEPT),
        (Track.COMMUNE, date(2024, 3, 23), LATER, 19, Verdict.BROKEN),
        (Track.COMMUNE, date(2024, 4, 4), date(2024, 3, 10), 6, Verdict.OPEN),
        (Track.AGENCY, date(2024, 3, 9), LATER, 5, Verdict.NOT_SET),
        (None, date(2024, 3, 9), LATER, None, Verdict.UNKNOWN),
    ],
)
def test_the_people_of_a_commune_are_asked_twenty_days(
    track: Track | None, last: date, day: date, counted: int | None, verdict: Verdict
) -> None:
    line = replace(ASKING, track=track, asked_until=last)
    (asked,) = assessed(line, day=day).measured
    assert (asked.counted, asked.verdict) == (counted, verdict)


MEETING = ASKING.meeting
AT_TEN = Minutes(Paper("", date(2024, 4, 2)), Clock("10:00", time(10)))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"track": None}, [Remark.TRACK_UNKNOWN]),
        (
            {"asked_until": date(2024, 3, 1), "plan": Paper("9")},
            [Remark.PERIOD_REVERSED],
        ),
        (
            {"plan": Paper("12/KH-UBND", date(2024, 3, 5))},
            [Remark.PLAN_AFTER_OPINIONS_BEGAN],
        ),
        (
            {"meeting": replace(MEETING, minuted=date(2024, 4, 3))},
            [Remark.MINUTES_ANOTHER_DAY],
        ),
        (
            {"meeting": replace(MEETING, minuted=date(2024, 4, 7))},
            [Remark.MINUTES_ANOTHER_DAY, Remark.MINUTES_ON_DAY_OFF],
        ),
        (
            {"meeting": replace(MEETING, ended=Clock("8:00", time(8)))},
            [Remark.MEETING_REVERSED],
        ),
        ({"meeting": replace(MEETING, begun=Clock("sáng"))}, [Remark.TIME_UNREAD]),
        ({"asked_until": date(2024, 4, 2)}, [Remark.OPINIONS_END_BEFORE_POSTING]),
        (
            {"issued": Paper("22/QC-UBND", date(2024, 4, 9))},
            [Remark.ISSUED_BEFORE_REPORT],
        ),
        (
            {"issued": Paper("22/QC-UBND", date(2024, 4, 3)), "report": Paper("21")},
            [Remark.ISSUED_WHILE_POSTED, Remark.ISSUED_BEFORE_OPINIONS_END],
        ),
        ({"report": Paper()}, [Remark.ISSUED_WITHOUT_REPORT]),
        (
            {"report": Paper("21", date(2024, 4, 3))},
            [Remark.REPORT_BEFORE_OPINIONS_END],
        ),
        ({"opinions": Opinions(2, 5, 3, 1)}, [Remark.COUNTS_DIFFER]),
        ({"opinions": Opinions(6, 5, 3, 2)}, [Remark.SPOKEN_NOT_COUNTED]),
        ({"explanation": Paper()}, [Remark.EXPLANATION_MISSING]),
        ({"explanation": Paper(), "opinions": Opinions(0, 0, 0, 0)}, []),
        ({"explanation": Paper(), "issued": Paper()}, []),
    ],
)
def test_what_contradicts_is_named(changes: dict[str, object], expected: list[Remark]) -> None:
    assert remarks(assessed(replace(ASKING, **changes)).findings) == expected


@pytest.mark.parametrize("number", ["12 /KH-UBND", "12/KH – UBND", "012/kh-ubnd"])
def test_a_posting_is_known_by_the_number_of_the_plan_however_spaced(number: str) -> None:
    line = replace(ASKING, plan=Paper(number, date(2024, 3, 1)))
    assert assessed(line).postings == (POSTING,)


@pytest.mark.parametrize("number", ["", "12/KH-UBND1", "112/KH-UBND"])
def test_another_number_is_another_plan(number: str) -> None:
    assert assessed(replace(ASKING, plan=Paper(number, date(2024, 3, 1)))).postings == ()


@pytest.mark.parametrize(
    ("done", "named"),
    [(time(10), True), (time(9), False), (time(11), False), (time(12), False)],
)
def test_minutes_cannot_be_finished_while_those_who_sign_are_in_a_meeting(
    done: time, named: bool
) -> None:
    minutes = Minutes(Paper("", date(2024, 4, 2)), Clock("", done))
    posting = replace(POSTING, opened=minutes)
    found = remarks(assessed(ASKING, (posting, ISSUED)).findings)
    assert (Remark.MINUTES_INSIDE_MEETING in found) is named


def test_minutes_of_another_day_or_without_a_time_contradict_no_meeting() -> None:
    for minutes in (
        Minutes(Paper("", date(2024, 4, 1)), Clock("10:00", time(10))),
        Minutes(Paper("", date(2024, 4, 2))),
    ):
        posting = replace(POSTING, opened=minutes)
        assert assessed(ASKING, (posting, ISSUED)).findings == ()
    no_hours = replace(ASKING, meeting=Meeting(date(2024, 4, 2)))
    assert assessed(no_hours, (replace(POSTING, opened=AT_TEN), ISSUED)).findings == ()


@pytest.mark.parametrize(("day", "named"), [(date(2024, 4, 19), False), (date(2024, 4, 20), True)])
def test_what_was_issued_must_be_disclosed_in_its_turn(day: date, named: bool) -> None:
    found = assessed(ASKING, (POSTING,), day).findings
    assert remarks(found) == ([Remark.ISSUED_NOT_DISCLOSED] if named else [])

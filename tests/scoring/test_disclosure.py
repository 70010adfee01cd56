"""One line of the register of disclosure: in time, long enough, and with papers that agree."""

from dataclasses import replace
from datetime import date

import pytest

from scoring.disclosure import (
    DISCLOSE,
    LOUDSPEAKER,
    PERMANENT,
    POSTED,
    AssessedDisclosure,
    assess_disclosure,
)
from scoring.findings import Remark, Verdict, Weight
from scoring.register_lines import Clock, Disclosure, Minutes, Paper, Showing, Track
from scoring.workdays import WorkCalendar
from tests.scoring.registers_by_hand import CALENDAR, LATER, POSTING, TET, remarks

COMMUNE = replace(POSTING, item="11.02", track=Track.COMMUNE)


def assessed(line: Disclosure, day: date = LATER) -> AssessedDisclosure:
    return assess_disclosure(line, CALENDAR, day)


def shown(line: Disclosure, first: date, last: date | None = None) -> Disclosure:
    return replace(line, spans=(Showing(first, last),))


def decided(line: Disclosure, day: date | None) -> Disclosure:
    return replace(line, decision=Paper("1/QĐ", day))


def test_a_whole_line_in_order_has_nothing_to_say() -> None:
    found = assessed(POSTING)
    assert [one.verdict for one in found.measured] == [Verdict.KEPT, Verdict.KEPT]
    assert found.findings == ()


@pytest.mark.parametrize(
    ("first", "counted", "verdict"),
    [
        # Five working days from Monday 5/2/2024 end on Monday 19/2: Tết lies between.
        (date(2024, 2, 19), 5, Verdict.KEPT),
        (date(2024, 2, 20), 6, Verdict.BROKEN),
        (date(2024, 2, 5), 0, Verdict.KEPT),
    ],
)
def test_an_agency_has_five_working_days(first: date, counted: int, verdict: Verdict) -> None:
    line = shown(decided(POSTING, date(2024, 2, 5)), first)
    found = assessed(line).rule(DISCLOSE)
    assert (found.counted, found.verdict) == (counted, verdict)
    assert found.limit == date(2024, 2, 19)


@pytest.mark.parametrize(
    ("first", "counted", "verdict"),
    [(date(2024, 3, 16), 15, Verdict.KEPT), (date(2024, 3, 19), 18, Verdict.BROKEN)],
)
def test_an_enterprise_has_fifteen_calendar_days(
    first: date, counted: int, verdict: Verdict
) -> None:
    found = assessed(shown(replace(POSTING, track=Track.ENTERPRISE), first)).rule(DISCLOSE)
    assert (found.counted, found.verdict) == (counted, verdict)


@pytest.mark.parametrize(
    ("day", "verdict"),
    [(date(2024, 3, 8), Verdict.OPEN), (date(2024, 3, 11), Verdict.BROKEN)],
)
def test_what_is_not_shown_yet_is_late_only_after_its_last_day(day: date, verdict: Verdict) -> None:
    assert assessed(replace(POSTING, spans=()), day).rule(DISCLOSE).verdict is verdict


def test_before_the_law_nothing_is_asked() -> None:
    line = shown(decided(POSTING, date(2022, 3, 1)), date(2022, 5, 1), date(2022, 5, 2))
    verdicts = [one.verdict for one in assessed(line).measured]
    assert verdicts == [Verdict.NOT_SET, Verdict.NOT_SET]


def test_a_paper_without_a_day_leaves_the_rule_open_never_broken() -> None:
    found = assessed(decided(POSTING, None))
    assert found.rule(DISCLOSE).verdict is Verdict.UNKNOWN
    assert remarks(found.findings) == [Remark.DECISION_DAY_MISSING]


@pytest.mark.parametrize(
    ("track", "last", "verdict"),
    [
        (Track.AGENCY, date(2024, 3, 24), Verdict.KEPT),
        (Track.AGENCY, date(2024, 3, 23), Verdict.BROKEN),
        (Track.COMMUNE, date(2024, 4, 3), Verdict.KEPT),
        (Track.COMMUNE, date(2024, 4, 2), Verdict.BROKEN),
    ],
)
def test_a_commune_posts_thirty_days_an_agency_twenty(
    track: Track, last: date, verdict: Verdict
) -> None:
    line = shown(replace(COMMUNE, track=track), date(2024, 3, 4), last)
    assert assessed(line).rule(POSTED).verdict is verdict


def test_only_the_longest_time_without_a_break_counts_and_the_hole_is_named() -> None:
    spans = (
        Showing(date(2024, 3, 4), date(2024, 3, 15)),
        Showing(date(2024, 3, 18), date(2024, 4, 3)),
    )
    found = assessed(replace(POSTING, spans=spans))
    posted = found.rule(POSTED)
    assert (posted.counted, posted.verdict, posted.since) == (16, Verdict.BROKEN, date(2024, 3, 18))
    (hole,) = found.findings
    assert hole.remark is Remark.BREAK_IN_POSTING
    assert hole.said == {"first": date(2024, 3, 16), "last": date(2024, 3, 17), "days": 2}


def test_two_times_that_touch_are_one() -> None:
    spans = (
        Showing(date(2024, 3, 4), date(2024, 3, 15)),
        Showing(date(2024, 3, 16), date(2024, 4, 3)),
    )
    found = assessed(replace(POSTING, spans=spans))
    assert found.rule(POSTED).counted == 30
    assert found.findings == ()


@pytest.mark.parametrize(
    ("day", "counted", "verdict"),
    [(date(2024, 3, 20), 16, Verdict.OPEN), (date(2024, 3, 24), 20, Verdict.KEPT)],
)
def test_what_still_hangs_is_counted_up_to_the_day(
    day: date, counted: int, verdict: Verdict
) -> None:
    line = replace(shown(POSTING, date(2024, 3, 4)), closed=Minutes())
    posted = assessed(line, day).rule(POSTED)
    assert (posted.counted, posted.verdict) == (counted, verdict)
    assert assessed(line, day).findings == ()


@pytest.mark.parametrize(("last", "verdict"), [(None, Verdict.KEPT), (LATER, Verdict.BROKEN)])
def test_some_things_of_a_commune_hang_for_good(last: date | None, verdict: Verdict) -> None:
    line = shown(replace(COMMUNE, item="11.13", closed=Minutes()), date(2024, 3, 4), last)
    found = assessed(line)
    assert found.rule(PERMANENT).verdict is verdict
    assert (Remark.PERMANENT_ENDED in remarks(found.findings)) is (verdict is Verdict.BROKEN)
    assert {one.weight for one in found.findings} <= {Weight.BREACH}


@pytest.mark.parametrize(
    ("item", "days", "verdict"),
    [("11.07", 3, Verdict.KEPT), ("11.12", 2, Verdict.BROKEN), ("11.02", 1, None)],
)
def test_what_is_read_out_is_read_out_three_days(
    item: str, days: int, verdict: Verdict | None
) -> None:
    rule = assessed(replace(COMMUNE, item=item, broadcast_days=days)).rule(LOUDSPEAKER)
    assert (rule and rule.verdict) is verdict


def test_a_paper_sent_to_everybody_need_not_hang() -> None:
    found = assessed(
        replace(POSTING, posted=False, written=True, spans=(Showing(date(2024, 3, 5)),))
    )
    assert found.rule(POSTED) is None


def test_an_uncertain_day_off_is_said_with_the_other_last_day() -> None:
    uncertain = frozenset({date(2026, 11, 24)})
    calendar = WorkCalendar(uncertain, uncertain=uncertain)
    line = shown(decided(POSTING, date(2026, 11, 20)), date(2026, 11, 30))
    found = assess_disclosure(line, calendar, date(2026, 12, 1))
    rule = found.rule(DISCLOSE)
    assert (rule.verdict, rule.otherwise) == (Verdict.KEPT, date(2026, 11, 27))
    assert Remark.UNCERTAIN_DAY in remarks(found.findings)


OPENED = Minutes(Paper("", date(2024, 3, 4)))


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        ({"track": None}, Remark.TRACK_UNKNOWN),
        ({"stated": Track.COMMUNE}, Remark.TRACK_CONTRADICTS_ITEM),
        ({"loose_ends": (date(2024, 5, 1),)}, Remark.FIRST_DAY_MISSING),
        ({"decision": Paper("1", date(2024, 3, 11))}, Remark.SHOWN_BEFORE_DECISION),
        ({"opened": Minutes()}, Remark.NO_OPENING_MINUTES),
        ({"closed": Minutes()}, Remark.NO_CLOSING_MINUTES),
        (
            {"opened": Minutes(Paper("", date(2024, 3, 5)))},
            Remark.OPENING_MINUTES_ANOTHER_DAY,
        ),
        (
            {"closed": Minutes(Paper("", date(2024, 4, 2)))},
            Remark.CLOSING_MINUTES_TOO_EARLY,
        ),
        (
            {"opened": Minutes(Paper("", date(2024, 3, 4)), Clock("chiều"))},
            Remark.TIME_UNREAD,
        ),
        (
            {"spans": (Showing(date(2024, 3, 4)),)},
            Remark.CLOSING_MINUTES_WITHOUT_END,
        ),
    ],
)
def test_odd_papers_are_named(changes: dict[str, object], remark: Remark) -> None:
    assert remarks(assessed(replace(POSTING, **changes)).findings) == [remark]


def test_an_end_before_the_beginning_is_no_time_at_all() -> None:
    found = assessed(shown(POSTING, date(2024, 3, 4), date(2024, 3, 1)))
    assert found.rule(POSTED).verdict is Verdict.UNKNOWN
    assert Remark.SPAN_REVERSED in remarks(found.findings)


@pytest.mark.parametrize("last", [*TET, date(2024, 3, 31)])
def test_an_end_on_a_day_off_is_said_not_held_against_anybody(last: date) -> None:
    line = replace(
        shown(POSTING, date(2024, 1, 2), last),
        decision=Paper("1", date(2024, 1, 2)),
        opened=Minutes(Paper("", date(2024, 1, 2))),
        closed=Minutes(Paper("", last)),
    )
    (found,) = assessed(line).findings
    assert (found.remark, found.weight) == (Remark.CLOSED_ON_DAY_OFF, Weight.NOTE)

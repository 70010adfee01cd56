"""Every phrase of docs/deadlines.md, section 1, as it stands there, in the order of its table."""

from datetime import date, time

import pytest

from scoring.timing import Before, Due, Reading, Roll, choices, read_timing
from scoring.timing_readings import Question
from scoring.workdays import WorkCalendar
from tests.tet import OFFICES_2024

CULTURE_DAY = frozenset({date(2026, 11, 24)})
NOVEMBER_2026 = WorkCalendar(CULTURE_DAY, uncertain=CULTURE_DAY)

# printed, plan of, reading, last days on time
TABLE = [
    ("", 2022, Reading.NONE, []),
    ("Cả năm 2022", 2022, Reading.YEAR, ["2022-12-31"]),
    ("Trong năm 2022", 2022, Reading.YEAR, ["2022-12-31"]),
    ("Năm 2022", 2022, Reading.YEAR, ["2022-12-31"]),
    ("Quý III/2022", 2022, Reading.QUARTER, ["2022-09-30"]),
    ("quý 3 năm 2022", 2022, Reading.QUARTER, ["2022-09-30"]),
    ("Xây dựng Đề án trong quý III/2022", 2022, Reading.QUARTER, ["2022-09-30"]),
    ("6 tháng đầu năm 2024", 2024, Reading.HALF_YEAR, ["2024-06-30"]),
    ("6 tháng cuối năm 2024", 2024, Reading.HALF_YEAR, ["2024-12-31"]),
    ("Tháng 9/2022", 2022, Reading.MONTH, ["2022-09-30"]),
    ("tháng 9 năm 2022", 2022, Reading.MONTH, ["2022-09-30"]),
    ("trước ngày 05/4/2024", 2024, Reading.BEFORE_DAY, ["2024-04-04"]),
    ("trước ngày 31/10", 2025, Reading.BEFORE_DAY, ["2025-10-30"]),
    ("chậm nhất trước ngày 05/4/2024", 2024, Reading.BEFORE_DAY, ["2024-04-04"]),
    ("ngày 05/4/2024", 2024, Reading.BY_DAY, ["2024-04-05"]),
    ("chậm nhất ngày 05/4/2024", 2024, Reading.BY_DAY, ["2024-04-05"]),
    ("chậm nhất là ngày 05/4/2024", 2024, Reading.BY_DAY, ["2024-04-05"]),
    ("đến hết ngày 05/4/2024", 2024, Reading.BY_DAY, ["2024-04-05"]),
    ("hết ngày 05/4/2024", 2024, Reading.BY_DAY, ["2024-04-05"]),
    ("muộn nhất ngày 05/4/2024", 2024, Reading.BY_DAY, ["2024-04-05"]),
    ("đến ngày 05/4/2024", 2024, Reading.BY_DAY, ["2024-04-05"]),
    ("từ ngày 05/02/2024 đến ngày 25/02/2024", 2024, Reading.RANGE, ["2024-02-25"]),
    ("từ ngày 05/02/2024 đến hết ngày 25/02/2024", 2024, Reading.RANGE, ["2024-02-25"]),
    ("trước 17 giờ 00 ngày 05/4/2024", 2024, Reading.BY_DAY, ["2024-04-05"]),
    ("17h00 ngày 05/4/2024", 2024, Reading.BY_DAY, ["2024-04-05"]),
    ("17:00, ngày 05/4/2024", 2024, Reading.BY_DAY, ["2024-04-05"]),
    ("chậm nhất 05 ngày làm việc kể từ ngày ban hành", 2024, Reading.WITHIN, []),
    ("trong 20 ngày kể từ ngày 04/3/2024", 2024, Reading.WITHIN, ["2024-03-25"]),
    ("định kỳ 6 tháng", 2024, Reading.HALF_YEARLY, ["2024-06-30", "2024-12-31"]),
    ("6 tháng một lần", 2024, Reading.HALF_YEARLY, ["2024-06-30", "2024-12-31"]),
    *(
        (
            words,
            2024,
            Reading.QUARTERLY,
            ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"],
        )
        for words in ("định kỳ hằng quý", "mỗi quý", "hàng quý")
    ),
    ("hằng năm", 2024, Reading.YEARLY, ["2024-12-31"]),
    ("định kỳ hàng năm", 2024, Reading.YEARLY, ["2024-12-31"]),
    ("mỗi năm một lần", 2024, Reading.YEARLY, ["2024-12-31"]),
    ("hằng tháng", 2024, Reading.MONTHLY, []),
    ("mỗi tháng", 2024, Reading.MONTHLY, []),
    ("thường xuyên", 2024, Reading.ALWAYS, []),
    ("liên tục", 2024, Reading.ALWAYS, []),
    ("đột xuất", 2024, Reading.ON_REQUEST, []),
    ("khi có yêu cầu", 2024, Reading.ON_REQUEST, []),
    ("theo yêu cầu", 2024, Reading.ON_REQUEST, []),
    ("Quý III, IV", 2024, Reading.UNREAD, []),
    ("trước 15/9 và 20/9", 2024, Reading.UNREAD, []),
]


@pytest.mark.parametrize(("printed", "year", "reading", "days"), TABLE)
def test_the_table(printed: str, year: int, reading: Reading, days: list[str]) -> None:
    found = read_timing(printed, year)
    assert found.reading is reading
    assert [str(due.day) for due in found.dues] == days
    assert found.printed == printed


def test_every_reading_stands_in_the_table() -> None:
    assert {row[2] for row in TABLE} == set(Reading)


PERIODS = [
    ("6 tháng đầu năm 2024", ["2024-Q2"]),
    ("6 tháng cuối năm 2024", ["2024-Q4"]),
    ("Tháng 8/2024", ["2024-Q3"]),
    ("trước ngày 01/01/2025", ["2024"]),
    ("định kỳ 6 tháng", ["2024-Q2", "2024-Q4"]),
    ("hằng quý", ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
]


@pytest.mark.parametrize(("printed", "periods"), PERIODS)
def test_each_due_day_has_its_period(printed: str, periods: list[str]) -> None:
    assert [str(due.period) for due in read_timing(printed, 2024).dues] == periods


def test_of_several_days_the_last_stands_for_all_and_the_year_for_their_periods() -> None:
    found = read_timing("định kỳ 6 tháng", 2024)
    assert (found.due, str(found.period)) == (date(2024, 12, 31), "2024")


QUESTIONS = [
    # printed, questions, why
    ("trước ngày 05/4/2024", [], "Thursday 4/4: nothing to ask"),
    ("trước ngày 31/10", [Question.NO_YEAR], "the plan's year is a guess"),
    ("tháng 9", [Question.NO_YEAR], "so it is of a month"),
    ("quý III", [], "a quarter of a plan is one of its year"),
    ("chậm nhất trước ngày 05/4/2024", [Question.BOTH_WORDS], "by, or before?"),
    ("chậm nhất ngày 09/6/2024", [Question.DAY_OFF], "a Sunday that the plan chose"),
    (
        "trước ngày 10/6/2024",
        [Question.DAY_OFF, Question.PAST_THE_WORDS],
        "the day before is a Sunday, the Monday after it lies past the words",
    ),
    ("mỗi tháng", [Question.MONTHLY], "months are not followed"),
    ("trong 5 ngày kể từ ngày họp", [Question.NO_ANCHOR], "from which day?"),
    ("khi nào xong thì báo", [Question.UNREAD], "no words about time"),
    ("thường xuyên", [], "never overdue, nothing to ask"),
]


@pytest.mark.parametrize(
    ("printed", "questions"), [row[:2] for row in QUESTIONS], ids=[row[2] for row in QUESTIONS]
)
def test_what_is_asked(printed: str, questions: list[Question]) -> None:
    assert list(read_timing(printed, 2024).questions) == questions


SUNDAY, FRIDAY, MONDAY = date(2024, 6, 9), date(2024, 6, 7), date(2024, 6, 10)


def test_a_day_off_is_kept_or_moved_and_the_day_of_the_words_stays_beside_it() -> None:
    for roll, day in ((None, SUNDAY), (Roll.PREVIOUS, FRIDAY), (Roll.NEXT, MONDAY)):
        (due,) = read_timing("trước ngày 10/6/2024", 2024, roll=roll).dues
        assert (due.day, due.printed) == (day, SUNDAY)


def test_the_rule_of_the_programme_holds_where_the_task_has_none() -> None:
    usual = {"usual_roll": Roll.PREVIOUS}
    assert read_timing("trước ngày 10/6/2024", 2024, **usual).due == FRIDAY
    assert read_timing("trước ngày 10/6/2024", 2024, roll=Roll.KEEP, **usual).due == SUNDAY


def test_the_three_days_that_a_person_chooses_from() -> None:
    assert choices(SUNDAY, OFFICES_2024) == (SUNDAY, FRIDAY, MONDAY)


def test_before_a_day_may_include_it_where_the_programme_says_so() -> None:
    found = read_timing("trước ngày 05/4/2024", 2024, before=Before.INCLUDED)
    assert found.due == date(2024, 4, 5)
    range_to = "từ ngày 05/02/2024 đến trước ngày 23/02/2024"
    assert read_timing(range_to, 2024).due == date(2024, 2, 22)
    assert read_timing(range_to, 2024, before=Before.INCLUDED).due == date(2024, 2, 23)
    by = read_timing("chậm nhất ngày 05/4/2024", 2024, before=Before.INCLUDED)
    assert by.due == date(2024, 4, 5)


def test_an_hour_is_kept_and_midnight_is_no_hour() -> None:
    (until,) = read_timing("trước 17 giờ 30 phút, ngày 05/4/2024", 2024).dues
    assert until.hour == time(17, 30)
    (ends,) = read_timing("trước 24 giờ 00 ngày 05/4/2024", 2024).dues
    assert (ends.day, ends.hour) == (date(2024, 4, 5), None)


def test_a_day_that_was_moved_has_no_hour() -> None:
    (due,) = read_timing("trước 11h00 ngày 09/6/2024", 2024, roll=Roll.NEXT).dues
    assert (due.day, due.hour) == (MONDAY, None)


def test_working_days_count_from_the_anchor_which_does_not_count_itself() -> None:
    words = "chậm nhất 05 ngày làm việc kể từ ngày ban hành"
    monday = date(2024, 2, 5)
    assert read_timing(words, 2024, anchor=monday).due == date(2024, 2, 12)
    with_tet = read_timing(words, 2024, anchor=monday, calendar=OFFICES_2024)
    assert with_tet.due == date(2024, 2, 19)


def test_calendar_days_that_end_on_a_day_off_run_on_unless_the_task_says_otherwise() -> None:
    words = "trong 20 ngày kể từ ngày 05/02/2024"
    ends = {None: "2024-02-26", Roll.KEEP: "2024-02-25", Roll.PREVIOUS: "2024-02-23"}
    for roll, day in ends.items():
        (due,) = read_timing(words, 2024, roll=roll).dues
        assert (str(due.day), str(due.printed)) == (day, "2024-02-25")
    # The rule of the programme is one for days that a plan chose; a term of days runs on by law.
    usual = read_timing(words, 2024, usual_roll=Roll.PREVIOUS)
    assert usual.due == date(2024, 2, 26)


def test_the_task_s_anchor_comes_before_a_printed_one() -> None:
    words = "trong 5 ngày kể từ ngày 04/3/2024"
    assert read_timing(words, 2024).due == date(2024, 3, 11)
    assert read_timing(words, 2024, anchor=date(2024, 3, 5)).due == date(2024, 3, 11)
    assert read_timing(words, 2024, anchor=date(2024, 3, 6)).due == date(2024, 3, 11)
    assert read_timing(words, 2024, anchor=date(2024, 3, 7)).due == date(2024, 3, 12)


def test_a_reckoning_that_meets_an_uncertain_day_says_the_other_day() -> None:
    words = "trong 5 ngày làm việc kể từ ngày 20/11/2026"
    found = read_timing(words, 2026, calendar=NOVEMBER_2026)
    day = date(2026, 11, 30)
    assert found.dues == (Due(found.dues[0].period, day, None, day, date(2026, 11, 27)),)
    assert found.questions == (Question.UNCERTAIN_DAY,)


def test_a_due_day_that_may_be_a_day_off_says_so() -> None:
    kept = read_timing("ngày 24/11/2026", 2026, calendar=NOVEMBER_2026)
    assert kept.questions == (Question.DAY_OFF, Question.UNCERTAIN_DAY)
    assert (kept.due, kept.dues[0].otherwise) == (date(2026, 11, 24), None)
    moved = read_timing("ngày 24/11/2026", 2026, roll=Roll.NEXT, calendar=NOVEMBER_2026)
    assert (moved.due, moved.dues[0].otherwise) == (date(2026, 11, 25), date(2026, 11, 24))

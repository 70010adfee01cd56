"""Every deadline of the five documents, read by hand from the papers.

A row: the task or form, the period, the words as printed, how they are read, the last day on time,
and what the person who adopts the plan is asked. Weekdays were looked up: 09/6/2024, 25/02/2024 and
30/6/2024 are Sundays; 08/02 to 14/02/2024 is Tết; 31/12/2022 is a Saturday.
"""

import pytest

from data_access.programmes import programme_from_text
from sample_data import documents
from scoring.programmes import Programme
from scoring.timing import Reading
from tests.tet import OFFICES_2024

YEAR = ("2022", "Cả năm 2022", "year", "2022-12-31", ("day_off",))


def quarter(number: int, words: str, last: str) -> tuple[str, str, str, str, tuple[str, ...]]:
    asked = ("day_off",) if number == 4 else ()
    return f"2022-Q{number}", words, "quarter", last, asked


QUANG_NGAI = {
    "1": YEAR,
    "2": YEAR,
    "3": YEAR,
    "4": quarter(1, "Quý I/2022", "2022-03-31"),
    "5": YEAR,
    "6": quarter(3, "Xây dựng Đề án trong quý III/2022", "2022-09-30"),
    "7": quarter(3, "Quý III/2022", "2022-09-30"),
    "8": YEAR,
    "9": YEAR,
    "10": YEAR,
    "11": YEAR,
    "12": YEAR,
    "13": quarter(3, "Quý III/2022", "2022-09-30"),
    "14": quarter(4, "Quý IV/2022", "2022-12-31"),
    "15": (None, "", "none", None, ()),
    "16": quarter(4, "Quý IV/2022", "2022-12-31"),
}
ALWAYS = (None, "Thường xuyên", "always", None, ())
NO_WORDS = (None, "", "none", None, ())
BINH_PHUOC = {
    "II.1": ALWAYS,
    "II.2": NO_WORDS,
    "II.3.a": NO_WORDS,
    "II.3.b": NO_WORDS,
    "II.3.c": NO_WORDS,
    "II.4": NO_WORDS,
    "II.5": ALWAYS,
    "II.5.b": NO_WORDS,
    "III.1": ALWAYS,
    "III.2.b": ALWAYS,
    "III.2.c": (None, "đột xuất khi có yêu cầu", "on_request", None, ()),
    "ke-hoach": ("2024", "trước ngày 05/4/2024", "before_day", "2024-04-04", ()),
    "bao-cao-6-thang": (
        "2024-Q2",
        "trước ngày 10/6/2024",
        "before_day",
        "2024-06-09",
        ("day_off", "past_the_words"),
    ),
    "bao-cao-nam": ("2024", "trước ngày 20/11/2024", "before_day", "2024-11-19", ()),
}
VINH_LINH = {
    "II.1": NO_WORDS,
    "II.2": NO_WORDS,
    "II.3": NO_WORDS,
    "II.4": NO_WORDS,
    "II.5.a": NO_WORDS,
    "II.5.b": NO_WORDS,
    "II.5.c": NO_WORDS,
    "III.1": NO_WORDS,
    "III.1.b": (None, "đột xuất", "on_request", None, ()),
    "III.2": ALWAYS,
    "bao-cao-nam": ("2025", "trước ngày 31/10", "before_day", "2025-10-30", ("no_year",)),
}
NHON_HAU = {
    **dict.fromkeys((*(f"II.{number}" for number in range(1, 9)), "III.1.b"), NO_WORDS),
    "bao-cao-6-thang": ("2024-Q2", "trước ngày 30/5/2024", "before_day", "2024-05-29", ()),
    "bao-cao-nam": ("2024", "trước ngày 30/10/2024", "before_day", "2024-10-29", ()),
}
DONG_SON = {
    "KH127": ("2024", "ngày 30 tháng 01 năm 2024", "by_day", "2024-01-30", ()),
    "NY": (
        "2024",
        "từ ngày 05/02/2024 đến hết ngày 25/2/2024",
        "range",
        "2024-02-25",
        ("day_off",),
    ),
    "HN": ("2024", "14 giờ 00 phút, ngày 05/02/2024", "by_day", "2024-02-05", ()),
    "GY": (
        "2024",
        "trước ngày 10/2/2024",
        "before_day",
        "2024-02-09",
        ("day_off", "past_the_words"),
    ),
    "QC156": ("2024", "ngày 26 tháng 02 năm 2024", "by_day", "2024-02-26", ()),
    "CK156": (
        "2024",
        "chậm nhất 05 ngày làm việc kể từ ngày ban hành Quy chế",
        "within",
        "2024-03-04",
        (),
    ),
    "BC164": ("2024", "ngày 27 tháng 02 năm 2024", "by_day", "2024-02-27", ()),
    "KH170": ("2024", "ngày 28 tháng 02 năm 2024", "by_day", "2024-02-28", ()),
    "Đ7": ALWAYS,
    "Đ24.3": ("2024", "Định kỳ hàng năm", "yearly", "2024-12-31", ()),
    "KH170.7": (None, "theo định kỳ", "unread", None, ()),
}
GOLDEN = {
    "quang-ngai-2022": QUANG_NGAI,
    "binh-phuoc-2024": BINH_PHUOC,
    "vinh-linh-2025": VINH_LINH,
    "nhon-hau-2024": NHON_HAU,
    "dong-son-2024": DONG_SON,
}
ROWS = [(name, item) for name, table in GOLDEN.items() for item in table]


def programme(name: str) -> Programme:
    found, issues = programme_from_text(documents.text_of(f"programmes/{name}.yaml"))
    assert found is not None, issues
    return found


def timings(plan: Programme) -> dict[str, object]:
    """By task number, and by form where the plan says the day in words (no form has two)."""
    return {where.partition(":")[0]: timing for where, timing in plan.readings(OFFICES_2024)}


def period_of(plan: Programme, item: str) -> str | None:
    """Of a report the period it is asked for, of a task the one its words name."""
    found = {where.partition(":")[0]: (where, timing) for where, timing in plan.readings()}
    where, timing = found[item]
    mark = where.partition(":")[2]
    if mark:
        return str(plan.year) if mark == "Y" else f"{plan.year}-{mark}"
    return str(timing.dues[-1].period) if timing.dues else None


@pytest.mark.parametrize(("name", "item"), ROWS)
def test_a_deadline_is_read_as_by_hand(name: str, item: str) -> None:
    plan = programme(name)
    period, printed, reading, last, asked = GOLDEN[name][item]
    timing = timings(plan)[item]
    assert timing.printed == printed
    assert timing.reading is Reading(reading)
    assert str(timing.due) == str(last)
    assert period_of(plan, item) == period
    assert {one.value for one in timing.questions} == set(asked)


def test_the_half_yearly_check_is_owed_twice() -> None:
    timing = timings(programme("dong-son-2024"))["Đ12"]
    assert timing.printed == "Định kỳ 06 tháng một lần"
    assert timing.reading is Reading("half_yearly")
    assert [(str(due.period), str(due.day)) for due in timing.dues] == [
        ("2024-Q2", "2024-06-30"),
        ("2024-Q4", "2024-12-31"),
    ]


@pytest.mark.parametrize("name", GOLDEN)
def test_the_table_leaves_no_task_out(name: str) -> None:
    plan = programme(name)
    assert {task.no for task in plan.tasks} <= set(GOLDEN[name]) | {"Đ12"}


def test_the_meeting_of_the_fifth_of_february_has_its_hour() -> None:
    timing = timings(programme("dong-son-2024"))["HN"]
    assert str(timing.dues[0].hour) == "14:00:00"

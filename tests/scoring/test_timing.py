"""The words of a deadline are read only where they can mean one day."""

import unicodedata
from datetime import date

import pytest

from scoring.periods import Period
from scoring.timing import Reading, read_timing

YEAR, QUARTER, BEFORE, BY = Reading.YEAR, Reading.QUARTER, Reading.BEFORE_DAY, Reading.BY_DAY

READ = [
    # printed in a plan of 2022, reading, last day on time, period, why
    ("Cả năm 2022", YEAR, "2022-12-31", Period(2022), "the whole year"),
    ("Cả năm", YEAR, "2022-12-31", Period(2022), "no year said: the plan's"),
    ("cả năm 2023", YEAR, "2023-12-31", Period(2023), "a year said wins"),
    ("Quý III/2022", QUARTER, "2022-09-30", Period(2022, 3), "a quarter ends on its last day"),
    ("QUÝ IV/2022", QUARTER, "2022-12-31", Period(2022, 4), "written large"),
    ("Quý 3 năm 2022", QUARTER, "2022-09-30", Period(2022, 3), "an Arabic figure"),
    ("quý II", QUARTER, "2022-06-30", Period(2022, 2), "no year said: the plan's"),
    ("Quý I, 2023", QUARTER, "2023-03-31", Period(2023, 1), "a comma before the year"),
    ("Xây dựng Đề án trong quý III/2022", QUARTER, "2022-09-30", Period(2022, 3), "words before"),
    ("Quý\u00a0III /  2022", QUARTER, "2022-09-30", Period(2022, 3), "spaces of all sorts"),
    ("trước ngày 05/4/2024", BEFORE, "2024-04-04", Period(2024), "before: the day itself is late"),
    ("Trước 01.7.2022", BEFORE, "2022-06-30", Period(2022), "without the word ngày"),
    ("trước ngày 01/3/2024", BEFORE, "2024-02-29", Period(2024), "a leap year"),
    ("trước ngày 01/01/2023", BEFORE, "2022-12-31", Period(2022), "belongs to the year it ends in"),
    ("đến hết ngày 15-9-2022", BY, "2022-09-15", Period(2022), "by: the day itself is on time"),
    ("31/12/2022", BY, "2022-12-31", Period(2022), "a bare day"),
    ("Cả năm 2022, xong trước ngày 15/12/2022", BEFORE, "2022-12-14", Period(2022), "day wins"),
    ("Quý III/2022, ngày 15/9/2022", BY, "2022-09-15", Period(2022), "day wins over quarter"),
]


@pytest.mark.parametrize(
    ("printed", "reading", "due", "period"), [row[:4] for row in READ], ids=[r[4] for r in READ]
)
def test_reads_what_can_mean_one_day(
    printed: str, reading: Reading, due: str, period: Period
) -> None:
    timing = read_timing(printed, 2022)
    assert (timing.reading, timing.due, timing.period) == (
        reading,
        date.fromisoformat(due),
        period,
    )
    assert timing.printed == printed


@pytest.mark.parametrize("printed", [row[0] for row in READ])
def test_composed_and_decomposed_letters_read_the_same(printed: str) -> None:
    decomposed = read_timing(unicodedata.normalize("NFD", printed), 2022)
    assert (decomposed.reading, decomposed.due) == (
        read_timing(printed, 2022).reading,
        read_timing(printed, 2022).due,
    )


UNREAD = [
    ("quý III, IV/2022", "two quarters, the second without its word"),
    ("quý III và IV năm 2022", "two quarters"),
    ("Quý II-III/2022", "from a quarter to a quarter"),
    ("quý 1, 2/2022", "two quarters in Arabic figures"),
    ("Quý III/2022 – Quý IV/2022", "two whole quarters"),
    ("quý V/2022", "no fifth quarter"),
    ("Quý 1/23", "a year of two digits is not the plan's year"),
    ("quý I/0000", "no year nought"),
    ("Quý I năm sau", "next year's"),
    ("trước quý III/2022", "before a quarter: not its last day"),
    ("đầu quý III/2022", "the beginning of a quarter"),
    ("từ quý II/2022", "a beginning, no end"),
    ("Quý IV, trước 30/11 hằng năm", "a day that is not the quarter's end"),
    ("Quý III (trước 31/6/2022)", "a day that is not in the calendar"),
    ("Tháng 8, quý III/2022", "a month beside the quarter"),
    ("trước 30/11 hằng năm", "a day of every year"),
    ("30/02/2022", "not in the calendar"),
    ("trước ngày 05/4/2024 và 10/6/2024", "two days"),
    ("trước 15/6 và 15/12/2022", "two days, one without its year"),
    ("Cả năm 2022, trước ngày 15/6/2022 và 15/11/2022", "two days beside a year"),
    ("115/4/2024", "a slip of the finger"),
    ("05/4/20245", "a slip of the finger at the end"),
    ("từ ngày 01/3/2022", "a beginning, no end"),
    ("Sau ngày 30/6/2022", "after a day"),
    ("Báo cáo năm trước đến ngày 15/01/2023", "trước belongs to the year, not to the day"),
    ("trước ngày 01/01/0001", "no day before the calendar"),
    ("cả năm 0000", "no year nought"),
]


@pytest.mark.parametrize("printed", [row[0] for row in UNREAD], ids=[row[1] for row in UNREAD])
def test_never_guesses(printed: str) -> None:
    timing = read_timing(printed, 2022)
    assert (timing.reading, timing.due, timing.period) == (Reading.UNREAD, None, None)


@pytest.mark.parametrize("printed", ["", "  ", "\u00a0\n"])
def test_no_words_are_no_deadline_not_unread(printed: str) -> None:
    assert read_timing(printed, 2022).reading is Reading.NONE


def test_a_day_written_in_full_is_read() -> None:
    found = read_timing("trước ngày 05 tháng 4 năm 2024", 2024)
    assert (found.reading, found.due) == (Reading.BEFORE_DAY, date(2024, 4, 4))

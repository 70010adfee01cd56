"""Words as people and scanners write them: read where they can mean one thing, else left alone."""

import unicodedata
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.timing import Reading, read_timing
from tests.scoring.test_timing_document import TABLE

WRITTEN = [
    # printed in a plan of 2024, reading, last day on time, why
    ("TRƯỚC NGÀY 05/4/2024", Reading.BEFORE_DAY, "2024-04-04", "capitals"),
    ("Trước ngày  05 / 4 /\u00a02024", Reading.BEFORE_DAY, "2024-04-04", "spaces of a scan"),
    ("trước ngày 25./2/2024", Reading.BEFORE_DAY, "2024-02-24", "a point of a scan (seed 004)"),
    ("trước ngày 05–4–2024", Reading.BEFORE_DAY, "2024-04-04", "long dashes"),
    ("trước ngày\n05/4/2024", Reading.BEFORE_DAY, "2024-04-04", "over two lines of a cell"),
    ("trước ngày 05\u200b/4/2024", Reading.BEFORE_DAY, "2024-04-04", "a sign that nobody sees"),
    ("(trước ngày 05/4/2024).", Reading.BEFORE_DAY, "2024-04-04", "in brackets"),
    ("Trước 10 tháng 6 năm 2024", Reading.BEFORE_DAY, "2024-06-09", "in full, without ngày"),
    ("ngày 05 tháng 4/2024", Reading.BY_DAY, "2024-04-05", "half in full"),
    ("ngày 05 tháng 4", Reading.BY_DAY, "2024-04-05", "in full, without a year"),
    ("05/4", Reading.BY_DAY, "2024-04-05", "a bare day of the plan's year"),
    ("Hạn: 05/4", Reading.BY_DAY, "2024-04-05", "after a word that leads to a day"),
    ("không quá ngày 05/4/2024", Reading.BY_DAY, "2024-04-05", "not later than"),
    ("Gửi 02 bản trước ngày 05/4/2024", Reading.BEFORE_DAY, "2024-04-04", "a number that counts"),
    ("Báo cáo 6 tháng: trước ngày 11/6/2024", Reading.BEFORE_DAY, "2024-06-10", "what report"),
    ("Tháng 9/2024, xong ngày 20/9/2024", Reading.BY_DAY, "2024-09-20", "a day inside the month"),
    ("6 tháng đầu năm 2024, ngày 20/5/2024", Reading.BY_DAY, "2024-05-20", "inside half a year"),
    ("Quý III, trước ngày 01/10/2024", Reading.BEFORE_DAY, "2024-09-30", "ends with the quarter"),
    ("từ 05/02 đến 23/02/2024", Reading.RANGE, "2024-02-23", "the first day shares the year"),
    ("từ ngày 05 đến ngày 23/02/2024", Reading.RANGE, "2024-02-23", "and the month"),
    ("từ ngày 05/02/2024 – 23/02/2024", Reading.RANGE, "2024-02-23", "a dash for đến"),
    ("Quí III/2024", Reading.QUARTER, "2024-09-30", "the other spelling"),
    ("Qúy III.2024", Reading.QUARTER, "2024-09-30", "a tone on the wrong letter, a point"),
    ("QUÝ 4 NĂM 2024", Reading.QUARTER, "2024-12-31", "capitals"),
    ("trong suốt năm 2024", Reading.YEAR, "2024-12-31", "throughout"),
    ("Hết năm 2024", Reading.YEAR, "2024-12-31", "the end of the year"),
    ("Cả năm 2024 (năm 2024)", Reading.YEAR, "2024-12-31", "the same said twice"),
    ("06 tháng đầu năm", Reading.HALF_YEAR, "2024-06-30", "a leading nought"),
    ("Sáu tháng cuối năm 2024", Reading.HALF_YEAR, "2024-12-31", "a number in letters"),
    ("hết tháng 02/2024", Reading.MONTH, "2024-02-29", "a leap year"),
    ("Định kỳ 06 tháng một lần", Reading.HALF_YEARLY, "2024-12-31", "both phrases"),
    ("6 tháng/lần", Reading.HALF_YEARLY, "2024-12-31", "a stroke for một"),
    ("Định kì hằng quí", Reading.QUARTERLY, "2024-12-31", "other spellings"),
    ("01 lần/năm", Reading.YEARLY, "2024-12-31", "once a year"),
    ("Thường xuyên, liên tục", Reading.ALWAYS, None, "the same said twice"),
    ("Đột xuất, khi có yêu cầu", Reading.ON_REQUEST, None, "the same said twice"),
    (
        "Trong thời hạn 05 (năm) ngày làm việc, kể từ ngày 04/3/2024",
        Reading.WITHIN,
        "2024-03-11",
        "the number again in letters",
    ),
]


@pytest.mark.parametrize(
    ("printed", "reading", "due"), [row[:3] for row in WRITTEN], ids=[row[3] for row in WRITTEN]
)
def test_reads_as_people_write(printed: str, reading: Reading, due: str | None) -> None:
    found = read_timing(printed, 2024)
    assert (found.reading, found.due and str(found.due)) == (reading, due)


LEFT_ALONE = [
    ("trước và sau ngày 05/4/2024", "before and after"),
    ("không trước ngày 05/4/2024", "not before"),
    ("sau ngày 05/4/2024", "after"),
    ("kể từ ngày 05/4/2024", "a beginning"),
    ("trước hết, ngày 05/4/2024", "trước is of another word"),
    ("trước ngày 05/4/2024 và 10/6/2024", "two days"),
    ("ngày 05/4/2024, ngày 10/6/2024", "two days in a list"),
    ("ngày 5 và 10/6/2024", "two days, the first without its month"),
    ("5, 10/6/2024", "two days without words"),
    ("15–20/6/2024", "from a day to a day"),
    ("05/02/2024 - 25/02/2024", "a range without từ"),
    ("từ ngày 25/02/2024 đến ngày 05/02/2024", "a range that ends before it begins"),
    ("từ ngày 31 đến ngày 29/02/2024", "a first day that the month has not"),
    ("trước ngày 0 5/4/2024", "a space inside a number"),
    ("trước ngày 30/1 1/2024", "a space inside the month"),
    ("trước ngày 05/4/20 24", "a space inside the year"),
    ("trước ngày 1O/6/2024", "a letter for a nought"),
    ("trước ngày 10/6/24", "a year of two digits"),
    ("trước ngày 10/6/٢٠٢٤", "digits of another script"),
    ("trước ngày 29/02/2023", "not in the calendar"),
    ("trước 31.10", "a point could be of a number"),
    ("hoàn thành 2/3 số thôn", "a share, not a day"),
    ("tháng 9-10/2024", "two months"),
    ("tháng 9, 10/2024", "two months in a list"),
    ("tháng 13/2024", "no thirteenth month"),
    ("tháng 9 hằng năm", "of every year"),
    ("đầu tháng 9/2024", "the beginning of a month"),
    ("cuối tháng 9", "the end of a month, but how long is an end"),
    ("Tháng 10 âm lịch", "the lunar calendar"),
    ("trước ngày 18/11 âm lịch", "the lunar calendar"),
    ("quý 3/4/2024", "quarters or a day"),
    ("Quý ⅲ/2024", "a sign that is no figure"),
    ("Quý III và cả năm 2024", "two periods"),
    ("6 tháng đầu, cuối năm 2024", "two halves"),
    ("6 tháng đầu năm sau", "next year's"),
    ("cả năm học", "a school year"),
    ("Trong năm tài chính", "a financial year"),
    ("giai đoạn 2022-2025", "years"),
    ("cuối năm 2024", "an end"),
    ("năm ngày", "five days"),
    ("2 lần/năm", "twice a year, but when"),
    ("định kỳ 6 tháng, năm", "two rhythms"),
    ("hằng quý, hằng năm", "two rhythms"),
    ("ngày 05 hằng tháng", "a day of every month"),
    ("trước ngày 31/10 hằng năm", "a day of every year"),
    ("định kỳ 6 tháng (trước ngày 10/6/2024), 01 năm (trước ngày 20/11/2024)", "seed 000, whole"),
    ("trước ngày 31/10/2025 hoặc khi có yêu cầu", "seed 002: two duties"),
    ("Thường xuyên và đột xuất", "two readings"),
    ("thường xuyên trong năm 2024", "two readings"),
    ("không thường xuyên", "not always"),
    ("Quý I/2024, ngày 15/9/2024", "a day that is not in the quarter"),
    ("Cả năm 2024, trước ngày 15/01/2025", "a day that is not in the year"),
    ("trước 0 giờ ngày 05/4/2024", "the day before, or the day"),
    ("trước 25 giờ ngày 05/4/2024", "no such hour"),
    ("trước 17 giờ 75 ngày 05/4/2024", "no such minute"),
    ("sau 17 giờ ngày 05/4/2024", "after an hour"),
    ("từ 8 giờ đến 17 giờ ngày 05/4/2024", "two hours"),
    ("Kế hoạch số 12/KH-UBND ngày 05/4/2024", "the day of a document"),
    ("theo Công văn ngày 05/4/2024", "the day of a document"),
    ("số liệu tính đến ngày 31/5/2024", "a cut-off, not a due day"),
    ("sau 5 ngày kể từ ngày 05/02/2024", "not within, but after"),
    ("ít nhất 20 ngày liên tục kể từ ngày niêm yết", "at least, not at most"),
    ("trước 5 ngày làm việc kể từ ngày họp", "so long before"),
    ("trong 5 ngày làm việc", "no day to count from"),
    ("trong 0 ngày kể từ ngày ký", "no days at all"),
    ("trong 999 ngày kể từ ngày ký", "more than a year"),
    ("trong 3 tháng kể từ ngày ký", "months are not among the phrases"),
    ("trong 5 ngày kể từ ngày 31/02/2024", "from a day that is not in the calendar"),
    ("sau Tết", "no words about a day"),
]


@pytest.mark.parametrize("printed", [row[0] for row in LEFT_ALONE], ids=[r[1] for r in LEFT_ALONE])
def test_never_guesses(printed: str) -> None:
    found = read_timing(printed, 2024)
    assert (found.reading, found.dues) == (Reading.UNREAD, ())


# Every phrase of the document, decomposed, in capitals and with broken spaces.
DISTORTED = [
    row[:2] for row in (*((one[0], one[1]) for one in TABLE), *((w[0], 2024) for w in WRITTEN))
]


@pytest.mark.parametrize(("printed", "year"), DISTORTED)
def test_letters_and_spaces_make_no_difference(printed: str, year: int) -> None:
    plain = read_timing(printed, year)
    forms = (
        unicodedata.normalize("NFD", printed),
        printed.upper(),
        unicodedata.normalize("NFD", printed.upper()),
        printed.replace(" ", " \u00a0 "),
        f"  {printed}\n",
    )
    for other in forms:
        found = read_timing(other, year)
        assert (found.reading, found.dues) == (plain.reading, plain.dues), other


SCRAPS = st.sampled_from(
    [row[0] for row in (*TABLE, *WRITTEN, *LEFT_ALONE)]
    + ["trước", "sau", "ngày", "từ", "đến", "quý", "tháng", "năm", "17h", "05/4/2024", "III", "6"]
)


@given(st.lists(SCRAPS, min_size=1, max_size=4), st.sampled_from([" ", ", ", " và ", "/", "-"]))
def test_scraps_in_any_order_are_read_or_left_and_never_break(
    scraps: list[str], between: str
) -> None:
    found = read_timing(between.join(scraps), 2024)
    assert (found.reading is Reading.UNREAD) <= (found.dues == ())


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(printed: str) -> None:
    assert read_timing(printed, 2024).printed == printed


DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))


@given(DAYS, DAYS)
def test_two_different_days_are_never_read_as_one(first: date, second: date) -> None:
    words = (f"{first:%d/%m/%Y} và {second:%d/%m/%Y}", f"{first.day}, {second:%d/%m/%Y}")
    for printed in words:
        if first != second:
            assert read_timing(f"trước ngày {printed}", 2024).reading is Reading.UNREAD


@given(DAYS)
def test_before_a_day_is_one_day_less_than_by_it(day: date) -> None:
    before = read_timing(f"trước ngày {day:%d/%m/%Y}", 2024).due
    by = read_timing(f"chậm nhất ngày {day.day}/{day.month}/{day.year}", 2024).due
    assert by == day
    assert before is not None and (by - before).days == 1


@given(DAYS, st.times())
def test_an_hour_of_the_clock_is_read_on_its_day(day: date, hour: time) -> None:
    found = read_timing(f"trước {hour:%H} giờ {hour:%M} ngày {day:%d/%m/%Y}", 2024)
    if (hour.hour, hour.minute) == (0, 0):
        assert found.reading is Reading.UNREAD
    else:
        assert [(due.day, due.hour) for due in found.dues] == [(day, time(hour.hour, hour.minute))]

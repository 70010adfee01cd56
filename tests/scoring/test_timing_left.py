"""Every word of a phrase about time must be understood: else it is asked about, or not read."""

from datetime import date, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoring.timing import Reading, read_timing
from scoring.timing_readings import Question

# What was once read as a day that is not in the words: never read again.
TURNED = """
truoc ngay 05/4/2024
trươc ngày 05/4/2024
truớc ngày 05/4/2024
trứơc ngày 05/4/2024
trưóc ngày 05/4/2024
tnrớc ngày 05/4/2024
tước ngày 05/4/2024
tr ước ngày 05/4/2024
t rước ngày 05/4/2024
nộptrước ngày 05/4/2024
Trước-ngày 05/4/2024
Cham nhat truoc ngay 05/4/2024
cham nhat 05/4/2024
khong truoc ngay 05/4/2024
tu ngay 05/4/2024
tu ngay 05/4/2024 den 10/4/2024
quy III/2024
truoc quy III/2024
trừ quý III/2024
ngoài quý III/2024
Không thực hiện trong quý III/2024
không thực hiện quý III/2024
chưa thực hiện quý III/2024
chưa thực hiện trong quý III/2024
tạm dừng quý III/2024
đình chỉ việc lập Đề án trong quý III/2024
tạm dừng trong quý III/2024
thay cho quý III/2024
lùi quý III/2024
lùi sang quý III/2024
hoãn đến quý III/2024
quý III/2024 trở đi
tháng 9/2024 trở đi
năm 2024 trở đi
quý III/2024 (khi có hướng dẫn)
năm 2024 (khi có hướng dẫn)
báo cáo năm 2023
tổng kết năm 2023
kế hoạch năm 2025
xây dựng kế hoạch năm 2025
không nộp trước ngày 05/4/2024
không được trước ngày 05/4/2024
không sớm hơn ngày 05/4/2024
sớm nhất ngày 05/4/2024
sớm nhất là ngày 05/4/2024
bắt đầu ngày 05/4/2024
khởi công ngày 05/4/2024
triển khai ngày 05/4/2024
có hiệu lực ngày 05/4/2024
ban hành ngày 05/4/2024
căn cứ ngày 05/4/2024
họp ngày 05/4/2024
quá ngày 05/4/2024
qua ngày 05/4/2024
chưa đến ngày 05/4/2024
trừ ngày 05/4/2024
không thực hiện ngày 05/4/2024
ngày 05/4/2024 trở đi
trở đi ngày 05/4/2024
ngày 05/4/2024 nếu có
ngày 15/8 âl
Rằm tháng 8/2024
trước ngày 15/01 của năm tiếp theo
trước ngày 15/01 năm sau
trước ngày 31/3 năm kế tiếp
ngày 05/4 năm kế tiếp
ngày 31/3 năm liền kề
ngày 31/3 năm tới
ngày 15/01 các năm
ngày 15/01 hằng năm
quý3/4/2024
> 05/4/2024
17h00 ngày 05/4/2024, 18h00
""".strip().splitlines()


@pytest.mark.parametrize("printed", TURNED)
def test_a_word_that_may_turn_the_meaning_leaves_all_unread(printed: str) -> None:
    found = read_timing(printed, 2024)
    assert (found.reading, found.dues, found.unknown) == (Reading.UNREAD, (), ())


UNKNOWN = [
    # printed, last day on time, the words that were not understood
    ("khoảng ngày 05/4/2024", "2024-04-05", "khoảng"),
    ("dự kiến ngày 05/4/2024", "2024-04-05", "dự kiến"),
    ("trước ngày 05/4/2024 (theo dấu bưu điện)", "2024-04-04", "theo dấu bưu điện"),
    ("trước ngày 5/4/2024r", "2024-04-04", "r"),
    ("Hạn: > 05/4/2024", "2024-04-05", ">"),
    ("gia hạn đến 15/4/2024", "2024-04-15", "gia"),
    ("Xây dựng Đề án trước ngày 05/4/2024", "2024-04-04", "xây dựng đề án"),
    ("Ban hành Kế hoạch trong quý I/2024", "2024-03-31", "ban hành"),
    ("đến năm 2025", "2025-12-31", "đến"),
    ("thường xuyên theo quy định", None, "theo quy định"),
    ("Báo cáo 6 tháng: ngày 10/6/2024, tổ trưởng", "2024-06-10", "tổ trưởng"),
]


@pytest.mark.parametrize(("printed", "due", "unknown"), UNKNOWN)
def test_what_is_not_understood_is_read_and_asked_about(
    printed: str, due: str | None, unknown: str
) -> None:
    found = read_timing(printed, 2024)
    assert (found.due and str(found.due), " ".join(found.unknown)) == (due, unknown)
    assert Question.LEFT_OVER in found.questions


UNDERSTOOD = [
    # printed, reading, last day on time, hour
    ("gửi về Ban Chỉ đạo trước ngày 05/4/2024 để tổng hợp", "before_day", "2024-04-04", None),
    ("hoàn thành trước ngày 05/4/2024", "before_day", "2024-04-04", None),
    ("không quá ngày 05/4/2024", "by_day", "2024-04-05", None),
    ("không muộn hơn ngày 05/4/2024", "by_day", "2024-04-05", None),
    ("Thứ Hai, ngày 10/6/2024", "by_day", "2024-06-10", None),
    ("10/6/2024 (thứ hai)", "by_day", "2024-06-10", None),
    ("Thời gian: Quý I/2024", "quarter", "2024-03-31", None),
    ("đến hết quý II/2024", "quarter", "2024-06-30", None),
    ("đến hết năm 2024", "year", "2024-12-31", None),
    ("Xây dựng Đề án trong quý III/2024", "quarter", "2024-09-30", None),
    ("Xây dựng Đề án trong năm 2024", "year", "2024-12-31", None),
    ("Đối thoại với Nhân dân trong tháng 9/2024", "month", "2024-09-30", None),
    ("Quý III, năm 2024", "quarter", "2024-09-30", None),
    ("Năm 2024, quý III", "quarter", "2024-09-30", None),
    ("QuýIII/2024", "quarter", "2024-09-30", None),
    ("quý3/2024", "quarter", "2024-09-30", None),
    ("quý ba năm 2024", "quarter", "2024-09-30", None),
    ("9 tháng đầu năm 2024", "month", "2024-09-30", None),
    ("trước ngày 05/4/2024, 17h00", "by_day", "2024-04-05", time(17)),
    ("14 giờ 00 phút, ngày 05/02/2024", "by_day", "2024-02-05", time(14)),
    ("ngày 26 tháng 02 năm 2024", "by_day", "2024-02-26", None),
]


@pytest.mark.parametrize(("printed", "reading", "due", "hour"), UNDERSTOOD)
def test_what_is_understood_whole_leaves_nothing_to_ask(
    printed: str, reading: str, due: str, hour: time | None
) -> None:
    found = read_timing(printed, 2024)
    assert (found.reading, str(found.due), found.dues[0].hour) == (reading, due, hour)
    assert not {Question.LEFT_OVER, Question.WEEKDAY} & set(found.questions)


@pytest.mark.parametrize(
    "printed", ["Thứ Ba, ngày 10/6/2024", "10/6/2024 (chủ nhật)", "thứ 6, trước ngày 10/6/2024"]
)
def test_a_weekday_that_is_another_one_is_asked_about(printed: str) -> None:
    assert Question.WEEKDAY in read_timing(printed, 2024).questions


PHRASES = ("trước ngày 05/4/2024", "chậm nhất ngày 05/4/2024", "Quý III/2024", "trong năm 2024")
WORDS = (
    "không chưa trừ lùi hoãn sau trước từ quá sớm họp ban hành nếu khi trở đi truoc trươc tru lui"
    " khong xong nộp gửi về Ban Chỉ đạo và hoặc khoảng dự kiến nhà nước nhân dân mỗi hai ba tư tuần"
    " giữa cuối đầu đến tới hết là vào trong ngày tháng năm quý 17h 5 III thứ chủ nhật âm lịch ạ"
)
LETTERS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạéèíìóòúùýế", min_size=1, max_size=7)


@example("trước ngày 05/4/2024", "17h", False, ", ")
@given(
    st.sampled_from(PHRASES),
    st.sampled_from(WORDS.split()) | LETTERS,
    st.booleans(),
    st.sampled_from([" ", ", ", " ("]),
)
def test_a_word_beside_a_day_never_makes_another_day_without_a_question(
    phrase: str, word: str, first: bool, between: str
) -> None:
    plain = read_timing(phrase, 2024)
    found = read_timing(f"{word}{between}{phrase}" if first else f"{phrase}{between}{word}", 2024)
    if not found.questions and found.reading is not Reading.UNREAD:
        # "trước ngày D, 17h": until that hour of the day itself (docs/deadlines.md).
        itself = plain.due + timedelta(plain.reading is Reading.BEFORE_DAY)
        assert found.due == (plain.due if found.dues[0].hour is None else itself)


@given(st.dates(date(2024, 1, 1), date(2024, 12, 31)), LETTERS, st.integers(0, 3))
def test_a_word_inside_a_phrase_never_makes_another_day_without_a_question(
    day: date, word: str, place: int
) -> None:
    words = ["trước", "ngày", f"{day:%d/%m/%Y}"]
    found = read_timing(" ".join([*words[:place], word, *words[place:]]), 2024)
    if Question.LEFT_OVER not in found.questions and found.reading is not Reading.UNREAD:
        assert found.due == read_timing(" ".join(words), 2024).due


@given(st.integers(0, 4), LETTERS)
def test_a_damaged_before_is_never_read_as_by(place: int, letter: str) -> None:
    damaged = "trước"[:place] + letter[0] + "trước"[place + 1 :]
    found = read_timing(f"{damaged} ngày 05/4/2024", 2024)
    assert found.reading in (Reading.UNREAD, Reading.BEFORE_DAY)

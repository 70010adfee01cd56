"""The letter of a digest: what it says, and that a reader understands it without opening it."""

from datetime import date

import pytest

from dashboard.views.digests import Post, body, notice, subject
from dashboard.wording import with_period
from scoring.digests import Audience, Digest, OpenDuty, Reader
from scoring.obligations import Extension, Obligation, State
from scoring.periods import parse_period
from scoring.reminder_days import Step

DAY = date(2022, 4, 17)
Q1 = parse_period("2022-Q1")
POST = Post("Ban Chỉ đạo tỉnh", DAY, {"001": "Huyện A", "002": "Huyện B"})
CLERK = Reader("a@huyen.vn", "Trần Thị Bưởi", Audience.UNIT, "001")
HEAD = Reader("tb@tinh.vn", "Trưởng ban", Audience.LEADER)


def report(unit: str = "001", late: int = 7) -> OpenDuty:
    due = date(2022, 4, 10)
    owed = Obligation(unit, "kh-2022", "Báo cáo tiến độ", Q1, due, form="tien-do")
    return OpenDuty(owed, State.OVERDUE, late, due, Step(late))


def task(unit: str = "001") -> OpenDuty:
    due = date(2022, 4, 18)
    owed = Obligation(unit, "kh-2022", "Kiểm tra cơ sở", Q1, due, task="2.1")
    return OpenDuty(owed, State.DUE_SOON, 0, due, Step(-1))


def letter(reader: Reader, *duties: OpenDuty, overdue: int = 0) -> str:
    return body(Digest(reader, duties, overdue), POST)


def test_a_unit_reads_what_is_late_first_and_since_when() -> None:
    assert letter(CLERK, report(), task(), overdue=1) == (
        "Kính gửi: Trần Thị Bưởi\n"
        "\n"
        "Ban Chỉ đạo tỉnh xin thông báo tình hình tính tại ngày 17/04/2022:\n"
        "\n"
        "QUÁ HẠN (1)\n"
        "- Báo cáo tiến độ, quý I năm 2022: hạn 10/04/2022, đã quá 7 ngày\n"
        "\n"
        "SẮP ĐẾN HẠN (1)\n"
        "- Kiểm tra cơ sở: hạn 18/04/2022\n"
        "\n"
        "Đề nghị thực hiện và báo cáo trên hệ thống; có khó khăn, vướng mắc thì báo Tổ Giúp "
        "việc.\n"
        "\n"
        "-- \n"
        "Thư này do hệ thống theo dõi của Ban Chỉ đạo tỉnh gửi tự động, mỗi ngày nhiều nhất một "
        "thư. Đơn vị đã nộp báo cáo trong ngày thì bỏ qua thư này.\n"
    )


def test_a_leader_reads_who_owes_what_not_the_same_line_for_each_unit() -> None:
    text = letter(HEAD, report("002"), report("001"), report("001", late=8), task(), overdue=3)
    assert (
        "QUÁ HẠN (3)\n"
        "- Báo cáo tiến độ, quý I năm 2022: hạn 10/04/2022, đã quá 7 ngày – 2 đơn vị: "
        "Huyện A, Huyện B\n"
        "- Báo cáo tiến độ, quý I năm 2022: hạn 10/04/2022, đã quá 8 ngày – Huyện A\n"
    ) in text
    assert "- Kiểm tra cơ sở: hạn 18/04/2022 – Huyện A" in text
    assert "Đề nghị" not in text


def test_one_address_of_two_units_reads_which_is_meant() -> None:
    text = letter(CLERK, report("001"), report("002"), overdue=2)
    assert "đã quá 7 ngày – 2 đơn vị: Huyện A, Huyện B" in text


def test_what_was_said_on_other_days_is_counted() -> None:
    text = letter(CLERK, report(), overdue=4)
    assert "Ngoài ra còn 3 việc quá hạn khác, chưa đến ngày nhắc lại." in text
    assert "Ngoài ra" not in letter(CLERK, report(), overdue=1)


def test_an_extension_stands_beside_the_first_due_day() -> None:
    due, until = date(2022, 4, 10), date(2022, 4, 18)
    longer = Extension(until, date(2022, 4, 8))
    owed = Obligation("001", "kh", "Báo cáo", Q1, due, form="tien-do", extensions=(longer,))
    text = letter(CLERK, OpenDuty(owed, State.EXTENDED, 0, until, Step(-1)))
    assert "hạn mới 18/04/2022 (hạn đầu 10/04/2022)" in text


def test_a_correction_that_is_waited_for_has_its_own_day() -> None:
    until = date(2022, 4, 18)
    waited = OpenDuty(report().obligation, State.DUE_SOON, 0, until, Step(-1), corrects=True)
    said = "Báo cáo tiến độ, quý I năm 2022: đã trả lại để sửa, hạn nộp bản sửa 18/04/2022\n"
    assert said in letter(CLERK, waited)


@pytest.mark.parametrize(
    ("duties", "said"),
    [
        ((report(),), "1 việc quá hạn"),
        ((task(),), "1 việc sắp đến hạn"),
        ((report(), task(), task()), "1 việc quá hạn, 2 việc sắp đến hạn"),
    ],
)
def test_the_subject_says_what_it_is_about(duties: tuple[OpenDuty, ...], said: str) -> None:
    assert subject(Digest(CLERK, duties, 0), POST) == f"Nhắc việc ngày 17/04/2022: {said}"


def test_a_demonstrations_mail_says_so() -> None:
    shown = Post("Ban Chỉ đạo tỉnh", DAY, {}, illustrative=True)
    assert subject(Digest(CLERK, (report(),), 1), shown).startswith("[SỐ LIỆU MINH HỌA] Nhắc việc")


def test_a_reader_without_a_name_is_greeted_as_the_unit() -> None:
    nameless = Reader("a@huyen.vn", "", Audience.UNIT, "001")
    found = notice(Digest(nameless, (report(),), 1), POST)
    assert found.name == "Huyện A"
    assert found.body.startswith("Kính gửi: Huyện A\n")
    assert found.duties == ("kh-2022|001||tien-do|2022-Q1",)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Báo cáo năm 2023", "Báo cáo năm 2023"),
        ("BÁO CÁO NĂM 2023", "BÁO CÁO NĂM 2023"),
        ("Báo cáo năm 2022", "Báo cáo năm 2022, năm 2023"),
        ("Báo cáo tiến độ", "Báo cáo tiến độ, năm 2023"),
    ],
)
def test_a_period_that_the_title_names_is_not_named_again(title: str, said: str) -> None:
    assert with_period(title, "năm 2023") == said

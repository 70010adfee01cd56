from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from dashboard.views.duty import DutyPage, Reader, duty_page
from data_access.exemptions import Exemption, ExemptionKind
from data_access.moments import HANOI
from data_access.programme_versions import ProgrammeVersion
from data_access.programmes import programme_from_text
from data_access.progress_reports import TaskWords
from data_access.queries.duty_story import DutyStory, Handed, Told, Words
from data_access.reminders import Way
from scoring.obligations import DutyKey, Extension, State
from tests.dashboard.views.standings_by_hand import SCENE, standing

TEXT = """\
programme: KH
title: Kế hoạch năm 2024
issuer: tinh
year: 2024
number: 01-KH/BCĐ
adopted: 2024-01-10
tasks:
  - {no: "4", title: Kiểm tra tại cơ sở, directs: Trưởng Ban, carries_out: Ban Dân vận,
     when: trước ngày 10/6/2024, debtors: {kinds: [ban-chi-dao-huyen]}}
reports:
  - {form: tu-cham, title: Bảng tự chấm điểm, due_days_after: 12,
     debtors: {kinds: [ban-chi-dao-huyen]}}
"""
PROGRAMME, _ = programme_from_text(TEXT)
NOON = datetime(2022, 10, 20, 12, tzinfo=HANOI)
LATE = standing("A", State.OVERDUE, days_late=15, task="4", offices=("truong-ban",))
ALLOWED = ("Thiên tai", "Trưởng Ban", "15-CV/BCĐ", "Tổ Giúp việc")
MORE = Extension(date(2022, 10, 20), date(2022, 10, 12), *ALLOWED)
DECIDES = Reader(decides=True, sees_files=True, hands_in=True, reminds=True)
TITLES = {"truong-ban": "Trưởng Ban (Nguyễn Văn A)"}


def story(one=LATE, **more) -> DutyStory:
    task = PROGRAMME.tasks[0]
    around = (date(2024, 6, 9), date(2024, 6, 7), date(2024, 6, 10))
    words = Words(PROGRAMME, task, PROGRAMME.timing_of(task), around)
    version = ProgrammeVersion(1, "KH", "", PROGRAMME, TEXT, None, "", NOON, NOON)
    told = DutyStory(one, words, (), (version,), (), (), ())
    return replace(told, **more)


def shown(told: DutyStory, reader: Reader = DECIDES) -> DutyPage:
    return duty_page(told, reader, SCENE, TITLES)


def test_it_says_what_was_printed_how_it_was_read_and_which_days_there_were() -> None:
    lines = dict(shown(story()).lines)
    assert lines["Thời gian ghi trong văn bản"] == "“trước ngày 10/6/2024”"
    assert "hôm trước" in lines["Cách đọc"] and "09/06/2024" in lines["Cách đọc"]
    assert lines["Rơi vào ngày nghỉ"] == (
        "ngày 09/06/2024; ngày làm việc liền trước 07/06/2024, liền sau 10/06/2024"
    )
    assert lines["Chương trình, kế hoạch"] == "Kế hoạch năm 2024, số 01-KH/BCĐ ngày 10/01/2024"
    assert lines["Chỉ đạo"] == "Trưởng Ban (Nguyễn Văn A)"
    assert lines["Tham mưu, thực hiện"] == "Ban Dân vận"


def test_the_first_day_stays_beside_the_extension_with_who_allowed_it_and_why() -> None:
    owed = replace(LATE.obligation, extensions=(MORE,))
    view = shown(story(replace(LATE, obligation=owed, last_day=MORE.until)))
    lines = dict(view.lines)
    assert lines["Hạn"] == "20/10/2022 (hạn đầu 12/10/2022)"
    assert lines["Gia hạn"] == ("đến 20/10/2022, Trưởng Ban cho phép, 15-CV/BCĐ; lý do: Thiên tai")
    granted = ("Gia hạn đến 20/10/2022", "Thiên tai; Trưởng Ban cho phép; 15-CV/BCĐ")
    assert ("12/10/2022", *granted, "Tổ Giúp việc") in rows(view)


def rows(view: DutyPage) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in view.history.rows]


def test_the_history_tells_everything_in_order() -> None:
    scope = DutyKey("KH", "A", "4", "", "2022-Q3")
    exempted = Exemption(scope, ExemptionKind.EXEMPT, "Giải thể", "QĐ 5", "Thư ký", NOON)
    handed = Handed(7, "2022-Q3", NOON.replace(day=25), "12/2022", None, None, NOON.replace(day=26))
    told = Told(date(2022, 10, 13), Way.ZALO, "Thư ký")
    view = shown(story(exemptions=(exempted,), reminders=(told,), returns=(handed,)))
    assert rows(view) == [
        ("13/10/2022", "Nhắc qua Zalo", "", "Thư ký"),
        ("20/10/2022", "Ghi không phải thực hiện", "Giải thể; QĐ 5", "Thư ký"),
        ("25/10/2022", "Báo cáo tiến độ quý III năm 2022", "phiếu tiếp nhận số 12/2022", ""),
        ("26/10/2022", "Trả lại để sửa", "phiếu tiếp nhận số 12/2022", ""),
        ("10/01/2024", "Ban hành chương trình", "01-KH/BCĐ", ""),
    ]


def test_a_progress_report_says_how_far_the_task_was_and_who_handed_it_in() -> None:
    doing = TaskWords("doing", None, Decimal("82.5"), "Đã dự thảo", "Thiếu kinh phí")
    done = TaskWords("done", date(2022, 10, 24), Decimal(100), "Kế hoạch 05-KH/BCĐ")
    handed = Handed(7, "2022-Q3", NOON, "12/2022", None, None, None, "Lê Văn C")
    given = (replace(handed, said=doing), replace(handed, said=done))
    assert [row[2:] for row in rows(shown(story(returns=given)))[:2]] == [
        (
            "Đang triển khai, làm được 82,5 %; Đã dự thảo; khó khăn, đề xuất: Thiếu kinh phí; "
            "phiếu tiếp nhận số 12/2022",
            "Lê Văn C",
        ),
        (
            "Đã hoàn thành ngày 24/10/2022; Kế hoạch 05-KH/BCĐ; phiếu tiếp nhận số 12/2022",
            "Lê Văn C",
        ),
    ]


def test_nothing_is_counted_of_what_is_met_or_not_owed() -> None:
    for state in (State.EXEMPT, State.NOT_ARISEN, State.ON_TIME, State.LATE):
        assert shown(story(standing("A", state, task="4"))).since == ""
    assert shown(story()).since == "quá 15 ngày"


def test_files_are_linked_for_those_who_may_open_them() -> None:
    handed = Handed(7, "2022-Q3", NOON, "12/2022", None, None, None)
    told = story(replace(LATE, proof=7), returns=(handed,))
    for reader, linked in ((DECIDES, True), (Reader(), False)):
        view = shown(told, reader)
        assert (view.history.rows[0].cells[1].link is not None) is linked
        assert ("Tải báo cáo chứng minh" in dict(view.ways)) is linked


def test_more_time_only_for_what_is_open_has_a_day_and_by_whoever_decides() -> None:
    done, undated = (
        standing("A", State.ON_TIME, task="4"),
        standing("A", State.NO_DEADLINE, due=None),
    )
    assert shown(story()).may_extend
    assert not shown(story(), Reader()).may_extend
    assert not shown(story(done)).may_extend
    assert not shown(story(undated)).may_extend
    assert shown(story(undated)).may_exempt
    assert not shown(story(replace(LATE, closed=True))).may_exempt


def test_lifted_is_what_holds_in_exactly_its_scope() -> None:
    scope = DutyKey("KH", "A", "", "", "")
    said = Exemption(scope, ExemptionKind.EXEMPT, "Giải thể", "", "Thư ký", NOON)
    lifted = replace(said, kind=ExemptionKind.LIFTED)
    assert shown(story(exemptions=(said,))).lifts == ((scope, "cả chương trình: Giải thể"),)
    assert shown(story(exemptions=(said, lifted))).lifts == ()


def test_the_ways_on_are_those_the_reader_may_go() -> None:
    assert list(dict(shown(story()).ways)) == [
        "Về danh sách quá hạn",
        "Việc khác của đơn vị",
        "Nộp báo cáo",
        "Soạn tin nhắc",
    ]
    assert "Nộp báo cáo" not in dict(shown(story(), Reader()).ways)


def test_a_report_without_words_says_how_its_day_is_reckoned() -> None:
    words = Words(PROGRAMME, PROGRAMME.reports[0], None, None)
    view = shown(story(standing("A", State.OVERDUE, days_late=3), words=words))
    assert dict(view.lines)["Cách tính hạn"] == "12 ngày sau ngày cuối kỳ"


def test_what_was_taken_over_names_the_unit_that_ended() -> None:
    view = duty_page(story(), Reader(), SCENE, {}, "Huyện cũ")
    assert dict(view.lines)["Đơn vị thực hiện"] == "Ban Chỉ đạo A, nhận lại từ Huyện cũ"


def test_a_recommendation_has_no_programme_and_leads_to_its_inspection() -> None:
    owed = replace(LATE.obligation, programme="kiem-tra-3", task="kn-5", title="Niêm yết đủ")
    one = replace(LATE, obligation=owed, programme="Kiểm tra năm 2022")
    view = shown(story(one, words=None, versions=()))
    assert view.heading.title == "Kiến nghị: Niêm yết đủ"
    assert "Kiểm tra, kiến nghị" in dict(view.ways)
    assert dict(view.lines)["Chương trình, kế hoạch"] == "Kiểm tra năm 2022"

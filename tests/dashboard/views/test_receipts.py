from dataclasses import replace
from datetime import date

from dashboard.views.document import FIELDS, NUMBER, remarks
from dashboard.views.issues import SHOWN, issue_table
from dashboard.views.names import Names
from dashboard.views.receipts import CORRECT_THE_COPY, NO_RECEIPT, outcome, verified
from data_access.document_heads import DocumentHead
from data_access.handing import Arrival, Channel
from scoring.issues import Code, Where, issue
from tests.dashboard.views.returns_by_hand import ENTRY, MISSING, NAMES

HEAD = DocumentHead("12-KH/BCĐ", date(2022, 4, 5), "Nguyễn Văn An", "Kế hoạch năm 2022")


def test_an_accepted_file_has_a_receipt_with_its_number_moment_and_fingerprint() -> None:
    view = outcome(ENTRY, NAMES)
    assert view.title == "Phiếu tiếp nhận số 0007/2022/PTN"
    said = dict(view.receipt)
    assert said["Nhận lúc"] == "09:05 ngày 11/10/2022"
    assert said["Đơn vị"] == "Huyện A"
    assert said["Mã kiểm tra (SHA-256)"] == "ab" * 32
    assert not {"Ghi nhận trên máy chủ", "Số liệu", "Đến cơ quan", "Nơi nhận"} & set(said)
    assert [words for words, _ in view.files] == [
        "Tải tệp đã nộp",
        "Tải phiếu tiếp nhận",
        "Quá trình, minh chứng",
    ]


def test_how_it_came_who_sent_it_and_who_receives_it_are_said() -> None:
    entry = replace(
        ENTRY,
        sent_by="Tổ Giúp việc",
        estimate=True,
        arrival=Arrival(date(2022, 10, 10), "45", Channel.PAPER),
        receivers=("Phòng Nội vụ", "Ban Dân vận"),
        identified_by_person=True,
    )
    names = Names(NAMES.forms, NAMES.units, {"Tổ Giúp việc": set(), "Ban Chỉ đạo A": {"a"}})
    said = dict(outcome(entry, names).receipt)
    assert said["Đến cơ quan"] == "số đến 45, ngày đến 10/10/2022, bản giấy"
    assert "Ngày tính hạn" not in said, "nothing is known of a programme"
    assert said["Người nộp"] == "Tổ Giúp việc nộp thay"
    assert said["Nơi nhận"] == "Phòng Nội vụ, Ban Dân vận"
    assert said["Số liệu"].startswith("Ước")
    assert "xác nhận" in said["Nhận dạng"]
    assert dict(outcome(ENTRY, names).receipt)["Người nộp"] == "Ban Chỉ đạo A"


def test_of_two_days_the_slip_says_which_one_counts() -> None:
    entry = replace(ENTRY, arrival=Arrival(date(2022, 10, 10), "45", Channel.PAPER))
    for counted, words in (
        (date(2022, 10, 10), "10/10/2022: chương trình, kế hoạch tính theo ngày đến"),
        (date(2022, 10, 11), "11/10/2022: chương trình, kế hoạch tính theo ngày máy chủ nhận"),
    ):
        said = dict(outcome(replace(entry, counted_on=counted), NAMES).receipt)
        assert said["Ngày tính hạn"] == words


def test_a_refused_file_offers_the_marked_copy_first() -> None:
    view = outcome(replace(ENTRY, accepted=False, receipt=None, issues=(MISSING,)), NAMES)
    assert not view.accepted
    assert [words for words, _ in view.files] == ["Tải bản đánh dấu", "Tải tệp đã gửi"]
    assert view.said == CORRECT_THE_COPY
    assert outcome(ENTRY, NAMES).said == ""
    assert view.issues is not None
    assert view.issues.rows[0].cells[0].text.startswith("Trang tính “Biểu 01”, ô D17")


def test_a_file_refused_without_issues_says_why_it_may_be() -> None:
    said = dict(outcome(replace(ENTRY, accepted=False, receipt=None), NAMES).receipt)
    assert "không đúng biểu, đơn vị, kỳ" in said["Lý do"]


def test_a_document_s_remarks_stand_at_its_fields_and_not_twice() -> None:
    wrong = issue(Where(label=NUMBER), Code.DOCUMENT_NUMBER, value="abc")
    entry = replace(ENTRY, file_name="a.pdf", accepted=False, receipt=None, issues=(wrong,))
    assert "abc" in remarks(entry)[NUMBER]
    assert outcome(entry, NAMES, None, frozenset(FIELDS)).issues is None
    assert "Tải bản đánh dấu" not in dict(outcome(entry, NAMES).files)
    assert not remarks(None) and not remarks(ENTRY)


def test_a_signed_document_shows_its_head() -> None:
    said = dict(outcome(ENTRY, NAMES, HEAD).receipt)
    assert (said["Số, ký hiệu"], said["Ngày ký"]) == ("12-KH/BCĐ", "05/04/2022")


def test_the_first_fifty_are_shown_and_the_rest_counted() -> None:
    table = issue_table((MISSING,) * (SHOWN + 3))
    assert table is not None
    assert len(table.rows) == SHOWN
    assert table.title == "53 nội dung cần sửa"
    assert "3" in table.notes[0]
    assert issue_table(()) is None


def test_the_slips_of_a_file_are_listed_or_their_absence_said() -> None:
    assert verified((), "a.xlsx", NAMES).said == NO_RECEIPT
    view = verified((ENTRY,), "a.xlsx", NAMES)
    assert view.table is not None
    assert view.table.rows[0].cells[0].text == "Số 0007/2022/PTN"

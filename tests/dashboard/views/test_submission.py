from dataclasses import replace
from datetime import datetime

from dashboard.views.submission import SHOWN, asked, history, issue_table, outcome
from data_access.moments import HANOI
from data_access.queries.returns import SubmissionEntry
from scoring.issues import Code, Where, issue
from scoring.obligations import State
from tests.dashboard.views.standings_by_hand import QUARTER, SCENE, standing

AT = datetime(2022, 10, 11, 9, 5, tzinfo=HANOI)
FORMS = {"tu-cham": "Bảng tự chấm điểm"}
ENTRY = SubmissionEntry(
    7,
    "bieu.xlsx",
    "ab" * 32,
    True,
    True,
    "0007/2022/PTN",
    AT,
    AT,
    "tu-cham",
    "a",
    QUARTER,
    "Ban Chỉ đạo A",
    (),
)
MISSING = issue(Where("Biểu 01", "D17", "Số hồ sơ"), Code.MISSING_VALUE, heading="Số liệu")


def test_the_form_not_handed_in_yet_is_asked_first() -> None:
    done, open_ = standing("A", State.ON_TIME), standing("A", State.OVERDUE, days_late=3)
    progress = replace(open_, obligation=replace(open_.obligation, form="tien-do"))
    view = asked((done, progress), "Ba Tơ", None, QUARTER, SCENE)
    assert view.form == "tien-do"
    assert view.due == "hạn nộp 12/10/2022, trễ 3 ngày"
    assert asked((done, progress), "Ba Tơ", "tu-cham", QUARTER, SCENE).form == "tu-cham"


def test_a_unit_that_owes_nothing_is_told_so() -> None:
    assert asked((), "Ba Tơ", None, QUARTER, SCENE).instead


def test_an_accepted_file_has_a_receipt_with_its_number_moment_and_fingerprint() -> None:
    view = outcome(ENTRY, FORMS, {"a": "Huyện A"})
    assert view.title == "Phiếu tiếp nhận số 0007/2022/PTN"
    said = dict(view.receipt)
    assert said["Nhận lúc"] == "09:05 ngày 11/10/2022"
    assert said["Đơn vị"] == "Huyện A"
    assert said["Mã kiểm tra (SHA-256)"] == "abababababababab…"
    assert "Ghi nhận trên máy chủ" not in said
    assert [words for words, _ in view.files] == ["Tải tệp đã nộp"]


def test_a_refused_file_offers_the_marked_copy_first() -> None:
    view = outcome(replace(ENTRY, accepted=False, receipt=None, issues=(MISSING,)), FORMS, {})
    assert not view.accepted
    assert [words for words, _ in view.files] == ["Tải bản đánh dấu", "Tải tệp đã nộp"]
    assert view.issues is not None
    assert view.issues.rows[0].cells[0].text.startswith("Trang tính “Biểu 01”, ô D17")


def test_the_first_fifty_are_shown_and_the_rest_counted() -> None:
    table = issue_table((MISSING,) * (SHOWN + 3))
    assert table is not None
    assert len(table.rows) == SHOWN
    assert table.title == "53 nội dung cần sửa"
    assert "3" in table.notes[0]
    assert issue_table(()) is None


def test_the_history_says_which_file_counts() -> None:
    older = replace(ENTRY, id=6, in_force=False)
    table = history((ENTRY, older), FORMS)
    assert table is not None
    assert [row.cells[2].detail for row in table.rows] == [
        "Đang dùng để tính",
        "Đã có lần nộp mới hơn",
    ]
    assert history((), FORMS) is None

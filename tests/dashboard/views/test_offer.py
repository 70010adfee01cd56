from dataclasses import replace

from dashboard.views.batch import batch
from dashboard.views.offer import SHOWN, change_table, offer
from tests.dashboard.views.returns_by_hand import CHANGE, ENTRY, MARK, MISSING, NAMES, offered


def test_a_clean_offer_is_handed_in_by_one_press() -> None:
    view = offer(offered(), NAMES, arrival=False)
    assert view.confirmation is not None
    assert (view.confirmation.numbers, view.confirmation.button) == ((9,), "Nộp")
    assert dict(view.lines)["Đã đọc"] == "12 nội dung trả lời"
    assert "Chưa có bản nào" in view.said


def test_it_says_what_will_change_of_the_version_in_force() -> None:
    view = offer(offered(replaces=ENTRY, compared_with=7, changes=(CHANGE,)), NAMES, arrival=False)
    assert view.changes is not None
    assert [cell.text for cell in view.changes.rows[0].cells] == [
        "Biểu 01, ô D17",
        "Số vụ",
        "3",
        "5",
    ]
    assert "0007/2022/PTN" in view.said


def test_an_offer_overtaken_by_another_version_cannot_be_pressed() -> None:
    view = offer(offered(replaces=ENTRY, compared_with=None), NAMES, arrival=False)
    assert view.confirmation is None
    assert "đã được thay" in view.said
    assert view.files[0][0] == "Xem bản mới nhất"


def test_an_identity_only_recognised_is_asked_for() -> None:
    view = offer(offered(recognised=MARK), NAMES, arrival=True)
    assert view.confirmation is not None
    question = view.confirmation.question
    expected = "biểu “Bảng tự chấm điểm”, đơn vị Huyện A, quý III năm 2022?"
    assert question.endswith(f"Có phải là {expected}")
    assert view.confirmation.confirmed == MARK
    assert view.confirmation.arrival


def test_what_has_errors_cannot_be_handed_in() -> None:
    view = offer(offered(issues=(MISSING,), clean=False), NAMES, arrival=False)
    assert view.confirmation is None
    assert view.issues is not None


def test_many_changes_are_counted() -> None:
    table = change_table((CHANGE,) * (SHOWN + 4), "Thay đổi")
    assert table is not None
    assert table.title == "Thay đổi: 54 ô"
    assert table.notes == ("Còn 4 thay đổi nữa.",)


def test_of_several_files_only_the_sure_ones_go_together() -> None:
    previews = (
        offered(1),
        offered(2, recognised=MARK),
        offered(3, replaces=ENTRY),
        offered(4, issues=(MISSING,), clean=False),
        replace(offered(5), entry=ENTRY),
    )
    view = batch(previews, NAMES, arrival=False)
    assert view.confirmation is not None
    assert view.confirmation.numbers == (1,)
    assert view.confirmation.shown == (1, 2, 3, 4, 7)
    assert view.confirmation.file_names == ("bieu-1.xlsx",)
    assert view.table.title == "5 tệp, 1 đã tiếp nhận, 2 chờ nộp, 2 chưa nhận được"
    assert [row.cells[3].text for row in view.table.rows] == [
        "Hợp lệ, chưa nộp",
        "Cần xác nhận biểu, đơn vị, kỳ",
        "Bản đang dùng đã được thay",
        "1 nội dung cần sửa",
        "Phiếu tiếp nhận số 0007/2022/PTN",
    ]

from dashboard.return_markup import feed as drawn
from dashboard.views.feed import feed, sent_back
from dashboard.views.table import Link
from data_access.feeds import FeedItem, FeedKind
from tests.dashboard.views.returns_by_hand import AT, item

HANDED_IN = item(FeedKind.HANDED_IN, "0007/2022/PTN")
BACK = (
    item(FeedKind.SENT_BACK, "Đề nghị rà soát."),
    item(FeedKind.SENT_BACK, "Chưa khớp Biểu III", "1.in_period"),
)


def test_one_decision_is_one_entry_with_its_remarks() -> None:
    entries = feed((HANDED_IN, *BACK), {})
    assert [one.title for one in entries] == [
        "Nộp, phiếu tiếp nhận số 0007/2022/PTN",
        "Trả lại để sửa phiếu số 0007/2022/PTN",
    ]
    assert entries[1].said == "Đề nghị rà soát."
    assert entries[1].remarks == (("Số vụ", "Chưa khớp Biểu III"),)
    assert entries[1].alarm


def test_a_file_is_attached_to_a_row_in_words() -> None:
    attached = FeedItem(AT, AT, "A", FeedKind.EVIDENCE, None, "1.2", "1.2", "qd.pdf")
    assert feed((attached,), {"1.2": "1.2 Ban hành kế hoạch"})[0].remarks == (
        ("1.2 Ban hành kế hoạch", "qd.pdf"),
    )


def test_the_unit_sees_why_the_version_in_force_was_sent_back() -> None:
    view = sent_back((HANDED_IN, *BACK), 7)
    assert view is not None
    assert view.reason == "Đề nghị rà soát."
    assert view.remarks == (("Số vụ", "Chưa khớp Biểu III"),)


def test_a_new_version_or_an_acceptance_ends_it() -> None:
    assert sent_back((HANDED_IN, *BACK), 8) is None
    assert sent_back((*BACK, item(FeedKind.ACCEPTED)), 7) is None
    assert sent_back((), None) is None


def test_people_s_words_are_never_markup() -> None:
    entries = feed((item(FeedKind.COMMENT, "<script>alert(1)</script>"),), {})
    html = drawn(entries, _nowhere)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def _nowhere(_link: Link) -> str:
    return "#"

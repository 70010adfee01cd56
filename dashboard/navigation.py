"""The pages: their address, their title, the script that draws them, and whose list they are in."""

from dataclasses import dataclass

from data_access.accounts import APPRAISES, DECIDES, KEEPS_HOUSE, SEES_ALL, SUBMITS, Role

EVERYBODY = frozenset(Role)


@dataclass(frozen=True)
class Entry:
    """`roles` only shorten the list at the side: what may be seen and done, queries and actions
    say."""

    address: str
    title: str
    script: str
    roles: frozenset[Role] = EVERYBODY


ENTRIES = (
    Entry("", "Tổng quan", "pages/overview.py"),
    Entry("ban-do", "Bản đồ hoàn thành", "pages/completion.py"),
    Entry("qua-han", "Nhiệm vụ quá hạn", "pages/overdue.py"),
    Entry("xep-loai", "Đánh giá, xếp loại", "pages/ranking.py"),
    Entry("phan-tich", "Độ ổn định và so sánh", "pages/analysis.py", SEES_ALL),
    Entry("nop-bao-cao", "Nộp báo cáo", "pages/submit.py", SUBMITS),
    Entry("qua-trinh", "Quá trình báo cáo", "pages/process.py", SUBMITS | SEES_ALL),
    Entry("tong-hop", "Tổng hợp số liệu", "pages/consolidation.py", SUBMITS | SEES_ALL),
    Entry("tham-tra", "Thẩm tra báo cáo", "pages/review.py", DECIDES),
    Entry("tham-dinh", "Thẩm định điểm", "pages/appraisal.py", APPRAISES),
    Entry("so-theo-doi", "Sổ theo dõi", "pages/registers.py", SUBMITS | SEES_ALL),
    Entry("bang-tieu-chi", "Bảng tiêu chí", "pages/criteria.py"),
    Entry("bieu-mau", "Biểu mẫu", "pages/forms.py", KEEPS_HOUSE),
)

"""The pages: their address, their title, the script that draws them, and whose list they are in."""

from dataclasses import dataclass
from enum import StrEnum

from data_access.accounts import APPRAISES, DECIDES, KEEPS_HOUSE, SEES_ALL, SUBMITS, Role

EVERYBODY = frozenset(Role)
REMINDS = DECIDES | {Role.MEMBER}


class Section(StrEnum):
    """What a page is for: the headings of the list at the side, in this order."""

    TODAY = "Hôm nay"
    RETURNS = "Báo cáo"
    SCORES = "Chấm điểm"
    PROGRAMME = "Chương trình"
    KEEPING = "Danh mục"


@dataclass(frozen=True)
class Entry:
    """`roles` only shorten the list at the side: what may be seen and done, queries and actions
    say."""

    address: str
    title: str
    script: str
    section: Section
    roles: frozenset[Role] = EVERYBODY


ENTRIES = (
    Entry("", "Tổng quan", "pages/overview.py", Section.TODAY),
    Entry("ban-do", "Bản đồ hoàn thành", "pages/completion.py", Section.TODAY),
    Entry("cua-toi", "Của tôi", "pages/own.py", Section.TODAY),
    Entry("qua-han", "Nhiệm vụ quá hạn", "pages/overdue.py", Section.TODAY),
    Entry("soan-tin", "Soạn tin nhắc việc", "pages/message.py", Section.TODAY, REMINDS),
    Entry("nhac-viec", "Nhắc việc", "pages/reminders.py", Section.TODAY, REMINDS | SUBMITS),
    # Opened from a row of the lists, never from the side.
    Entry("viec", "Chi tiết một việc", "pages/duty.py", Section.TODAY, frozenset()),
    Entry("nop-bao-cao", "Nộp báo cáo", "pages/submit.py", Section.RETURNS, SUBMITS),
    Entry(
        "qua-trinh", "Quá trình báo cáo", "pages/process.py", Section.RETURNS, SUBMITS | SEES_ALL
    ),
    Entry("tham-tra", "Thẩm tra báo cáo", "pages/review.py", Section.RETURNS, DECIDES),
    Entry(
        "tong-hop",
        "Tổng hợp số liệu",
        "pages/consolidation.py",
        Section.RETURNS,
        SUBMITS | SEES_ALL,
    ),
    Entry("xep-loai", "Đánh giá, xếp loại", "pages/ranking.py", Section.SCORES),
    Entry("tham-dinh", "Thẩm định điểm", "pages/appraisal.py", Section.SCORES, APPRAISES),
    Entry("phan-tich", "Độ ổn định và so sánh", "pages/analysis.py", Section.SCORES, SEES_ALL),
    Entry("so-theo-doi", "Sổ theo dõi", "pages/registers.py", Section.SCORES, SUBMITS | SEES_ALL),
    Entry("bang-tieu-chi", "Bảng tiêu chí", "pages/criteria.py", Section.SCORES),
    Entry("chuong-trinh", "Chương trình, kế hoạch", "pages/programmes.py", Section.PROGRAMME),
    Entry("tien-do", "Tiến độ chương trình", "pages/progress.py", Section.PROGRAMME),
    Entry("day-du", "Mức độ đầy đủ", "pages/completeness.py", Section.PROGRAMME),
    Entry(
        "so-cong-khai",
        "Sổ công khai, hồ sơ",
        "pages/disclosure.py",
        Section.PROGRAMME,
        SUBMITS | SEES_ALL,
    ),
    Entry(
        "kiem-tra",
        "Kiểm tra",
        "pages/inspections.py",
        Section.PROGRAMME,
        SUBMITS | SEES_ALL | {Role.MEMBER},
    ),
    Entry("lich-lam-viec", "Lịch làm việc", "pages/calendar.py", Section.KEEPING),
    Entry("don-vi", "Đơn vị, chức danh, địa bàn", "pages/people.py", Section.KEEPING),
    Entry("bieu-mau", "Biểu mẫu", "pages/forms.py", Section.KEEPING, KEEPS_HOUSE),
)


def by_section(role: Role) -> tuple[tuple[Section, tuple[Entry, ...]], ...]:
    """The list at the side for this role; a section with nothing in it is left out."""
    found = (
        (section, tuple(one for one in ENTRIES if one.section is section and role in one.roles))
        for section in Section
    )
    return tuple((section, entries) for section, entries in found if entries)

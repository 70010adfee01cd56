"""The pages: their address, their title and the script that draws them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    address: str
    title: str
    script: str


ENTRIES = (
    Entry("", "Tổng quan", "pages/overview.py"),
    Entry("ban-do", "Bản đồ hoàn thành", "pages/completion.py"),
    Entry("qua-han", "Nhiệm vụ quá hạn", "pages/overdue.py"),
    Entry("xep-loai", "Đánh giá, xếp loại", "pages/ranking.py"),
    Entry("nop-bao-cao", "Nộp báo cáo", "pages/submit.py"),
)

"""How a programme stands in a workbook: sheets, columns, and the words in their cells.

Writing and reading follow the same columns, so that what is written reads back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

GENERAL_SHEET = "Chung"
TASKS_SHEET = "Nhiệm vụ"
REPORTS_SHEET = "Báo cáo"
DOCUMENTS_SHEET = "Văn bản"
NOTES_SHEET = "Ghi chú"
EXEMPT_SHEET = "Không áp dụng"
# For people only; not read.
GUIDE_SHEET = "Hướng dẫn"
LISTS_SHEET = "Danh mục"


class Holds(Enum):
    """What a cell holds. LINES: several texts, each on its line or parted by semicolons; WHEN:
    words about time, or a day; DAYS: a day for each of several periods."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    WORD = "word"
    FLAG = "flag"
    LINES = "lines"
    UNIT = "unit"
    UNITS = "units"
    DEBTORS = "debtors"
    PERIODS = "periods"
    WHEN = "when"
    DAYS = "days"
    SENT_BACK = "sent_back"


@dataclass(frozen=True)
class SheetColumn:
    """A column, or a row of the first sheet. `words`: how a word of the data file is written;
    `required`: a row without it is not understood."""

    key: str
    heading: str
    holds: Holds
    width: int = 14
    words: Mapping[str, str] = field(default_factory=dict)
    required: bool = False


PERIODS = {
    "Q1": "Quý I",
    "Q2": "Quý II",
    "Q3": "Quý III",
    "Q4": "Quý IV",
    "Y": "Cả năm",
}
LATENESS = {"server": "Ngày hệ thống nhận", "arrival": "Ngày đến"}
BEFORE = {"excluded": "Không gồm ngày đó", "included": "Gồm cả ngày đó"}
ROLL = {
    "keep": "Giữ nguyên",
    "next": "Ngày làm việc liền sau",
    "previous": "Ngày làm việc liền trước",
}
TRACK = {"xa": "Xã, phường, đặc khu", "co-quan": "Cơ quan, đơn vị", "doanh-nghiep": "Doanh nghiệp"}
YES_NO = {True: "Có", False: "Không"}
KEEPS = "Không tính lại hạn"
SENT_BACK_COUNTS = {"working": "ngày làm việc", "calendar": "ngày"}

GENERAL = (
    SheetColumn("programme", "Mã (để trống: hệ thống tự đặt)", Holds.TEXT),
    SheetColumn("title", "Tên chương trình, kế hoạch", Holds.TEXT, required=True),
    SheetColumn("issuer", "Đơn vị ban hành", Holds.UNIT, required=True),
    SheetColumn("year", "Năm", Holds.NUMBER, required=True),
    SheetColumn("number", "Số, ký hiệu", Holds.TEXT),
    SheetColumn("adopted", "Ngày ban hành", Holds.DAY),
    SheetColumn("receivers", "Nơi nhận báo cáo", Holds.LINES),
    SheetColumn("receiver_units", "Đơn vị nhận báo cáo (có trong Danh mục)", Holds.UNITS),
    SheetColumn("lateness", "Nộp trễ tính theo", Holds.WORD, words=LATENESS),
    SheetColumn("before", "“Trước ngày” nghĩa là", Holds.WORD, words=BEFORE),
    SheetColumn("roll", "Hạn rơi vào ngày nghỉ", Holds.WORD, words=ROLL),
    SheetColumn("sent_back", "Thời hạn sửa báo cáo bị trả lại", Holds.SENT_BACK),
)

_DIRECTION = (
    SheetColumn("offices", "Mã chức danh chỉ đạo", Holds.LINES, 14),
    SheetColumn("track", "Loại hình cơ sở", Holds.WORD, 16, TRACK),
    SheetColumn("before", "“Trước ngày” nghĩa là", Holds.WORD, 16, BEFORE),
    SheetColumn("roll", "Hạn rơi vào ngày nghỉ", Holds.WORD, 16, ROLL),
)

TASK_COLUMNS = (
    SheetColumn("no", "Số thứ tự", Holds.TEXT, 8, required=True),
    SheetColumn("title", "Nội dung nhiệm vụ", Holds.TEXT, 50, required=True),
    SheetColumn("directs", "Người chỉ đạo", Holds.TEXT, 24),
    SheetColumn("carries_out", "Tham mưu, thực hiện (như văn bản)", Holds.TEXT, 30),
    SheetColumn("debtors", "Giao cho", Holds.DEBTORS, 30),
    SheetColumn("when", "Thời gian thực hiện (như văn bản)", Holds.TEXT, 26),
    SheetColumn("source", "Căn cứ", Holds.TEXT, 24),
    *_DIRECTION,
    SheetColumn("anchor", "Thời hạn tính từ ngày", Holds.DAY, 14),
    SheetColumn("due", "Hạn do người đọc ấn định", Holds.DAY, 14),
    SheetColumn("due_note", "Lý do ấn định", Holds.TEXT, 24),
    SheetColumn("added", "Bổ sung từ ngày", Holds.DAY, 14),
    SheetColumn("follows", "Thực hiện nhiệm vụ số", Holds.TEXT, 12),
)

REPORT_COLUMNS = (
    SheetColumn("form", "Mã biểu", Holds.TEXT, 16, required=True),
    SheetColumn("title", "Tên báo cáo", Holds.TEXT, 40, required=True),
    SheetColumn("debtors", "Giao cho", Holds.DEBTORS, 30),
    SheetColumn("periods", "Kỳ báo cáo", Holds.PERIODS, 20),
    *(
        SheetColumn(f"when.{mark}", f"Hạn {word[:1].lower()}{word[1:]}", Holds.WHEN, 20)
        for mark, word in PERIODS.items()
    ),
    SheetColumn("due_days_after", "Số ngày sau khi hết kỳ", Holds.NUMBER, 12),
    SheetColumn("lock_days_after", "Chốt số liệu sau (ngày)", Holds.NUMBER, 12),
    SheetColumn("cut_off", "Số liệu tính đến ngày", Holds.DAYS, 24),
    SheetColumn("on_request", "Chỉ nộp khi có yêu cầu", Holds.FLAG, 12),
    SheetColumn("directs", "Người chỉ đạo", Holds.TEXT, 24),
    SheetColumn("source", "Căn cứ", Holds.TEXT, 24),
    *_DIRECTION,
)

# On a sheet of several lists the first column says to which of them the row belongs.
SECTION = "section"
DOCUMENTS = {"under": "Văn bản cấp trên", "amendments": "Sửa đổi, bổ sung"}
NOTES = {"flags": "Điểm cần lưu ý", "figures": "Số liệu kèm theo"}

DOCUMENT_COLUMNS = (
    SheetColumn(SECTION, "Loại", Holds.WORD, 18, DOCUMENTS, required=True),
    SheetColumn("number", "Số, ký hiệu", Holds.TEXT, 22),
    SheetColumn("dated", "Ngày văn bản", Holds.DAY, 14),
    SheetColumn("issuer", "Cơ quan ban hành", Holds.TEXT, 34),
    SheetColumn("title", "Trích yếu", Holds.TEXT, 60),
    SheetColumn("programme", "Mã chương trình trong hệ thống", Holds.TEXT, 20),
)
NOTE_COLUMNS = (
    SheetColumn(SECTION, "Loại", Holds.WORD, 18, NOTES, required=True),
    SheetColumn("name", "Vị trí, hoặc mã số liệu", Holds.TEXT, 26),
    SheetColumn("text", "Như in trong văn bản, hoặc tên số liệu", Holds.TEXT, 50),
    SheetColumn("note", "Ghi chú, hoặc nơi cung cấp", Holds.TEXT, 50),
)
EXEMPT_COLUMNS = (
    SheetColumn("unit", "Đơn vị", Holds.UNIT, 40, required=True),
    SheetColumn("task", "Nhiệm vụ số (để trống: tất cả)", Holds.TEXT, 16),
    SheetColumn("form", "Mã biểu (để trống: tất cả)", Holds.TEXT, 16),
    SheetColumn("reason", "Lý do", Holds.TEXT, 60, required=True),
)
# What a column of a sheet of several lists is called in the data file.
NAMED = {
    "amendments": {"title": "summary"},
    "flags": {"name": "where", "text": "printed", "note": "note"},
    "figures": {"name": "key", "text": "label", "note": "source"},
}

# Each sheet with the key of its list; the last three may be missing, whoever has nothing to say
# there may throw them away.
SHEETS: Mapping[str, tuple[str, tuple[SheetColumn, ...]]] = {
    TASKS_SHEET: ("tasks", TASK_COLUMNS),
    REPORTS_SHEET: ("reports", REPORT_COLUMNS),
    DOCUMENTS_SHEET: ("", DOCUMENT_COLUMNS),
    NOTES_SHEET: ("", NOTE_COLUMNS),
    EXEMPT_SHEET: ("exempt", EXEMPT_COLUMNS),
}
NEEDED = frozenset({TASKS_SHEET})

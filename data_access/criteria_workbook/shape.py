"""How a criteria table stands in a workbook: sheets, columns, and the words in their cells.

Writing and reading follow the same columns, so that what is written reads back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from scoring.forms import Kind

TABLE_SHEET = "Bảng tiêu chí"
FIGURES_SHEET = "Số liệu"
CLASSES_SHEET = "Xếp loại"
GENERAL_SHEET = "Chung"


class Holds(Enum):
    """What a cell holds: text as typed, a number, one of some words, several of them, a value
    written as in the YAML file, or lines `key: value` with all that has no column of its own."""

    TEXT = "text"
    NUMBER = "number"
    WORD = "word"
    WORDS = "words"
    VALUE = "value"
    REST = "rest"
    # For people only; not read.
    SAID = "said"


@dataclass(frozen=True)
class SheetColumn:
    """`words`: how a word of the data file is written in the cell."""

    key: str
    heading: str
    holds: Holds
    width: int
    words: Mapping[str, str] = field(default_factory=dict)


PARTS = {"criteria": "Tiêu chí", "bonuses": "Điểm thưởng", "penalties": "Điểm trừ"}

_ABSENT = {
    "full": "đủ điểm",
    "zero": "0 điểm",
    "exclude": "không tính",
    "rescale_block": "quy đổi trong phần",
    "rescale_total": "quy đổi toàn bảng",
    "pending": "chờ",
}
_MISSING = {"pending": "chờ", "zero": "0 điểm"}
_KINDS = {
    Kind.COUNT.value: "số đếm",
    Kind.NUMBER.value: "số",
    Kind.YES_NO.value: "có/không",
    Kind.CHOICE.value: "chọn một",
}

TABLE_COLUMNS = (
    SheetColumn("part", "Phần", Holds.WORD, 12, PARTS),
    SheetColumn("level", "Cấp", Holds.NUMBER, 5),
    SheetColumn("code", "Mã", Holds.TEXT, 8),
    SheetColumn("text", "Nội dung", Holds.TEXT, 50),
    SheetColumn("max", "Điểm tối đa", Holds.NUMBER, 8),
    SheetColumn("said", "Cách chấm (bằng lời, không phải nhập)", Holds.SAID, 46),
    SheetColumn("rule.type", "Loại quy tắc", Holds.TEXT, 14),
    SheetColumn("rule", "Tham số quy tắc", Holds.REST, 44),
    SheetColumn("periods", "Kỳ chấm", Holds.WORDS, 10),
    SheetColumn("not_arisen", "Không phát sinh", Holds.WORD, 14, _ABSENT),
    SheetColumn("not_applicable", "Không áp dụng", Holds.WORD, 14, _ABSENT),
    SheetColumn("missing", "Thiếu số liệu", Holds.WORD, 10, _MISSING),
    SheetColumn("evidence", "Minh chứng", Holds.VALUE, 22),
    SheetColumn("assessor", "Đơn vị thẩm định", Holds.TEXT, 16),
    SheetColumn("article", "Căn cứ", Holds.TEXT, 22),
    SheetColumn("", "Tham số khác", Holds.REST, 34),
)

FIGURES_COLUMNS = (
    SheetColumn("owner", "Thuộc mã", Holds.TEXT, 10),
    SheetColumn("key", "Khóa", Holds.TEXT, 20),
    SheetColumn("label", "Nội dung số liệu", Holds.TEXT, 60),
    SheetColumn("kind", "Loại", Holds.WORD, 12, _KINDS),
    SheetColumn("unit", "Đơn vị tính", Holds.TEXT, 12),
    SheetColumn("least", "Ít nhất", Holds.NUMBER, 9),
    SheetColumn("most", "Nhiều nhất", Holds.NUMBER, 9),
    SheetColumn("places", "Số chữ số lẻ", Holds.NUMBER, 9),
    SheetColumn("choices", "Danh sách chọn", Holds.VALUE, 30),
    SheetColumn("absences", "Được trả lời", Holds.WORDS, 12),
    SheetColumn("source", "Nơi cung cấp", Holds.TEXT, 24),
    SheetColumn("", "Tham số khác", Holds.REST, 20),
)

# The sections of the third sheet, with what stands in Nội dung and in Hạng.
SECTIONS = {
    "classes": "Hạng",
    "vetoes": "Xếp thẳng",
    "class_caps": "Khống chế",
    "quotas": "Tỷ lệ",
    "chain": "Khi bằng điểm",
    "exempt": "Không xếp",
    "checks": "Đối chiếu",
    "calendar": "Lịch",
}
TEXT_OF = {"calendar": "step"}
CLASS_OF = {"classes": "name", "vetoes": "class", "class_caps": "at_most", "quotas": "class"}

CLASSES_COLUMNS = (
    SheetColumn("section", "Mục", Holds.WORD, 14, SECTIONS),
    SheetColumn("code", "Mã", Holds.TEXT, 8),
    SheetColumn("text", "Nội dung", Holds.TEXT, 60),
    SheetColumn("class", "Hạng", Holds.TEXT, 26),
    SheetColumn("from", "Từ điểm", Holds.NUMBER, 9),
    SheetColumn("", "Tham số", Holds.REST, 60),
)

GENERAL_COLUMNS = (
    SheetColumn("key", "Khóa", Holds.TEXT, 24),
    SheetColumn("meaning", "Ý nghĩa", Holds.SAID, 60),
    SheetColumn("value", "Giá trị", Holds.VALUE, 70),
)

# All that stands once in a table, in the order of docs/criteria.md; a part of a mapping by a dot.
GENERAL = {
    "set": "Mã bảng",
    "version": "Phiên bản",
    "title": "Tên bảng",
    "kind": "Cách đánh giá: points (điểm), pass_fail (đạt, không đạt), rank_only (chỉ xếp thứ)",
    "illustrative": "Số liệu minh họa: true hoặc false",
    "decision.number": "Số, ký hiệu văn bản ban hành",
    "decision.date": "Ngày văn bản (2022-03-24 hoặc 24/03/2022)",
    "decision.issuer": "Cơ quan ban hành",
    "in_force.from": "Có hiệu lực từ ngày",
    "in_force.to": "Hết hiệu lực sau ngày",
    "unit_kinds": "Loại đơn vị được chấm, ví dụ [ban-chi-dao-huyen]",
    "form": "Mã biểu tự chấm: tu-cham hoặc tu-cham-…",
    "max": "Tổng điểm chuẩn",
    "rounding.places": "Số chữ số lẻ của mỗi dòng điểm",
    "rounding.mode": "Cách làm tròn: half_up, half_even, down, up",
    "rounding.total_places": "Số chữ số lẻ của tổng điểm",
    "bonus_cap": "Tổng điểm thưởng tối đa",
    "penalty_cap": "Tổng điểm trừ tối đa",
    "total_cap": "Tổng điểm tối đa",
    "total_floor": "Tổng điểm tối thiểu",
    "assessor": "Mã đơn vị thẩm định chung",
    "reconsideration_days": "Số ngày được đề nghị xem xét lại sau công bố",
    "fallthrough": "Đủ điểm, thiếu điều kiện: next_lower (xếp xuống), manual (tập thể quyết định)",
    "ranking.ties": "Khi bằng điểm: shared (1-2-2-4), dense (1-2-2-3), chain (xét lần lượt)",
    "ranking.numbering": "Thứ sau các đơn vị cùng thứ: competition (1-2-2-4), dense (1-2-2-3)",
    "ranking.then": "Sau chuỗi xét: shared (đồng hạng) hoặc manual (tập thể quyết định)",
}
GENERAL_TEXTS = frozenset(
    {"set", "version", "title", "decision.number", "decision.issuer", "form", "assessor"}
)

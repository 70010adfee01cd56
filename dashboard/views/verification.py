"""What came of reckoning a publication again, in sentences."""

from collections.abc import Sequence

from data_access.comparing_documents import Difference
from data_access.verification import Verification

_PARTS = {
    "publication": "phần đầu",
    "criteria": "bảng tiêu chí",
    "facts": "số liệu",
    "document": "kết quả (điểm, thứ, căn cứ)",
    "whole": "toàn tệp",
}
_SMALL = {
    "publication": "mục {} của phần đầu",
    "criteria": "dòng {} của bảng tiêu chí",
    "facts": "số liệu của đơn vị {}",
}
_MOST_SHOWN = 5

# The last step of a path, as an office says it.
_WORDS = {
    "rank": "xếp thứ",
    "total": "tổng điểm",
    "class_name": "xếp loại",
    "class_reason": "căn cứ xếp loại",
    "note": "ghi chú",
    "reason": "căn cứ",
    "final": "điểm chính thức",
    "claimed": "điểm tự chấm",
    "appraised": "điểm thẩm định",
    "max": "điểm tối đa",
    "points": "điểm",
    "plus": "điểm thưởng",
    "minus": "điểm trừ",
    "name": "tên",
    "group": "cụm, khối",
    "period": "kỳ",
    "text": "nội dung",
    "rule": "cách chấm",
    "article": "căn cứ ban hành",
    "value": "số liệu",
    "order": "thứ tự các dòng",
}


def part_words(part: str) -> str:
    """A part of the file whose fingerprint does not fit."""
    whole, _, name = part.partition(" ")
    return _SMALL[whole].format(name) if name and whole in _SMALL else _PARTS.get(part, part)


def difference_words(found: Difference) -> str:
    """Whose, of which criterion, what: as stored and as reckoned again."""
    place = [f"đơn vị {found.unit}"] if found.unit else []
    place += [f"tiêu chí {found.criterion}"] if found.criterion else []
    last = found.what.rpartition(".")[2]
    place += [f"{_WORDS[last]} ({found.what})" if last in _WORDS else found.what or "cả mục"]
    where = ", ".join(place)
    return f"{where}: trong tệp {_shown(found.stored)}, tính lại {_shown(found.again)}"


def sentences(found: Verification) -> tuple[str, ...]:
    """Equal, or everything that must be said of why not."""
    if found.equal:
        return (
            f"Khớp: tính lại {found.units} đơn vị theo bảng tiêu chí {found.criteria}, "
            f"đúng từng chữ số như đã công bố.",
            f"Mã kiểm tra (SHA-256): {found.sha256}",
        )
    lines = ["KHÔNG khớp."]
    if found.unfit:
        lines.append(f"Mã kiểm tra không đúng ở: {_parts(found.unfit)}.")
    if found.differences:
        lines.append(f"Khác biệt đầu tiên: {difference_words(found.differences[0])}.")
    if len(found.differences) > 1:
        lines.append(f"Tất cả {len(found.differences)} khác biệt.")
    if not found.differences:
        lines.append("Tính lại từ tệp vẫn ra kết quả ghi trong tệp.")
    return tuple(lines)


def _parts(unfit: Sequence[str]) -> str:
    """The smallest parts that are named, else the large ones; not more than can be looked at."""
    small = [part for part in unfit if " " in part]
    shown = ", ".join(map(part_words, (small or unfit)[:_MOST_SHOWN]))
    more = len(small or unfit) - _MOST_SHOWN
    return f"{shown} và {more} chỗ nữa" if more > 0 else shown


def _shown(value: str | None) -> str:
    return "không có" if value is None else f"“{value}”"

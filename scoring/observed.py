"""The figures the system observes itself: their keys (docs/criteria.md, section 3) and words."""

import re
from collections.abc import Mapping

LEVELS = ("xa", "huyen", "tinh", "trung_uong", "any")

_OF_RETURNS = re.compile(r"@(days_late|working_days_late|late|missed)\.([a-z0-9-]+)")
_EARLY = re.compile(r"@(early|working_early)\.([a-z0-9-]+)\.([1-9][0-9]*)")
_RECOGNISED = re.compile(rf"@recognised\.({'|'.join(LEVELS)})")

_RETURN_WORDS = {
    "days_late": "Số ngày nộp trễ",
    "working_days_late": "Số ngày làm việc nộp trễ",
    "late": "Số lần nộp trễ",
    "missed": "Số kỳ chưa nộp",
}
_LEVEL_WORDS = {
    "xa": "cấp xã",
    "huyen": "cấp huyện",
    "tinh": "cấp tỉnh",
    "trung_uong": "cấp trung ương",
    "any": "các cấp",
}


def is_observed(key: str) -> bool:
    return any(pattern.fullmatch(key) for pattern in (_OF_RETURNS, _EARLY, _RECOGNISED))


def observed_label(key: str, labels: Mapping[str, str]) -> str:
    """The figure in Vietnamese; `labels` names the forms. A key that is none stays as it is."""
    if found := _OF_RETURNS.fullmatch(key):
        return f"{_RETURN_WORDS[found[1]]} {_form(found[2], labels)}"
    if found := _EARLY.fullmatch(key):
        day = "ngày làm việc" if found[1] == "working_early" else "ngày"
        return f"Số lần nộp {_form(found[2], labels)} sớm từ {found[3]} {day}"
    if found := _RECOGNISED.fullmatch(key):
        return f"Số mô hình Dân vận khéo được công nhận ({_LEVEL_WORDS[found[1]]})"
    return key


def _form(code: str, labels: Mapping[str, str]) -> str:
    return labels.get(code, f"biểu {code}")

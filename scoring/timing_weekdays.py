"""A day of the week that is printed beside a day: "Thứ Ba, ngày 10/6/2024" (a Monday)."""

import re
from collections.abc import Iterable
from datetime import date

from scoring.timing_left import SIGN

_NAMES = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
_NAMES |= {str(number): number - 2 for number in range(2, 8)}
_SUNDAY = 6
_NAMED = r"(?:thứ (hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)"
_BESIDE = re.compile(rf"\b{_NAMED}\b ?,? ?{SIGN}|{SIGN} ?,? ?(?:\( ?{_NAMED} ?\)|{_NAMED}\b)")


def without_weekdays(left: str) -> tuple[str, tuple[int, ...]]:
    """The words that are left beside a phrase without the weekdays; these, Monday being 0."""
    found = (next(filter(None, one), "") for one in _BESIDE.findall(left))
    return _BESIDE.sub(SIGN, left), tuple(_NAMES.get(name, _SUNDAY) for name in found)


def contradicts(weekdays: Iterable[int], day: date) -> bool:
    return any(one != day.weekday() for one in weekdays)

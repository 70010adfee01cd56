"""Reads the dates people type, day first as Vietnam writes them. Knows no cells."""

import re
from datetime import date, timedelta
from decimal import Decimal

from data_access.workbook.text import clean, plain_signs

_WEEKDAY = "(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? )?"
_DAY = rf"{_WEEKDAY}(?:ngày )?"
_TIME = r"(?:[t ,]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
_DAY_FIRST = re.compile(
    rf"{_DAY}([0-9]{{1,2}}) ?([/.-]) ?([0-9]{{1,2}}) ?\2 ?([0-9]{{4}}|[0-9]{{2}}){_TIME}"
)
_IN_WORDS = re.compile(rf"{_DAY}([0-9]{{1,2}}) tháng ([0-9]{{1,2}}),?(?: năm)? ([0-9]{{4}})")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}")

_PERIOD_WORDS = re.compile(r"quý|tháng|năm|tuần|kỳ|đầu|cuối|giữa|^q ?[1-4i]")
_PART_OF_DATE = re.compile(r"(?:[0-9]{1,2} ?[/.-] ?)?(?:19|20)[0-9]{2}|[0-9]{1,2} ?/ ?[0-9]{1,2}")

# Between these a bare number can be the serial of a day; a year or a figure is far from them.
_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
# Excel believes that 1900 was a leap year: counted from here, all later days come out right.
_DAY_ZERO_1900, _DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)


def read_date(text: str) -> date | None:
    """04/05/24 is the fourth of May: nobody here writes the month first, or means 1924."""
    parts = _year_month_day(text)
    try:
        return date(*map(int, parts)) if parts else None
    except ValueError:
        return None


def _year_month_day(text: str) -> tuple[str, str, str] | None:
    plain = clean(plain_signs(text)).strip(" .,;")
    if match := _DAY_FIRST.fullmatch(plain):
        year = match[4] if len(match[4]) == 4 else f"20{match[4]}"
        return year, match[3], match[1]
    if match := _IN_WORDS.fullmatch(plain):
        return match[3], match[2], match[1]
    match = _YEAR_FIRST.fullmatch(plain)
    return (match[1], match[3], match[4]) if match else None


def day_of_serial(serial: Decimal, *, since_1904: bool) -> date | None:
    """The day Excel keeps as this number, if anyone can have meant one."""
    zero = _DAY_ZERO_1904 if since_1904 else _DAY_ZERO_1900
    if not 0 < serial < (_LAST_DAY - zero).days + 1:
        return None
    day = zero + timedelta(days=int(serial))
    return day if day >= _FIRST_DAY else None


def lacks_the_day(text: str) -> bool:
    """Quý III/2022, 6 tháng đầu năm, 4/2024: a time, but not one day."""
    plain = clean(plain_signs(text))
    if _year_month_day(text) is not None:
        return False
    return bool(_PERIOD_WORDS.search(plain) or _PART_OF_DATE.fullmatch(plain))

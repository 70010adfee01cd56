"""Days and hours in printed words, each replaced by one sign, so that phrases are easily matched.

"trước 17 giờ 00 ngày 05/4/2024" becomes "trước H ngày D" with one hour and one day kept aside. The
words are composed (NFC), in lower case, with single spaces; digits are [0-9], of no other script.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

# One private character for each day and each hour, in the order found.
DAY, HOUR = "[\ue000-\ue07f]", "[\ue080-\ue0ff]"
_FIRST_DAY, _FIRST_HOUR, _MOST = 0xE000, 0xE080, 0x80

# "Tháng 9-10/2022" and "quý 3/4/2022" name no day.
_ALONE = r"(?<![0-9/.\-–])(?<!tháng )(?<!quý )(?<!quí )(?<!quý)(?<!quí)"
# 05/4/2024, 25./2/2024 as scanned, or in full: 05 tháng 4 năm 2024. The year must not run on, and
# 9-10/2022 is two months.
_FULL = re.compile(
    rf"{_ALONE}([0-9]{{1,2}})(?:\s*\.?\s*(?P<sign>[/.\-–])\s*|\s*tháng\s*)([0-9]{{1,2}})"
    r"(?:\s*\.?\s*(?(sign)(?P=sign)|[/.\-–])\s*|\s*,?\s*năm\s*)([12][0-9]{3})(?![0-9])"
)
_SHORT = re.compile(
    rf"{_ALONE}([0-9]{{1,2}})(?:\s*/\s*|\s*tháng\s*)([0-9]{{1,2}})(?!\s*[/.\-–]?\s*[0-9])"
)
# 31/10 alone could be a share of something: only after such words is it a day.
_LEADS_TO_DAY = re.compile(rf"(?:^|\b(?:ngày|trước|hạn|đến|tới|hết|là|vào|nhất|từ)|{HOUR})\W*$")
_HOURS = re.compile(
    r"(?<![0-9:])([0-9]{1,2})\s*(?:(?:giờ|h|g)(?![^\W\d_])"
    r"(?:\s*([0-9]{1,2})(?!\s*[/.\-–0-9]))?(?:\s*phút)?|:\s*([0-9]{2})(?![0-9:]))"
)
# "24 giờ": the end of the day, which is what no hour at all means.
MIDNIGHT = time.max

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Named:
    """A day as printed; None: not in the calendar. `has_year`: its year was printed too."""

    day: date | None
    has_year: bool = True


@dataclass(frozen=True)
class Words:
    """The words with one sign for each day and each hour."""

    text: str
    days: tuple[Named, ...] = ()
    hours: tuple[time, ...] = ()

    def day_of(self, sign: str) -> Named:
        return self.days[ord(sign) - _FIRST_DAY]

    def hour_of(self, sign: str) -> time:
        return self.hours[ord(sign) - _FIRST_HOUR]


def words_of(printed: str, year: int) -> Words:
    """A day without its year is one of `year`."""
    text = _clean(printed)
    days: list[Named] = []
    hours: list[time] = []
    text = _taken_out(_FULL, text, _FIRST_DAY, days, _full_day)
    text = _taken_out(_HOURS, text, _FIRST_HOUR, hours, _hour)
    text = _taken_out(_SHORT, text, _FIRST_DAY, days, lambda found: _short_day(found, year))
    return Words(" ".join(text.split()), tuple(days), tuple(hours))


def _clean(printed: str) -> str:
    """What is not seen (joiners, private signs) is left out."""
    composed = unicodedata.normalize("NFC", printed)
    seen = "".join(one for one in composed if unicodedata.category(one) not in ("Cf", "Co"))
    return " ".join(seen.lower().split())


def _taken_out(
    pattern: re.Pattern[str],
    text: str,
    first_sign: int,
    kept: list[Kept],
    read: Callable[[re.Match[str]], Kept | None],
) -> str:
    def sign(found: re.Match[str]) -> str:
        value = read(found)
        # No deadline has that many days: what is left then stays digits, and unread.
        if value is None or len(kept) == _MOST:
            return found[0]
        kept.append(value)
        return f" {chr(first_sign + len(kept) - 1)} "

    return pattern.sub(sign, text)


def _full_day(found: re.Match[str]) -> Named:
    return Named(_day(int(found[4]), int(found[3]), int(found[1])))


def _short_day(found: re.Match[str], year: int) -> Named | None:
    before = found.string[: found.start()]
    if not _LEADS_TO_DAY.search(before):
        return None
    return Named(_day(year, int(found[2]), int(found[1])), has_year=False)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hour(found: re.Match[str]) -> time | None:
    """None for what no clock shows, and for nought: "trước 0 giờ" means the day before."""
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if (hour, minute) == (24, 0):
        return MIDNIGHT
    if not 0 <= hour < 24 or minute >= 60 or (hour, minute) == (0, 0):
        return None
    return time(hour, minute)

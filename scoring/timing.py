"""Reading a task's "when" as printed: "Cả năm 2022", "Quý III/2022", "trước ngày 05/4/2024"."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scoring.periods import Period


class Reading(StrEnum):
    """How the words were read. UNREAD is shown to the secretariat, never guessed."""

    NONE = "none"
    YEAR = "year"
    QUARTER = "quarter"
    BEFORE_DAY = "before_day"
    BY_DAY = "by_day"
    UNREAD = "unread"


@dataclass(frozen=True)
class Timing:
    """The words as printed, how they were read, and the last day on time (None: no deadline)."""

    printed: str
    reading: Reading
    due: date | None = None
    period: Period | None = None


_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"[12][0-9]{3}"
# 05/4/2024, or in full: (ngày) 05 tháng 4 năm 2024.
_DAY = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{{1,2}})"
    rf"(?:\s*[/.-]\s*|\s+năm\s+)({_YEAR})(?!\d)",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"\bquý\s+(IV|I{{1,3}}|[1-4])\b(?:\s*(?:[/,-]|năm)?\s*({_YEAR})\b)?", re.IGNORECASE
)
_WHOLE_YEAR = re.compile(rf"\bcả năm\b(?:\s*({_YEAR})\b)?", re.IGNORECASE)
_BEFORE = re.compile(r"\btrước (?:ngày )?$", re.IGNORECASE)
# Beside the words that were read, these could mean another day: then nothing is read at all.
_BESIDE_DAY = re.compile(r"\b(?:trước|sau|từ)\b|\d\s*[/.-]\s*\d", re.IGNORECASE)
_BESIDE_PERIOD = re.compile(r"\b(?:trước|sau|từ|đầu|giữa|quý|tháng|I{1,3}|IV)\b|\d", re.IGNORECASE)


def read_timing(printed: str, year: int) -> Timing:
    """Read the words of a plan for `year`. "Trước ngày D" ends on D−1 (as legislators use it);
    a quarter or a year ends on its last day (Civil Code 2015, Article 146)."""
    words = " ".join(unicodedata.normalize("NFC", printed).split())
    if not words:
        return Timing(printed, Reading.NONE)
    for read in (_read_day, _read_quarter, _read_year):
        found = read(words, year)
        if found is not None:
            reading, due, period = found
            return Timing(printed, reading, due, period)
    return Timing(printed, Reading.UNREAD)


def _read_day(words: str, year: int) -> tuple[Reading, date, Period] | None:
    match = _DAY.search(words)
    day = _calendar_day(match) if match else None
    if match is None or day is None:
        return None
    before = _BEFORE.search(words[: match.start()])
    begin = before.start() if before else match.start()
    if _BESIDE_DAY.search(f"{words[:begin]} {words[match.end() :]}"):
        return None
    due = day - timedelta(days=1) if before else day
    return Reading.BEFORE_DAY if before else Reading.BY_DAY, due, Period(due.year)


def _calendar_day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def _read_quarter(words: str, year: int) -> tuple[Reading, date, Period] | None:
    match = _QUARTER.search(words)
    if match is None or _BESIDE_PERIOD.search(_beside(match)):
        return None
    period = Period(int(match[2] or year), _QUARTERS[match[1].upper()])
    return Reading.QUARTER, period.last_day, period


def _read_year(words: str, year: int) -> tuple[Reading, date, Period] | None:
    match = _WHOLE_YEAR.search(words)
    if match is None or _BESIDE_PERIOD.search(_beside(match)):
        return None
    period = Period(int(match[1] or year))
    return Reading.YEAR, period.last_day, period


def _beside(match: re.Match[str]) -> str:
    return f"{match.string[: match.start()]} {match.string[match.end() :]}"

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
_DAY = r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})"


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
    matches = re.findall(_DAY, words)
    if len(matches) != 1:
        return None
    try:
        day = date(int(matches[0][2]), int(matches[0][1]), int(matches[0][0]))
    except ValueError:
        return None
    if re.search(r"\btrước\b", words, re.IGNORECASE):
        return Reading.BEFORE_DAY, day - timedelta(days=1), Period(day.year)
    return Reading.BY_DAY, day, Period(day.year)


def _read_quarter(words: str, year: int) -> tuple[Reading, date, Period] | None:
    matches = re.findall(r"\bquý\s+(IV|I{1,3}|[1-4])\b\s*(?:[/,-]|năm)?\s*(\d{4})?", words, re.I)
    if len(matches) != 1:
        return None
    quarter, named_year = matches[0]
    period = Period(int(named_year or year), _QUARTERS[quarter.upper()])
    return Reading.QUARTER, period.last_day, period


def _read_year(words: str, year: int) -> tuple[Reading, date, Period] | None:
    match = re.search(r"\bcả năm\b\s*(\d{4})?", words, re.IGNORECASE)
    if not match:
        return None
    period = Period(int(match[1] or year))
    return Reading.YEAR, period.last_day, period

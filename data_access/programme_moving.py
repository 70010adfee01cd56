"""Last year's programme as a proposal for another year: its words about years, and its days.

Only the programme's year and its neighbours move, and only where they speak of time: 2015 in
"Nghị định số 04/2015/NĐ-CP" is part of a number and stays.
"""

import re
from datetime import date

from data_access.yaml_files import Plain

# Keys whose words speak of the programme's own time; a source names documents, which keep theirs.
_WORDS = frozenset({"title", "when", "carries_out"})
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d|/[A-ZĐ]|\s*[-–]\s*\d{4})")
# "số 12-KH/2022", "giai đoạn 2021-2025": a document's number, a span of years.
_NOT_ITS_OWN = re.compile(r"(?:\bsố\s+\S+|\d{4}\s*[-–]\s*)$", re.IGNORECASE)


def moved(values: Plain, year: int, to: int) -> Plain:
    """The same values, told of the year `to` instead of `year`."""
    return _moved(values, year, to, speaks=False)


def _moved(value: Plain, year: int, to: int, *, speaks: bool) -> Plain:
    if isinstance(value, dict):
        return {
            key: _moved(one, year, to, speaks=speaks or key in _WORDS) for key, one in value.items()
        }
    if isinstance(value, list):
        return [_moved(one, year, to, speaks=speaks) for one in value]
    if isinstance(value, date):
        return moved_day(value, to - year)
    return moved_words(value, year, to) if speaks and isinstance(value, str) else value


def moved_words(words: str, year: int, to: int) -> str:
    """ "Quý III/2022" becomes "Quý III/2023"; the years beside the programme's move along."""

    def instead(match: re.Match[str]) -> str:
        named = int(match[1])
        if abs(named - year) > 1 or _NOT_ITS_OWN.search(words[: match.start()]):
            return match[0]
        return f"{named + to - year:04}"

    return _YEAR.sub(instead, words)


def moved_day(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)

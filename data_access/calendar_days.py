"""The calendar of public offices: the `holidays` package, what is known to correct it, and the
entries of the secretariat; the latest of a day counts.

Labour Code 2019, Article 112; years and swaps as published for public offices.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

import holidays
from sqlalchemy import Connection, Row, func, select

from data_access.accounts import Actor
from data_access.days_off import CORRECTIONS, estimated, is_estimated
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import calendar_day
from scoring.workdays import DayKind, WorkCalendar

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
SOURCE_OF_PACKAGE = "Bộ luật Lao động 2019, Điều 112 (dữ liệu ngày lễ của hệ thống)"


@dataclass(frozen=True)
class Entry:
    """What one source makes of a day."""

    day: date
    kind: DayKind
    label: str
    source: str


@dataclass(frozen=True)
class KeptEntry:
    """An entry of the secretariat, with who made it and when."""

    entry: Entry
    by: str
    at: datetime


def office_calendar(connection: Connection, years: Iterable[int]) -> WorkCalendar:
    """Of these years and the one after the last: what is due at a year's end is counted on."""
    asked = frozenset(years)
    if not asked:
        return WorkCalendar()
    whole = range(min(asked), max(asked) + 2)
    return _calendar(tuple(whole), entered_days(connection, whole))


def days_without_entries(year: int) -> Mapping[date, Entry]:
    """By day: of the package and of the corrections known here."""
    return _without_entries(year)


def entered_days(connection: Connection, years: Iterable[int]) -> tuple[Entry, ...]:
    """The latest entry of each day, by day."""
    asked = sorted(years)
    return tuple(_entry(row) for row in _newest(connection, asked[0], asked[-1]))


def entries_of_year(connection: Connection, year: int) -> tuple[KeptEntry, ...]:
    rows = _newest(connection, year, year)
    return tuple(KeptEntry(_entry(row), row.actor_name, row.at) for row in rows)


def keep_entry(connection: Connection, actor: Actor, entry: Entry, at: Moments) -> None:
    said = {"kind": entry.kind.value, "label": entry.label, "source": entry.source}
    row = {"day": entry.day} | said | act(actor, at)
    connection.execute(calendar_day.insert().values(row))


def _newest(connection: Connection, first: int, last: int) -> Sequence[Row]:
    """The latest rows of the days from the one year to the other, by day."""
    kept = calendar_day.c
    inside = kept.day.between(date(first, 1, 1), date(last, 12, 31))
    newest = select(func.max(kept.id)).where(inside).group_by(kept.day)
    chosen = select(calendar_day).where(kept.id.in_(newest)).order_by(kept.day)
    return connection.execute(chosen).all()


def _entry(row: Row) -> Entry:
    return Entry(row.day, DayKind(row.kind), row.label, row.source)


# Never two calendars for one state of the data: readings of time are kept by their calendar.
@lru_cache(maxsize=64)
def _calendar(years: tuple[int, ...], entered: tuple[Entry, ...]) -> WorkCalendar:
    known = {day: entry for year in years for day, entry in _without_entries(year).items()}
    known |= {entry.day: entry for entry in entered}
    of_kind = {
        kind: frozenset(day for day, entry in known.items() if entry.kind is kind)
        for kind in DayKind
    }
    return WorkCalendar(
        of_kind[DayKind.OFF] | of_kind[DayKind.UNCERTAIN],
        of_kind[DayKind.WORKED],
        of_kind[DayKind.UNCERTAIN],
        {day: entry.label for day, entry in known.items() if entry.label},
    )


@lru_cache(maxsize=64)
def _without_entries(year: int) -> Mapping[date, Entry]:
    package = holidays.country_holidays("VN", years=year, language="vi")
    found = {
        day: Entry(day, DayKind.OFF, label, SOURCE_OF_PACKAGE)
        for day, label in package.items()
        if day.year == year
    }
    worked = (day for day in package.weekend_workdays if day.year == year)
    found |= {
        day: Entry(day, DayKind.WORKED, "Ngày làm việc bù", SOURCE_OF_PACKAGE) for day in worked
    }
    guessed = (estimated(day) for day, one in found.items() if is_estimated(day, one.label))
    corrected = (one for one in CORRECTIONS if one.day.year == year)
    known = {one.day: one for one in (*guessed, *corrected)}.values()
    return found | {one.day: Entry(one.day, one.kind, one.label, one.source) for one in known}

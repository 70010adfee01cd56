"""The calendar of public offices as anyone may ask it: the marked days of a year, and reckoning."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Engine

from data_access.accounts import Actor
from data_access.calendar_days import days_without_entries, entries_of_year, office_calendar
from data_access.database import reading
from scoring.timing import Before, Roll, Timing, choices, read_timing
from scoring.workdays import DayKind, WorkCalendar

# No year has fewer working days than this.
_WORKING_DAYS_OF_A_YEAR = 200


@dataclass(frozen=True)
class CalendarDay:
    """A day that is not as the week has it, or that somebody entered. `by` and `at`: of an entry of
    the secretariat; empty where the package or what is known here says so."""

    day: date
    kind: DayKind
    label: str
    source: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Reckoned:
    """`day`: the last of so many working days; `otherwise`: where it would be if the `uncertain`
    days that were met are worked."""

    day: date
    otherwise: date | None
    uncertain: tuple[date, ...]


@dataclass(frozen=True)
class Read:
    """How words about time are read; `choices`: of a day off, the day itself, the last working day
    before it and the first after it."""

    timing: Timing
    choices: tuple[date, date, date] | None


def year(engine: Engine, actor: Actor, year: int) -> tuple[CalendarDay, ...]:
    """Its marked days in order. Anyone may look."""
    with reading(engine) as connection:
        entered = entries_of_year(connection, year)
    known = {
        day: CalendarDay(day, one.kind, one.label, one.source)
        for day, one in days_without_entries(year).items()
    }
    for kept in entered:
        one = kept.entry
        known[one.day] = CalendarDay(one.day, one.kind, one.label, one.source, kept.by, kept.at)
    return tuple(known[day] for day in sorted(known))


def count(engine: Engine, from_: date, n: int) -> tuple[date, date | None]:
    """The n-th working day after `from_`; and where it would be otherwise, if that differs."""
    found = reckon(engine, from_, n)
    return found.day, found.otherwise


def reckon(engine: Engine, from_: date, n: int) -> Reckoned:
    with reading(engine) as connection:
        calendar = _reaching(connection, from_, n)
    day, other = calendar.add(from_, n), calendar.without_uncertain().add(from_, n)
    met = calendar.uncertain_between(from_ + timedelta(days=1), day) if n else ()
    return Reckoned(day, None if other == day else other, met)


def read(
    engine: Engine,
    printed: str,
    year: int,
    *,
    before: Before = Before.EXCLUDED,
    roll: Roll | None = None,
    anchor: date | None = None,
) -> Read:
    """How the words of a plan for `year` are read with the calendar of offices."""
    with reading(engine) as connection:
        calendar = office_calendar(connection, _years(year, anchor))
    rules = {"before": before, "roll": roll, "anchor": anchor, "calendar": calendar}
    timing = read_timing(printed, year, **rules)
    off = (one.printed for one in timing.dues if one.printed)
    day = next((one for one in off if not calendar.is_working(one)), None)
    return Read(timing, None if day is None else choices(day, calendar))


def _reaching(connection: Connection, from_: date, n: int) -> WorkCalendar:
    reach = abs(n) // _WORKING_DAYS_OF_A_YEAR + 1
    return office_calendar(connection, range(from_.year - reach, from_.year + reach + 1))


def _years(year: int, anchor: date | None) -> range:
    """A year more on each side: words may name the next, and a term begins in the one before."""
    named = {year, anchor.year if anchor else year}
    return range(min(named) - 1, max(named) + 2)

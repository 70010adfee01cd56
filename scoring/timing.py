"""What a plan's words about time mean: "Cả năm 2022", "Quý III/2022", "trước ngày 05/4/2024".

docs/deadlines.md, section 1, says every phrase with its source. Never asks the clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache

from scoring.periods import Period
from scoring.timing_readings import Question, Reading
from scoring.timing_words import Mention, mention_in
from scoring.workdays import PLAIN, WorkCalendar


class Before(StrEnum):
    """What "trước ngày D" means: D is late already, or D is the last day on time."""

    EXCLUDED = "excluded"
    INCLUDED = "included"


class Roll(StrEnum):
    """Where a due day goes that falls on a day off."""

    KEEP = "keep"
    NEXT = "next"
    PREVIOUS = "previous"

    def moved(self, day: date, calendar: WorkCalendar) -> date:
        if self is Roll.KEEP:
            return day
        return calendar.next(day) if self is Roll.NEXT else calendar.previous(day)


@dataclass(frozen=True)
class Due:
    """The last day on time in one period, until `hour` where one is named. `printed`: the day
    before it was moved off a day off. `otherwise`: where it would be if the uncertain days that
    were met are worked, and that is another day."""

    period: Period
    day: date | None
    hour: time | None = None
    printed: date | None = None
    otherwise: date | None = None


@dataclass(frozen=True)
class Timing:
    """The words as printed, how they were read, the days that follow, what is to be asked.
    `by_hand`: a person named the day, whatever the words were read as. `unknown`: the words that
    were not understood (Question.LEFT_OVER)."""

    printed: str
    reading: Reading
    dues: tuple[Due, ...] = ()
    questions: tuple[Question, ...] = ()
    by_hand: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def due(self) -> date | None:
        """The last day on time; of several the last. None: no deadline."""
        return self.dues[-1].day if self.dues else None

    @property
    def period(self) -> Period | None:
        """The period it is due in; of several the year they lie in."""
        if len(self.dues) > 1:
            return Period(self.dues[-1].period.year)
        return self.dues[0].period if self.dues else None

    @property
    def on_request(self) -> bool:
        """Owed only once somebody requests it; a day that a person named is a request."""
        return self.reading is Reading.ON_REQUEST and not self.dues


_RECURRING = {
    Reading.HALF_YEARLY: (2, 4),
    Reading.QUARTERLY: (1, 2, 3, 4),
}
_WITHOUT_DAY: Mapping[Reading, tuple[Question, ...]] = {
    Reading.NONE: (),
    Reading.UNREAD: (Question.UNREAD,),
    Reading.MONTHLY: (Question.MONTHLY,),
    Reading.ALWAYS: (),
    Reading.ON_REQUEST: (),
}


def read_timing(
    printed: str,
    year: int,
    *,
    before: Before = Before.EXCLUDED,
    roll: Roll | None = None,
    usual_roll: Roll = Roll.KEEP,
    anchor: date | None = None,
    calendar: WorkCalendar = PLAIN,
) -> Timing:
    """Read the words of a plan for `year`; what could mean two days is UNREAD. `roll`: of this one
    task; without it `usual_roll`, and for "trong n ngày" the next working day (Civil Code 2015,
    Article 148.5). `anchor`: the day from which "trong n ngày kể từ …" counts."""
    return _read(printed, year, before, roll, usual_roll, anchor, calendar)


def timing_by_hand(printed: Timing, day: date, calendar: WorkCalendar = PLAIN) -> Timing:
    """The same words with the day that a person read; where it is a day off that is still said."""
    asked = () if calendar.is_working(day) else (Question.DAY_OFF,)
    due = Due(Period(day.year), day, printed=day)
    return Timing(printed.printed, printed.reading, (due,), asked, by_hand=True)


def choices(day: date, calendar: WorkCalendar) -> tuple[date, date, date]:
    """The day kept, the last working day before it, the first after it: a person chooses."""
    return day, calendar.previous(day), calendar.next(day)


@lru_cache(maxsize=4096)
def _read(
    printed: str,
    year: int,
    before: Before,
    roll: Roll | None,
    usual: Roll,
    anchor: date | None,
    calendar: WorkCalendar,
) -> Timing:
    mention = mention_in(printed, year)
    found = _reckoned(printed, mention, year, before, roll, usual, anchor, calendar)
    asked = tuple(dict.fromkeys((*mention.questions, *found.questions)))
    return replace(found, questions=asked, unknown=mention.unknown)


def _reckoned(
    printed: str,
    mention: Mention,
    year: int,
    before: Before,
    roll: Roll | None,
    usual: Roll,
    anchor: date | None,
    calendar: WorkCalendar,
) -> Timing:
    if mention.reading in _WITHOUT_DAY:
        return Timing(printed, mention.reading, questions=_WITHOUT_DAY[mention.reading])
    if mention.reading is Reading.WITHIN:
        return _within(printed, mention, anchor or mention.day, roll or Roll.NEXT, calendar)
    days = _days(mention, year, before)
    return _timing(printed, mention, days, roll or usual, calendar)


def _days(mention: Mention, year: int, before: Before) -> tuple[tuple[Period, date], ...]:
    """Every day that follows from the words, with its period."""
    if mention.reading in _RECURRING:
        quarters = (Period(year, quarter) for quarter in _RECURRING[mention.reading])
        return tuple((quarter, quarter.last_day) for quarter in quarters)
    if mention.day is None:
        period = mention.period or Period(year)
        return ((period, mention.ends or period.last_day),)
    excluded = mention.half_open and before is Before.EXCLUDED
    day = mention.day - timedelta(days=1) if excluded else mention.day
    return ((Period(day.year), day),)


def _timing(
    printed: str,
    mention: Mention,
    days: tuple[tuple[Period, date], ...],
    roll: Roll,
    calendar: WorkCalendar,
) -> Timing:
    dues = tuple(_due(period, day, roll, calendar, mention.hour) for period, day in days)
    return Timing(printed, mention.reading, dues, _questions(mention, dues, calendar))


def _due(
    period: Period, day: date, roll: Roll, calendar: WorkCalendar, hour: time | None = None
) -> Due:
    moved, other = (roll.moved(day, known) for known in (calendar, calendar.without_uncertain()))
    # A day that was moved has no hour: the plan named none for it.
    kept = hour if moved == day else None
    return Due(period, moved, kept, day, None if other == moved else other)


def _questions(
    mention: Mention, dues: tuple[Due, ...], calendar: WorkCalendar
) -> tuple[Question, ...]:
    printed = [due.printed for due in dues if due.printed is not None]
    off = [day for day in printed if not calendar.is_working(day)]
    asked = [Question.DAY_OFF] if off else []
    if off and mention.half_open:
        asked.append(Question.PAST_THE_WORDS)
    if any(_uncertain(day, calendar) for day in off):
        asked.append(Question.UNCERTAIN_DAY)
    return tuple(asked)


def _uncertain(day: date, calendar: WorkCalendar) -> bool:
    """Whether an uncertain day lies among the days off around this one."""
    return bool(calendar.uncertain_between(calendar.previous(day), calendar.next(day)))


def _within(
    printed: str, mention: Mention, anchor: date | None, roll: Roll, calendar: WorkCalendar
) -> Timing:
    """So many days after the anchor, which does not count (Civil Code 2015, Article 147)."""
    if anchor is None:
        return Timing(printed, Reading.WITHIN, questions=(Question.NO_ANCHOR,))
    if not mention.working:
        last = anchor + timedelta(days=mention.count)
        return _timing(printed, mention, ((Period(last.year), last),), roll, calendar)
    last = calendar.add(anchor, mention.count)
    other = calendar.without_uncertain().add(anchor, mention.count)
    due = Due(Period(last.year), last, printed=last, otherwise=None if other == last else other)
    met = calendar.uncertain_between(anchor + timedelta(days=1), last)
    return Timing(printed, Reading.WITHIN, (due,), (Question.UNCERTAIN_DAY,) if met else ())

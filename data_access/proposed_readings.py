"""How the words about time of a programme are read, as proposals for a person to confirm.

A confirmation is kept as the words and the days that were read: whatever is read otherwise later
(other words, another calendar) has not been confirmed.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data_access.admitting import written_day
from data_access.programme_editing import Answer
from scoring.periods import Period, periods_of_year
from scoring.programme_items import ReportDuty, Task
from scoring.programmes import Programme
from scoring.refusals import Refusal, Refused
from scoring.timing import Before, Roll, Timing, choices, read_timing
from scoring.timing_readings import Question, Reading
from scoring.workdays import WorkCalendar

TASKS, REPORTS = "tasks", "reports"
_LISTED = 8
# What a person must answer; of the other questions it is enough that he sees what was read.
_ANSWERED = frozenset({Question.DAY_OFF, Question.BOTH_WORDS, Question.UNREAD, Question.NO_ANCHOR})
# What was supposed, or not understood, may be a slip: a person confirms it by itself.
_DOUBTFUL = frozenset({Question.NO_YEAR, Question.LEFT_OVER, Question.WEEKDAY})
# The end of a quarter or a year may well be a Sunday, and nobody chose it: its reading says so.
# A day that the plan names is one that somebody chose, so he is asked.
_NAMED_DAY = frozenset({Reading.BEFORE_DAY, Reading.BY_DAY, Reading.RANGE})


@dataclass(frozen=True)
class ProposedReading:
    """The words about one task, or about one report in one period (its mark). `asked`: what must
    be answered before it can be confirmed; `roll`, `before`: what the programme says of them."""

    section: str
    name: str
    title: str
    timing: Timing
    period: str = ""
    asked: tuple[Question, ...] = ()
    before: Before = Before.EXCLUDED
    roll: Roll = Roll.KEEP
    # Of a day off: the day itself, the last working day before it, the first after it.
    choices: tuple[date, date, date] | None = None
    # The programme's year: a day of another one may be left over from last year's text.
    year: int = 0

    @property
    def of_another_year(self) -> bool:
        """Whether a last day lies neither in the programme's year nor in the next."""
        days = [due.day for due in self.timing.dues if due.day is not None]
        return any(day.year not in (self.year, self.year + 1) for day in days)

    @property
    def doubted(self) -> bool:
        """Whether it is confirmed by itself only, never together with all the others."""
        return self.of_another_year or not _DOUBTFUL.isdisjoint(self.timing.questions)

    @property
    def key(self) -> str:
        """As it is named on the terminal and in fields: tasks:3, reports:bao-cao-nam:Y."""
        return ":".join(one for one in (self.section, self.name, self.period) if one)

    @property
    def said(self) -> str:
        days = ", ".join(f"{due.day} {due.hour or ''}".strip() for due in self.timing.dues)
        return f"{self.key} | {' '.join(self.timing.printed.split())} | {days}"


def proposed(programme: Programme, calendar: WorkCalendar) -> tuple[ProposedReading, ...]:
    tasks = (_of_task(programme, task, calendar) for task in programme.tasks)
    reports = (one for duty in programme.reports for one in _of_report(programme, duty, calendar))
    return (*tasks, *reports)


def unconfirmed(
    readings: Iterable[ProposedReading], confirmed: Collection[str]
) -> tuple[ProposedReading, ...]:
    return tuple(one for one in readings if one.said not in confirmed)


def require_keys(
    readings: Sequence[ProposedReading], keys: Sequence[str]
) -> tuple[ProposedReading, ...]:
    by_key = {one.key: one for one in readings}
    for key in keys:
        if key not in by_key:
            raise Refused(Refusal.UNKNOWN_TASK, task=key.removeprefix(f"{TASKS}:"))
    return tuple(by_key[key] for key in dict.fromkeys(keys))


def require_answered(readings: Sequence[ProposedReading]) -> tuple[ProposedReading, ...]:
    left = [one for one in readings if one.asked]
    if left:
        raise Refused(Refusal.READING_UNANSWERED, readings=listed(left))
    return tuple(readings)


def answers(asked: Sequence[Question], given: Answer) -> bool:
    """Whether every question has its answer. A reason without a day: there is no deadline."""
    said = {
        Question.DAY_OFF: given.roll or given.due,
        Question.BOTH_WORDS: given.before or given.due,
        Question.UNREAD: given.due or given.due_note,
        Question.NO_ANCHOR: given.anchor or given.due or given.due_note,
    }
    return all(said[question] for question in asked)


def listed(readings: Sequence[ProposedReading]) -> str:
    names = dict.fromkeys(_named(one) for one in readings)
    shown = list(names)[:_LISTED]
    left = len(names) - len(shown)
    return ", ".join([*shown, *([f"{left} mục khác"] if left else [])])


def _named(one: ProposedReading) -> str:
    return f"nhiệm vụ {one.name}" if one.section == TASKS else f"báo cáo {one.name}"


def _of_task(programme: Programme, task: Task, calendar: WorkCalendar) -> ProposedReading:
    timing = programme.timing_of(task, calendar)
    settled = _settled(timing)
    settled |= {Question.DAY_OFF} if task.roll is not None else set()
    settled |= {Question.BOTH_WORDS} if task.before is not None else set()
    settled |= {Question.UNREAD, Question.NO_ANCHOR} if task.due_note else set()
    roll, before = task.roll or programme.roll, task.before or programme.before
    asked, days = _asked(timing, settled), _choices(timing, calendar)
    said = (timing, "", asked, before, roll, days, programme.year)
    return ProposedReading(TASKS, task.no, task.title, *said)


def _of_report(
    programme: Programme, duty: ReportDuty, calendar: WorkCalendar
) -> Iterator[ProposedReading]:
    """Days counted from the period's end are no words, so there is nothing to confirm in them."""
    for period in periods_of_year(programme.year):
        timing = _of_period(duty, period, calendar) if duty.asked_in(period) else None
        if timing is not None:
            asked, days = _asked(timing, _settled(timing)), _choices(timing, calendar)
            said = (timing, period.mark, asked, duty.before, duty.roll, days, programme.year)
            yield ProposedReading(REPORTS, duty.form, duty.title, *said)


def _of_period(duty: ReportDuty, period: Period, calendar: WorkCalendar) -> Timing | None:
    """Of its words, else of the day that the plan names: that one too may be a day off, the more so
    where it was moved from another year."""
    named = dict(duty.dues).get(period.mark)
    worded = duty.timing(period, calendar)
    if worded is not None or named is None:
        return worded
    printed = written_day(named)
    rules = {"usual_roll": duty.roll, "calendar": calendar}
    return replace(read_timing(f"ngày {printed}", period.year, **rules), printed=printed)


def _choices(timing: Timing, calendar: WorkCalendar) -> tuple[date, date, date] | None:
    printed = timing.dues[-1].printed if timing.dues else None
    off = Question.DAY_OFF in timing.questions and printed is not None
    return choices(printed, calendar) if off else None


def _settled(timing: Timing) -> set[Question]:
    """A day that a person named answers whatever the words leave open."""
    return set(_ANSWERED) if timing.by_hand else set()


def _asked(timing: Timing, settled: Collection[Question]) -> tuple[Question, ...]:
    chosen = timing.reading in _NAMED_DAY
    return tuple(
        question
        for question in timing.questions
        if question in _ANSWERED
        and question not in settled
        and (chosen or question is not Question.DAY_OFF)
    )

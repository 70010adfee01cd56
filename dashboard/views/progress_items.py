"""What a programme asks for, item by item: each task and each report with the duties of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.tracks import track_order
from dashboard.wording import day_text
from data_access.queries.programme_progress import DutyProgress, ProgrammeProgress
from scoring.obligations import Obligation
from scoring.periods import Period
from scoring.programmes import Programme, Task
from scoring.self_score import period_words
from scoring.stages import MET, Stage

# In the address, between the number of a task or the code of a form and what tells it apart.
BETWEEN = "@"


@dataclass(frozen=True)
class Item:
    """A task, or a report for one period. `code` names it in the address; `when` are the words as
    printed. A task that binds nobody has no duties."""

    code: str
    title: str
    when: str
    directs: str
    track: str
    source: str
    is_task: bool
    duties: tuple[DutyProgress, ...]

    def count(self, *stages: Stage) -> int:
        return sum(one.stage in stages for one in self.duties)

    @property
    def expected(self) -> int:
        return len(self.duties) - self.count(Stage.NOT_EXPECTED)

    @property
    def met(self) -> int:
        return self.count(*MET)


def items(found: ProgrammeProgress) -> tuple[Item, ...]:
    """Tasks in the programme's order, then reports by period; the kinds of grassroots apart, what
    belongs to none of them first."""
    every = (*_tasks(found.programme, found.duties), *_reports(found.programme, found.duties))
    return tuple(sorted(every, key=lambda one: (not one.is_task, track_order(one.track))))


def dues(item: Item) -> str:
    """The day of those who owe it, with what differs: extensions, duties of a day of their own."""
    days = sorted({one.standing.obligation.due for one in item.duties} - {None})
    if not days:
        return "không có hạn" if item.duties else "chưa giao đơn vị nào"
    said = f"hạn {day_text(days[0])}"
    if len(days) > 1:
        said += f" đến {day_text(days[-1])}"
    extended = sum(_is_extended(one.standing.obligation) for one in item.duties)
    return said + (f", {extended} đơn vị được gia hạn" if extended else "")


def _is_extended(owed: Obligation) -> bool:
    return owed.last_day_on_time != owed.due


_Place = tuple[str, Period]
_ByPlace = Mapping[_Place, Sequence[DutyProgress]]


def _by_place(duties: Iterable[DutyProgress]) -> _ByPlace:
    found: defaultdict[_Place, list[DutyProgress]] = defaultdict(list)
    for one in duties:
        owed = one.standing.obligation
        found[owed.task or "", owed.period].append(one)
    return found


def _tasks(programme: Programme, duties: Iterable[DutyProgress]) -> Iterator[Item]:
    by_place = _by_place(one for one in duties if one.standing.obligation.task is not None)
    for task in programme.tasks:
        periods = sorted((period for no, period in by_place if no == task.no), key=_order)
        several = len(periods) > 1
        for period in periods:
            yield _task(task, period if several else None, by_place[task.no, period])
        if not periods:
            yield _task(task, None, ())


def _task(task: Task, period: Period | None, duties: Sequence[DutyProgress]) -> Item:
    """`period`: of a task that comes round, the one this item is about."""
    title = f"{task.no}. {task.title}"
    return Item(
        task.no if period is None else f"{task.no}{BETWEEN}{period}",
        title if period is None else f"{title}, {period_words(period)}",
        task.timing.printed,
        task.directs,
        task.track,
        task.source,
        True,
        tuple(duties),
    )


def _reports(programme: Programme, duties: Iterable[DutyProgress]) -> Iterator[Item]:
    """In the programme's order; one form may be asked of each kind of grassroots by itself."""
    forms = list(dict.fromkeys(duty.form for duty in programme.reports))
    found: defaultdict[tuple[str, str, Period], list[DutyProgress]] = defaultdict(list)
    for one in duties:
        owed = one.standing.obligation
        if owed.form is not None:
            found[owed.form, owed.track, owed.period].append(one)
    for form, track, period in sorted(found, key=lambda place: _place(forms, *place)):
        own = tuple(found[form, track, period])
        first = own[0].standing
        code = BETWEEN.join(part for part in (form, str(period), track) if part)
        title = f"{first.obligation.title}, {period_words(period)}"
        source = first.obligation.source
        yield Item(code, title, "", first.directs, track, source, False, own)


def _place(forms: list[str], form: str, track: str, period: Period) -> tuple:
    """A duty that outlived its line in the programme comes last."""
    at = forms.index(form) if form in forms else len(forms)
    return at, track, _order(period)


def _order(period: Period) -> tuple[int, int]:
    """A year stands after its quarters."""
    return period.year, period.quarter or 5

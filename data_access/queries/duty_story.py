"""One duty with all that was ever said of it, as known at the end of a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Engine, Row, select

from data_access import duties
from data_access.accounts import SEES_ALL, Actor, Role
from data_access.calendar_days import office_calendar
from data_access.clock import end_of
from data_access.closings import Closing, closings
from data_access.database import reading
from data_access.exemptions import Exemption, covers, exemptions
from data_access.known_duties import require_duty
from data_access.permissions import units_of
from data_access.programme_versions import ProgrammeVersion, programme_versions, programmes_on
from data_access.progress_reports import TaskWords, said_in
from data_access.reminders import Way, reminders_about
from data_access.returns import receipt
from data_access.reviews import EventKind
from data_access.standings import Standing
from data_access.tables import return_event, submission
from scoring import progress
from scoring.obligations import DutyKey, Extension
from scoring.periods import parse_period, periods_of_year
from scoring.programme_items import ReportDuty, Task
from scoring.programmes import Programme
from scoring.timing import Timing, choices
from scoring.workdays import WorkCalendar


@dataclass(frozen=True)
class Words:
    """What the programme says of it and how that was read. `around`: where the day falls on a day
    off, that day, the last working day before it and the next after it."""

    programme: Programme
    of: Task | ReportDuty
    timing: Timing | None
    around: tuple[date, date, date] | None


@dataclass(frozen=True)
class Handed:
    """One version of a return that answers it; `sent_back`: when it was returned for correction.
    `by` handed it in; `said`: of a task what it says, where the reader may read the return."""

    id: int
    period: str
    received: datetime
    receipt: str | None
    arrived: date | None
    withdrawn: datetime | None
    sent_back: datetime | None
    by: str = ""
    said: TaskWords | None = None


@dataclass(frozen=True)
class Told:
    """A reminder about it."""

    day: date
    way: Way
    by: str


@dataclass(frozen=True)
class DutyStory:
    """`words` is None of what an inspection recommended. All lists are oldest first."""

    standing: Standing
    words: Words | None
    exemptions: tuple[Exemption, ...]
    versions: tuple[ProgrammeVersion, ...]
    closings: tuple[Closing, ...]
    reminders: tuple[Told, ...]
    returns: tuple[Handed, ...]

    @property
    def key(self) -> DutyKey:
        return self.standing.obligation.key

    @property
    def extensions(self) -> tuple[Extension, ...]:
        return self.standing.obligation.extensions


def duty(engine: Engine, actor: Actor, key: DutyKey, day: date) -> DutyStory:
    """Refused where nobody owes it, or the actor may not know of it."""
    with reading(engine) as connection:
        standing = require_duty(connection, day, key, actor)
        versions = programme_versions(connection, key.programme)
        said = exemptions(connection, day, [key.programme], [key.unit])
        told = reminders_about(connection, str(key), day)
        return DutyStory(
            standing,
            _words(connection, key, day),
            tuple(one for one in said if covers(one.scope, key)),
            tuple(one for one in versions if (one.in_force_from or date.min) <= day),
            closings(connection, day, key.programme),
            tuple(Told(one.day, one.way, one.by) for one in told),
            tuple(_returns(connection, standing, day, actor)),
        )


def _words(connection: Connection, key: DutyKey, day: date) -> Words | None:
    found = programmes_on(connection, None, day, key.programme)
    if not found:
        return None
    programme, calendar = found[0], office_calendar(connection, [found[0].year])
    if key.task:
        task = next(one for one in programme.tasks if one.no == key.task)
        timing: Timing | None = programme.timing_of(task, calendar)
        return Words(programme, task, timing, _around(timing, key, calendar))
    report = next(one for one in programme.reports if one.form == key.form)
    timing = report.timing(parse_period(key.period), calendar)
    return Words(programme, report, timing, _around(timing, key, calendar))


def _around(
    timing: Timing | None, key: DutyKey, calendar: WorkCalendar
) -> tuple[date, date, date] | None:
    dues = timing.dues if timing else ()
    printed = next((one.printed or one.day for one in dues if str(one.period) == key.period), None)
    if printed is None or calendar.is_working(printed):
        return None
    return choices(printed, calendar)


def _reported_by(connection: Connection, standing: Standing, day: date) -> ColumnElement[bool]:
    """The unit it was laid on and, since that one ended, who took it over; unless that one owes
    the same form itself: its return is then its own."""
    kept, key, former = submission.c, standing.obligation.key, standing.former
    laid_on = kept.unit == key.unit
    if former is None or former.exists_to is None:
        return laid_on
    like = key._replace(unit=standing.unit.code)
    if key.form and duties.find(connection, day, like) is not None:
        return laid_on
    since = end_of(former.exists_to)
    return laid_on | ((kept.unit == standing.unit.code) & (kept.received >= since))


def _returns(
    connection: Connection, standing: Standing, day: date, actor: Actor
) -> Iterable[Handed]:
    """Of a task the progress returns of its year."""
    key, kept, before = standing.obligation.key, submission.c, end_of(day)
    year = parse_period(key.period).year
    periods = [key.period] if key.form else [str(one) for one in periods_of_year(year)]
    sent_back = select(return_event.c.at).where(
        return_event.c.submission == kept.id,
        return_event.c.kind == EventKind.SENT_BACK.value,
        return_event.c.at < before,
    )
    chosen = select(submission, sent_back.limit(1).scalar_subquery().label("sent_back")).where(
        kept.accepted,
        kept.received < before,
        kept.form == (key.form or progress.CODE),
        kept.period.in_(periods),
        _reported_by(connection, standing, day),
    )
    if key.task:
        chosen = chosen.where(kept.form_version == key.programme)
    rows = connection.execute(chosen.order_by(kept.id)).all()
    said = _said(connection, rows, key.task, actor)
    for row in rows:
        withdrawn = row.withdrawn if row.withdrawn and row.withdrawn < before else None
        number = receipt(row.receipt_year, row.receipt_number)
        yield Handed(
            row.id,
            row.period,
            row.received,
            number,
            row.arrived,
            withdrawn,
            row.sent_back,
            row.actor_name,
            said.get(row.id),
        )


def _said(
    connection: Connection, rows: Iterable[Row], task: str, actor: Actor
) -> dict[int, TaskWords]:
    """What a return says is its unit's, the secretariat's and the leaders' to read."""
    own = units_of(connection, actor) if actor.role is Role.UNIT else frozenset()
    seen = [one.id for one in rows if actor.role in SEES_ALL or one.owner in own]
    return said_in(connection, seen, task) if task and seen else {}

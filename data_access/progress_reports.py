"""What the newest progress returns say of a programme's tasks, as known at the end of a day, and
where it stands in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Connection, Row, Select, or_, select

from data_access.clock import end_of
from data_access.evidence import Attachment, attachment_of
from data_access.returns import answer_of, in_force, receipt
from data_access.tables import attachment, entry, submission
from scoring import progress
from scoring.periods import Period, parse_period, periods_of_year

_STATE, _DETAILS = "state", ("completed_on", "percent", "result", "obstacle")
_KINDS = {"completed_on": date, "percent": Decimal, "result": str, "obstacle": str}

TaskOfUnit = tuple[str, str]


@dataclass(frozen=True)
class TaskSaid:
    """One task in a unit's newest return: `state` is the form's word for it, the rest what the
    return adds. `sheet` and `cell` say where the state stands; `owner` whose file it is."""

    unit: str
    task: str
    state: str
    submission: int
    period: Period
    received: datetime
    receipt: str | None
    owner: str | None
    sheet: str
    cell: str
    percent: Decimal | None = None
    result: str = ""
    obstacle: str = ""
    completed_on: date | None = None


def tasks_said(
    connection: Connection, programme: str, year: int, day: date, task: str | None = None
) -> dict[TaskOfUnit, TaskSaid]:
    """By unit and task. With `task`: of this one alone, and with what is said beside its state."""
    returns = {row.id: row for row in _newest(connection, programme, year, day)}
    if not returns:
        return {}
    found: dict[TaskOfUnit, TaskSaid] = {}
    details: dict[TaskOfUnit, dict[str, object]] = {}
    for row in connection.execute(_entries(tuple(returns), task)):
        number, _, column = row.key.removeprefix("task.").rpartition(".")
        head = returns[row.submission]
        if column == _STATE:
            found[head.unit, number] = _said(head, number, row)
        else:
            kept = details.setdefault((head.unit, number), {})
            kept[column] = answer_of(row.kind, row.value)
    return {key: replace(said, **_known(details.get(key, {}))) for key, said in found.items()}


@dataclass(frozen=True)
class TaskWords:
    """What one return says of one task; `state` is the form's word for it."""

    state: str
    completed_on: date | None = None
    percent: Decimal | None = None
    result: str = ""
    obstacle: str = ""


def said_in(connection: Connection, returns: Sequence[int], task: str) -> dict[int, TaskWords]:
    """By number of the return; those that do not speak of the task are left out."""
    found: dict[int, dict[str, object]] = {}
    for row in connection.execute(_entries(returns, task)):
        column = row.key.rpartition(".")[2]
        found.setdefault(row.submission, {})[column] = answer_of(row.kind, row.value)
    return {
        number: TaskWords(str(said[_STATE]), **_known(said))
        for number, said in found.items()
        if _STATE in said
    }


def evidence_of(
    connection: Connection, said: Sequence[TaskSaid], day: date
) -> dict[TaskOfUnit, tuple[Attachment, ...]]:
    """Files attached to the task's row in those very returns' periods by the end of `day`."""
    wanted = {(one.unit, str(one.period)): one for one in said}
    kept = attachment.c
    chosen = select(attachment).where(kept.form == progress.CODE, kept.at < end_of(day))
    chosen = chosen.where(kept.unit.in_({one.unit for one in said})).order_by(kept.id)
    found: dict[TaskOfUnit, tuple[Attachment, ...]] = {}
    for row in connection.execute(chosen):
        one = wanted.get((row.unit, row.period))
        if one is not None and _is_of(row.key, one.task):
            key = (one.unit, one.task)
            found[key] = (*found.get(key, ()), attachment_of(row))
    return found


def _is_of(key: str, task: str) -> bool:
    """A row's code, or one of its answers' keys."""
    return key == task or key.rpartition(".")[0] == f"task.{task}"


def _newest(connection: Connection, programme: str, year: int, day: date) -> Iterator[Row]:
    """Of each unit the return of the latest period; the year's own after its fourth quarter's."""
    newest = in_force(progress.CODE, periods_of_year(year), end_of(day))
    chosen = select(submission).join(newest, newest.c.id == submission.c.id)
    chosen = chosen.where(submission.c.form_version == programme)
    by_unit: dict[str, Row] = {}
    for row in sorted(connection.execute(chosen), key=_age):
        by_unit[row.unit] = row
    yield from by_unit.values()


def _age(row: Row) -> tuple[date, bool, int]:
    period = parse_period(row.period)
    return period.last_day, period.is_year, row.id


def _entries(returns: Sequence[int], task: str | None) -> Select:
    columns = (entry.c.submission, entry.c.key, entry.c.kind, entry.c.value, entry.c.sheet)
    chosen = select(*columns, entry.c.cell).where(entry.c.submission.in_(returns))
    if task is None:
        return chosen.where(entry.c.key.like(f"%.{_STATE}"))
    asked = (f"task.{task}.{column}" for column in (_STATE, *_DETAILS))
    return chosen.where(or_(*(entry.c.key == key for key in asked)))


def _said(head: Row, task: str, row: Row) -> TaskSaid:
    return TaskSaid(
        head.unit,
        task,
        row.value,
        head.id,
        parse_period(head.period),
        head.received,
        receipt(head.receipt_year, head.receipt_number),
        head.owner,
        row.sheet,
        row.cell,
    )


def _known(answers: Mapping[str, object]) -> dict[str, object]:
    """What is absent (không phát sinh) is said by the state already."""
    return {name: one for name, one in answers.items() if isinstance(one, _KINDS.get(name, ()))}

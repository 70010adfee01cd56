"""How far each unit had come with each task on the day it reported."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from sample_data import documents
from scoring.periods import Period
from scoring.programmes import Task
from scoring.progress import DONE, NOT_ARISEN
from scoring.returns import Answer
from scoring.units import Unit

NEVER = "never"


@dataclass(frozen=True)
class Course:
    """The usual day of a task, what it brought, and the units for which it went otherwise."""

    no: str
    done: date
    result: str
    exceptions: Mapping[str, date | str] = field(default_factory=dict)

    def outcome(self, unit: str) -> date | str:
        # Not everybody finishes on the same day.
        usual = self.done - timedelta(days=sum(unit.encode()) % 6)
        return self.exceptions.get(unit, usual)


def progress(
    tasks: tuple[Task, ...], unit: Unit, period: Period, day: date
) -> Mapping[str, Answer]:
    """The answers of one report handed in on `day`."""
    answers: dict[str, Answer] = {}
    for task in tasks:
        # Only units of the issuer's own tree hand in.
        if task.debtors.bind(unit, {unit.code}):
            for column, answer in _of_task(task, unit.code, period, day).items():
                answers[f"task.{task.no}.{column}"] = answer
    return answers


@cache
def _courses() -> Mapping[str, Course]:
    rows = documents.read("returns/tasks.yaml")["tasks"]
    return {row["no"]: Course(**row) for row in rows}


def _of_task(task: Task, unit: str, period: Period, day: date) -> Mapping[str, Answer]:
    course = _courses()[task.no]
    outcome = course.outcome(unit)
    if outcome == NOT_ARISEN:
        return {"state": NOT_ARISEN}
    if isinstance(outcome, date) and outcome <= day:
        done = {"state": DONE, "completed_on": outcome, "percent": Decimal(100)}
        return done | {"result": course.result}
    return _under_way(task, outcome, period)


def _under_way(task: Task, outcome: date | str, period: Period) -> Mapping[str, Answer]:
    """A quarter's task is taken up in the quarter before it; what runs all year, at once."""
    meant_for, quarter = task.timing.period, period.quarter or 4
    if meant_for is not None and meant_for.quarter and quarter < meant_for.quarter - 1:
        return {"state": "not_started", "percent": Decimal(0)}
    answers: dict[str, Answer] = {"state": "doing", "percent": Decimal(20 * quarter)}
    if outcome == NEVER and task.timing.due is not None and task.timing.due <= period.last_day:
        answers["obstacle"] = "Chậm do chờ hướng dẫn và thiếu người theo dõi"
    return answers

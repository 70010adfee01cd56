"""`programmes`: every programme with its tasks, its deadlines as they were read, who owes them."""

from collections.abc import Callable
from functools import partial

import click

from dashboard import wording
from dashboard.cli.doors import database, json_option, say_json, say_rows
from data_access.queries import catalogue
from data_access.queries.programmes import with_calendars
from scoring.obligations import Obligation
from scoring.periods import periods_of_year
from scoring.programme_items import ReportDuty, Task
from scoring.programmes import Programme
from scoring.timing import Due, Timing
from scoring.units import Unit
from scoring.workdays import WorkCalendar

Owed = Callable[[], tuple[Obligation, ...]]


@click.command()
@json_option
@click.pass_context
def programmes(ctx: click.Context, as_json: bool) -> None:
    """Chương trình, kế hoạch: nhiệm vụ, thời hạn và ai phải thực hiện."""
    engine = database(ctx)
    found, known = with_calendars(engine), catalogue.units(engine)
    if as_json:
        say_json([_programme(programme, known, calendar) for programme, calendar in found])
        return
    for programme, calendar in found:
        click.echo(f"{programme.number or programme.code}  {programme.title}")
        rows = [
            (task.no, task.title, wording.reading_text(programme.timing_of(task, calendar)))
            for task in programme.tasks
        ]
        say_rows(("TT", "Nhiệm vụ", "Thời hạn"), rows)


def _programme(
    programme: Programme, known: tuple[Unit, ...], calendar: WorkCalendar
) -> dict[str, object]:
    return {
        "code": programme.code,
        "issuer": programme.issuer,
        "number": programme.number or None,
        "adopted": programme.adopted,
        "title": programme.title,
        "year": programme.year,
        "under": [
            {
                "number": one.number or None,
                "dated": one.dated,
                "issuer": one.issuer or None,
                "title": one.title,
                "programme": one.programme or None,
            }
            for one in programme.under
        ],
        "receivers": list(programme.receivers),
        "receiver_units": list(programme.receiver_units),
        "amendments": [
            {"number": one.number, "dated": one.dated, "summary": one.summary}
            for one in programme.amendments
        ],
        "flags": [
            {"where": one.where, "printed": one.printed, "note": one.note}
            for one in programme.flags
        ],
        "tasks": [_task(programme, task, known, calendar) for task in programme.tasks],
        "reports": [_report(programme, duty, known, calendar) for duty in programme.reports],
    }


def _task(
    programme: Programme, task: Task, known: tuple[Unit, ...], calendar: WorkCalendar
) -> dict[str, object]:
    timing = programme.timing_of(task, calendar)
    return {
        "no": task.no,
        "title": task.title,
        "directs": task.directs or None,
        "carries_out": task.carries_out or None,
        "when": task.timing.printed or None,
        "due": timing.due,
        "reading": wording.reading_text(timing),
        "dues": [_due(due) for due in timing.dues],
        "questions": [question.value for question in timing.questions],
        "obligations": _owed(partial(programme.task_obligations, task, known, calendar)),
    }


def _report(
    programme: Programme, duty: ReportDuty, known: tuple[Unit, ...], calendar: WorkCalendar
) -> dict[str, object]:
    words = dict(duty.when)
    readings: dict[str, Timing | None] = {
        period.mark: duty.timing(period, calendar)
        for period in periods_of_year(programme.year)
        if period.mark in words
    }
    return {
        "form": duty.form,
        "title": duty.title,
        "when": words,
        "readings": {
            mark: wording.reading_text(timing) for mark, timing in readings.items() if timing
        },
        "obligations": _owed(partial(programme.report_obligations, duty, known, calendar)),
    }


def _due(due: Due) -> dict[str, object]:
    hour = f"{due.hour:%H:%M}" if due.hour else None
    return {"period": str(due.period), "day": due.day, "hour": hour, "printed": due.printed}


def _owed(owed: Owed) -> list[dict[str, object]]:
    return [
        {"unit": one.unit, "period": str(one.period), "due": one.due, "lock": one.lock}
        for one in owed()
    ]

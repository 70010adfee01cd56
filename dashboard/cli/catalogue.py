"""Lists: units, periods, forms, accounts, programmes."""

from collections.abc import Callable

import click

from dashboard import wording
from dashboard.cli.doors import database, json_option, say_json, say_rows
from data_access.queries import catalogue
from scoring.obligations import Obligation
from scoring.programmes import Programme, ReportDuty, Task
from scoring.units import Unit


@click.command()
@json_option
@click.pass_context
def units(ctx: click.Context, as_json: bool) -> None:
    """Danh sách đơn vị."""
    found = catalogue.units(database(ctx))
    keys = ("code", "name", "kind", "parent", "group")
    _say(as_json, keys, [(u.code, u.name, u.kind, u.parent, u.group) for u in found])


@click.command()
@json_option
@click.pass_context
def periods(ctx: click.Context, as_json: bool) -> None:
    """Các kỳ báo cáo: quý và năm."""
    found = catalogue.periods(database(ctx))
    rows = [(str(p), p.first_day.isoformat(), p.last_day.isoformat()) for p in found]
    _say(as_json, ("period", "from", "to"), rows)


@click.command()
@json_option
@click.pass_context
def forms(ctx: click.Context, as_json: bool) -> None:
    """Các biểu mẫu và phiên bản hiện hành."""
    found = catalogue.forms(database(ctx))
    _say(as_json, ("code", "title", "version"), [(f.code, f.title, f.version) for f in found])


@click.command()
@json_option
@click.pass_context
def accounts(ctx: click.Context, as_json: bool) -> None:
    """Các tài khoản, vai trò và đơn vị."""
    found = catalogue.accounts(database(ctx))
    _say(as_json, ("user", "role", "unit"), [(a.user, a.role.value, a.unit) for a in found])


@click.command()
@json_option
@click.pass_context
def programmes(ctx: click.Context, as_json: bool) -> None:
    """Chương trình, kế hoạch: nhiệm vụ, thời hạn và ai phải thực hiện."""
    engine = database(ctx)
    found, known = catalogue.programmes(engine), catalogue.units(engine)
    if as_json:
        say_json([_programme(programme, known) for programme in found])
        return
    for programme in found:
        click.echo(f"{programme.number}  {programme.title}")
        rows = [(task.no, task.title, _reading(task)) for task in programme.tasks]
        say_rows(("TT", "Nhiệm vụ", "Thời hạn"), rows)


def _say(as_json: bool, keys: tuple[str, ...], rows: list[tuple[str | None, ...]]) -> None:
    if as_json:
        say_json([dict(zip(keys, row, strict=True)) for row in rows])
    else:
        say_rows(keys, [tuple(cell or "" for cell in row) for row in rows])


def _programme(programme: Programme, known: tuple[Unit, ...]) -> dict[str, object]:
    return {
        "code": programme.code,
        "issuer": programme.issuer,
        "number": programme.number or None,
        "title": programme.title,
        "year": programme.year,
        "tasks": [_task(programme, task, known) for task in programme.tasks],
        "reports": [_report(programme, duty, known) for duty in programme.reports],
    }


def _task(programme: Programme, task: Task, known: tuple[Unit, ...]) -> dict[str, object]:
    return {
        "no": task.no,
        "title": task.title,
        "directs": task.directs or None,
        "carries_out": task.carries_out or None,
        "when": task.timing.printed or None,
        "due": task.timing.due,
        "reading": _reading(task),
        "obligations": _obligations(programme.task_obligations, task, known),
    }


def _report(programme: Programme, duty: ReportDuty, known: tuple[Unit, ...]) -> dict[str, object]:
    return {
        "form": duty.form,
        "title": duty.title,
        "obligations": _obligations(programme.report_obligations, duty, known),
    }


def _obligations(
    owed_by: Callable[[Task | ReportDuty, tuple[Unit, ...]], tuple[Obligation, ...]],
    duty: Task | ReportDuty,
    known: tuple[Unit, ...],
) -> list[dict[str, object]]:
    return [
        {"unit": owed.unit, "period": str(owed.period), "due": owed.due, "lock": owed.lock}
        for owed in owed_by(duty, known)
    ]


def _reading(task: Task) -> str:
    """How the printed words were read, in words: the person who issued them can object."""
    return wording.reading_text(task.timing)

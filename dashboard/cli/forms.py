"""`form check`, `form import` and `form show`: a form's data file looked at, brought in, read."""

from dataclasses import asdict
from pathlib import Path

import click

from dashboard.cli.deeds import Deed, user_option, with_deed
from dashboard.cli.doors import (
    ISSUES,
    PERIOD,
    database,
    json_option,
    say_json,
    say_rows,
)
from dashboard.cli.file_issues import issue_documents, say_issues
from dashboard.views.form_documentation import (
    HEADINGS,
    FormDocumentation,
    SheetDocumentation,
    form_documentation,
)
from data_access.actions.forms import import_form
from data_access.form_files import form_from_text
from data_access.queries.forms import form_definition
from data_access.text_files import read_text
from scoring.issues import Issue, has_errors
from scoring.periods import Period

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def form() -> None:
    """Kiểm tra, nạp và xem một biểu mẫu (docs/forms.md)."""


@form.command()
@click.argument("file", type=FILE, metavar="F.yaml")
@json_option
@click.pass_context
def check(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Kiểm tra biểu mẫu; chỉ có cảnh báo thì vẫn dùng được."""
    _, issues = form_from_text(read_text(file))
    _say(issues, "Biểu mẫu hợp lệ.", as_json=as_json)
    ctx.exit(ISSUES if has_errors(issues) else 0)


@form.command(name="import")
@click.argument("file", type=FILE, metavar="F.yaml")
@user_option("Tài khoản nạp.")
@json_option
@with_deed
@click.pass_context
def bring_in(ctx: click.Context, deed: Deed, file: Path) -> None:
    """Nạp biểu mẫu; bản mới nhất của một phiên bản được dùng."""
    issues = import_form(deed.engine, deed.actor, read_text(file))
    _say(issues, "Đã nạp biểu mẫu.", as_json=deed.as_json)
    ctx.exit(ISSUES if has_errors(issues) else 0)


@form.command()
@click.argument("code", metavar="CODE")
@click.option("--period", type=PERIOD, help="Phiên bản áp dụng cho kỳ này; không có thì mới nhất.")
@json_option
@click.pass_context
def show(ctx: click.Context, code: str, period: Period | None, as_json: bool) -> None:
    """In bản thuyết minh biểu: từng ô hỏi gì, giới hạn, cách tổng hợp, đối chiếu."""
    found = form_documentation(form_definition(database(ctx), code, period))
    if as_json:
        say_json(asdict(found))
    else:
        _print(found)


def _say(issues: tuple[Issue, ...], done: str, *, as_json: bool) -> None:
    if as_json:
        say_json(issue_documents(issues))
        return
    say_issues(issues)
    if not has_errors(issues):
        click.echo(done)


def _print(found: FormDocumentation) -> None:
    click.echo(found.title)
    for label, words in found.about:
        click.echo(f"{label}: {words}")
    for line in found.guide:
        click.echo(line)
    for sheet in found.sheets:
        _print_sheet(sheet)
    for check in found.checks:
        word = "Không nhận" if check.blocks else "Cảnh báo"
        click.echo(f"\n{word} tại {check.at}: {check.message}")


def _print_sheet(sheet: SheetDocumentation) -> None:
    said = "; ".join(part for part in (sheet.periods, sheet.listing) if part)
    click.echo(f"\n{sheet.title or sheet.name} ({said})")
    rows = [(line.key, line.text, line.heading, line.kind, line.measure) for line in sheet.lines]
    say_rows(HEADINGS, rows)

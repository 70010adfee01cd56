"""`versions`, `original`, `diff`, `feed`, `receipt verify`: what became of a return."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from dashboard import wording
from dashboard.cli.doors import ISSUES, PERIOD, database, json_option, say_json, write_file
from dashboard.cli.return_documents import (
    change_documents,
    entry_document,
    feed_document,
    say_changes,
    say_entries,
)
from data_access.accounts import OPERATOR
from data_access.feeds import FeedItem
from data_access.queries import returns
from scoring.periods import Period

Result = TypeVar("Result")

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _of_a_return(command: Callable[..., Result]) -> Callable[..., Result]:
    """FORM, --unit and --period: which return is asked about."""
    unit = click.option("--unit", required=True, metavar="CODE", help="Mã đơn vị.")
    period = click.option("--period", required=True, type=PERIOD, help="Kỳ báo cáo.")
    return click.argument("form")(unit(period(command)))


@click.command()
@_of_a_return
@json_option
@click.pass_context
def versions(ctx: click.Context, form: str, unit: str, period: Period, as_json: bool) -> None:
    """Mọi bản đã nộp của một biểu, mới nhất trước."""
    found = returns.submissions(database(ctx), OPERATOR, unit, period, form)
    of_this = [entry for entry in found if entry.form == form]
    if as_json:
        say_json([entry_document(entry) for entry in of_this])
    else:
        say_entries(of_this)


@click.command()
@click.argument("number", type=int, metavar="ID")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.pass_context
def original(ctx: click.Context, number: int, output: Path) -> None:
    """Ghi ra tệp gốc của một bản đã nộp, đúng từng byte."""
    kept = returns.submitted_file(database(ctx), OPERATOR, number)
    write_file(output, kept.content)
    click.echo(str(output))


@click.command()
@click.argument("older", type=int, metavar="OLD")
@click.argument("newer", type=int, metavar="NEW")
@json_option
@click.pass_context
def diff(ctx: click.Context, older: int, newer: int, as_json: bool) -> None:
    """Những số liệu khác nhau giữa hai bản nộp."""
    found = returns.difference(database(ctx), OPERATOR, older, newer)
    if as_json:
        say_json(change_documents(found))
    else:
        say_changes(found)


@click.command()
@_of_a_return
@json_option
@click.pass_context
def feed(ctx: click.Context, form: str, unit: str, period: Period, as_json: bool) -> None:
    """Diễn biến của một bản báo cáo: các lần nộp, xem xét, ý kiến, rút, mở lại, minh chứng."""
    found = returns.feed(database(ctx), OPERATOR, form, unit, period)
    if as_json:
        say_json([feed_document(item) for item in found])
        return
    for item in found:
        click.echo(_line(item))


@click.group()
def receipt() -> None:
    """Phiếu tiếp nhận."""


@receipt.command()
@click.argument("file", type=FILE)
@json_option
@click.pass_context
def verify(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Tìm phiếu tiếp nhận đã cấp cho đúng tệp này, không sai một byte."""
    found = returns.verify(database(ctx), OPERATOR, file.read_bytes())
    if as_json:
        say_json([entry_document(entry) for entry in found])
    else:
        for entry in found:
            moment = wording.moment_text(entry.received)
            click.echo(f"{file}: phiếu tiếp nhận số {entry.receipt}, {moment}.")
        if not found:
            click.echo(f"{file}: chưa có phiếu tiếp nhận nào cấp cho tệp này.")
    ctx.exit(0 if found else ISSUES)


def _line(item: FeedItem) -> str:
    said = (wording.moment_text(item.at), item.who, wording.FEED[item.kind], item.label, item.text)
    return " · ".join(words for words in said if words)

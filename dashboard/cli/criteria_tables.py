"""The criteria tables that are kept: listed, brought in, written out, compared, tried out."""

from pathlib import Path

import click

from dashboard import wording
from dashboard.cli.deeds import USER, Deed, with_deed
from dashboard.cli.doors import (
    ISSUES,
    database,
    json_option,
    say_json,
    say_rows,
    write_file,
)
from dashboard.cli.file_issues import issue_documents, say_issues
from dashboard.cli.publication_documents import pair_document
from dashboard.cli.score_lines import ON_PERIOD
from dashboard.views.side_by_side import place_text
from data_access.accounts import OPERATOR
from data_access.actions.criteria import import_criteria_file
from data_access.criteria_files import criteria_from_text
from data_access.queries import criteria as queries
from data_access.queries.criteria import ReadTable, SetEntry
from scoring.criteria import CriteriaSet
from scoring.criteria_diff import difference
from scoring.issues import has_errors
from scoring.periods import Period

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUTPUT = click.Path(dir_okay=False, path_type=Path)
_WORKBOOK = ".xlsx"


@click.command(name="list")
@json_option
@click.pass_context
def list_all(ctx: click.Context, as_json: bool) -> None:
    """Các bảng tiêu chí đã nạp, từng phiên bản."""
    found = queries.sets(database(ctx))
    if as_json:
        say_json([_entry(one) for one in found])
        return
    rows = [
        (
            one.name,
            one.table.title,
            one.table.form,
            _day(one.table.in_force_from),
            _day(one.table.in_force_to),
            ", ".join(map(str, one.published)),
        )
        for one in found
    ]
    say_rows(("Bảng", "Tên", "Biểu tự chấm", "Từ ngày", "Đến ngày", "Đã công bố"), rows)


@click.command(name="import")
@click.argument("file", type=FILE, metavar="F.(yaml|xlsx)")
@USER
@json_option
@with_deed
@click.pass_context
def bring_in(ctx: click.Context, deed: Deed, file: Path) -> None:
    """Nạp bảng tiêu chí; phiên bản đã dùng để công bố thì không đổi được."""
    issues = import_criteria_file(deed.engine, deed.actor, file.name, file.read_bytes())
    if deed.as_json:
        say_json(issue_documents(issues))
    else:
        say_issues(issues)
        if not has_errors(issues):
            click.echo("Đã nạp bảng tiêu chí.")
    ctx.exit(ISSUES if has_errors(issues) else 0)


@click.command()
@click.argument("code", metavar="CODE")
@click.option("--version", metavar="V", help="Phiên bản; không có: phiên bản nạp sau cùng.")
@click.option("-o", "--output", required=True, type=OUTPUT, help="Tệp .yaml hoặc .xlsx ghi ra.")
@click.pass_context
def export(ctx: click.Context, code: str, version: str | None, output: Path) -> None:
    """Xuất bảng tiêu chí: .yaml nguyên văn, .xlsx để sửa bằng Excel rồi nạp lại."""
    engine, name = database(ctx), code if version is None else f"{code}/{version}"
    if output.suffix.lower() == _WORKBOOK:
        content = queries.workbook(engine, name)
    else:
        content = queries.text(engine, name).encode()
    write_file(output, content)
    click.echo(str(output))


@click.command()
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@json_option
@click.pass_context
def diff(ctx: click.Context, old: str, new: str, as_json: bool) -> None:
    """So sánh hai bảng tiêu chí bằng lời; A, B là tệp (.yaml, .xlsx) hoặc mã bảng/phiên bản."""
    tables = [_named(ctx, name, as_json=as_json) for name in (old, new)]
    found = difference(*tables)
    if as_json:
        say_json(
            [
                {"code": one.code, "what": one.what, "before": one.before, "after": one.after}
                for one in found
            ]
        )
        return
    for one in found:
        click.echo(f"{one.code} {one.said}".strip())
    if not found:
        click.echo("Hai bảng tiêu chí như nhau.")


@click.command(name="try-past")
@click.argument("file", type=FILE, metavar="SET.(yaml|xlsx)")
@ON_PERIOD
@json_option
@click.pass_context
def try_past(ctx: click.Context, file: Path, period: Period, as_json: bool) -> None:
    """Chấm thử số liệu một kỳ đã qua: thứ cũ và thứ mới cạnh nhau."""
    read = queries.read_file(file.name, file.read_bytes())
    if read.text is None:
        _fail(ctx, read, as_json=as_json)
    tried = queries.try_out(database(ctx), OPERATOR, read.text, period)
    if as_json:
        old = tried.old and f"{tried.old.code}/{tried.old.version}"
        new = f"{tried.new.code}/{tried.new.version}"
        places = [pair_document(one) for one in tried.places]
        say_json({"period": period, "old": old, "new": new, "places": places})
        return
    rows = [
        (one.unit, one.name, place_text(one.before), place_text(one.after)) for one in tried.places
    ]
    say_rows(("Mã", "Đơn vị", "Bảng đang dùng", "Bảng thử"), rows)


COMMANDS = (list_all, bring_in, export, diff, try_past)


def _named(ctx: click.Context, name: str, *, as_json: bool) -> CriteriaSet:
    file = Path(name)
    if not file.is_file():
        return queries.table(database(ctx), name)
    read = queries.read_file(file.name, file.read_bytes())
    if read.text is None:
        _fail(ctx, read, as_json=as_json)
    return criteria_from_text(read.text)[0]


def _fail(ctx: click.Context, read: ReadTable, *, as_json: bool) -> None:
    if as_json:
        say_json(issue_documents(read.issues))
    else:
        say_issues(read.issues)
    ctx.exit(ISSUES)


def _entry(one: SetEntry) -> dict[str, object]:
    table = one.table
    return {
        "code": table.code,
        "version": table.version,
        "title": table.title,
        "kind": table.kind.value,
        "form": table.form,
        "unit_kinds": list(table.unit_kinds),
        "from": table.in_force_from,
        "to": table.in_force_to,
        "published": list(one.published),
    }


def _day(day: object) -> str:
    return "" if day is None else wording.day_text(day)

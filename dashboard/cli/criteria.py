"""`criteria check` and `criteria try`: a table looked at and tried out, without a database; and the
tables that are kept (cli/criteria_tables.py)."""

from pathlib import Path

import click

from dashboard import wording
from dashboard.cli import criteria_tables
from dashboard.cli.doors import ISSUES, PERIOD, json_option, say_json, say_rows
from dashboard.cli.file_issues import issue_documents, say_issues
from dashboard.cli.score_documents import ranking_document, scorecard_documents
from data_access.criteria_files import criteria_from_text
from data_access.criteria_workbook.importing import criteria_from_file
from data_access.facts_files import facts_from_csv
from data_access.text_files import read_text
from scoring.criteria import CriteriaSet
from scoring.issues import Issue, has_errors
from scoring.periods import Period
from scoring.ranking import ranked_cards
from scoring.refusals import Refusal, Refused

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def criteria() -> None:
    """Kiểm tra, dùng thử, nạp, xuất và so sánh bảng tiêu chí (docs/criteria.md)."""


for command in criteria_tables.COMMANDS:
    criteria.add_command(command)


@criteria.command()
@click.argument("table", type=FILE, metavar="SET.(yaml|xlsx)")
@json_option
@click.pass_context
def check(ctx: click.Context, table: Path, as_json: bool) -> None:
    """Kiểm tra bảng tiêu chí; chỉ có cảnh báo thì vẫn dùng được."""
    _, issues = _read(table)
    if as_json:
        say_json(issue_documents(issues))
    else:
        say_issues(issues)
        if not issues:
            click.echo("Bảng tiêu chí hợp lệ.")
    ctx.exit(ISSUES if has_errors(issues) else 0)


@criteria.command(name="try")
@click.argument("table", type=FILE, metavar="SET.(yaml|xlsx)")
@click.argument("facts", type=FILE, metavar="FACTS.csv")
@click.option("--period", type=PERIOD, help="Chấm như một kỳ; không có thì chấm mọi tiêu chí.")
@click.option("--group", metavar="G", help="Chỉ một cụm, khối thi đua.")
@json_option
@click.pass_context
def try_table(
    ctx: click.Context,
    table: Path,
    facts: Path,
    period: Period | None,
    group: str | None,
    as_json: bool,
) -> None:
    """Chấm thử và xếp thứ theo số liệu trong một tệp csv."""
    found, issues = _read(table)
    known, fact_issues = (), ()
    if found is not None:
        known, fact_issues = facts_from_csv(read_text(facts), found, facts.name)
    if found is None or has_errors(fact_issues):
        _fail(ctx, (*issues, *fact_issues), as_json=as_json)
    say_issues(fact_issues, err=True)
    if group is not None and group not in {one.group for one in known}:
        raise Refused(Refusal.UNKNOWN_GROUP, group=group)
    tried = ranked_cards(found, known, period, group)
    if as_json:
        name = None if period is None else str(period)
        code = f"{found.code}/{found.version}"
        document = ranking_document(name, code, tried.ranking, provisional=True)
        say_json(document | {"scorecards": scorecard_documents(tried.cards)})
        return
    rows = [
        (str(one.rank), one.unit, wording.number_text(one.total), one.class_name or "")
        for one in tried.ranking.places
    ]
    rows += [("–", one.unit, "", one.reason) for one in tried.ranking.unranked]
    say_rows(("Xếp thứ", "Đơn vị", "Tổng điểm", "Xếp loại"), rows)


def _read(file: Path) -> tuple[CriteriaSet | None, tuple[Issue, ...]]:
    text, issues = criteria_from_file(file.name, file.read_bytes())
    return (None if text is None else criteria_from_text(text)[0]), issues


def _fail(ctx: click.Context, issues: tuple[Issue, ...], *, as_json: bool) -> None:
    if as_json:
        say_json(issue_documents(issues))
    else:
        say_issues(issues)
    ctx.exit(ISSUES)

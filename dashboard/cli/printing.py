"""`print ranking`: the ranking table as a document ready for signing."""

from datetime import date
from pathlib import Path

import click

from dashboard.cli.doors import DAY, PERIOD, database, write_file
from dashboard.cli.score_lines import CRITERIA
from dashboard.printing.ranking import printed_ranking
from data_access.accounts import OPERATOR
from scoring.periods import Period


@click.group(name="print")
def print_group() -> None:
    """In văn bản."""


@print_group.command()
@click.option("--period", required=True, type=PERIOD, help="Kỳ chấm.")
@click.option("--group", metavar="G", help="Chỉ một cụm, khối thi đua.")
@CRITERIA
@click.option("--profile", required=True, type=click.Choice(["dang", "nha-nuoc"]))
@click.option("--format", "kind", required=True, type=click.Choice(["pdf", "xlsx"]))
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--date", "day", type=DAY, help="Ngày ký; không có thì để trống.")
@click.option("--number", metavar="N", help="Số văn bản; không có thì để trống.")
@click.pass_context
def ranking(
    ctx: click.Context,
    period: Period,
    group: str | None,
    criteria: str | None,
    profile: str,
    kind: str,
    output: Path,
    day: date | None,
    number: str | None,
) -> None:
    """In bảng đánh giá, xếp loại theo thể thức văn bản của Đảng hoặc của Nhà nước."""
    paper = printed_ranking(
        database(ctx),
        OPERATOR,
        period,
        group,
        profile,
        kind,
        day=day,
        number=number,
        criteria=criteria,
    )
    write_file(output, paper)
    click.echo(str(output))

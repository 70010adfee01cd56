"""`ics`: the dates of a unit for the calendar of a telephone or an office."""

from datetime import date
from pathlib import Path

import click

from dashboard.cli.doors import DAY, database, day_or_today, write_file
from dashboard.ics import a_year_on, unit_calendar
from data_access.accounts import OPERATOR


@click.command()
@click.option("--unit", required=True, metavar="CODE", help="Mã đơn vị.")
@click.option("--from", "first", type=DAY, help="Từ ngày; không có thì hôm nay.")
@click.option("--to", "last", type=DAY, help="Đến ngày; không có thì một năm sau.")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.pass_context
def ics(ctx: click.Context, unit: str, first: date | None, last: date | None, output: Path) -> None:
    """Ghi lịch các hạn còn phải làm của một đơn vị ra tệp .ics."""
    engine = database(ctx)
    today = day_or_today(engine, None)
    begin = first or today
    end = last or a_year_on(begin)
    write_file(output, unit_calendar(engine, OPERATOR, unit, today, begin, end))
    click.echo(str(output))

"""`template`: an official form, made out for one unit and one period."""

from pathlib import Path

import click

from dashboard.cli.doors import PERIOD, database, write_file
from data_access.accounts import OPERATOR
from data_access.queries import templates
from scoring.periods import Period


@click.command()
@click.argument("form")
@click.option("--unit", required=True, metavar="CODE", help="Mã đơn vị.")
@click.option("--period", required=True, type=PERIOD, help="Kỳ báo cáo.")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.pass_context
def template(ctx: click.Context, form: str, unit: str, period: Period, output: Path) -> None:
    """Ghi biểu mẫu FORM của một đơn vị, một kỳ ra tệp xlsx."""
    made = templates.template(database(ctx), OPERATOR, form, unit, period)
    write_file(output, made.content)
    click.echo(str(output))

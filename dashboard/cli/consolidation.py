"""`consolidate`: a form's figures added up over the units beneath one."""

from pathlib import Path

import click

from dashboard.cli.consolidation_documents import consolidation_document
from dashboard.cli.doors import PERIOD, database, json_option, say_json, say_rows, write_file
from dashboard.printing.consolidation import printed_consolidation
from dashboard.printing.profiles import PROFILES
from dashboard.views.consolidated_words import completeness
from dashboard.views.consolidation import main_sheets
from dashboard.views.paper_sheets import PaperSheet
from data_access.accounts import OPERATOR
from data_access.queries.consolidation import consolidation
from scoring.periods import Period


@click.command()
@click.argument("form", metavar="FORM")
@click.option("--period", required=True, type=PERIOD, help="Kỳ báo cáo; năm gồm cả bốn quý.")
@click.option("--unit", metavar="CODE", help="Đơn vị cấp trên của các đơn vị được cộng.")
@click.option("--to-date", is_flag=True, help="Cộng từ đầu năm đến hết kỳ.")
@click.option("--profile", type=click.Choice(tuple(PROFILES)), default="dang", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@click.pass_context
def consolidate(
    ctx: click.Context,
    form: str,
    period: Period,
    unit: str | None,
    to_date: bool,
    profile: str,
    output: Path | None,
    as_json: bool,
) -> None:
    """Tổng hợp số liệu của một biểu từ các đơn vị trực thuộc."""
    engine = database(ctx)
    found = consolidation(engine, OPERATOR, form, period, unit, to_date=to_date)
    if output is not None:
        asked = (form, period, unit)
        _name, content = printed_consolidation(
            engine, OPERATOR, *asked, to_date=to_date, profile=profile
        )
        write_file(output, content)
    if as_json:
        say_json(consolidation_document(found))
        return
    for sheet in main_sheets(found):
        _say_sheet(sheet)
    click.echo(f"{completeness(found)}.")


def _say_sheet(sheet: PaperSheet) -> None:
    click.echo(sheet.title)
    headings = [" ".join(column.heading.split()) for column in sheet.columns]
    rows = [[f"{cell.text}{cell.mark}" for cell in row.cells] for row in sheet.rows]
    say_rows(headings, rows)
    for note in sheet.notes:
        click.echo(note)
    click.echo()

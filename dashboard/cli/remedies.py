"""`remedy`: lost points as dated obligations."""

from datetime import date

import click

from dashboard import wording
from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import DAY, database, json_option, say_json, say_rows
from dashboard.cli.score_lines import (
    CRITERIA,
    ON_PERIOD,
    ONE_UNIT,
    line_options,
)
from data_access.accounts import OPERATOR
from data_access.actions.remedies import finish_remedy, plan_remedy
from data_access.queries import registers
from data_access.remedies import Remedy
from scoring.periods import Period


@click.group()
def remedy() -> None:
    """Kế hoạch khắc phục các tiêu chí bị mất điểm."""


@remedy.command()
@line_options
@click.option("--measure", required=True, metavar="TEXT", help="Biện pháp khắc phục.")
@click.option("--due", required=True, type=DAY, help="Thời hạn hoàn thành.")
@acts
def plan(
    deed: Deed,
    unit: str,
    period: Period,
    criterion: str,
    criteria: str | None,
    measure: str,
    due: date,
) -> None:
    """Ghi một nội dung khắc phục, có thời hạn."""
    line = (unit, period, criterion)
    number = plan_remedy(
        deed.engine, deed.actor, *line, measure, due, deed.moments, criteria=criteria
    )
    said = f"Đã ghi nội dung khắc phục tiêu chí {criterion}"
    deed.done(number, "planned", said)


@remedy.command()
@click.argument("number", type=int, metavar="ID")
@click.option("--done-on", required=True, type=DAY, help="Ngày hoàn thành.")
@click.option("--text", required=True, metavar="TEXT", help="Kết quả khắc phục.")
@acts
def finish(deed: Deed, number: int, done_on: date, text: str) -> None:
    """Ghi một nội dung khắc phục đã hoàn thành."""
    finish_remedy(deed.engine, deed.actor, number, done_on, text, deed.moments)
    deed.done(number, "finished", "Đã ghi hoàn thành nội dung khắc phục")


@remedy.command(name="list")
@ON_PERIOD
@ONE_UNIT
@CRITERIA
@json_option
@click.pass_context
def remedy_list(
    ctx: click.Context, period: Period, unit: str | None, criteria: str | None, as_json: bool
) -> None:
    """Các nội dung khắc phục của một kỳ, theo thời hạn."""
    found = registers.remedies(database(ctx), OPERATOR, period, unit, criteria=criteria)
    if as_json:
        say_json([_document(one) for one in found])
        return
    rows = [
        (
            str(one.id),
            one.unit,
            one.criterion,
            wording.number_text(one.lost),
            one.measure,
            wording.day_text(one.due),
            wording.day_text(one.done_on),
        )
        for one in found
    ]
    headings = ("Số", "Đơn vị", "Tiêu chí", "Điểm mất", "Biện pháp", "Thời hạn", "Hoàn thành")
    say_rows(headings, rows)


def _document(one: Remedy) -> dict[str, object]:
    return {
        "id": one.id,
        "criteria": one.criteria,
        "unit": one.unit,
        "period": one.period,
        "criterion": one.criterion,
        "lost": one.lost,
        "measure": one.measure,
        "due": one.due,
        "done_on": one.done_on,
        "done_text": one.done_text or None,
    }

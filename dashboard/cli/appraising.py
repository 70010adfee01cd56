"""`appraise`: a person's points for one line."""

from decimal import Decimal

import click

from dashboard import wording
from dashboard.cli.doors import acting, database, json_option, say_json
from dashboard.cli.handing import moments_option
from dashboard.cli.score_lines import USER, line_options, read_number
from data_access.actions.appraisal import appraise as appraise_action
from data_access.moments import Moments
from scoring.periods import Period


@click.command()
@line_options
@click.option("--points", required=True, callback=read_number, metavar="X", help="Điểm thẩm định.")
@click.option("--reason", default="", metavar="TEXT", help="Lý do, nếu khác điểm tự chấm.")
@click.option(
    "--round",
    "turn",
    type=click.IntRange(1, 3),
    help="Lần thẩm định 1, 2, hoặc 3: tập thể Ban Chỉ đạo; không có: theo diễn biến.",
)
@USER
@moments_option
@json_option
@click.pass_context
def appraise(
    ctx: click.Context,
    unit: str,
    period: Period,
    criterion: str,
    criteria: str | None,
    points: Decimal,
    reason: str,
    turn: int | None,
    user: str,
    moments: Moments | None,
    as_json: bool,
) -> None:
    """Ghi điểm thẩm định của một người cho một tiêu chí."""
    engine = database(ctx)
    line = (unit, period, criterion)
    chosen = {"criteria": criteria, "round": turn}
    appraise_action(engine, acting(engine, user), *line, points, reason, moments, **chosen)
    if as_json:
        say_json({"unit": unit, "period": period, "criterion": criterion, "points": points})
    else:
        click.echo(f"Đã ghi {wording.number_text(points)} điểm thẩm định tiêu chí {criterion}.")

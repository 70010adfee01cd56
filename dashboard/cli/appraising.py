"""`appraise`: a person's points for one line."""

from decimal import Decimal

import click

from dashboard import wording
from dashboard.cli.deeds import Deed, acts
from dashboard.cli.score_lines import line_options, read_number
from data_access.actions.appraisal import appraise as appraise_action
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
@acts
def appraise(
    deed: Deed,
    unit: str,
    period: Period,
    criterion: str,
    criteria: str | None,
    points: Decimal,
    reason: str,
    turn: int | None,
) -> None:
    """Ghi điểm thẩm định của một người cho một tiêu chí."""
    line = (unit, period, criterion)
    chosen = {"criteria": criteria, "round": turn}
    appraise_action(deed.engine, deed.actor, *line, points, reason, deed.moments, **chosen)
    document = {"unit": unit, "period": period, "criterion": criterion, "points": points}
    said = f"Đã ghi {wording.number_text(points)} điểm thẩm định tiêu chí {criterion}."
    deed.say(document, said)

"""`explanation`: asked for on a line of points, and given by the unit."""

from datetime import date

import click

from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import DAY, database, json_option
from dashboard.cli.score_lines import (
    CRITERIA,
    ON_PERIOD,
    ONE_UNIT,
    line_options,
    say_events,
)
from data_access.accounts import OPERATOR
from data_access.actions import explaining as actions
from data_access.queries import score_talk
from data_access.score_events import ScoreEventKind
from scoring.periods import Period

KINDS = (ScoreEventKind.EXPLANATION_ASKED, ScoreEventKind.EXPLAINED)


@click.group()
def explanation() -> None:
    """Yêu cầu giải trình và giải trình về điểm một tiêu chí."""


@explanation.command()
@line_options
@click.option("--text", required=True, metavar="TEXT", help="Nội dung cần giải trình.")
@click.option("--due", required=True, type=DAY, help="Ngày cuối cùng để giải trình.")
@acts
def ask(
    deed: Deed,
    unit: str,
    period: Period,
    criterion: str,
    criteria: str | None,
    text: str,
    due: date,
) -> None:
    """Yêu cầu đơn vị giải trình một tiêu chí."""
    line = (unit, period, criterion)
    number = actions.ask_explanation(
        deed.engine, deed.actor, *line, text, due, deed.moments, criteria=criteria
    )
    said = f"Đã yêu cầu {unit} giải trình tiêu chí {criterion}"
    deed.done(number, ScoreEventKind.EXPLANATION_ASKED.value, said)


@explanation.command()
@line_options
@click.option("--text", required=True, metavar="TEXT", help="Nội dung giải trình.")
@acts
def give(
    deed: Deed, unit: str, period: Period, criterion: str, criteria: str | None, text: str
) -> None:
    """Giải trình về tiêu chí được yêu cầu."""
    line = (unit, period, criterion)
    number = actions.explain(deed.engine, deed.actor, *line, text, deed.moments, criteria=criteria)
    said = f"Đã ghi giải trình tiêu chí {criterion}"
    deed.done(number, ScoreEventKind.EXPLAINED.value, said)


@explanation.command(name="list")
@ON_PERIOD
@ONE_UNIT
@CRITERIA
@json_option
@click.pass_context
def explanation_list(
    ctx: click.Context, period: Period, unit: str | None, criteria: str | None, as_json: bool
) -> None:
    """Các yêu cầu giải trình và giải trình của một kỳ."""
    said = score_talk.talk(database(ctx), OPERATOR, period, unit, criteria=criteria)
    say_events(tuple(one for one in said if one.kind in KINDS), as_json=as_json)

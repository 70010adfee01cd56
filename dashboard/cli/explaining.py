"""`explanation`: asked for on a line of points, and given by the unit."""

from datetime import date

import click

from dashboard.cli.doors import DAY, acting, database, json_option
from dashboard.cli.handing import moments_option
from dashboard.cli.score_lines import (
    CRITERIA,
    ON_PERIOD,
    ONE_UNIT,
    USER,
    line_options,
    say_done,
    say_events,
)
from data_access.accounts import OPERATOR
from data_access.actions import explaining as actions
from data_access.moments import Moments
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
@USER
@moments_option
@json_option
@click.pass_context
def ask(
    ctx: click.Context,
    unit: str,
    period: Period,
    criterion: str,
    criteria: str | None,
    text: str,
    due: date,
    user: str,
    moments: Moments | None,
    as_json: bool,
) -> None:
    """Yêu cầu đơn vị giải trình một tiêu chí."""
    engine = database(ctx)
    line = (unit, period, criterion)
    number = actions.ask_explanation(
        engine, acting(engine, user), *line, text, due, moments, criteria=criteria
    )
    said = f"Đã yêu cầu {unit} giải trình tiêu chí {criterion}"
    say_done(number, ScoreEventKind.EXPLANATION_ASKED.value, said, as_json=as_json)


@explanation.command()
@line_options
@click.option("--text", required=True, metavar="TEXT", help="Nội dung giải trình.")
@USER
@moments_option
@json_option
@click.pass_context
def give(
    ctx: click.Context,
    unit: str,
    period: Period,
    criterion: str,
    criteria: str | None,
    text: str,
    user: str,
    moments: Moments | None,
    as_json: bool,
) -> None:
    """Giải trình về tiêu chí được yêu cầu."""
    engine = database(ctx)
    line = (unit, period, criterion)
    number = actions.explain(engine, acting(engine, user), *line, text, moments, criteria=criteria)
    said = f"Đã ghi giải trình tiêu chí {criterion}"
    say_done(number, ScoreEventKind.EXPLAINED.value, said, as_json=as_json)


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

"""`reconsider`: a published line that its unit asks to have looked at again, and the answer."""

import click

from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import database, json_option
from dashboard.cli.score_lines import (
    CRITERIA,
    ON_PERIOD,
    ONE_UNIT,
    line_options,
    say_events,
)
from data_access.accounts import OPERATOR
from data_access.actions import reconsidering as actions
from data_access.queries import score_talk
from data_access.score_events import ScoreEventKind
from scoring.periods import Period

KINDS = (ScoreEventKind.RECONSIDERATION_ASKED, ScoreEventKind.RECONSIDERED)


@click.group()
def reconsider() -> None:
    """Đề nghị xem xét lại điểm đã công bố và trả lời."""


@reconsider.command()
@line_options
@click.option("--text", required=True, metavar="TEXT", help="Lý do đề nghị.")
@acts
def ask(
    deed: Deed, unit: str, period: Period, criterion: str, criteria: str | None, text: str
) -> None:
    """Đề nghị xem xét lại một tiêu chí, trong thời hạn của bảng tiêu chí."""
    line = (unit, period, criterion)
    number = actions.ask_reconsideration(
        deed.engine, deed.actor, *line, text, deed.moments, criteria=criteria
    )
    said = f"Đã đề nghị xem xét lại tiêu chí {criterion}"
    deed.done(number, ScoreEventKind.RECONSIDERATION_ASKED.value, said)


@reconsider.command()
@click.argument("number", type=int, metavar="ID")
@click.option("--accept/--reject", "accepted", required=True, help="Chấp nhận hay không.")
@click.option("--reason", required=True, metavar="TEXT", help="Lý do.")
@acts
def answer(deed: Deed, number: int, accepted: bool, reason: str) -> None:
    """Trả lời một đề nghị; chấp nhận thì tiêu chí ấy được chấm lại."""
    made = actions.answer_reconsideration(
        deed.engine, deed.actor, number, accepted, reason, deed.moments
    )
    said = f"Đã trả lời đề nghị xem xét lại số {number}"
    deed.done(made, ScoreEventKind.RECONSIDERED.value, said)


@reconsider.command(name="list")
@ON_PERIOD
@ONE_UNIT
@CRITERIA
@json_option
@click.pass_context
def reconsider_list(
    ctx: click.Context, period: Period, unit: str | None, criteria: str | None, as_json: bool
) -> None:
    """Các đề nghị xem xét lại của một kỳ và câu trả lời."""
    said = score_talk.talk(database(ctx), OPERATOR, period, unit, criteria=criteria)
    say_events(tuple(one for one in said if one.kind in KINDS), as_json=as_json)

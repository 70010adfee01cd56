"""`inspection recommend`, `done`, `reopen`: what a unit is to put right after an inspection."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import click

from dashboard.cli.doors import DAY, acting, database, json_option
from dashboard.cli.handing import moments_option
from dashboard.cli.score_lines import USER, say_done
from data_access.actions import recommendations as actions
from data_access.moments import Moments

Result = TypeVar("Result")

_NUMBER = click.argument("number", type=int, metavar="ID")


def acts(command: Callable[..., Result]) -> Callable[..., Result]:
    """Who acts, when, and how it is answered."""
    return click.pass_context(USER(moments_option(json_option(command))))


@click.command()
@click.argument("visit", type=int, metavar="VISIT")
@click.option("--text", required=True, metavar="TEXT", help="Kiến nghị.")
@click.option("--due", required=True, type=DAY, help="Hạn thực hiện.")
@click.option("--criteria", default="", metavar="CODE", help="Mã bảng tiêu chí.")
@click.option("--criterion", default="", metavar="C", help="Mã tiêu chí có liên quan.")
@acts
def recommend(
    ctx: click.Context,
    visit: int,
    text: str,
    due: date,
    criteria: str,
    criterion: str,
    user: str,
    moments: Moments | None,
    as_json: bool,
) -> None:
    """Ghi một kiến nghị, có thời hạn; thành nhiệm vụ của đơn vị."""
    engine = database(ctx)
    given = (visit, text, due, criteria, criterion, moments)
    kept = actions.recommend(engine, acting(engine, user), *given)
    say_done(kept, "recommended", "Đã ghi kiến nghị", as_json=as_json)


@click.command()
@_NUMBER
@click.option("--day", required=True, type=DAY, help="Ngày thực hiện xong.")
@click.option("--text", required=True, metavar="TEXT", help="Kết quả thực hiện.")
@acts
def done(
    ctx: click.Context,
    number: int,
    day: date,
    text: str,
    user: str,
    moments: Moments | None,
    as_json: bool,
) -> None:
    """Báo đã thực hiện xong một kiến nghị."""
    engine = database(ctx)
    actions.finish_recommendation(engine, acting(engine, user), number, day, text, moments)
    say_done(number, "done", "Đã ghi kết quả thực hiện kiến nghị", as_json=as_json)


@click.command()
@_NUMBER
@click.option("--reason", required=True, metavar="TEXT", help="Lý do.")
@acts
def reopen(
    ctx: click.Context,
    number: int,
    reason: str,
    user: str,
    moments: Moments | None,
    as_json: bool,
) -> None:
    """Mở lại một kiến nghị chưa thực hiện đạt; hạn cũ giữ nguyên."""
    engine = database(ctx)
    actions.reopen_recommendation(engine, acting(engine, user), number, reason, moments)
    say_done(number, "reopened", "Đã mở lại kiến nghị", as_json=as_json)

"""`inspection recommend`, `done`, `reopen`: what a unit is to put right after an inspection."""

from datetime import date

import click

from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import DAY
from data_access.actions import recommendations as actions

_NUMBER = click.argument("number", type=int, metavar="ID")


@click.command()
@click.argument("visit", type=int, metavar="VISIT")
@click.option("--text", required=True, metavar="TEXT", help="Kiến nghị.")
@click.option("--due", required=True, type=DAY, help="Hạn thực hiện.")
@click.option("--criteria", default="", metavar="CODE", help="Mã bảng tiêu chí.")
@click.option("--criterion", default="", metavar="C", help="Mã tiêu chí có liên quan.")
@acts
def recommend(deed: Deed, visit: int, text: str, due: date, criteria: str, criterion: str) -> None:
    """Ghi một kiến nghị, có thời hạn; thành nhiệm vụ của đơn vị."""
    given = (visit, text, due, criteria, criterion, deed.moments)
    kept = actions.recommend(deed.engine, deed.actor, *given)
    deed.done(kept, "recommended", "Đã ghi kiến nghị")


@click.command()
@_NUMBER
@click.option("--day", required=True, type=DAY, help="Ngày thực hiện xong.")
@click.option("--text", required=True, metavar="TEXT", help="Kết quả thực hiện.")
@acts
def done(deed: Deed, number: int, day: date, text: str) -> None:
    """Báo đã thực hiện xong một kiến nghị."""
    actions.finish_recommendation(deed.engine, deed.actor, number, day, text, deed.moments)
    deed.done(number, "done", "Đã ghi kết quả thực hiện kiến nghị")


@click.command()
@_NUMBER
@click.option("--reason", required=True, metavar="TEXT", help="Lý do.")
@acts
def reopen(deed: Deed, number: int, reason: str) -> None:
    """Mở lại một kiến nghị chưa thực hiện đạt; hạn cũ giữ nguyên."""
    actions.reopen_recommendation(deed.engine, deed.actor, number, reason, deed.moments)
    deed.done(number, "reopened", "Đã mở lại kiến nghị")

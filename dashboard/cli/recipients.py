"""`recipient`: who is reminded by mail."""

import click

from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import database, json_option, say_json, say_rows
from data_access.accounts import OPERATOR
from data_access.actions.reminders import add_recipient, remove_recipient
from data_access.queries.reminders import recipients_of


@click.group()
def recipient() -> None:
    """Người nhận thư nhắc việc."""


@recipient.command()
@click.argument("address")
@click.option("--unit", metavar="U", help="Nhận thư về việc của đơn vị này.")
@click.option("--user", "person", metavar="USER", help="Nhận thư về việc tài khoản này theo dõi.")
@click.option("--name", default="", metavar="TEXT", help="Họ tên, chức vụ.")
@acts
def add(deed: Deed, address: str, unit: str | None, person: str | None, name: str) -> None:
    """Thêm một địa chỉ nhận thư của một đơn vị hoặc một người."""
    given = (address, name, unit, person)
    number = add_recipient(deed.engine, deed.actor, *given, deed.moments)
    deed.done(number, "added", "Đã thêm người nhận thư")


@recipient.command()
@click.argument("number", type=int, metavar="ID")
@acts
def remove(deed: Deed, number: int) -> None:
    """Không gửi thư tới địa chỉ này nữa; thư đã gửi vẫn giữ."""
    remove_recipient(deed.engine, deed.actor, number, deed.moments)
    deed.done(number, "removed", "Đã đưa ra khỏi danh sách")


@recipient.command(name="list")
@json_option
@click.pass_context
def recipient_list(ctx: click.Context, as_json: bool) -> None:
    """Danh sách người nhận thư."""
    found = recipients_of(database(ctx), OPERATOR)
    if as_json:
        say_json(
            [
                {
                    "id": one.id,
                    "address": one.address,
                    "name": one.name,
                    "unit": one.unit,
                    "user": one.user,
                }
                for one in found
            ]
        )
        return
    rows = [(str(one.id), one.address, one.name, one.unit or one.user or "") for one in found]
    say_rows(("Số", "Địa chỉ", "Họ tên", "Đơn vị, tài khoản"), rows)

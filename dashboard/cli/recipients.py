"""`recipient`: who is reminded by mail."""

import click

from dashboard.cli.doors import acting, database, json_option, say_json, say_rows
from dashboard.cli.handing import moments_option
from dashboard.cli.score_lines import USER, say_done
from data_access.accounts import OPERATOR
from data_access.actions.reminders import add_recipient, remove_recipient
from data_access.moments import Moments
from data_access.queries.reminders import recipients_of


@click.group()
def recipient() -> None:
    """Người nhận thư nhắc việc."""


@recipient.command()
@click.argument("address")
@click.option("--unit", metavar="U", help="Nhận thư về việc của đơn vị này.")
@click.option("--user", "person", metavar="USER", help="Nhận thư về việc tài khoản này theo dõi.")
@click.option("--name", default="", metavar="TEXT", help="Họ tên, chức vụ.")
@USER
@moments_option
@json_option
@click.pass_context
def add(
    ctx: click.Context,
    address: str,
    unit: str | None,
    person: str | None,
    name: str,
    user: str,
    moments: Moments | None,
    as_json: bool,
) -> None:
    """Thêm một địa chỉ nhận thư của một đơn vị hoặc một người."""
    engine = database(ctx)
    given = (address, name, unit, person)
    number = add_recipient(engine, acting(engine, user), *given, moments)
    say_done(number, "added", "Đã thêm người nhận thư", as_json=as_json)


@recipient.command()
@click.argument("number", type=int, metavar="ID")
@USER
@moments_option
@json_option
@click.pass_context
def remove(
    ctx: click.Context, number: int, user: str, moments: Moments | None, as_json: bool
) -> None:
    """Không gửi thư tới địa chỉ này nữa; thư đã gửi vẫn giữ."""
    engine = database(ctx)
    remove_recipient(engine, acting(engine, user), number, moments)
    say_done(number, "removed", "Đã đưa ra khỏi danh sách", as_json=as_json)


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

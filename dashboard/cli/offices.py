"""`office`: chức danh and who holds them."""

from datetime import date

import click

from dashboard import wording
from dashboard.cli.deeds import USER, Deed, deed_of, with_deed
from dashboard.cli.doors import (
    DAY,
    database,
    day_or_today,
    json_option,
    say_json,
    say_rows,
)
from dashboard.cli.handing import moments_option
from data_access.accounts import OPERATOR
from data_access.actions import offices as actions
from data_access.moments import Moments
from data_access.queries import offices
from data_access.queries.offices import Holder

_TITLE = click.option("--title", required=True, metavar="TEXT", help="Tên chức danh.")
_POSITION = click.option("--position", type=int, default=1, help="Thứ tự trên văn bản.")


@click.group()
def office() -> None:
    """Chức danh và người giữ chức danh theo thời gian."""


@office.command()
@click.argument("code")
@_TITLE
@click.option("--unit", required=True, metavar="U", help="Mã đơn vị có chức danh này.")
@_POSITION
@USER
@json_option
@with_deed
def name(deed: Deed, code: str, title: str, unit: str, position: int) -> None:
    """Đặt một chức danh mới."""
    actions.name_office(deed.engine, deed.actor, code, title, unit, position)
    deed.say({"code": code, "done": "named"}, f"Đã ghi chức danh “{title}”.")


@office.command()
@click.argument("code")
@_TITLE
@click.option("--position", type=int, help="Thứ tự trên văn bản (không ghi: giữ như cũ).")
@USER
@json_option
@with_deed
def rename(deed: Deed, code: str, title: str, position: int | None) -> None:
    """Sửa tên, thứ tự của một chức danh; người giữ chức danh không đổi."""
    actions.rename_office(deed.engine, deed.actor, code, title, position)
    deed.say({"code": code, "done": "renamed"}, f"Đã sửa thành “{title}”.")


@office.command()
@click.argument("code")
@click.option("--name", "holder", metavar="NAME", help="Họ tên người giữ chức danh.")
@click.option("--vacant", is_flag=True, help="Không có ai giữ chức danh này.")
@click.option("--from", "from_day", required=True, type=DAY, help="Từ ngày.")
@click.option("--document", required=True, metavar="N", help="Số, ký hiệu quyết định.")
@click.option("--account", metavar="USER", help="Tài khoản của người đó, nếu có.")
@USER
@moments_option
@json_option
@click.pass_context
def hold(
    ctx: click.Context,
    code: str,
    holder: str | None,
    vacant: bool,
    from_day: date,
    document: str,
    account: str | None,
    user: str,
    moments: Moments | None,
    as_json: bool,
) -> None:
    """Ghi ai giữ chức danh từ một ngày."""
    if bool(holder and holder.strip()) == vacant:
        raise click.UsageError("cần đúng một trong hai: --name hoặc --vacant.")
    deed = deed_of(ctx, user, moments, as_json=as_json)
    given = (code, holder or "", from_day, document, account, moments)
    number = actions.hold(deed.engine, deed.actor, *given)
    deed.done(number, "held", f"Đã ghi người giữ chức danh {code}")


@office.command(name="list")
@click.option("--on", "day", type=DAY, help="Xem tại ngày; không có: hôm nay.")
@json_option
@click.pass_context
def office_list(ctx: click.Context, day: date | None, as_json: bool) -> None:
    """Các chức danh và ai giữ vào một ngày."""
    engine = database(ctx)
    found = offices.holders(engine, OPERATOR, day_or_today(engine, day))
    if as_json:
        say_json([_document(one) for one in found])
        return
    rows = [(one.office.code, one.office.title, one.office.unit, *_held(one)) for one in found]
    say_rows(("Mã", "Chức danh", "Đơn vị", "Người giữ", "Từ ngày", "Văn bản"), rows)


def _held(one: Holder) -> tuple[str, str, str]:
    if one.holding is None:
        return "", "", ""
    since = wording.day_text(one.holding.from_day)
    return one.name or "(khuyết)", since, one.holding.document


def _document(one: Holder) -> dict[str, object]:
    held = one.holding
    return {
        "code": one.office.code,
        "title": one.office.title,
        "unit": one.office.unit,
        "position": one.office.position,
        "name": one.name or None,
        "account": one.user,
        "from": held.from_day if held else None,
        "document": held.document if held else None,
    }

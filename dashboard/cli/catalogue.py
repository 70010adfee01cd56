"""Lists: units, periods, forms, accounts."""

import click

from dashboard.cli.doors import database, json_option, say_json, say_rows
from data_access.queries import catalogue


@click.command()
@json_option
@click.pass_context
def units(ctx: click.Context, as_json: bool) -> None:
    """Danh sách đơn vị."""
    found = catalogue.units(database(ctx))
    keys = ("code", "name", "kind", "parent", "group")
    _say(as_json, keys, [(u.code, u.name, u.kind, u.parent, u.group) for u in found])


@click.command()
@json_option
@click.pass_context
def periods(ctx: click.Context, as_json: bool) -> None:
    """Các kỳ báo cáo: quý và năm."""
    found = catalogue.periods(database(ctx))
    rows = [(str(p), p.first_day.isoformat(), p.last_day.isoformat()) for p in found]
    _say(as_json, ("period", "from", "to"), rows)


@click.command()
@json_option
@click.pass_context
def forms(ctx: click.Context, as_json: bool) -> None:
    """Các biểu mẫu và phiên bản hiện hành."""
    found = catalogue.forms(database(ctx))
    _say(as_json, ("code", "title", "version"), [(f.code, f.title, f.version) for f in found])


@click.command()
@json_option
@click.pass_context
def accounts(ctx: click.Context, as_json: bool) -> None:
    """Các tài khoản, vai trò và đơn vị."""
    found = catalogue.accounts(database(ctx))
    _say(as_json, ("user", "role", "unit"), [(a.user, a.role.value, a.unit) for a in found])


def _say(as_json: bool, keys: tuple[str, ...], rows: list[tuple[str | None, ...]]) -> None:
    if as_json:
        say_json([dict(zip(keys, row, strict=True)) for row in rows])
    else:
        say_rows(keys, [tuple(cell or "" for cell in row) for row in rows])

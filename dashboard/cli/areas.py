"""`area`: phân công địa bàn, and the sheet about a unit before a visit."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from dashboard import wording
from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import (
    DAY,
    database,
    day_or_today,
    json_option,
    say_json,
    say_rows,
    write_file,
)
from dashboard.printing.area_sheet import printed_area_sheet
from dashboard.printing.profiles import PROFILES
from data_access.accounts import OPERATOR
from data_access.actions.areas import assign as assign_action
from data_access.actions.areas import end_assignment
from data_access.queries import areas
from data_access.queries.areas import Area

Result = TypeVar("Result")


def _assignment(command: Callable[..., Result]) -> Callable[..., Result]:
    """The office, the units, from which day and by which decision; who acts."""
    decorators = (
        click.argument("office"),
        click.argument("units", nargs=-1, required=True, metavar="UNIT…"),
        click.option("--from", "from_day", required=True, type=DAY, help="Từ ngày."),
        click.option("--decision", required=True, metavar="N", help="Số, ký hiệu quyết định."),
        click.option("--decided-on", type=DAY, help="Ngày quyết định."),
        acts,
    )
    for one in reversed(decorators):
        command = one(command)
    return command


@click.group()
def area() -> None:
    """Phân công địa bàn: chức danh nào theo dõi đơn vị nào."""


@area.command()
@_assignment
def assign(
    deed: Deed,
    office: str,
    units: tuple[str, ...],
    from_day: date,
    decision: str,
    decided_on: date | None,
) -> None:
    """Phân công một chức danh theo dõi các đơn vị."""
    given = (office, units, from_day, decision, decided_on, deed.moments)
    assign_action(deed.engine, deed.actor, *given)
    _say(deed, office, units, "assigned", "Đã phân công")


@area.command()
@_assignment
def end(
    deed: Deed,
    office: str,
    units: tuple[str, ...],
    from_day: date,
    decision: str,
    decided_on: date | None,
) -> None:
    """Thôi theo dõi các đơn vị; --from là ngày đầu tiên không còn theo dõi."""
    given = (office, units, from_day, decision, decided_on, deed.moments)
    end_assignment(deed.engine, deed.actor, *given)
    _say(deed, office, units, "ended", "Đã thôi phân công")


@area.command(name="list")
@click.option("--on", "day", type=DAY, help="Xem tại ngày; không có: hôm nay.")
@click.option("--office", metavar="CODE", help="Chỉ một chức danh.")
@json_option
@click.pass_context
def area_list(ctx: click.Context, day: date | None, office: str | None, as_json: bool) -> None:
    """Ai theo dõi đơn vị nào vào một ngày."""
    engine = database(ctx)
    found = areas.areas(engine, OPERATOR, day_or_today(engine, day)).areas
    chosen = [one for one in found if office in (None, one.holder.office.code)]
    if as_json:
        say_json([line for one in chosen for line in _documents(one)])
        return
    rows = [
        (
            one.holder.office.title,
            one.holder.name,
            followed.unit.label,
            wording.day_text(followed.assignment.decided.from_day),
            followed.assignment.decided.decision,
        )
        for one in chosen
        for followed in one.units
    ]
    say_rows(("Chức danh", "Người giữ", "Đơn vị", "Từ ngày", "Quyết định"), rows)


@click.command(name="area-sheet")
@click.argument("unit")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--on", "day", type=DAY, help="Xem tại ngày; không có: hôm nay.")
@click.option("--profile", type=click.Choice(list(PROFILES)), default="dang", help="Thể thức.")
@click.pass_context
def area_sheet(ctx: click.Context, unit: str, output: Path, day: date | None, profile: str) -> None:
    """In phiếu địa bàn: một trang A4 về một đơn vị trước khi đi cơ sở."""
    engine = database(ctx)
    day = day_or_today(engine, day)
    write_file(output, printed_area_sheet(engine, OPERATOR, unit, day, profile))
    click.echo(str(output))


def _documents(area: Area) -> list[dict[str, object]]:
    return [
        {
            "office": area.holder.office.code,
            "title": area.holder.office.title,
            "name": area.holder.name or None,
            "account": area.holder.user,
            "unit": one.unit.code,
            "from": one.assignment.decided.from_day,
            "decision": one.assignment.decided.decision,
            "decided_on": one.assignment.decided.decided_on,
        }
        for one in area.units
    ]


def _say(deed: Deed, office: str, units: tuple[str, ...], done: str, words: str) -> None:
    document = {"office": office, "units": list(units), "done": done}
    deed.say(document, f"{words}: {office}, {len(units)} đơn vị.")

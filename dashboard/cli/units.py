"""`unit`: founding and ending units, and what became of one."""

from datetime import date

import click

from dashboard import wording
from dashboard.cli.deeds import USER, Deed, acts, deed_of
from dashboard.cli.doors import DAY, database, json_option, say_json
from dashboard.cli.handing import moments_option
from data_access.accounts import OPERATOR
from data_access.actions.units import end_unit, found_unit, withdraw_ending
from data_access.moments import Moments
from data_access.queries import units
from data_access.unit_changes import KeptEnding
from scoring.succession import Ending
from scoring.units import Unit

_DOCUMENT = click.option("--document", required=True, metavar="N", help="Số, ký hiệu văn bản.")


@click.group()
def unit() -> None:
    """Đơn vị thành lập, kết thúc, sáp nhập, chia tách."""


@unit.command()
@click.argument("code")
@click.option(
    "--kind",
    type=click.Choice([one.value for one in Ending]),
    help="Kết thúc, sáp nhập hay chia tách.",
)
@click.option("--last-day", type=DAY, help="Ngày hoạt động cuối cùng.")
@click.option("--successor", "successors", multiple=True, metavar="U", help="Đơn vị kế thừa.")
@click.option("--takes-duties", metavar="U", help="Đơn vị kế thừa nhận nhiệm vụ còn dở dang.")
@click.option("--document", default="", metavar="N", help="Số, ký hiệu văn bản.")
@click.option("--dated", type=DAY, help="Ngày văn bản.")
@click.option("--withdraw", is_flag=True, help="Rút lại điều đã ghi nhầm; cần --reason.")
@click.option("--reason", default="", metavar="TEXT", help="Lý do rút lại.")
@USER
@moments_option
@json_option
@click.pass_context
def end(
    ctx: click.Context,
    code: str,
    kind: str | None,
    last_day: date | None,
    successors: tuple[str, ...],
    takes_duties: str | None,
    document: str,
    dated: date | None,
    withdraw: bool,
    reason: str,
    user: str,
    moments: Moments | None,
    as_json: bool,
) -> None:
    """Ghi một đơn vị kết thúc hoạt động và ai kế thừa; hoặc rút lại điều đã ghi nhầm."""
    if withdraw:
        deed = deed_of(ctx, user, moments, as_json=as_json)
        withdraw_ending(deed.engine, deed.actor, code, reason, moments)
        said = f"Đã rút lại: {code} chưa kết thúc hoạt động."
        deed.say({"unit": code, "done": "withdrawn"}, said)
        return
    if kind is None or last_day is None or dated is None:
        raise click.UsageError("Cần --kind, --last-day và --dated; hoặc --withdraw.")
    if takes_duties is not None and takes_duties not in successors:
        raise click.UsageError("--takes-duties phải là một trong các --successor.")
    deed = deed_of(ctx, user, moments, as_json=as_json)
    heirs = [(one, one == takes_duties) for one in successors]
    given = (code, Ending(kind), last_day, heirs, document, dated, moments)
    end_unit(deed.engine, deed.actor, *given)
    said = f"Đã ghi {code} hoạt động đến hết ngày {wording.day_text(last_day)}."
    deed.say({"unit": code, "done": "ended"}, said)


@unit.command()
@click.argument("code")
@click.option("--name", required=True, metavar="TEXT", help="Tên đầy đủ.")
@click.option("--short-name", default="", metavar="TEXT", help="Tên gọi tắt.")
@click.option("--kind", required=True, metavar="KIND", help="Loại đơn vị, như trong `units`.")
@click.option("--parent", metavar="U", help="Mã đơn vị cấp trên.")
@click.option("--group", metavar="G", help="Cụm, khối thi đua.")
@click.option("--from", "from_day", required=True, type=DAY, help="Ngày hoạt động đầu tiên.")
@_DOCUMENT
@acts
def found(
    deed: Deed,
    code: str,
    name: str,
    short_name: str,
    kind: str,
    parent: str | None,
    group: str | None,
    from_day: date,
    document: str,
) -> None:
    """Ghi một đơn vị mới thành lập."""
    given = Unit(code, name, kind, short_name, parent, group, from_day)
    found_unit(deed.engine, deed.actor, given, document, deed.moments)
    said = f"Đã ghi {code} hoạt động từ ngày {wording.day_text(from_day)}."
    deed.say({"unit": code, "done": "founded"}, said)


@unit.command()
@click.argument("code")
@json_option
@click.pass_context
def history(ctx: click.Context, code: str, as_json: bool) -> None:
    """Đơn vị thành lập, kết thúc khi nào, theo văn bản nào, kế thừa ai."""
    known = units.history(database(ctx), OPERATOR, code)
    ended = (known.ended,) if known.ended else ()
    if as_json:
        say_json(
            {
                "unit": code,
                "from": known.unit.exists_from,
                "to": known.unit.exists_to,
                "founded_by": known.founded_by or None,
                "ended": next((_document(one) for one in ended), None),
                "came_from": [_document(one) for one in known.came_from],
                "beneath": [one.code for one in known.beneath],
                "withdrawn": [_withdrawn(one) for one in known.withdrawn],
            }
        )
        return
    click.echo(f"{code}  {known.unit.name}")
    for one in (*known.withdrawn, *known.came_from, *ended):
        click.echo(_sentence(one))


def _sentence(one: KeptEnding) -> str:
    ending = one.ending
    heirs = ", ".join(heir.unit for heir in ending.heirs) or "không có đơn vị kế thừa"
    last = wording.day_text(ending.last_day)
    said = f"{ending.unit} hoạt động đến hết {last} ({ending.document}): {heirs}"
    return f"{said}; đã rút lại: {one.withdrawn.reason}" if one.withdrawn else said


def _document(one: KeptEnding) -> dict[str, object]:
    ending = one.ending
    return {
        "unit": ending.unit,
        "kind": ending.kind.value,
        "last_day": ending.last_day,
        "successors": [
            {"unit": heir.unit, "takes_duties": heir.takes_duties} for heir in ending.heirs
        ],
        "document": ending.document,
        "dated": ending.dated,
        "by": one.by,
        "at": one.at,
    }


def _withdrawn(one: KeptEnding) -> dict[str, object]:
    back = one.withdrawn
    said = {"reason": back.reason, "by": back.by, "at": back.at} if back else None
    return _document(one) | {"withdrawn": said}

"""`extend`, `exempt` and `programme-close`: what people decide about duties that are owed."""

from datetime import date

import click

from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import DAY, PERIOD
from dashboard.cli.duties import DUTY
from data_access.actions.closing import close_programme, reopen_programme
from data_access.actions.exempting import exempt as exempt_unit
from data_access.actions.exempting import lift_exemption
from data_access.actions.extending import extend as extend_duties
from scoring.obligations import DutyKey
from scoring.periods import Period

_REASON = click.option("--reason", required=True, metavar="TEXT", help="Lý do.")


@click.command()
@click.argument("keys", type=DUTY, nargs=-1, required=True, metavar="KEY…")
@click.option("--until", required=True, type=DAY, help="Hạn mới: ngày cuối cùng còn đúng hạn.")
@_REASON
@click.option("--grantor", required=True, metavar="TEXT", help="Người cho phép.")
@click.option("--decision", default="", metavar="N", help="Số văn bản cho phép.")
@click.option("--decided-on", type=DAY, help="Ngày của văn bản.")
@acts
def extend(
    deed: Deed,
    keys: tuple[DutyKey, ...],
    until: date,
    reason: str,
    grantor: str,
    decision: str,
    decided_on: date | None,
) -> None:
    """Gia hạn một hay nhiều việc chưa xong."""
    given = (until, reason, grantor, decision, decided_on)
    extend_duties(deed.engine, deed.actor, keys, *given, deed.moments)
    document = {"done": "extended", "keys": [str(key) for key in keys], "until": until}
    deed.say(document, f"Đã gia hạn {len(keys)} việc.")


@click.command()
@click.argument("programme")
@click.option("--unit", required=True, metavar="CODE", help="Đơn vị được miễn.")
@_REASON
@click.option("--document", default="", metavar="N", help="Số văn bản làm căn cứ.")
@click.option("--task", default="", metavar="NO", help="Chỉ một nhiệm vụ.")
@click.option("--form", default="", metavar="F", help="Chỉ một biểu.")
@click.option("--period", type=PERIOD, help="Chỉ một kỳ; không có thì mọi kỳ.")
@click.option("--lift", is_flag=True, help="Thôi miễn đúng phạm vi đã miễn.")
@acts
def exempt(
    deed: Deed,
    programme: str,
    unit: str,
    reason: str,
    document: str,
    task: str,
    form: str,
    period: Period | None,
    lift: bool,
) -> None:
    """Miễn cho một đơn vị một việc, một biểu hay cả chương trình; hoặc thôi miễn."""
    scope = (task, form, "" if period is None else str(period))
    act = lift_exemption if lift else exempt_unit
    act(deed.engine, deed.actor, programme, unit, reason, document, *scope, deed.moments)
    key = DutyKey(programme, unit, *scope)
    done, said = ("lifted", "Đã thôi miễn.") if lift else ("exempted", "Đã ghi miễn.")
    deed.say({"done": done, "scope": str(key)}, said)


@click.command(name="programme-close")
@click.argument("programme")
@click.option("--from", "day", required=True, type=DAY, help="Ngày đầu tiên thôi theo dõi.")
@click.option("--document", required=True, metavar="N", help="Số văn bản tổng kết.")
@_REASON
@click.option("--reopen", is_flag=True, help="Theo dõi lại từ ngày ấy.")
@acts
def programme_close(
    deed: Deed, programme: str, day: date, document: str, reason: str, reopen: bool
) -> None:
    """Kết thúc theo dõi một chương trình đã tổng kết: việc còn dở không bị nhắc nữa."""
    act = reopen_programme if reopen else close_programme
    act(deed.engine, deed.actor, programme, day, document, reason, deed.moments)
    done, said = ("reopened", "Đã mở lại") if reopen else ("closed", "Đã kết thúc theo dõi")
    told = {"done": done, "programme": programme, "from": day}
    deed.say(told, f"{said} {programme}.")

"""`review`: what the secretariat says of a return, and `reopen`: a locked period opened for one."""

from datetime import date

import click

from dashboard import wording
from dashboard.cli.deeds import USER, Deed, acts, with_deed
from dashboard.cli.doors import DAY, PERIOD, database, json_option, say_json, say_rows
from dashboard.cli.handing import moments_option
from dashboard.cli.return_documents import entry_document
from data_access.accounts import OPERATOR
from data_access.actions import review as actions
from data_access.actions.reopening import reopen as reopen_action
from data_access.queries import returns
from data_access.reviews import CellRemark
from scoring.periods import Period

NUMBER = click.argument("number", type=int, metavar="ID")


@click.group()
def review() -> None:
    """Xem xét bản nộp: chấp nhận, trả lại, ý kiến."""


@review.command(name="list")
@click.option("--period", required=True, type=PERIOD, help="Kỳ báo cáo.")
@click.option("--form", metavar="F", help="Chỉ một biểu.")
@json_option
@click.pass_context
def review_list(ctx: click.Context, period: Period, form: str | None, as_json: bool) -> None:
    """Các bản đang dùng của một kỳ, bản chưa xem xét trước."""
    found = returns.received(database(ctx), OPERATOR, period, form)
    if as_json:
        say_json([entry_document(entry) for entry in found])
        return
    rows = [
        (str(e.id), e.unit or "", e.form or "", e.receipt or "", wording.REVIEWS[e.review])
        for e in found
    ]
    say_rows(("ID", "Đơn vị", "Biểu", "Phiếu tiếp nhận", "Xem xét"), rows)


@review.command()
@NUMBER
@USER
@click.option("--remark", default="", metavar="TEXT", help="Ghi chú.")
@moments_option
@json_option
@with_deed
def accept(deed: Deed, number: int, remark: str) -> None:
    """Chấp nhận một bản nộp."""
    actions.accept_return(deed.engine, deed.actor, number, remark, deed.moments)
    deed.say({"id": number, "done": "accepted"}, f"Đã chấp nhận bản nộp {number}.")


def _cells(
    _ctx: click.Context, _param: click.Parameter, typed: tuple[str, ...]
) -> tuple[CellRemark, ...]:
    pairs = [one.partition("=") for one in typed]
    if not all(key and text.strip() for key, _, text in pairs):
        raise click.BadParameter("đề nghị ghi dạng KEY=TEXT, ví dụ VII.1.in_period=Thiếu hai xã.")
    return tuple(CellRemark(key, text.strip()) for key, _, text in pairs)


@review.command(name="send-back")
@NUMBER
@USER
@click.option("--reason", required=True, metavar="TEXT", help="Lý do trả lại.")
@click.option(
    "--cell", "cells", multiple=True, callback=_cells, metavar="KEY=TEXT", help="Lý do ở một ô."
)
@moments_option
@json_option
@with_deed
def send_back(deed: Deed, number: int, reason: str, cells: tuple[CellRemark, ...]) -> None:
    """Trả lại một bản nộp để đơn vị nộp bản mới."""
    actions.send_back(deed.engine, deed.actor, number, reason, cells, deed.moments)
    deed.say({"id": number, "done": "sent_back"}, f"Đã trả lại bản nộp {number}.")


@review.command()
@NUMBER
@click.argument("text")
@USER
@click.option("--key", default="", metavar="KEY", help="Chỉ tiêu được nói đến.")
@moments_option
@json_option
@with_deed
def comment(deed: Deed, number: int, text: str, key: str) -> None:
    """Ghi ý kiến trao đổi về một bản nộp; đơn vị cũng ghi được."""
    actions.comment_on(deed.engine, deed.actor, number, text, key, deed.moments)
    deed.say({"id": number, "done": "comment"}, f"Đã ghi ý kiến về bản nộp {number}.")


@click.command()
@click.argument("form")
@click.option("--unit", required=True, metavar="CODE", help="Mã đơn vị.")
@click.option("--period", required=True, type=PERIOD, help="Kỳ đã chốt.")
@click.option("--until", required=True, type=DAY, help="Ngày cuối cùng được nộp.")
@click.option("--reason", required=True, metavar="TEXT", help="Lý do mở lại.")
@click.option("--grantor", required=True, metavar="NAME", help="Người cho phép.")
@click.option("--decision", required=True, metavar="N", help="Số văn bản cho phép.")
@acts
def reopen(
    deed: Deed,
    form: str,
    unit: str,
    period: Period,
    until: date,
    reason: str,
    grantor: str,
    decision: str,
) -> None:
    """Mở lại một kỳ đã chốt số liệu cho một đơn vị."""
    given = (form, unit, period, until, reason, grantor, decision, deed.moments)
    reopen_action(deed.engine, deed.actor, *given)
    name = wording.period_name(period)
    said = f"Đã mở lại {form} {name} cho {unit} đến hết ngày {wording.day_text(until)}."
    deed.say({"form": form, "unit": unit, "period": period, "until": until}, said)

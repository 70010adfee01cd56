"""`remind`, `reminders`, `note-reminder`: reminding by mail, and the book of what was said."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import click

from dashboard import reminding, wording
from dashboard.cli.deeds import USER
from dashboard.cli.doors import (
    DAY,
    ISSUES,
    acting,
    database,
    day_or_today,
    json_option,
    say_json,
    say_rows,
)
from dashboard.cli.duties import DUTY
from dashboard.cli.handing import moments_option
from dashboard.cli.reminder_documents import mail_document, notice_document, reminder_document
from dashboard.views.mail_run import Run, ran
from dashboard.views.reminders import DELIVERIES, WAYS
from data_access.accounts import OPERATOR
from data_access.actions import reminders as actions
from data_access.mail_settings import mail_server
from data_access.moments import Moments
from data_access.queries import reminders as queries
from data_access.reminders import Notice, Way
from scoring.obligations import DutyKey

_A_QUARTER = timedelta(days=92)
_BY_HAND = click.Choice([way.value for way in Way if way is not Way.MAIL])


@click.command()
@click.option("--on", "day", type=DAY, help="Ngày nhắc việc; không có thì hôm nay.")
@click.option("--dry-run", is_flag=True, help="Chỉ in các thư sẽ gửi; không ghi, không gửi.")
@json_option
@click.pass_context
def remind(ctx: click.Context, day: date | None, dry_run: bool, as_json: bool) -> None:
    """Gửi thư nhắc việc của một ngày; chạy lại thì chỉ gửi thư chưa gửi được."""
    engine = database(ctx)
    on = day_or_today(engine, day)
    if dry_run:
        _say_planned(on, reminding.planned(engine, OPERATOR, on), as_json=as_json)
        return
    run = reminding.remind(engine, OPERATOR, on, mail_server())
    _say_run(run, as_json=as_json)
    ctx.exit(ISSUES if run.failed else 0)


@click.command()
@click.option("--from", "first", type=DAY, help="Từ ngày; không có thì ba tháng trước.")
@click.option("--to", "last", type=DAY, help="Đến ngày; không có thì hôm nay.")
@json_option
@click.pass_context
def reminders(ctx: click.Context, first: date | None, last: date | None, as_json: bool) -> None:
    """Nhật ký nhắc việc: thư đã gửi, chưa gửi được, và lần nhắc ghi bằng tay."""
    engine = database(ctx)
    until = day_or_today(engine, last)
    found = queries.reminders_between(engine, OPERATOR, first or until - _A_QUARTER, until)
    if as_json:
        say_json([reminder_document(one) for one in found])
        return
    rows = [
        (
            wording.day_text(one.day),
            WAYS[one.way],
            one.notice.address or one.notice.name,
            str(len(one.notice.duties)),
            DELIVERIES[one.delivery].word,
            one.error,
        )
        for one in found
    ]
    say_rows(("Ngày", "Bằng", "Người nhận", "Số việc", "Tình trạng", "Lỗi"), rows)


@click.command(name="note-reminder")
@click.argument("keys", nargs=-1, required=True, type=DUTY)
@click.option("--channel", required=True, type=_BY_HAND, help="Nhắc bằng cách nào.")
@click.option("--text", required=True, metavar="TEXT", help="Nội dung đã nhắn, đã nói.")
@click.option("--on", "day", type=DAY, help="Ngày đã nhắc; không có thì hôm nay.")
@USER
@moments_option
@click.pass_context
def note_reminder(
    ctx: click.Context,
    keys: Sequence[DutyKey],
    channel: str,
    text: str,
    day: date | None,
    user: str,
    moments: Moments | None,
) -> None:
    """Ghi rằng đã nhắc các đơn vị về các việc này, qua Zalo hoặc điện thoại."""
    engine = database(ctx)
    by_unit: defaultdict[str, list[DutyKey]] = defaultdict(list)
    for key in keys:
        by_unit[key.unit].append(key)
    on = day or (moments.official.date() if moments else day_or_today(engine, None))
    actor = acting(engine, user)
    actions.note_by_hand(engine, actor, Way(channel), by_unit, text, on, moments)
    click.echo(f"Đã ghi nhắc {len(keys)} việc của {len(by_unit)} đơn vị.")


def _say_planned(day: date, planned: Sequence[Notice], *, as_json: bool) -> None:
    if as_json:
        say_json({"day": day, "mails": [notice_document(one) for one in planned]})
        return
    for one in planned:
        click.echo(f"Tới: {one.name} <{one.address}>\nTiêu đề: {one.subject}\n\n{one.body}")
    click.echo(f"{len(planned)} thư sẽ gửi." if planned else "Không có thư nào phải gửi.")


def _say_run(run: Run, *, as_json: bool) -> None:
    if not as_json:
        click.echo("\n".join(ran(run)))
        return
    say_json(
        {
            "day": run.day,
            "planned": run.planned,
            "sent": [mail_document(one) for one in run.sent],
            "failed": [mail_document(one) | {"error": error} for one, error in run.failed],
            "elsewhere": run.elsewhere,
        }
    )

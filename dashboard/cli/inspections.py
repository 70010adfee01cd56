"""`inspection`: kiểm tra, from the plan to the conclusion."""

from datetime import date
from pathlib import Path

import click

from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import DAY, database, day_or_today, json_option, say_json, say_rows
from dashboard.cli.evidence import FILE
from dashboard.cli.inspection_documents import inspection_document, visit_rows
from dashboard.cli.recommendations import done, recommend, reopen
from dashboard.cli.score_lines import ONE_UNIT
from data_access.accounts import OPERATOR
from data_access.actions import inspections as actions
from data_access.queries import inspections

_VISIT = click.argument("visit", type=int, metavar="VISIT")
_DAY = click.option("--day", required=True, type=DAY, help="Ngày.")
_REASON = click.option("--reason", required=True, metavar="TEXT", help="Lý do.")
_FILE = click.option("--file", type=FILE, help="Bản quét đã ký (pdf, docx, jpg, png).")


@click.group()
def inspection() -> None:
    """Kiểm tra: đoàn, lịch, biên bản, kết luận, kiến nghị."""


@inspection.command()
@click.option("--year", required=True, type=int, help="Năm.")
@click.option("--title", required=True, metavar="TEXT", help="Nội dung kiểm tra.")
@click.option("--member", "members", multiple=True, metavar="NAME", help="Thành viên; Trưởng đoàn.")
@click.option("--decision", default="", metavar="N", help="Số quyết định thành lập đoàn.")
@click.option("--decided-on", type=DAY, help="Ngày quyết định.")
@click.option("--programme", default="", metavar="CODE", help="Thực hiện chương trình nào.")
@click.option("--task", default="", metavar="NO", help="Thực hiện nhiệm vụ nào.")
@acts
def plan(
    deed: Deed,
    year: int,
    title: str,
    members: tuple[str, ...],
    decision: str,
    decided_on: date | None,
    programme: str,
    task: str,
) -> None:
    """Lập một đoàn kiểm tra; --member đầu tiên là Trưởng đoàn."""
    given = (year, title, members, decision, decided_on, programme, task, deed.moments)
    number = actions.plan_inspection(deed.engine, deed.actor, *given)
    deed.done(number, "planned", f"Đã lập cuộc kiểm tra “{title}”")


@inspection.command(name="number")
@click.argument("number", type=int, metavar="ID")
@click.option("--decision", required=True, metavar="N", help="Số quyết định thành lập đoàn.")
@click.option("--decided-on", required=True, type=DAY, help="Ngày quyết định.")
@acts
def give_number(deed: Deed, number: int, decision: str, decided_on: date) -> None:
    """Ghi số quyết định được cấp sau."""
    given = (number, decision, decided_on, deed.moments)
    actions.number_inspection(deed.engine, deed.actor, *given)
    deed.done(number, "numbered", f"Đã ghi quyết định {decision}")


@inspection.command()
@click.argument("number", type=int, metavar="ID")
@click.option("--unit", required=True, metavar="U", help="Mã đơn vị được kiểm tra.")
@_DAY
@click.option("--unannounced", is_flag=True, help="Không báo trước: đơn vị không thấy.")
@acts
def visit(deed: Deed, number: int, unit: str, day: date, unannounced: bool) -> None:
    """Xếp lịch kiểm tra một đơn vị."""
    given = (number, unit, day, not unannounced, deed.moments)
    kept = actions.plan_visit(deed.engine, deed.actor, *given)
    deed.done(kept, "planned", f"Đã xếp lịch kiểm tra {unit}")


@inspection.command()
@_VISIT
@_DAY
@_REASON
@acts
def move(deed: Deed, visit: int, day: date, reason: str) -> None:
    """Dời sang ngày khác, khi chưa tiến hành."""
    actions.move_visit(deed.engine, deed.actor, visit, day, reason, deed.moments)
    deed.done(visit, "moved", "Đã dời lịch")


@inspection.command()
@_VISIT
@_REASON
@acts
def cancel(deed: Deed, visit: int, reason: str) -> None:
    """Hủy một buổi kiểm tra chưa tiến hành."""
    actions.cancel_visit(deed.engine, deed.actor, visit, reason, deed.moments)
    deed.done(visit, "cancelled", "Đã hủy buổi kiểm tra")


@inspection.command()
@_VISIT
@_DAY
@click.option("--text", default="", metavar="TEXT", help="Ghi chú.")
@acts
def hold(deed: Deed, visit: int, day: date, text: str) -> None:
    """Ghi ngày đã tiến hành."""
    actions.hold_visit(deed.engine, deed.actor, visit, day, text, deed.moments)
    deed.done(visit, "held", "Đã ghi ngày tiến hành")


@inspection.command()
@_VISIT
@click.option("--number", default="", metavar="N", help="Số biên bản.")
@_DAY
@click.option("--text", default="", metavar="TEXT", help="Nội dung chính.")
@_FILE
@acts
def minutes(deed: Deed, visit: int, number: str, day: date, text: str, file: Path | None) -> None:
    """Ghi biên bản kiểm tra, kèm bản ký nếu có."""
    given = (visit, number, day, text, *_read(file), deed.moments)
    kept = actions.record_minutes(deed.engine, deed.actor, *given)
    deed.done(kept, "minutes", "Đã ghi biên bản")


@inspection.command()
@_VISIT
@click.option("--number", required=True, metavar="N", help="Số, ký hiệu kết luận.")
@_DAY
@click.option("--text", required=True, metavar="TEXT", help="Kết luận.")
@_FILE
@acts
def conclude(deed: Deed, visit: int, number: str, day: date, text: str, file: Path | None) -> None:
    """Ghi kết luận kiểm tra."""
    given = (visit, number, day, text, *_read(file), deed.moments)
    kept = actions.conclude(deed.engine, deed.actor, *given)
    deed.done(kept, "concluded", "Đã ghi kết luận")


@inspection.command(name="list")
@click.option("--on", "day", type=DAY, help="Xem tại ngày; không có: hôm nay.")
@click.option("--year", type=int, help="Chỉ một năm.")
@ONE_UNIT
@json_option
@click.pass_context
def inspection_list(
    ctx: click.Context, day: date | None, year: int | None, unit: str | None, as_json: bool
) -> None:
    """Các cuộc kiểm tra, lịch, kết luận và kiến nghị."""
    engine = database(ctx)
    found = inspections.schedule(engine, OPERATOR, day_or_today(engine, day), year, unit)
    if as_json:
        say_json([inspection_document(one) for one in found])
        return
    for one in found:
        click.echo(f"{one.inspection.id}. {one.inspection.team.title}")
        say_rows(("Số", "Đơn vị", "Ngày", "Tình trạng", "Kiến nghị"), visit_rows(one))


for command in (recommend, done, reopen):
    inspection.add_command(command)


def _read(file: Path | None) -> tuple[str, bytes]:
    return (file.name, file.read_bytes()) if file else ("", b"")

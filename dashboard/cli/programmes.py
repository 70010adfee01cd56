"""`programme`: programmes made and changed; its drafts are in cli/programme_drafts.py."""

from datetime import date
from pathlib import Path

import click

from dashboard import wording
from dashboard.cli import programme_drafts
from dashboard.cli.deeds import USER
from dashboard.cli.doors import (
    DAY,
    acting,
    database,
    json_option,
    say_json,
    say_rows,
    write_file,
)
from dashboard.cli.programme_documents import version_document
from dashboard.views.readings import Asked, typed
from data_access.accounts import OPERATOR
from data_access.actions import programmes as actions
from data_access.moments import today
from data_access.programme_editing import TaskEntry
from data_access.queries import programmes as queries

OUTPUT = click.Path(dir_okay=False, path_type=Path)
_WORKBOOK = ".xlsx"
_DOUBTED = "Cách đọc thời hạn còn nghi vấn. Đề nghị xem, rồi ấn định hạn bằng --due."


@click.group()
def programme() -> None:
    """Lập, ban hành, sửa đổi chương trình, kế hoạch (docs/programmes.md)."""


for command in programme_drafts.COMMANDS:
    programme.add_command(command)


@programme.command()
@click.option("-o", "--output", required=True, type=OUTPUT, help="Tệp .xlsx ghi ra.")
@click.pass_context
def template(ctx: click.Context, output: Path) -> None:
    """Mẫu Excel để điền chương trình, kèm hướng dẫn và danh mục đơn vị."""
    write_file(output, queries.template(database(ctx), OPERATOR))
    click.echo(str(output))


@programme.command()
@click.argument("code", metavar="CODE")
@click.option("--version", "number", type=int, metavar="N", help="Bản số; không có: bản mới nhất.")
@click.option("-o", "--output", required=True, type=OUTPUT, help="Tệp .xlsx hoặc .yaml ghi ra.")
@click.pass_context
def export(ctx: click.Context, code: str, number: int | None, output: Path) -> None:
    """Xuất một chương trình: .xlsx để sửa bằng Excel, .yaml nguyên văn."""
    engine = database(ctx)
    if output.suffix.lower() == _WORKBOOK:
        write_file(output, queries.workbook(engine, OPERATOR, code, number))
    else:
        write_file(output, queries.text(engine, OPERATOR, code, number).encode())
    click.echo(str(output))


@programme.command()
@click.argument("code", metavar="CODE")
@json_option
@click.pass_context
def versions(ctx: click.Context, code: str, as_json: bool) -> None:
    """Các bản của một chương trình: ban hành, sửa đổi, bổ sung; mỗi bản thay đổi gì."""
    engine = database(ctx)
    found = queries.programme(engine, OPERATOR, code, today(engine)).versions
    if as_json:
        say_json([version_document(one) for one in found])
        return
    rows = [
        (
            str(one.number),
            wording.day_text(one.version.in_force_from) or "từ đầu",
            one.version.basis,
            "; ".join(f"{change.where} {change.what}".strip() for change in one.changes),
        )
        for one in found
    ]
    say_rows(("Bản", "Có hiệu lực từ", "Căn cứ", "Thay đổi"), rows)


@programme.command()
@click.argument("code", metavar="CODE")
@click.option("--number", required=True, metavar="N", help="Số, ký hiệu như trên văn bản.")
@click.option("--adopted", type=DAY, help="Ngày ban hành.")
@USER
@click.pass_context
def number(ctx: click.Context, code: str, number: str, adopted: date | None, user: str) -> None:
    """Ghi số, ngày cho chương trình ban hành khi chưa có số."""
    engine = database(ctx)
    actions.number_programme(engine, acting(engine, user), code, number, adopted)
    click.echo("Đã ghi số, ngày ban hành.")


@programme.command(name="add-task")
@click.argument("code", metavar="CODE")
@click.option("--no", required=True, metavar="NO", help="Số thứ tự.")
@click.option("--title", required=True, metavar="T", help="Nội dung nhiệm vụ.")
@click.option("--when", default="", metavar="T", help="Thời gian thực hiện, như văn bản.")
@click.option("--source", required=True, metavar="T", help="Căn cứ: kết luận, thông báo số.")
@click.option("--dated", required=True, type=DAY, help="Ngày văn bản; nhiệm vụ có từ ngày này.")
@click.option("--debtors", default="", metavar="T", help="Giao cho: loại, cụm, đơn vị; cách bằng ;")
@click.option("--directs", default="", metavar="T", help="Người chỉ đạo.")
@click.option("--carries-out", default="", metavar="T", help="Tham mưu, thực hiện, như văn bản.")
@click.option("--follows", default="", metavar="NO", help="Thực hiện nhiệm vụ “khi có yêu cầu” số.")
@programme_drafts.BEFORE
@programme_drafts.ROLL
@click.option("--anchor", type=DAY, help="Thời hạn tính từ ngày.")
@click.option("--due", type=DAY, help="Hạn do người đọc ấn định.")
@click.option("--due-note", default="", metavar="T", help="Lý do ấn định hạn.")
@USER
@click.pass_context
def add_task(
    ctx: click.Context, code: str, source: str, dated: date, user: str, **given: str | date | None
) -> None:
    """Bổ sung một nhiệm vụ trong năm, có căn cứ riêng."""
    engine = database(ctx)
    entry = TaskEntry(**{key: one for key, one in given.items() if one is not None})
    read = queries.reading_of_task(engine, OPERATOR, code, entry)
    _say_reading(typed(read))
    if read.doubted and entry.due is None:
        raise click.UsageError(_DOUBTED)
    actions.add_task(engine, acting(engine, user), code, entry, source, dated)
    click.echo(f"Đã bổ sung nhiệm vụ {entry.no}.")


def _say_reading(one: Asked) -> None:
    """With the options that answer what is asked."""
    for words in one.said:
        click.echo(words)
    choices = {"--roll": one.rolls, "--before": one.befores}
    for option, chosen in choices.items():
        for value, words in chosen:
            click.echo(f"  {option} {value}: {words}")
    if one.anchor:
        click.echo("  --anchor: tính từ ngày")
    if one.day or one.anchor:
        click.echo("  --due: hạn; --due-note: lý do (không có hạn thì chỉ ghi lý do)")

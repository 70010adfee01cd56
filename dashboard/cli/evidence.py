"""`attach`, `attachments`: files that prove a criterion or a row, or the signed scan."""

from datetime import date
from pathlib import Path

import click

from dashboard.cli.deeds import Deed, user_option, with_deed
from dashboard.cli.doors import (
    DAY,
    PERIOD,
    database,
    json_option,
    say_json,
    say_rows,
    write_file,
)
from dashboard.cli.handing import moments_option
from data_access.accounts import OPERATOR
from data_access.actions.evidence import attach as attach_action
from data_access.evidence import Attachment
from data_access.queries import returns
from scoring.periods import Period

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("form")
@click.argument("file", type=FILE)
@click.option("--unit", required=True, metavar="CODE", help="Mã đơn vị.")
@click.option("--period", required=True, type=PERIOD, help="Kỳ báo cáo.")
@click.option("--key", default="", metavar="KEY", help="Tiêu chí, dòng; không có: bản ký quét.")
@click.option("--number", default="", metavar="N", help="Số văn bản.")
@click.option("--dated", type=DAY, help="Ngày văn bản.")
@user_option("Tài khoản đính kèm.")
@moments_option
@json_option
@with_deed
def attach(
    deed: Deed,
    form: str,
    file: Path,
    unit: str,
    period: Period,
    key: str,
    number: str,
    dated: date | None,
) -> None:
    """Đính kèm tài liệu minh chứng (pdf, docx, xlsx, jpg, png) cho một tiêu chí hay một dòng."""
    given = (key, file.name, file.read_bytes(), number, dated, deed.moments)
    kept = attach_action(deed.engine, deed.actor, form, unit, period, *given)
    said = f"Đã đính kèm {kept.file_name}, mã kiểm tra {kept.sha256}."
    deed.say(_document(kept), said)


@click.command()
@click.argument("form")
@click.option("--unit", required=True, metavar="CODE", help="Mã đơn vị.")
@click.option("--period", required=True, type=PERIOD, help="Kỳ báo cáo.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Thư mục ghi các tệp minh chứng.",
)
@json_option
@click.pass_context
def attachments(
    ctx: click.Context, form: str, unit: str, period: Period, output: Path | None, as_json: bool
) -> None:
    """Các tài liệu minh chứng của một đơn vị, một biểu, một kỳ."""
    engine = database(ctx)
    found = returns.attachments(engine, OPERATOR, form, unit, period)
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        for one in found:
            kept = returns.attachment_file(engine, OPERATOR, one.id)
            write_file(output / f"{one.id}-{kept.name}", kept.content)
    if as_json:
        say_json([_document(one) for one in found])
        return
    rows = [(str(one.id), one.key or "bản ký", one.number, one.file_name) for one in found]
    say_rows(("ID", "Tiêu chí, dòng", "Số văn bản", "Tệp"), rows)


def _document(kept: Attachment) -> dict[str, object]:
    return {
        "id": kept.id,
        "form": kept.form,
        "unit": kept.unit,
        "period": kept.period,
        "key": kept.key or None,
        "file_name": kept.file_name,
        "sha256": kept.sha256,
        "bytes": kept.bytes,
        "number": kept.number or None,
        "dated": kept.dated,
        "at": kept.at,
        "sent_by": kept.sent_by,
    }

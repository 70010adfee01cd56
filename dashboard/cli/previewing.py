"""`preview`, `confirm`, `withdraw`: a return looked at, handed in, taken back."""

from pathlib import Path

import click

from dashboard.cli.deeds import SUBMITTER, Deed, user_option, with_deed
from dashboard.cli.doors import ISSUES, json_option, say_json
from dashboard.cli.handing import handing_options, moments_option
from dashboard.cli.return_documents import (
    change_documents,
    issue_documents,
    mark_document,
    say_changes,
    say_issues,
    say_submission,
    submission_document,
)
from data_access.actions.returns import confirm_return, offer_return, withdraw_return
from data_access.handing import Handing
from data_access.queries import returns
from data_access.queries.returns import Preview
from scoring.forms import Mark

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE)
@SUBMITTER
@moments_option
@handing_options
@json_option
@with_deed
@click.pass_context
def preview(ctx: click.Context, deed: Deed, file: Path, handing: Handing) -> None:
    """Đọc và kiểm tra một bảng tính, chưa nộp: đọc được gì, thay đổi gì; nộp bằng confirm."""
    given = (file.name, file.read_bytes(), deed.moments, handing)
    offered = offer_return(deed.engine, deed.actor, *given)
    found = returns.preview(deed.engine, deed.actor, offered.id)
    if deed.as_json:
        say_json({"file": str(file)} | _document(found))
    else:
        _say(file, found)
    ctx.exit(0 if found.entry.offered else ISSUES)


@click.command()
@click.argument("offer", type=int, metavar="ID")
@SUBMITTER
@moments_option
@handing_options
@json_option
@with_deed
@click.pass_context
def confirm(ctx: click.Context, deed: Deed, offer: int, handing: Handing) -> None:
    """Nộp chính thức bảng tính đã xem trước bằng preview."""
    kept = confirm_return(deed.engine, deed.actor, offer, deed.moments, handing)
    if deed.as_json:
        say_json(submission_document(kept))
    else:
        say_submission(kept.file_name, kept)
    ctx.exit(0 if kept.accepted else ISSUES)


@click.command()
@click.argument("number", type=int, metavar="ID")
@user_option("Tài khoản rút.")
@click.option("--reason", required=True, metavar="TEXT", help="Lý do rút.")
@moments_option
@json_option
@with_deed
def withdraw(deed: Deed, number: int, reason: str) -> None:
    """Rút một bản đã nộp, khi kỳ chưa chốt; bản ghi vẫn giữ."""
    withdraw_return(deed.engine, deed.actor, number, reason, deed.moments)
    deed.say({"id": number, "withdrawn": True, "reason": reason}, f"Đã rút bản nộp {number}.")


def _document(found: Preview) -> dict[str, object]:
    entry, mark = found.entry, found.mark or found.recognised
    before = found.replaces
    said = {"id": entry.id, "accepted": False, "offered": entry.offered, "sha256": entry.sha256}
    named = mark_document(mark) or {"form": None, "unit": None, "period": None}
    return {
        **said,
        **named,
        "read": found.read,
        "changes": change_documents(found.changes),
        "replaces": before.receipt if before else None,
        "to_confirm": mark_document(found.recognised),
        "issues": issue_documents(found.entry.issues),
    }


def _say(file: Path, found: Preview) -> None:
    say_issues(found.entry.issues)
    if not found.entry.offered:
        click.echo(f"{file}: có {len(found.entry.issues)} nội dung cần sửa, chưa nộp được.")
        return
    click.echo(f"{file}: đọc được {found.read} số liệu; chưa nộp.")
    say_changes(found.changes)
    click.echo(f"Đề nghị nộp bằng lệnh: qcdc confirm {found.entry.id}{_identity(found.recognised)}")


def _identity(mark: Mark | None) -> str:
    return "" if mark is None else f" --confirm {mark.form} {mark.unit} {mark.period}"

"""`template` and `submit`: an official form out, a filled-in one in."""

from datetime import datetime
from pathlib import Path

import click

from dashboard import wording
from dashboard.cli.doors import (
    ISSUES,
    MOMENT,
    PERIOD,
    REFUSED,
    acting,
    database,
    json_option,
    say_json,
    write_file,
)
from dashboard.marking import marked_copy
from data_access.accounts import OPERATOR, Actor
from data_access.actions.returns import submit_return
from data_access.clock import server_moment
from data_access.database import Engine
from data_access.moments import Moments
from data_access.queries import templates
from data_access.returns import Submission
from scoring.issues import Issue, Refused
from scoring.periods import Period


@click.command()
@click.argument("form")
@click.option("--unit", required=True, metavar="CODE", help="Mã đơn vị.")
@click.option("--period", required=True, type=PERIOD, help="Kỳ báo cáo.")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.pass_context
def template(ctx: click.Context, form: str, unit: str, period: Period, output: Path) -> None:
    """Ghi biểu mẫu FORM của một đơn vị, một kỳ ra tệp xlsx."""
    made = templates.template(database(ctx), OPERATOR, form, unit, period)
    write_file(output, made.content)
    click.echo(str(output))


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--as", "user", required=True, metavar="USER", help="Tài khoản nộp.")
@click.option("--at", "moment", type=MOMENT, help="Thời điểm nhận; chỉ trên dữ liệu trình diễn.")
@click.option(
    "--marked",
    type=click.Path(file_okay=False, path_type=Path),
    help="Thư mục ghi bản đánh dấu của tệp có lỗi.",
)
@json_option
@click.pass_context
def submit(
    ctx: click.Context,
    files: tuple[Path, ...],
    user: str,
    moment: datetime | None,
    marked: Path | None,
    as_json: bool,
) -> None:
    """Nộp một hay nhiều bảng tính; biểu, đơn vị và kỳ đọc từ chính bảng tính."""
    engine = database(ctx)
    actor = acting(engine, user)
    worst = 0
    for file in files:
        worst = max(worst, _submit(engine, actor, file, files, moment, marked, as_json=as_json))
    ctx.exit(worst)


def _submit(
    engine: Engine,
    actor: Actor,
    file: Path,
    files: tuple[Path, ...],
    moment: datetime | None,
    marked: Path | None,
    *,
    as_json: bool,
) -> int:
    moments = None if moment is None else Moments(moment, server_moment())
    try:
        kept = submit_return(engine, actor, file.name, file.read_bytes(), moments)
    except Refused as refused:
        _say_refused(file, refused, as_json=as_json)
        return REFUSED
    if as_json:
        say_json(_line(file, kept))
    else:
        _say(file, kept)
    if marked is not None and kept.issues:
        _write_marked(engine, actor, file, files, kept, marked)
    return 0 if kept.accepted else ISSUES


def _say_refused(file: Path, refused: Refused, *, as_json: bool) -> None:
    """Not `doors.say_refused`: with many files, each still gets its line, and the next goes on."""
    message = wording.refusal(refused)
    if as_json:
        why = {"code": refused.code.value, "message": message}
        say_json({"file": str(file), "accepted": False, "issues": [], "refused": why})
    else:
        click.echo(f"{file}: {message}", err=True)


def _line(file: Path, kept: Submission) -> dict[str, object]:
    issues = [_issue(found) for found in kept.issues]
    if not kept.accepted:
        return {"file": str(file), "accepted": False, "sha256": kept.sha256, "issues": issues}
    return {
        "file": str(file),
        "accepted": True,
        "receipt": kept.receipt,
        "sha256": kept.sha256,
        "received": kept.received,
        "recorded": kept.recorded,
        "form": kept.form,
        "unit": kept.unit,
        "period": kept.period,
        "issues": issues,
    }


def _issue(found: Issue) -> dict[str, object]:
    return {
        "code": found.code.value,
        "severity": found.severity.value,
        "sheet": found.where.sheet,
        "cell": found.where.cell,
        "label": found.where.label,
        "message": wording.sentence(found),
    }


def _say(file: Path, kept: Submission) -> None:
    for found in kept.issues:
        click.echo(f"{wording.place_of(found.where)}: {wording.sentence(found)}")
    if kept.accepted:
        moment = wording.moment_text(kept.received)
        click.echo(f"{file}: đã tiếp nhận, phiếu số {kept.receipt}, {moment}.")
    else:
        click.echo(f"{file}: chưa tiếp nhận, có {len(kept.issues)} nội dung cần sửa.")


def _write_marked(
    engine: Engine,
    actor: Actor,
    file: Path,
    files: tuple[Path, ...],
    kept: Submission,
    folder: Path,
) -> None:
    copy = marked_copy(engine, actor, kept.id)
    if copy is not None:
        folder.mkdir(parents=True, exist_ok=True)
        write_file(folder / f"{file.stem}-danh-dau{_mark(file, files)}.xlsx", copy.content)


def _mark(file: Path, files: tuple[Path, ...]) -> str:
    """Files of one name in one batch keep their marked copies apart by their place in it."""
    same = [other for other in files if other.stem == file.stem]
    return f"-{same.index(file) + 1}" if len(same) > 1 else ""

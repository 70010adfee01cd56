"""`submit`: one or many filled-in forms handed in, each with its receipt or its issues."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from dashboard import wording
from dashboard.cli.deeds import SUBMITTER, Deed, with_deed
from dashboard.cli.doors import (
    ISSUES,
    REFUSED,
    json_option,
    say_json,
    write_file,
)
from dashboard.cli.handing import handing_options, moments_option
from dashboard.cli.return_documents import say_submission, submission_document
from dashboard.marking import marked_copy
from data_access.actions.returns import submit_return
from data_access.handing import Handing
from data_access.returns import Submission
from scoring.refusals import Refused


@dataclass(frozen=True)
class _Batch:
    """What is the same for every file given at once."""

    deed: Deed
    files: tuple[Path, ...]
    handing: Handing
    marked: Path | None


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@SUBMITTER
@moments_option
@click.option(
    "--marked",
    type=click.Path(file_okay=False, path_type=Path),
    help="Thư mục ghi bản đánh dấu của tệp có lỗi.",
)
@handing_options
@json_option
@with_deed
@click.pass_context
def submit(
    ctx: click.Context, deed: Deed, files: tuple[Path, ...], marked: Path | None, handing: Handing
) -> None:
    """Nộp một hay nhiều bảng tính; biểu, đơn vị và kỳ đọc từ chính bảng tính."""
    batch = _Batch(deed, files, handing, marked)
    came_of = Counter(_submit(batch, file) for file in _with_progress(files))
    if len(files) > 1:
        click.echo(_summary(came_of), err=True)
    ctx.exit(max(came_of))


def _with_progress(files: Sequence[Path]) -> Iterator[Path]:
    # On a screen each file's own line is the progress, and a bar would write over it.
    if len(files) < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from files
        return
    # Imported here: the other commands start faster without it.
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, redirect_stdout=False) as progress:
        yield from progress.track(files, description="Đang nộp")


def _submit(batch: _Batch, file: Path) -> int:
    deed = batch.deed
    try:
        given = (file.name, file.read_bytes(), deed.moments, batch.handing)
        kept = submit_return(deed.engine, deed.actor, *given)
    except Refused as refused:
        _say_refused(file, refused, as_json=deed.as_json)
        return REFUSED
    if deed.as_json:
        say_json({"file": str(file)} | submission_document(kept))
    else:
        say_submission(str(file), kept)
    if batch.marked is not None and kept.issues:
        _write_marked(batch, file, kept, batch.marked)
    return 0 if kept.accepted else ISSUES


def _say_refused(file: Path, refused: Refused, *, as_json: bool) -> None:
    """Not `doors.say_refused`: with many files, each still gets its line, and the next goes on."""
    message = wording.refusal(refused)
    if as_json:
        why = {"code": refused.code.value, "message": message}
        say_json({"file": str(file), "accepted": False, "issues": [], "refused": why})
    else:
        click.echo(f"{file}: {message}", err=True)


def _write_marked(batch: _Batch, file: Path, kept: Submission, folder: Path) -> None:
    copy = marked_copy(batch.deed.engine, batch.deed.actor, kept.id)
    if copy is not None:
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{file.stem}-danh-dau{_mark(file, batch.files)}.xlsx"
        write_file(folder / name, copy.content)


def _mark(file: Path, files: tuple[Path, ...]) -> str:
    """Files of one name in one batch keep their marked copies apart by their place in it."""
    same = [other for other in files if other.stem == file.stem]
    return f"-{same.index(file) + 1}" if len(same) > 1 else ""


def _summary(came_of: Counter[int]) -> str:
    return (
        f"{came_of.total()} tệp: {came_of[0]} đã tiếp nhận, {came_of[ISSUES]} có nội dung cần sửa, "
        f"{came_of[REFUSED]} không được nhận."
    )

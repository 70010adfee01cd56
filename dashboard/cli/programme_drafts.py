"""`programme import`, `copy`, `confirm`, `adopt` …: a programme from draft to adoption."""

from datetime import date
from pathlib import Path

import click

from dashboard import wording
from dashboard.cli.deeds import USER, Deed, with_deed
from dashboard.cli.doors import (
    DAY,
    ISSUES,
    acting,
    database,
    json_option,
    say_json,
    say_rows,
    write_file,
)
from dashboard.cli.file_issues import issue_documents, say_issues
from dashboard.cli.programme_documents import draft_document, draft_head
from dashboard.views.readings import due_words, name_of, reading_words
from data_access.accounts import OPERATOR
from data_access.actions import programme_drafts as actions
from data_access.actions.programmes import adopt as adopt_draft
from data_access.moments import today
from data_access.programme_editing import Answer
from data_access.proposed_readings import REPORTS, TASKS, unconfirmed
from data_access.queries import programmes as queries
from data_access.queries.programmes import DraftStory
from scoring.timing import Before, Roll

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUTPUT = click.Path(dir_okay=False, path_type=Path)
ROLL = click.option(
    "--roll", type=click.Choice([one.value for one in Roll]), help="Hạn vào ngày nghỉ."
)
BEFORE = click.option(
    "--before", type=click.Choice([one.value for one in Before]), help="Nghĩa của “trước ngày”."
)
_CODE = click.argument("code", metavar="CODE")


@click.command(name="import")
@click.argument("file", type=FILE, metavar="F.(xlsx|yaml)")
@USER
@json_option
@with_deed
@click.pass_context
def bring_in(ctx: click.Context, deed: Deed, file: Path) -> None:
    """Lập dự thảo từ tệp; tệp có lỗi thì chỉ in lỗi, từng ô một."""
    given = (file.name, file.read_bytes())
    draft, issues = actions.start_from_workbook(deed.engine, deed.actor, *given)
    if deed.as_json:
        head = None if draft is None else draft_head(draft)
        say_json({"draft": head, "issues": issue_documents(issues)})
    else:
        say_issues(issues)
        if draft is not None:
            click.echo(f"Đã lập dự thảo {draft.code}.")
    ctx.exit(ISSUES if draft is None else 0)


@click.command()
@_CODE
@click.option("--year", required=True, type=int, metavar="Y", help="Năm của chương trình mới.")
@click.option("--code", "new", default="", metavar="NEW", help="Mã mới; không có: tự đặt.")
@USER
@click.pass_context
def copy(ctx: click.Context, code: str, year: int, new: str, user: str) -> None:
    """Chép một chương trình thành dự thảo cho năm khác; lời và ngày chuyển sang năm ấy."""
    engine = database(ctx)
    draft = actions.start_copy(engine, acting(engine, user), code, year, new)
    click.echo(f"Đã lập dự thảo {draft.code}.")


@click.command()
@_CODE
@USER
@click.pass_context
def amend(ctx: click.Context, code: str, user: str) -> None:
    """Lập dự thảo sửa đổi, bổ sung từ bản đang thực hiện."""
    engine = database(ctx)
    draft = actions.amend(engine, acting(engine, user), code)
    click.echo(f"Đã lập dự thảo {draft.code}.")


@click.command()
@json_option
@click.pass_context
def drafts(ctx: click.Context, as_json: bool) -> None:
    """Các dự thảo đang làm."""
    found = queries.drafts(database(ctx), OPERATOR)
    if as_json:
        say_json([draft_head(one) for one in found])
        return
    rows = [(one.code, one.programme.title, one.by, wording.moment_text(one.at)) for one in found]
    say_rows(("Mã", "Dự thảo", "Người lưu", "Lưu lúc"), rows)


@click.command()
@_CODE
@click.option("-o", "--output", type=OUTPUT, help="Ghi dự thảo ra tệp .xlsx.")
@json_option
@click.pass_context
def draft(ctx: click.Context, code: str, output: Path | None, as_json: bool) -> None:
    """Một dự thảo: từng thời hạn đọc thế nào, hỏi gì, đã xác nhận chưa."""
    engine = database(ctx)
    if output is not None:
        write_file(output, queries.draft_workbook(engine, OPERATOR, code))
    story = queries.draft(engine, OPERATOR, code, today(engine))
    if as_json:
        say_json(draft_document(story))
        return
    waiting = {one.key for one in unconfirmed(story.readings, story.draft.confirmed)}
    rows = [
        (
            name_of(one),
            one.timing.printed,
            reading_words(one),
            due_words(one),
            ("có câu hỏi" if one.asked else "chờ") if one.key in waiting else "đã xác nhận",
        )
        for one in story.readings
    ]
    say_rows(("Mục", "Như văn bản", "Cách đọc", "Hạn", "Xác nhận"), rows)


@click.command()
@_CODE
@click.option("--task", "tasks", multiple=True, metavar="NO", help="Nhiệm vụ số; lặp lại được.")
@click.option("--report", "reports", multiple=True, metavar="FORM:MARK", help="Báo cáo và kỳ.")
@click.option("--all", "every", is_flag=True, help="Mọi thời hạn không có câu hỏi, không nghi vấn.")
@USER
@click.pass_context
def confirm(
    ctx: click.Context,
    code: str,
    tasks: tuple[str, ...],
    reports: tuple[str, ...],
    every: bool,
    user: str,
) -> None:
    """Xác nhận cách đọc thời hạn."""
    engine = database(ctx)
    story = _story(ctx, code)
    keys = [f"{TASKS}:{no}" for no in tasks] + [f"{REPORTS}:{one}" for one in reports]
    if every:
        left = unconfirmed(story.readings, story.draft.confirmed)
        keys = [one.key for one in left if not one.asked and not one.doubted]
    if not keys and not every:
        raise click.UsageError("Đề nghị ghi --task, --report hoặc --all.")
    actions.confirm(engine, acting(engine, user), story.draft.id, keys)
    click.echo(f"Đã xác nhận {len(keys)} thời hạn.")


@click.command()
@_CODE
@click.argument("key", metavar="KEY")
@ROLL
@BEFORE
@click.option("--anchor", type=DAY, help="Thời hạn tính từ ngày.")
@click.option("--due", type=DAY, help="Ấn định hạn.")
@click.option("--note", default="", metavar="T", help="Lý do; không có hạn thì chỉ ghi lý do.")
@USER
@click.pass_context
def answer(
    ctx: click.Context,
    code: str,
    key: str,
    roll: str | None,
    before: str | None,
    anchor: date | None,
    due: date | None,
    note: str,
    user: str,
) -> None:
    """Trả lời câu hỏi về một thời hạn (tasks:3, reports:bao-cao-nam:Y) và xác nhận nó."""
    engine = database(ctx)
    given = Answer(before or "", roll or "", anchor, due, note)
    actions.answer(engine, acting(engine, user), _story(ctx, code).draft.id, key, given)
    click.echo(f"Đã xác nhận {key}.")


@click.command()
@_CODE
@click.option("--number", default="", metavar="N", help="Số, ký hiệu; của bản sửa đổi: bắt buộc.")
@click.option("--adopted", type=DAY, help="Ngày văn bản; của bản sửa đổi: bắt buộc.")
@click.option("--from", "begins", type=DAY, help="Có hiệu lực từ ngày.")
@click.option("--summary", default="", metavar="T", help="Nội dung sửa đổi, tóm tắt.")
@USER
@click.pass_context
def adopt(
    ctx: click.Context,
    code: str,
    number: str,
    adopted: date | None,
    begins: date | None,
    summary: str,
    user: str,
) -> None:
    """Ban hành dự thảo khi mọi thời hạn đã xác nhận."""
    engine = database(ctx)
    given = (_story(ctx, code).draft.id, number, adopted, begins, summary)
    adopt_draft(engine, acting(engine, user), *given)
    click.echo(f"Đã ban hành {code}.")


@click.command()
@_CODE
@USER
@click.pass_context
def drop(ctx: click.Context, code: str, user: str) -> None:
    """Bỏ một dự thảo; các bản đã lưu vẫn được giữ."""
    engine = database(ctx)
    actions.drop(engine, acting(engine, user), _story(ctx, code).draft.id)
    click.echo(f"Đã bỏ dự thảo {code}.")


COMMANDS = (bring_in, copy, amend, drafts, draft, confirm, answer, adopt, drop)


def _story(ctx: click.Context, code: str) -> DraftStory:
    engine = database(ctx)
    return queries.draft(engine, OPERATOR, code, today(engine))

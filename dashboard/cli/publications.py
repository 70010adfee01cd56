"""`publish` and `publication`: what is made public, numbered, corrected, and reckoned again."""

from datetime import date
from pathlib import Path

import click

from dashboard import wording
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
from dashboard.cli.handing import moments_option
from dashboard.cli.publication_documents import (
    correction_document,
    publication_document,
    verification_document,
)
from dashboard.cli.score_lines import CRITERIA, ON_PERIOD, USER
from dashboard.views.side_by_side import place_text
from dashboard.views.verification import sentences
from data_access.accounts import OPERATOR
from data_access.actions import publication as actions
from data_access.moments import Moments
from data_access.queries import publications
from data_access.rankings import Publication, PublicationKind
from data_access.text_files import read_text
from data_access.verification import verify as verify_text
from scoring.periods import Period

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUTPUT = click.Path(dir_okay=False, path_type=Path)

_DECISION = click.option(
    "--decision", default="", metavar="N", help="Số, ký hiệu quyết định công bố."
)
_DECIDED_ON = click.option("--decided-on", type=DAY, help="Ngày quyết định công bố.")
_ID = click.argument("publication", type=int, metavar="ID")
_KINDS = tuple(kind.value for kind in PublicationKind if kind)


@click.command()
@ON_PERIOD
@click.option("--group", metavar="G", help="Chỉ một cụm, khối thi đua.")
@CRITERIA
@_DECISION
@_DECIDED_ON
@USER
@moments_option
@json_option
@click.pass_context
def publish(
    ctx: click.Context,
    period: Period,
    group: str | None,
    criteria: str | None,
    decision: str,
    decided_on: date | None,
    user: str,
    moments: Moments | None,
    as_json: bool,
) -> None:
    """Công bố kết quả xếp loại: từ đó không ai sửa được; sai thì làm đính chính."""
    engine = database(ctx)
    decided = {"criteria": criteria, "decision": decision, "decided_on": decided_on}
    made = actions.publish(engine, acting(engine, user), period, group, moments, **decided)
    said = f"Đã công bố {wording.period_name(period)}, lần công bố số {made.number} của năm."
    _say(made, said, as_json=as_json)


@click.group()
def publication() -> None:
    """Các lần công bố: danh sách, số quyết định, đính chính, tệp để tính lại."""


@publication.command(name="list")
@click.option("--year", type=int, help="Chỉ các kỳ của một năm.")
@json_option
@click.pass_context
def list_all(ctx: click.Context, year: int | None, as_json: bool) -> None:
    """Mọi lần công bố, mới nhất trước, cả những lần đã được đính chính."""
    found = publications.listed(database(ctx), year)
    if as_json:
        say_json([publication_document(one) for one in found])
        return
    rows = [
        (
            str(one.id),
            str(one.number),
            str(one.period),
            one.group or "tất cả",
            one.criteria,
            wording.moment_text(one.at),
            one.decision,
            "" if one.replaces is None else f"thay lần {one.replaces}: {one.reason}",
        )
        for one in found
    ]
    headings = ("Mã", "Lần", "Kỳ", "Cụm, khối", "Bảng tiêu chí", "Lúc", "Quyết định", "Đính chính")
    say_rows(headings, rows)


@publication.command()
@_ID
@click.option("--decision", required=True, metavar="N", help="Số, ký hiệu quyết định công bố.")
@click.option("--decided-on", required=True, type=DAY, help="Ngày quyết định công bố.")
@click.option("--reason", default="", metavar="TEXT", help="Lý do sửa số, ngày đã ghi.")
@USER
@json_option
@click.pass_context
def number(
    ctx: click.Context,
    publication: int,
    decision: str,
    decided_on: date,
    reason: str,
    user: str,
    as_json: bool,
) -> None:
    """Ghi số, ngày quyết định cho một lần công bố; sửa số, ngày đã ghi thì phải có lý do."""
    engine = database(ctx)
    actor = acting(engine, user)
    given = (publication, decision, decided_on, reason)
    made = actions.number_publication(engine, actor, *given)
    _say(made, f"Đã ghi quyết định {decision} cho lần công bố số {made.number}.", as_json=as_json)


@publication.command()
@_ID
@click.option("--reason", required=True, metavar="TEXT", help="Lý do đính chính, chấm lại.")
@click.option("--kind", type=click.Choice(_KINDS), default=_KINDS[0], show_default=True)
@click.option("--unit", "units", multiple=True, metavar="U", help="Chỉ đọc lại số liệu đơn vị này.")
@click.option("--draft", is_flag=True, help="Chỉ xem trước, không công bố.")
@_DECISION
@_DECIDED_ON
@USER
@moments_option
@json_option
@click.pass_context
def correct(
    ctx: click.Context,
    publication: int,
    reason: str,
    kind: str,
    units: tuple[str, ...],
    draft: bool,
    decision: str,
    decided_on: date | None,
    user: str,
    moments: Moments | None,
    as_json: bool,
) -> None:
    """Công bố lần mới thay lần cũ: đính chính (erratum), chấm lại theo quyết định (rerating)."""
    engine = database(ctx)
    actor, chosen = acting(engine, user), PublicationKind(kind)
    if draft:
        found = publications.correction_draft(engine, actor, publication, chosen, units)
    else:
        decided = {"decision": decision, "decided_on": decided_on, "moments": moments}
        made = actions.correct(
            engine, actor, publication, reason, kind=chosen, units=units, **decided
        )
        found = publications.correction(engine, made.id)
    if as_json:
        say_json(correction_document(found))
        return
    rows = [
        (one.unit, one.name, place_text(one.before), place_text(one.after)) for one in found.moved
    ]
    say_rows(("Mã", "Đơn vị", "Trước", "Sau"), rows)


@publication.command()
@_ID
@click.option("-o", "--output", required=True, type=OUTPUT, help="Tệp .json ghi ra.")
@click.pass_context
def export(ctx: click.Context, publication: int, output: Path) -> None:
    """Xuất số liệu, bảng tiêu chí, kết quả và mã kiểm tra của một lần công bố thành một tệp."""
    file = publications.export(database(ctx), OPERATOR, publication)
    write_file(output, file.content)
    click.echo(str(output))


@publication.command()
@click.argument("file", type=FILE, metavar="F.json")
@json_option
@click.pass_context
def verify(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Tính lại một lần công bố từ tệp đã xuất, không cần cơ sở dữ liệu."""
    found, issues = verify_text(read_text(file))
    if found is None:
        say_json(issue_documents(issues)) if as_json else say_issues(issues)
        ctx.exit(ISSUES)
    if as_json:
        say_json(verification_document(found))
    else:
        for line in sentences(found):
            click.echo(line)
    ctx.exit(0 if found.equal else ISSUES)


def _say(made: Publication, said: str, *, as_json: bool) -> None:
    if as_json:
        say_json(publication_document(made))
    else:
        click.echo(said)

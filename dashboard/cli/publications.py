"""`publish` and `publication`: what is made public, numbered, corrected, and reckoned again."""

from datetime import date
from pathlib import Path

import click

from dashboard import wording
from dashboard.cli.deeds import USER, Deed, acts, with_deed
from dashboard.cli.doors import (
    DAY,
    ISSUES,
    database,
    json_option,
    say_json,
    say_rows,
    write_file,
)
from dashboard.cli.file_issues import issue_documents, say_issues
from dashboard.cli.publication_documents import (
    correction_document,
    publication_document,
    verification_document,
)
from dashboard.cli.score_lines import CRITERIA, ON_PERIOD
from dashboard.views.side_by_side import place_text
from dashboard.views.verification import sentences
from data_access.accounts import OPERATOR
from data_access.actions import publication as actions
from data_access.queries import publications
from data_access.rankings import PublicationKind
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
@acts
def publish(
    deed: Deed,
    period: Period,
    group: str | None,
    criteria: str | None,
    decision: str,
    decided_on: date | None,
) -> None:
    """Công bố kết quả xếp loại: từ đó không ai sửa được; sai thì làm đính chính."""
    decided = {"criteria": criteria, "decision": decision, "decided_on": decided_on}
    made = actions.publish(deed.engine, deed.actor, period, group, deed.moments, **decided)
    said = f"Đã công bố {wording.period_name(period)}, lần công bố số {made.number} của năm."
    deed.say(publication_document(made), said)


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
@with_deed
def number(deed: Deed, publication: int, decision: str, decided_on: date, reason: str) -> None:
    """Ghi số, ngày quyết định cho một lần công bố; sửa số, ngày đã ghi thì phải có lý do."""
    given = (publication, decision, decided_on, reason)
    made = actions.number_publication(deed.engine, deed.actor, *given)
    said = f"Đã ghi quyết định {decision} cho lần công bố số {made.number}."
    deed.say(publication_document(made), said)


@publication.command()
@_ID
@click.option("--reason", required=True, metavar="TEXT", help="Lý do đính chính, chấm lại.")
@click.option("--kind", type=click.Choice(_KINDS), default=_KINDS[0], show_default=True)
@click.option("--unit", "units", multiple=True, metavar="U", help="Chỉ đọc lại số liệu đơn vị này.")
@click.option("--draft", is_flag=True, help="Chỉ xem trước, không công bố.")
@_DECISION
@_DECIDED_ON
@acts
def correct(
    deed: Deed,
    publication: int,
    reason: str,
    kind: str,
    units: tuple[str, ...],
    draft: bool,
    decision: str,
    decided_on: date | None,
) -> None:
    """Công bố lần mới thay lần cũ: đính chính (erratum), chấm lại theo quyết định (rerating)."""
    chosen = PublicationKind(kind)
    if draft:
        found = publications.correction_draft(deed.engine, deed.actor, publication, chosen, units)
    else:
        decided = {"decision": decision, "decided_on": decided_on, "moments": deed.moments}
        made = actions.correct(
            deed.engine, deed.actor, publication, reason, kind=chosen, units=units, **decided
        )
        found = publications.correction(deed.engine, made.id)
    if deed.as_json:
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

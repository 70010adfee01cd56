"""`document`: a signed plan or narrative report handed in as the paper it is."""

from datetime import date
from pathlib import Path

import click

from dashboard.cli.deeds import SUBMITTER, Deed, with_deed
from dashboard.cli.doors import DAY, ISSUES, PERIOD, json_option, say_json
from dashboard.cli.handing import handing_options, moments_option
from dashboard.cli.return_documents import say_submission, submission_document
from data_access.actions.documents import submit_document
from data_access.document_heads import DocumentHead
from data_access.handing import Handing
from scoring.forms import Mark
from scoring.periods import Period


@click.command()
@click.argument("form")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--unit", required=True, metavar="CODE", help="Mã đơn vị.")
@click.option("--period", required=True, type=PERIOD, help="Kỳ báo cáo.")
@click.option("--number", required=True, metavar="N", help="Số, ký hiệu văn bản.")
@click.option("--signed-on", required=True, type=DAY, help="Ngày ký.")
@click.option("--signer", required=True, metavar="NAME", help="Người ký.")
@click.option("--abstract", required=True, metavar="TEXT", help="Trích yếu.")
@SUBMITTER
@moments_option
@handing_options
@json_option
@with_deed
@click.pass_context
def document(
    ctx: click.Context,
    deed: Deed,
    form: str,
    file: Path,
    unit: str,
    period: Period,
    number: str,
    signed_on: date,
    signer: str,
    abstract: str,
    handing: Handing,
) -> None:
    """Nộp văn bản đã ký (PDF, DOCX) của một biểu FORM: kế hoạch, báo cáo."""
    head = DocumentHead(number, signed_on, signer, abstract)
    mark = Mark(form, "", unit, period)
    given = (file.name, file.read_bytes(), mark, head, deed.moments, handing)
    kept = submit_document(deed.engine, deed.actor, *given)
    if deed.as_json:
        say_json({"file": str(file)} | submission_document(kept))
    else:
        say_submission(str(file), kept)
    ctx.exit(0 if kept.accepted else ISSUES)

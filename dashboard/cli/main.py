"""`qcdc`: the group of all commands."""

import click

from dashboard.cli.appraising import appraise
from dashboard.cli.catalogue import accounts, forms, periods, programmes, units
from dashboard.cli.consolidation import consolidate
from dashboard.cli.criteria import criteria
from dashboard.cli.deciding import decide
from dashboard.cli.documents import document
from dashboard.cli.doors import Terminal
from dashboard.cli.evidence import attach, attachments
from dashboard.cli.explaining import explanation
from dashboard.cli.figures import figure
from dashboard.cli.forms import form
from dashboard.cli.history import diff, feed, original, receipt, versions
from dashboard.cli.models import model
from dashboard.cli.obligations import overdue, status
from dashboard.cli.previewing import confirm, preview, withdraw
from dashboard.cli.printing import print_group
from dashboard.cli.publications import publication, publish
from dashboard.cli.reconsidering import reconsider
from dashboard.cli.remedies import remedy
from dashboard.cli.review import reopen, review
from dashboard.cli.running import init, serve
from dashboard.cli.scores import explain, rank, score
from dashboard.cli.submitting import submit
from dashboard.cli.templates import template

COMMANDS = (
    init,
    serve,
    units,
    periods,
    forms,
    accounts,
    programmes,
    template,
    submit,
    preview,
    confirm,
    withdraw,
    document,
    versions,
    original,
    diff,
    feed,
    receipt,
    review,
    reopen,
    attach,
    attachments,
    appraise,
    explanation,
    reconsider,
    decide,
    figure,
    model,
    remedy,
    status,
    overdue,
    consolidate,
    score,
    rank,
    explain,
    publish,
    publication,
    criteria,
    form,
    print_group,
)


@click.group(cls=Terminal, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--database",
    metavar="URL",
    help="Cơ sở dữ liệu; không có thì theo biến QCDC_DATABASE_URL, sau đó là tệp SQLite của người "
    "dùng.",
)
def main(database: str | None) -> None:
    """Thực hiện Quy chế dân chủ ở cơ sở: chương trình, báo cáo, chấm điểm, xếp loại."""


for command in COMMANDS:
    main.add_command(command)

"""`qcdc`: the group of all commands."""

import click

from dashboard.cli.appraising import appraise
from dashboard.cli.areas import area, area_sheet
from dashboard.cli.calendar import calendar, legal_deadlines, read_when
from dashboard.cli.calendar_file import ics
from dashboard.cli.catalogue import accounts, forms, periods, units
from dashboard.cli.consolidation import consolidate
from dashboard.cli.criteria import criteria
from dashboard.cli.deciding import decide
from dashboard.cli.disclosure import consultations, disclosures, dossiers
from dashboard.cli.documents import document
from dashboard.cli.doors import Terminal
from dashboard.cli.duties import completeness_command, duty
from dashboard.cli.evidence import attach, attachments
from dashboard.cli.explaining import explanation
from dashboard.cli.extending import exempt, extend, programme_close
from dashboard.cli.figures import figure
from dashboard.cli.forms import form
from dashboard.cli.history import diff, feed, original, receipt, versions
from dashboard.cli.inspections import inspection
from dashboard.cli.models import model
from dashboard.cli.obligations import overdue, status
from dashboard.cli.offices import office
from dashboard.cli.previewing import confirm, preview, withdraw
from dashboard.cli.printing import print_group
from dashboard.cli.programme_list import programmes
from dashboard.cli.programmes import programme
from dashboard.cli.publications import publication, publish
from dashboard.cli.recipients import recipient
from dashboard.cli.reconsidering import reconsider
from dashboard.cli.remedies import remedy
from dashboard.cli.reminders import note_reminder, remind, reminders
from dashboard.cli.review import reopen, review
from dashboard.cli.running import init, serve
from dashboard.cli.scores import explain, rank, score
from dashboard.cli.submitting import submit
from dashboard.cli.templates import template
from dashboard.cli.units import unit

COMMANDS = (
    init,
    serve,
    units,
    periods,
    forms,
    accounts,
    programmes,
    programme,
    unit,
    office,
    area,
    area_sheet,
    inspection,
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
    completeness_command,
    duty,
    extend,
    exempt,
    programme_close,
    calendar,
    read_when,
    legal_deadlines,
    ics,
    remind,
    reminders,
    note_reminder,
    recipient,
    consolidate,
    disclosures,
    consultations,
    dossiers,
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

"""`disclosure`, `consultations`, `dossiers`: the registers of a unit, reckoned against the law."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import click

from dashboard.cli.disclosure_documents import (
    consultation_document,
    disclosure_document,
    dossier_document,
)
from dashboard.cli.doors import DAY, PERIOD, database, day_or_today, json_option, say_json
from dashboard.views import consultation, disclosure, dossier
from dashboard.views.paper_sheets import PaperSheet
from dashboard.views.register_page import CONSULTED, DISCLOSED, FILED, not_there
from data_access.accounts import OPERATOR
from data_access.queries.consultations import consultation_register
from data_access.queries.disclosures import disclosure_register
from data_access.queries.dossiers import dossier as dossier_of
from scoring.periods import Period

Command = TypeVar("Command", bound=Callable[..., None])


def _of_a_register(command: Command) -> Command:
    """--unit, --period, --on: whose register of which time, as known on which day."""
    unit = click.option("--unit", required=True, metavar="CODE", help="Mã đơn vị.")
    period = click.option(
        "--period", required=True, type=PERIOD, help="Kỳ báo cáo; năm gồm cả bốn quý."
    )
    on = click.option("--on", "day", type=DAY, help="Xem tại ngày; không có thì hôm nay.")
    return unit(period(on(json_option(click.pass_context(command)))))


@click.command("disclosure")
@_of_a_register
def disclosures(
    ctx: click.Context, unit: str, period: Period, day: date | None, as_json: bool
) -> None:
    """Sổ công khai của một đơn vị, đối chiếu với thời hạn của Luật."""
    engine = database(ctx)
    found = disclosure_register(engine, OPERATOR, unit, period, day_or_today(engine, day))
    if as_json:
        say_json(disclosure_document(found))
    else:
        _say(disclosure.export(found), not_there(DISCLOSED, found.head))


@click.command()
@_of_a_register
def consultations(
    ctx: click.Context, unit: str, period: Period, day: date | None, as_json: bool
) -> None:
    """Sổ lấy ý kiến của một đơn vị: số ngày, số ý kiến, thứ tự các văn bản."""
    engine = database(ctx)
    found = consultation_register(engine, OPERATOR, unit, period, day_or_today(engine, day))
    if as_json:
        say_json(consultation_document(found))
    else:
        _say(consultation.export(found), not_there(CONSULTED, found.head))


@click.command()
@_of_a_register
def dossiers(
    ctx: click.Context, unit: str, period: Period, day: date | None, as_json: bool
) -> None:
    """Hồ sơ của một đơn vị trong năm: giấy tờ nào có, giấy tờ nào còn thiếu."""
    engine = database(ctx)
    found = dossier_of(engine, OPERATOR, unit, period, day_or_today(engine, day))
    if as_json:
        say_json(dossier_document(found))
    else:
        _say(dossier.export(found), not_there(FILED, found.head))


def _say(sheet: PaperSheet, said: Sequence[str]) -> None:
    """What was found stands beneath its line: sentences fill no column."""
    *headings, found = [column.heading for column in sheet.columns]
    for row in sheet.rows:
        *cells, remarks = [cell.text for cell in row.cells]
        if not row.level:
            click.echo(" ".join(filter(None, cells)))
            continue
        for heading, words in zip(headings, cells, strict=True):
            if words:
                click.echo(f"  {heading}: {words.replace(chr(10), '; ')}")
        for words in filter(None, remarks.split("\n")):
            click.echo(f"  {found}: {words}")
        click.echo()
    for words in said:
        click.echo(words)

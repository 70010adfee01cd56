"""`disclosure`, `consultations`, `dossiers`: the registers of a unit, reckoned against the law."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
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
from data_access.accounts import OPERATOR, Actor
from data_access.database import Engine
from data_access.queries.consultations import ConsultationRegister, consultation_register
from data_access.queries.disclosures import DisclosureRegister, disclosure_register
from data_access.queries.dossiers import Dossier
from data_access.queries.dossiers import dossier as dossier_of
from scoring.periods import Period

Result = TypeVar("Result")
Found = TypeVar("Found", DisclosureRegister, ConsultationRegister, Dossier)


@dataclass(frozen=True)
class _Asked:
    """Whose register of which time, as known on which day, and how it is answered."""

    engine: Engine
    unit: str
    period: Period
    day: date
    as_json: bool

    def answer(
        self,
        query: Callable[[Engine, Actor, str, Period, date], Found],
        document: Callable[[Found], dict[str, object]],
        sheet: Callable[[Found], PaperSheet],
        register: str,
    ) -> None:
        found = query(self.engine, OPERATOR, self.unit, self.period, self.day)
        if self.as_json:
            say_json(document(found))
        else:
            _say(sheet(found), not_there(register, found.head))


def _asks(command: Callable[..., Result]) -> Callable[..., Result]:
    """--unit, --period, --on and --json, of which the command sees one `asked`."""

    @click.pass_context
    @wraps(command)
    def with_asked(
        ctx: click.Context, unit: str, period: Period, day: date | None, as_json: bool
    ) -> Result:
        engine = database(ctx)
        return command(_Asked(engine, unit, period, day_or_today(engine, day), as_json))

    whose = click.option("--unit", required=True, metavar="CODE", help="Mã đơn vị.")
    when = click.option(
        "--period", required=True, type=PERIOD, help="Kỳ báo cáo; năm gồm cả bốn quý."
    )
    on = click.option("--on", "day", type=DAY, help="Xem tại ngày; không có thì hôm nay.")
    return whose(when(on(json_option(with_asked))))


@click.command("disclosure")
@_asks
def disclosures(asked: _Asked) -> None:
    """Sổ công khai của một đơn vị, đối chiếu với thời hạn của Luật."""
    asked.answer(disclosure_register, disclosure_document, disclosure.export, DISCLOSED)


@click.command()
@_asks
def consultations(asked: _Asked) -> None:
    """Sổ lấy ý kiến của một đơn vị: số ngày, số ý kiến, thứ tự các văn bản."""
    asked.answer(consultation_register, consultation_document, consultation.export, CONSULTED)


@click.command()
@_asks
def dossiers(asked: _Asked) -> None:
    """Hồ sơ của một đơn vị trong năm: giấy tờ nào có, giấy tờ nào còn thiếu."""
    asked.answer(dossier_of, dossier_document, dossier.export, FILED)


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

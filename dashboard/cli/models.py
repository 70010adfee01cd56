"""`model`: the register of models Dân vận khéo."""

from datetime import date

import click

from dashboard import wording
from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import DAY, database, json_option, say_json, say_rows
from dashboard.cli.score_lines import OF_UNIT, ON_PERIOD, ONE_UNIT
from dashboard.views.register_books import LEVELS
from data_access.accounts import OPERATOR
from data_access.actions.models import recognise_model, strike_off_model
from data_access.models import Level, RecognisedModel
from data_access.queries import registers
from scoring.periods import Period


@click.group()
def model() -> None:
    """Sổ theo dõi mô hình Dân vận khéo được công nhận."""


@model.command()
@OF_UNIT
@click.option("--name", required=True, metavar="TEXT", help="Tên mô hình.")
@click.option("--field", "about", default="", metavar="TEXT", help="Lĩnh vực.")
@click.option(
    "--level",
    required=True,
    type=click.Choice([level.value for level in Level]),
    help="Cấp công nhận.",
)
@click.option("--decision", required=True, metavar="N", help="Số quyết định công nhận.")
@click.option("--decided-on", required=True, type=DAY, help="Ngày quyết định.")
@acts
def add(
    deed: Deed, unit: str, name: str, about: str, level: str, decision: str, decided_on: date
) -> None:
    """Ghi một mô hình được công nhận vào sổ."""
    what = (unit, name, about, Level(level), decision, decided_on, deed.moments)
    number = recognise_model(deed.engine, deed.actor, *what)
    deed.done(number, "recognised", f"Đã ghi mô hình “{name}” vào sổ")


@model.command(name="strike-off")
@click.argument("number", type=int, metavar="ID")
@click.option("--reason", required=True, metavar="TEXT", help="Lý do.")
@acts
def strike_off(deed: Deed, number: int, reason: str) -> None:
    """Gạch một mô hình; còn trong sổ nhưng không tính nữa."""
    strike_off_model(deed.engine, deed.actor, number, reason, deed.moments)
    deed.done(number, "struck_off", "Đã gạch mô hình khỏi số được tính")


@model.command(name="list")
@ON_PERIOD
@ONE_UNIT
@json_option
@click.pass_context
def model_list(ctx: click.Context, period: Period, unit: str | None, as_json: bool) -> None:
    """Các mô hình được công nhận từ đầu năm đến hết kỳ."""
    found = registers.models(database(ctx), OPERATOR, period, unit)
    if as_json:
        say_json([_document(one) for one in found])
        return
    rows = [
        (
            str(one.id),
            one.unit,
            one.recognition.name,
            LEVELS[one.recognition.level],
            f"{one.recognition.decision} ngày {wording.day_text(one.recognition.decided_on)}",
            one.struck_off_reason,
        )
        for one in found
    ]
    say_rows(("Số", "Đơn vị", "Mô hình", "Cấp công nhận", "Quyết định", "Gạch vì"), rows)


def _document(one: RecognisedModel) -> dict[str, object]:
    return {
        "id": one.id,
        "unit": one.unit,
        "name": one.recognition.name,
        "field": one.recognition.field or None,
        "level": one.recognition.level.value,
        "decision": one.recognition.decision,
        "decided_on": one.recognition.decided_on,
        "struck_off": one.struck_off,
        "struck_off_reason": one.struck_off_reason or None,
    }

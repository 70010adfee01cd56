"""`figure`: what a body other than the unit supplies, with its document."""

from datetime import date

import click

from dashboard import wording
from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import DAY, database, json_option, say_json, say_rows
from dashboard.cli.score_lines import (
    CRITERIA,
    OF_UNIT,
    ON_PERIOD,
    ONE_UNIT,
    read_number,
)
from data_access.accounts import OPERATOR
from data_access.actions.outside_figures import record_figure
from data_access.outside_figures import OutsideFigure
from data_access.queries import registers
from scoring.facts import Absent, Value
from scoring.periods import Period


@click.group()
def figure() -> None:
    """Số liệu do cơ quan khác cung cấp: chỉ số, kết quả xếp hạng, kết quả thẩm tra."""


def _value(ctx: click.Context, param: click.Parameter, typed: str) -> Value:
    if typed.strip().upper() in (Absent.NOT_ARISEN.value, Absent.NOT_APPLICABLE.value):
        return Absent(typed.strip().upper())
    return read_number(ctx, param, typed)


@figure.command()
@OF_UNIT
@ON_PERIOD
@click.option("--key", required=True, metavar="KEY", help="Khóa của số liệu.")
@click.option("--value", required=True, callback=_value, metavar="X", help="Số, hoặc KPS, KAD.")
@click.option("--source", default="", metavar="TEXT", help="Cơ quan cung cấp.")
@click.option("--as-of", required=True, type=DAY, help="Số liệu đến ngày.")
@click.option("--document", required=True, metavar="N", help="Số, ký hiệu văn bản.")
@CRITERIA
@acts
def record(
    deed: Deed,
    unit: str,
    period: Period,
    key: str,
    value: Value,
    source: str,
    as_of: date,
    document: str,
    criteria: str | None,
) -> None:
    """Ghi một số liệu; bản ghi sau thay bản ghi trước, không xóa."""
    what = (unit, period, key, value, source, as_of, document, deed.moments)
    number = record_figure(deed.engine, deed.actor, *what, criteria=criteria)
    deed.done(number, "recorded", f"Đã ghi số liệu {key} của {unit}")


@figure.command(name="list")
@ON_PERIOD
@ONE_UNIT
@json_option
@click.pass_context
def figure_list(ctx: click.Context, period: Period, unit: str | None, as_json: bool) -> None:
    """Các số liệu đã ghi của một kỳ."""
    found = registers.outside_figures(database(ctx), OPERATOR, period, unit)
    if as_json:
        say_json([_document(one) for one in found])
        return
    rows = [
        (str(one.id), one.unit, one.key, _shown(one.supplied.value), one.supplied.document)
        for one in found
    ]
    say_rows(("Số", "Đơn vị", "Số liệu", "Giá trị", "Văn bản"), rows)


def _shown(value: Value) -> str:
    return value.value if isinstance(value, Absent) else wording.number_text(value)


def _document(one: OutsideFigure) -> dict[str, object]:
    told = one.supplied
    absent = isinstance(told.value, Absent)
    return {
        "id": one.id,
        "unit": one.unit,
        "period": one.period,
        "key": one.key,
        "value": None if absent else told.value,
        "absent": told.value.value if absent else None,
        "source": told.source,
        "as_of": told.as_of,
        "document": told.document,
        "by": one.by,
        "at": one.at,
    }

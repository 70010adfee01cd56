"""What the commands about lines of points share: which line, and events as JSON."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TypeVar

import click

from dashboard import wording
from dashboard.cli.doors import PERIOD, say_json, say_rows
from dashboard.views.score_talk import KINDS
from data_access.score_events import ScoreEvent

Result = TypeVar("Result")

ON_PERIOD = click.option("--period", required=True, type=PERIOD, help="Kỳ chấm.")
OF_UNIT = click.option("--unit", required=True, metavar="U", help="Mã đơn vị.")
ONE_UNIT = click.option("--unit", metavar="U", help="Chỉ một đơn vị.")
CRITERIA = click.option(
    "--criteria", metavar="CODE", help="Mã bảng tiêu chí; không có: bảng tiêu chí chính."
)
_CRITERION = click.option("--criterion", required=True, metavar="C", help="Mã tiêu chí.")


def line_options(command: Callable[..., Result]) -> Callable[..., Result]:
    """Unit, period, criterion and table."""
    for option in (CRITERIA, _CRITERION, ON_PERIOD, OF_UNIT):
        command = option(command)
    return command


def read_number(_ctx: click.Context, _param: click.Parameter, typed: str) -> Decimal:
    try:
        number = Decimal(typed.replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise click.BadParameter(f"“{typed}” không phải là số. Đề nghị ghi ví dụ 3.25.")
    return number


def say_events(events: tuple[ScoreEvent, ...], *, as_json: bool) -> None:
    if as_json:
        say_json([_document(event) for event in events])
        return
    rows = [
        (
            str(one.id),
            one.unit,
            one.criterion,
            KINDS[one.kind],
            wording.moment_text(one.at),
            one.text,
        )
        for one in events
    ]
    say_rows(("Số", "Đơn vị", "Tiêu chí", "Việc", "Lúc", "Nội dung"), rows)


def _document(event: ScoreEvent) -> dict[str, object]:
    return {
        "id": event.id,
        "criteria": event.criteria,
        "unit": event.unit,
        "period": event.period,
        "criterion": event.criterion,
        "kind": event.kind.value,
        "text": event.text,
        "outcome": event.outcome.value or None,
        "due": event.due,
        "answers": event.answers,
        "by": event.by,
        "at": event.at,
    }

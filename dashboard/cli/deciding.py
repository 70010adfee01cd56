"""`decide`: what the table leaves to people, with reason and decision."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import click

from dashboard import wording
from dashboard.cli.deeds import Deed, acts
from dashboard.cli.doors import DAY, database, json_option, say_json, say_rows
from dashboard.cli.score_lines import CRITERIA, OF_UNIT, ON_PERIOD
from data_access.accounts import OPERATOR
from data_access.actions import deciding as actions
from data_access.queries import score_talk
from scoring.periods import Period

Result = TypeVar("Result")

_NUMBERED = {"metavar": "N", "help": "Số, ký hiệu văn bản quyết định."}
_DATED = {"type": DAY, "help": "Ngày văn bản quyết định."}


def _because(command: Callable[..., Result]) -> Callable[..., Result]:
    """Why, and by which document, where there is one already."""
    command = click.option("--decided-on", **_DATED)(command)
    command = click.option("--decision", default="", **_NUMBERED)(command)
    return click.option("--reason", required=True, metavar="TEXT", help="Lý do.")(command)


@click.group()
def decide() -> None:
    """Quyết định của tập thể Ban Chỉ đạo: thứ, mức xếp loại, chấm lại."""


@decide.command()
@ON_PERIOD
@click.argument("units", nargs=-1, required=True, metavar="U…")
@_because
@CRITERIA
@acts
def tie(
    deed: Deed,
    period: Period,
    units: tuple[str, ...],
    reason: str,
    decision: str,
    decided_on: date | None,
    criteria: str | None,
) -> None:
    """Xếp thứ các đơn vị bằng nhau, theo trình tự ghi trên lệnh."""
    decided = (reason, decision, decided_on, deed.moments)
    actions.decide_tie(deed.engine, deed.actor, period, units, *decided, criteria=criteria)
    said = f"Đã ghi trình tự {', '.join(units)}."
    deed.say({"period": period, "units": units}, said)


@decide.command(name="class")
@ON_PERIOD
@OF_UNIT
@click.argument("class_name", metavar="NAME")
@_because
@CRITERIA
@acts
def decide_class(
    deed: Deed,
    period: Period,
    unit: str,
    class_name: str,
    reason: str,
    decision: str,
    decided_on: date | None,
    criteria: str | None,
) -> None:
    """Mức xếp loại của đơn vị mà bảng tiêu chí để tập thể quyết định."""
    what = (period, unit, class_name, reason, decision, decided_on, deed.moments)
    actions.decide_class(deed.engine, deed.actor, *what, criteria=criteria)
    said = f"Đã ghi mức {class_name} của {unit}."
    deed.say({"period": period, "unit": unit, "class": class_name}, said)


@decide.command()
@ON_PERIOD
@OF_UNIT
@click.option("--reason", required=True, metavar="TEXT", help="Lý do.")
@click.option("--decision", required=True, **_NUMBERED)
@click.option("--decided-on", required=True, **_DATED)
@CRITERIA
@acts
def rerate(
    deed: Deed,
    period: Period,
    unit: str,
    reason: str,
    decision: str,
    decided_on: date,
    criteria: str | None,
) -> None:
    """Mở lại điểm đã công bố của một đơn vị để chấm lại theo quyết định."""
    what = (period, unit, reason, decision, decided_on, deed.moments)
    actions.rerate(deed.engine, deed.actor, *what, criteria=criteria)
    said = f"Đã mở lại điểm của {unit}."
    deed.say({"period": period, "unit": unit, "decision": decision}, said)


@decide.command(name="list")
@ON_PERIOD
@CRITERIA
@json_option
@click.pass_context
def decide_list(ctx: click.Context, period: Period, criteria: str | None, as_json: bool) -> None:
    """Các quyết định của một kỳ."""
    found = score_talk.decisions(database(ctx), OPERATOR, period, criteria=criteria)
    if as_json:
        documents = [
            {
                "id": one.id,
                "unit": one.unit,
                "kind": one.kind.value,
                "value": one.value or None,
                "reason": one.reason,
                "decision": one.decision or None,
                "decided_on": one.decided_on,
                "by": one.by,
                "at": one.at,
            }
            for one in found
        ]
        say_json(documents)
        return
    rows = [
        (one.unit, wording.DECISIONS[one.kind], one.value, one.decision, one.reason)
        for one in found
    ]
    say_rows(("Đơn vị", "Việc", "Nội dung", "Văn bản", "Lý do"), rows)

"""`status` and `overdue`: who has reported, and what is past its day."""

from datetime import date

import click

from dashboard import wording
from dashboard.cli.doors import DAY, PERIOD, database, day_or_today, json_option, say_json, say_rows
from data_access.accounts import OPERATOR
from data_access.queries import obligations
from data_access.queries.obligations import Standing, Status
from scoring.periods import Period


@click.command()
@click.option("--period", required=True, type=PERIOD, help="Kỳ báo cáo; năm gồm cả bốn quý.")
@click.option("--form", metavar="F", help="Chỉ một biểu.")
@click.option("--on", "day", type=DAY, help="Xem tại ngày; không có thì hôm nay.")
@json_option
@click.pass_context
def status(
    ctx: click.Context, period: Period, form: str | None, day: date | None, as_json: bool
) -> None:
    """Tình hình nộp báo cáo của một kỳ, tính tại một ngày."""
    engine = database(ctx)
    found = obligations.status(engine, OPERATOR, period, form, day_or_today(engine, day))
    if as_json:
        say_json(_status(found))
        return
    rows = [
        (one.unit.label, one.obligation.form or "", _state(one), wording.day_text(_due(one)))
        for one in found.standings
    ]
    say_rows(("Đơn vị", "Biểu", "Tình trạng", "Hạn nộp"), rows)
    click.echo(f"Đã nộp {found.received}/{found.expected}, chưa nộp {found.missing}.")


@click.command()
@click.option("--on", "day", type=DAY, help="Xem tại ngày; không có thì hôm nay.")
@click.option("--unit", metavar="CODE", help="Chỉ một đơn vị.")
@click.option("--year", type=int, metavar="Y", help="Chỉ việc của một năm.")
@click.option("--programme", metavar="CODE", help="Chỉ một chương trình, kế hoạch.")
@click.option("--office", metavar="CODE", help="Chỉ việc do một chức danh chỉ đạo.")
@json_option
@click.pass_context
def overdue(
    ctx: click.Context,
    day: date | None,
    unit: str | None,
    year: int | None,
    programme: str | None,
    office: str | None,
    as_json: bool,
) -> None:
    """Nhiệm vụ và báo cáo quá hạn chưa xong, quá lâu nhất trước."""
    engine = database(ctx)
    on = day_or_today(engine, day)
    narrowed = {"year": year, "programme": programme, "office": office}
    found = obligations.overdue(engine, OPERATOR, on, unit, **narrowed)
    if as_json:
        say_json([_overdue(one) for one in found])
        return
    rows = [
        (one.unit.label, one.obligation.title, wording.day_text(_due(one)), str(one.days_late))
        for one in found
    ]
    say_rows(("Đơn vị", "Nhiệm vụ, báo cáo", "Hạn", "Số ngày quá hạn"), rows)


def _due(one: Standing) -> date | None:
    return one.last_day


def _state(one: Standing) -> str:
    words = wording.STATES[one.state]
    return f"{words.mark} {words.word}"


def _status(found: Status) -> dict[str, object]:
    return {
        "expected": found.expected,
        "received": found.received,
        "on_time": found.on_time,
        "late": found.late,
        "missing": found.missing,
        "units": [
            {
                "unit": one.unit.code,
                "form": one.obligation.form,
                "period": str(one.obligation.period),
                "state": one.state.value,
                "due": _due(one),
                "received": one.received,
                "days_late": one.days_late,
                "key": str(one.obligation.key),
                "inherited_from": one.inherited_from or None,
            }
            for one in found.standings
        ],
    }


def _overdue(one: Standing) -> dict[str, object]:
    return {
        "unit": one.unit.code,
        "programme": one.obligation.programme,
        "task": one.obligation.task,
        "form": one.obligation.form,
        "period": str(one.obligation.period),
        "title": one.obligation.title,
        "due": _due(one),
        "days_late": one.days_late,
        "state": one.state.value,
        "key": str(one.obligation.key),
        "first_due": one.obligation.due,
        "directs": one.directs,
        "offices": list(one.offices),
        "inherited_from": one.inherited_from or None,
        "reminded": list(one.reminded),
    }

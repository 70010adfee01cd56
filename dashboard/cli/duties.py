"""`duty` and `completeness`: one duty's story, and how complete the returns of a period are."""

from datetime import date

import click

from dashboard import wording
from dashboard.cli.doors import (
    DAY,
    PERIOD,
    database,
    day_or_today,
    json_option,
    say_json,
    say_rows,
)
from data_access.accounts import OPERATOR
from data_access.queries import obligations
from data_access.queries.completeness import By, Completeness, Expected, Group, completeness
from data_access.queries.obligations import DutyStory
from scoring.obligations import DutyKey, parse_duty_key
from scoring.periods import Period


class DutyKeyType(click.ParamType):
    name = "PROGRAMME|UNIT|TASK|FORM|PERIOD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> DutyKey:
        try:
            return parse_duty_key(str(value))
        except ValueError:
            said = f"“{value}” không phải mã của một việc. Đề nghị lấy mã (key) ở overdue --json."
            self.fail(said, param, ctx)


DUTY = DutyKeyType()
_ON = click.option("--on", "day", type=DAY, help="Xem tại ngày; không có thì hôm nay.")


@click.command()
@click.argument("key", type=DUTY)
@_ON
@json_option
@click.pass_context
def duty(ctx: click.Context, key: DutyKey, day: date | None, as_json: bool) -> None:
    """Một việc của một đơn vị: hạn, cách đọc, gia hạn, miễn, nhắc, các lần nộp."""
    engine = database(ctx)
    story = obligations.duty(engine, OPERATOR, key, day_or_today(engine, day))
    if as_json:
        say_json(_story(story))
        return
    standing = story.standing
    state = wording.STATES[standing.state]
    click.echo(f"{standing.unit.label}: {standing.obligation.title}")
    click.echo(f"{state.mark} {state.word}; hạn {wording.day_text(standing.last_day)}.")
    if story.words is not None and story.words.timing is not None:
        click.echo(f"Văn bản ghi: {story.words.timing.printed or 'không ấn định'}.")
    for one in story.extensions:
        until, granted = wording.day_text(one.until), wording.day_text(one.granted_on)
        click.echo(f"{granted}: gia hạn đến {until} ({one.grantor}): {one.reason}")
    if standing.reason:
        click.echo(f"Không phải thực hiện: {standing.reason}")


@click.command(name="completeness")
@click.option("--period", required=True, type=PERIOD, help="Kỳ báo cáo; năm gồm cả bốn quý.")
@click.option("--form", metavar="F", help="Chỉ một biểu.")
@click.option(
    "--by",
    type=click.Choice([one.value for one in By]),
    default=By.KIND.value,
    show_default=True,
    help="Mỗi dòng là gì.",
)
@click.option("--unit", metavar="CODE", help="Chỉ đơn vị này và các đơn vị cấp dưới.")
@_ON
@json_option
@click.pass_context
def completeness_command(
    ctx: click.Context,
    period: Period,
    form: str | None,
    by: str,
    unit: str | None,
    day: date | None,
    as_json: bool,
) -> None:
    """Mức độ đầy đủ của báo cáo: phải nộp, đã nộp, đúng hạn, và tên từng đơn vị."""
    engine = database(ctx)
    asked = {"period": period, "form": form, "by": by, "unit": unit}
    found = completeness(engine, OPERATOR, day_or_today(engine, day), **asked)
    if as_json:
        say_json(_completeness(found))
        return
    headings = ("", "Phải nộp", "Đã nộp", "Đúng hạn", "Nộp trễ", "Chưa nộp")
    say_rows(headings, [_row(one) for one in (*found.rows, found.total)])


def _row(one: Group) -> tuple[str, ...]:
    five = one.five
    figures = (five.expected, five.received, five.on_time, five.late, five.missing)
    return (one.label or one.key or "Tất cả", *map(str, figures))


def _completeness(found: Completeness) -> dict[str, object]:
    return {"rows": [_group(one) for one in found.rows], "total": _group(found.total)}


def _group(one: Group) -> dict[str, object]:
    five = one.five
    return {
        "key": one.key,
        "label": one.label,
        "expected": five.expected,
        "received": five.received,
        "on_time": five.on_time,
        "late": five.late,
        "missing": five.missing,
        "rate": None if five.rate is None else str(five.rate),
        "on_time_rate": None if five.on_time_rate is None else str(five.on_time_rate),
        "on_time_names": [_name(member) for member in one.on_time_names],
        "late_names": [_name(member) for member in one.late_names],
        "missing_names": [_name(member) for member in one.missing_names],
    }


def _name(member: Expected) -> dict[str, object]:
    return {"unit": member.unit.code, "form": member.form, "period": member.period}


def _story(story: DutyStory) -> dict[str, object]:
    standing = story.standing
    owed = standing.obligation
    timing = story.words.timing if story.words else None
    return {
        "key": str(story.key),
        "unit": standing.unit.code,
        "title": owed.title,
        "state": standing.state.value,
        "days_late": standing.days_late,
        "due": standing.last_day,
        "first_due": owed.due,
        "printed_due": owed.printed_due,
        "printed": timing.printed if timing else None,
        "reading": timing.reading.value if timing else None,
        "received": standing.received,
        "completed_on": standing.completed_on,
        "proof": standing.proof,
        "closed": standing.closed,
        "reason": standing.reason or None,
        "inherited_from": standing.inherited_from or None,
        "extensions": [
            {
                "until": one.until,
                "granted_on": one.granted_on,
                "reason": one.reason,
                "grantor": one.grantor,
                "decision": one.decision,
            }
            for one in story.extensions
        ],
        "exemptions": [
            {
                "scope": str(one.scope),
                "kind": one.kind.value,
                "reason": one.reason,
                "document": one.document,
                "at": one.at,
            }
            for one in story.exemptions
        ],
        "reminders": [{"day": one.day, "channel": one.way.value} for one in story.reminders],
        "returns": [
            {"id": one.id, "period": one.period, "received": one.received, "receipt": one.receipt}
            for one in story.returns
        ],
    }

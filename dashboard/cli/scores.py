"""`score`, `rank`, `appraise`, `publish`."""

from decimal import Decimal, InvalidOperation

import click

from dashboard import wording
from dashboard.cli.doors import PERIOD, acting, database, json_option, say_json, say_rows
from dashboard.cli.score_documents import ranking_document, scorecard_documents
from data_access.accounts import OPERATOR
from data_access.actions.appraisal import appraise as appraise_action
from data_access.actions.publication import publish as publish_action
from data_access.queries import scores
from scoring.periods import Period
from scoring.scorecards import Scorecard


@click.command()
@click.option("--period", required=True, type=PERIOD, help="Kỳ chấm: 2022-Q3 hoặc 2022.")
@click.option("--unit", metavar="CODE", help="Chỉ một đơn vị.")
@json_option
@click.pass_context
def score(ctx: click.Context, period: Period, unit: str | None, as_json: bool) -> None:
    """Bảng điểm từng đơn vị: từng tiêu chí, căn cứ và ô số liệu."""
    engine = database(ctx)
    if unit is None:
        cards = scores.scorecards(engine, OPERATOR, period)
    else:
        cards = (scores.scorecard(engine, OPERATOR, period, unit),)
    if as_json:
        say_json(scorecard_documents(cards))
        return
    for card in cards:
        _say_card(card)


def _say_card(card: Scorecard) -> None:
    click.echo(f"{card.name}: {wording.number_text(card.total) or card.unranked}")
    rows = [
        (line.code, wording.number_text(line.max), wording.number_text(line.final), line.reason)
        for line in card.lines
    ]
    say_rows(("Mã", "Tối đa", "Điểm", "Căn cứ chấm điểm"), rows)


@click.command()
@click.option("--period", required=True, type=PERIOD, help="Kỳ chấm: 2022-Q3 hoặc 2022.")
@click.option("--group", metavar="G", help="Chỉ một cụm, khối thi đua.")
@json_option
@click.pass_context
def rank(ctx: click.Context, period: Period, group: str | None, as_json: bool) -> None:
    """Kết quả đánh giá, xếp loại của một kỳ."""
    found = scores.ranking(database(ctx), OPERATOR, period, group)
    if as_json:
        criteria = f"{found.criteria.code}/{found.criteria.version}"
        say_json(
            ranking_document(str(period), criteria, found.ranking, provisional=found.provisional)
        )
        return
    rows = [
        (str(one.rank), one.name, wording.number_text(one.total), one.class_name or "", one.note)
        for one in found.ranking.places
    ]
    rows += [
        ("–", one.name, "", one.class_name or "", one.reason) for one in found.ranking.unranked
    ]
    say_rows(("Xếp thứ", "Đơn vị", "Tổng điểm", "Xếp loại", "Ghi chú"), rows)


def _points(ctx: click.Context, param: click.Parameter, typed: str) -> Decimal:
    try:
        points = Decimal(typed.replace(",", "."))
    except InvalidOperation:
        points = Decimal("NaN")
    if not points.is_finite():
        raise click.BadParameter(f"“{typed}” không phải là số. Đề nghị ghi ví dụ 3.25.")
    return points


@click.command()
@click.option("--unit", required=True, metavar="U", help="Mã đơn vị.")
@click.option("--period", required=True, type=PERIOD, help="Kỳ chấm.")
@click.option("--criterion", required=True, metavar="C", help="Mã tiêu chí.")
@click.option("--points", required=True, callback=_points, metavar="X", help="Điểm thẩm định.")
@click.option("--reason", required=True, metavar="TEXT", help="Lý do, căn cứ.")
@click.option("--as", "user", required=True, metavar="USER", help="Tài khoản thẩm định.")
@json_option
@click.pass_context
def appraise(
    ctx: click.Context,
    unit: str,
    period: Period,
    criterion: str,
    points: Decimal,
    reason: str,
    user: str,
    as_json: bool,
) -> None:
    """Ghi điểm thẩm định của một người cho một tiêu chí."""
    engine = database(ctx)
    appraise_action(engine, acting(engine, user), unit, period, criterion, points, reason)
    if as_json:
        say_json({"unit": unit, "period": period, "criterion": criterion, "points": points})
    else:
        click.echo(f"Đã ghi {wording.number_text(points)} điểm thẩm định tiêu chí {criterion}.")


@click.command()
@click.option("--period", required=True, type=PERIOD, help="Kỳ công bố.")
@click.option("--group", metavar="G", help="Chỉ một cụm, khối thi đua.")
@click.option("--as", "user", required=True, metavar="USER", help="Tài khoản công bố.")
@json_option
@click.pass_context
def publish(
    ctx: click.Context, period: Period, group: str | None, user: str, as_json: bool
) -> None:
    """Công bố kết quả xếp loại: từ đó không ai sửa được."""
    engine = database(ctx)
    made = publish_action(engine, acting(engine, user), period, group)
    if as_json:
        say_json({"period": period, "group": made.group, "number": made.number, "at": made.at})
    else:
        name = wording.period_name(period)
        click.echo(f"Đã công bố {name}, lần công bố số {made.number} của năm.")

"""`score`, `rank`, `explain`."""

import click

from dashboard import wording
from dashboard.cli.doors import database, json_option, say_json, say_rows
from dashboard.cli.explanation_documents import explanation_document
from dashboard.cli.score_documents import ranking_document, scorecard_documents
from dashboard.cli.score_lines import CRITERIA, OF_UNIT, ON_PERIOD, ONE_UNIT
from data_access.accounts import OPERATOR
from data_access.queries import scores
from data_access.queries.explanations import Explanation
from data_access.queries.explanations import explanation as explanation_of
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.scorecards import Line, Scorecard


@click.command()
@ON_PERIOD
@ONE_UNIT
@CRITERIA
@json_option
@click.pass_context
def score(
    ctx: click.Context, period: Period, unit: str | None, criteria: str | None, as_json: bool
) -> None:
    """Bảng điểm từng đơn vị: từng tiêu chí, căn cứ và ô số liệu."""
    engine = database(ctx)
    if unit is None:
        cards = scores.scorecards(engine, OPERATOR, period, criteria)
    else:
        cards = (scores.scorecard(engine, OPERATOR, period, unit, criteria),)
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
@ON_PERIOD
@click.option("--group", metavar="G", help="Chỉ một cụm, khối thi đua.")
@CRITERIA
@json_option
@click.pass_context
def rank(
    ctx: click.Context, period: Period, group: str | None, criteria: str | None, as_json: bool
) -> None:
    """Kết quả đánh giá, xếp loại của một kỳ."""
    found = scores.ranking(database(ctx), OPERATOR, period, group, criteria)
    if as_json:
        used = f"{found.criteria.code}/{found.criteria.version}"
        document = ranking_document(str(period), used, found.ranking, provisional=found.provisional)
        say_json(document | {"publication": found.published and found.published.id})
        return
    rows = [
        (str(one.rank), one.name, wording.number_text(one.total), one.class_name or "", one.note)
        for one in found.ranking.places
    ]
    rows += [
        ("–", one.name, "", one.class_name or "", one.reason) for one in found.ranking.unranked
    ]
    say_rows(("Xếp thứ", "Đơn vị", "Tổng điểm", "Xếp loại", "Ghi chú"), rows)


@click.command()
@OF_UNIT
@ON_PERIOD
@click.option("--criterion", metavar="C", help="Chỉ một tiêu chí.")
@CRITERIA
@json_option
@click.pass_context
def explain(
    ctx: click.Context,
    unit: str,
    period: Period,
    criterion: str | None,
    criteria: str | None,
    as_json: bool,
) -> None:
    """Căn cứ chấm điểm: cách chấm, số liệu đã dùng, ô và tệp, điểm mất, khoảng cách lên thứ."""
    found = explanation_of(database(ctx), OPERATOR, unit, period, criteria)
    if criterion is not None and found.card.line(criterion) is None:
        raise Refused(Refusal.UNKNOWN_CRITERION, criterion=criterion)
    if as_json:
        say_json(explanation_document(found, criterion))
        return
    for line in found.card.lines:
        if criterion in (None, line.code):
            _say_line(line)
    if criterion is None:
        _say_next(found)


def _say_line(line: Line) -> None:
    points = f"{wording.number_text(line.final) or '–'}/{wording.number_text(line.max) or '–'}"
    click.echo(f"{line.code} {line.text}: {points}")
    for said, words in (("Cách chấm", line.rule), ("Căn cứ ban hành", line.article)):
        if words:
            click.echo(f"  {said}: {words}")
    for figure in line.figures:
        value = figure.absent or wording.number_text(figure.value)
        where = f" ({figure.source})" if figure.source else ""
        click.echo(f"  {figure.label}: {value}{where}")
    click.echo(f"  {line.reason}")


def _say_next(found: Explanation) -> None:
    above, higher = found.next_place, found.next_class
    if above is not None:
        gain = wording.number_text(above.way.gain)
        click.echo(f"Thêm {gain} điểm thì lên thứ {above.rank} (ngang {above.rival.name}).")
    if higher is not None:
        gain = wording.number_text(higher.way.gain)
        click.echo(f"Còn thiếu {gain} điểm để đạt {higher.name}.")

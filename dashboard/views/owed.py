"""What a unit owes in a period, as a list to choose from. Says nothing of files."""

from collections.abc import Iterable, Sequence
from datetime import date

from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import STATES, day_text, moment_text, period_name
from data_access.queries.obligations import Standing
from scoring.forms import Mark


def owed_table(owed: Sequence[Standing], chosen: Mark, page: str) -> Table:
    """Each leads to `page` with its unit, form and period."""
    columns = (Column("Báo cáo"), Column("Tình trạng"), Column("Hạn nộp"))
    rows = tuple(_row(one, page, chosen=one.obligation.form == chosen.form) for one in owed)
    return Table(columns, rows, shape=Shape.STACKED)


def owed_forms(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """The forms among all that is owed, the earliest day first."""
    return tuple(sorted((one for one in standings if one.obligation.form), key=_day))


def _row(standing: Standing, page: str, *, chosen: bool) -> Row:
    owed = standing.obligation
    asked = (("unit", owed.unit), ("period", str(owed.period)), ("form", owed.form))
    title = Cell(owed.title, period_name(owed.period), link=Link(page, asked, keeps=False))
    received = standing.received
    came = f"nhận lần đầu lúc {moment_text(received)}" if received else ""
    state = Cell(detail=came, state=STATES[standing.state])
    return Row((title, state, _due(standing)), chosen=chosen)


def _due(standing: Standing) -> Cell:
    late = f"trễ {standing.days_late} ngày" if standing.days_late else ""
    return Cell(day_text(standing.last_day) or "không có hạn", late)


def _day(standing: Standing) -> tuple[date, str]:
    return standing.last_day or date.max, standing.obligation.form or ""

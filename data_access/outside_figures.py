"""Figures that another body supplies instead of the unit, with where they stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Connection, Row, select

from data_access.accounts import Actor
from data_access.admitting import written_day
from data_access.moments import Moments
from data_access.returns import answer_of
from data_access.score_lines import act
from data_access.tables import outside_figure
from scoring.facts import Absent, Figure, Source, Value
from scoring.periods import Period, parse_period


@dataclass(frozen=True)
class Supplied:
    """A value with who supplied it (`source`), the day it is as of and its document's number."""

    value: Value
    source: str
    as_of: date
    document: str


@dataclass(frozen=True)
class OutsideFigure:
    """A figure as recorded; of several of one unit, period and key the latest counts."""

    id: int
    unit: str
    period: Period
    key: str
    supplied: Supplied
    by: str
    at: datetime

    def figure(self) -> Figure:
        told = self.supplied
        where = f"{told.document}, {told.source}, số liệu đến {written_day(told.as_of)}"
        return Figure(told.value, Source(where, "", ""))


def recorded_figures(
    connection: Connection, periods: Sequence[Period], unit: str | None = None
) -> tuple[OutsideFigure, ...]:
    """Everything recorded for those periods, oldest first."""
    kept = outside_figure.c
    chosen = select(outside_figure).where(kept.period.in_([str(one) for one in periods]))
    if unit is not None:
        chosen = chosen.where(kept.unit == unit)
    rows = connection.execute(chosen.order_by(kept.id)).all()
    return tuple(_outside_figure(row) for row in rows)


def supplied_figures(connection: Connection, period: Period) -> Mapping[str, dict[str, Figure]]:
    """By unit and key. As returns are, a year's is read from the fourth quarter's where none was
    recorded for the year itself."""
    found: defaultdict[str, dict[str, Figure]] = defaultdict(dict)
    rows = recorded_figures(connection, [*{period.quarter_of_record, period}])
    for one in sorted(rows, key=lambda one: (one.period.is_year, one.id)):
        found[one.unit][one.key] = one.figure()
    return found


def keep_figure(
    connection: Connection,
    actor: Actor,
    unit: str,
    period: Period,
    key: str,
    supplied: Supplied,
    at: Moments,
) -> int:
    """The number of the new row."""
    absent = isinstance(supplied.value, Absent)
    row = {
        "unit": unit,
        "period": str(period),
        "key": key,
        "kind": "absent" if absent else "number",
        "value": supplied.value.value if absent else f"{supplied.value:f}",
        "source": supplied.source,
        "as_of": supplied.as_of,
        "document": supplied.document,
    }
    inserted = outside_figure.insert().values(row | act(actor, at))
    return connection.execute(inserted).inserted_primary_key[0]


def _outside_figure(row: Row) -> OutsideFigure:
    value = answer_of(row.kind, row.value)
    if not isinstance(value, Decimal | Absent):
        raise TypeError(f"outside figure {row.id} is no figure")
    supplied = Supplied(value, row.source, row.as_of, row.document)
    return OutsideFigure(
        row.id, row.unit, parse_period(row.period), row.key, supplied, row.actor_name, row.at
    )

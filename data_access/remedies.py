"""Kế hoạch khắc phục: lost points as dated obligations of the unit that lost them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Connection, Row, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.score_lines import ScoreLine, act, of_table
from data_access.tables import remedy
from scoring.criteria import CriteriaSet
from scoring.periods import Period, parse_period


@dataclass(frozen=True)
class Remedy:
    """`lost`: the points the unit was short of when the remedy was planned; `done_on` and
    `done_text` once it was carried out."""

    id: int
    criteria: str
    unit: str
    period: Period
    criterion: str
    lost: Decimal
    measure: str
    due: date
    done_on: date | None
    done_text: str
    by: str
    at: datetime

    def is_overdue(self, day: date) -> bool:
        return self.done_on is None and day > self.due


def remedies_of(
    connection: Connection, table: CriteriaSet, period: Period, unit: str | None = None
) -> tuple[Remedy, ...]:
    """By due day."""
    chosen = select(remedy).where(of_table(remedy, table, period))
    if unit is not None:
        chosen = chosen.where(remedy.c.unit == unit)
    rows = connection.execute(chosen.order_by(remedy.c.due, remedy.c.id)).all()
    return tuple(_remedy(row) for row in rows)


def find_remedy(connection: Connection, number: int) -> Remedy | None:
    row = connection.execute(select(remedy).where(remedy.c.id == number)).first()
    return None if row is None else _remedy(row)


def keep_remedy(
    connection: Connection,
    actor: Actor,
    line: ScoreLine,
    lost: Decimal,
    measure: str,
    due: date,
    at: Moments,
) -> int:
    """The number of the new row."""
    row = line.columns() | {"lost": lost, "measure": measure, "due": due} | act(actor, at)
    return connection.execute(remedy.insert().values(row)).inserted_primary_key[0]


def keep_finished(connection: Connection, number: int, done_on: date, text: str) -> None:
    one = remedy.update().where(remedy.c.id == number)
    connection.execute(one.values(done_on=done_on, done_text=text))


def _remedy(row: Row) -> Remedy:
    return Remedy(
        row.id,
        row.criteria,
        row.unit,
        parse_period(row.period),
        row.criterion,
        row.lost,
        row.measure,
        row.due,
        row.done_on,
        row.done_text,
        row.actor_name,
        row.at,
    )

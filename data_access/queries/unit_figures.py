"""A unit's last figures beside those before them, for whoever is about to visit it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from data_access import documents
from data_access.clock import end_of
from data_access.returns import answer_of, handed_in
from data_access.tables import entry, submission
from scoring.criteria_leaves import Input
from scoring.forms import Kind
from scoring.periods import Period, parse_period
from scoring.returns import Answer
from scoring.self_score import is_self_score
from scoring.units import Unit

_NUMBERS = (Kind.COUNT, Kind.NUMBER)


@dataclass(frozen=True)
class ComparedFigure:
    """A figure that the table asks of the unit, reckoned from 1 January to the period's end."""

    asked: Input
    value: Answer
    before: Answer | None


@dataclass(frozen=True)
class UnitFigures:
    """Of the last quarter handed in, and of the one it is compared with; in printed order."""

    period: Period
    before: Period
    figures: tuple[ComparedFigure, ...]


def unit_figures(connection: Connection, unit: Unit, day: date) -> UnitFigures | None:
    """As known on the day; None where nothing was handed in, or no table asks for anything."""
    returned = _returned(connection, unit.code, day)
    if not returned:
        return None
    period = max(returned, key=lambda one: one.last_day)
    tables = documents.criteria_of_unit(connection, period, unit.kind)
    if not tables:
        return None
    before = compared_with(period)
    now, then = (_answers(connection, returned.get(one)) for one in (period, before))
    found = (
        ComparedFigure(asked, now[asked.key], then.get(asked.key))
        for asked in tables[0].table.inputs()
        if asked.kind in _NUMBERS and asked.key in now
    )
    return UnitFigures(period, before, tuple(found))


def compared_with(period: Period) -> Period:
    """The quarter before of the same year, for figures run on from January; of a first quarter and
    of a year, the same of the year before."""
    if period.quarter in (None, 1):
        return Period(period.year - 1, period.quarter)
    return Period(period.year, period.quarter - 1)


def _returned(connection: Connection, unit: str, day: date) -> Mapping[Period, int]:
    """By period, the number of the self-score in force."""
    kept = submission.c
    chosen = (
        select(kept.form, kept.period, func.max(kept.id))
        .where(handed_in(end_of(day)), kept.unit == unit)
        .group_by(kept.form, kept.period)
    )
    rows = connection.execute(chosen).all()
    return {parse_period(period): number for form, period, number in rows if is_self_score(form)}


def _answers(connection: Connection, number: int | None) -> Mapping[str, Answer]:
    if number is None:
        return {}
    chosen = select(entry.c.key, entry.c.kind, entry.c.value).where(entry.c.submission == number)
    rows = connection.execute(chosen.where(entry.c.kind.in_(("number", "absent")))).all()
    return {key: answer_of(kind, value) for key, kind, value in rows}

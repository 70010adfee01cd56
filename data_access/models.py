"""The register of models Dân vận khéo and their recognition; what was struck off stays in it."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, Row, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import recognised_model
from scoring.periods import Period


class Level(StrEnum):
    """Who recognised it: cấp xã, cấp huyện, cấp tỉnh, trung ương."""

    COMMUNE = "xa"
    DISTRICT = "huyen"
    PROVINCE = "tinh"
    CENTRAL = "trung_uong"


@dataclass(frozen=True)
class Recognition:
    """A model's name and field (lĩnh vực), the level, number and day of the decision."""

    name: str
    field: str
    level: Level
    decision: str
    decided_on: date


@dataclass(frozen=True)
class RecognisedModel:
    """`struck_off`: since when it counts no more, and why."""

    id: int
    unit: str
    recognition: Recognition
    by: str
    at: datetime
    struck_off: datetime | None
    struck_off_reason: str


def models_of(
    connection: Connection, period: Period, unit: str | None = None
) -> tuple[RecognisedModel, ...]:
    """Recognised from 1 January to the period's end, by day of decision, struck-off ones too."""
    kept = recognised_model.c
    chosen = select(recognised_model).where(_within(period)).order_by(kept.decided_on, kept.id)
    if unit is not None:
        chosen = chosen.where(kept.unit == unit)
    return tuple(_model(row) for row in connection.execute(chosen).all())


def find_model(connection: Connection, number: int) -> RecognisedModel | None:
    chosen = select(recognised_model).where(recognised_model.c.id == number)
    row = connection.execute(chosen).first()
    return None if row is None else _model(row)


def recognised_names(
    connection: Connection, period: Period
) -> Mapping[tuple[str, Level], frozenset[str]]:
    """By unit and level, the names that count: a model recognised twice is one model."""
    found: defaultdict[tuple[str, Level], set[str]] = defaultdict(set)
    for one in models_of(connection, period):
        if one.struck_off is None:
            found[one.unit, one.recognition.level].add(same_name(one.recognition.name))
    return {key: frozenset(names) for key, names in found.items()}


def same_name(name: str) -> str:
    """Names that differ by capitals or spaces alone are one name."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def keep_model(
    connection: Connection, actor: Actor, unit: str, recognition: Recognition, at: Moments
) -> int:
    """The number of the new row."""
    row = {
        "unit": unit,
        "name": recognition.name,
        "field": recognition.field,
        "level": recognition.level.value,
        "decision": recognition.decision,
        "decided_on": recognition.decided_on,
    } | act(actor, at)
    return connection.execute(recognised_model.insert().values(row)).inserted_primary_key[0]


def keep_struck_off(connection: Connection, number: int, reason: str, at: Moments) -> None:
    one = recognised_model.update().where(recognised_model.c.id == number)
    connection.execute(one.values(struck_off=at.official, struck_off_reason=reason))


def _within(period: Period) -> ColumnElement[bool]:
    first = period.quarters_to_date()[0].first_day
    return recognised_model.c.decided_on.between(first, period.last_day)


def _model(row: Row) -> RecognisedModel:
    recognition = Recognition(row.name, row.field, Level(row.level), row.decision, row.decided_on)
    return RecognisedModel(
        row.id,
        row.unit,
        recognition,
        row.actor_name,
        row.at,
        row.struck_off,
        row.struck_off_reason,
    )

"""What was said and done about points besides giving them, and the register of models."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from data_access.accounts import Actor
from data_access.actions.appraisal import appraise
from data_access.actions.explaining import ask_explanation, explain
from data_access.actions.models import recognise_model
from data_access.actions.reconsidering import answer_reconsideration, ask_reconsideration
from data_access.actions.remedies import plan_remedy
from data_access.clock import HANOI, server_moment
from data_access.database import Engine
from data_access.models import Level
from data_access.moments import Moments
from data_access.queries import score_talk
from data_access.score_events import ScoreEventKind
from sample_data import documents
from scoring.periods import Period, parse_period


class Does(StrEnum):
    APPRAISE = "appraise"
    ASK = "ask"
    EXPLAIN = "explain"
    REQUEST = "request"
    REJECT = "reject"
    REMEDY = "remedy"


@dataclass(frozen=True)
class Deed:
    """One thing somebody did about one line; `user` is an account, `until` a last day it names."""

    at: datetime
    user: str
    does: Does
    unit: str
    period: Period
    criterion: str
    text: str
    until: date | None = None
    points: Decimal | None = None


@dataclass(frozen=True)
class Recognised:
    """A model entered in the register."""

    at: datetime
    unit: str
    name: str
    field: str
    level: Level
    decision: str
    decided_on: date


def deeds() -> tuple[Deed, ...]:
    return tuple(_deed(row) for row in documents.read("returns/life.yaml")["deeds"])


def models() -> tuple[Recognised, ...]:
    return tuple(_recognised(row) for row in documents.read("returns/life.yaml")["models"])


def perform(engine: Engine, actor: Actor, deed: Deed) -> None:
    line, at = (deed.unit, deed.period, deed.criterion), Moments(deed.at, server_moment())
    match deed.does:
        case Does.APPRAISE:
            appraise(engine, actor, *line, deed.points, deed.text, at)
        case Does.ASK:
            ask_explanation(engine, actor, *line, deed.text, deed.until, at)
        case Does.EXPLAIN:
            explain(engine, actor, *line, deed.text, at)
        case Does.REQUEST:
            ask_reconsideration(engine, actor, *line, deed.text, at)
        case Does.REJECT:
            request = _request(engine, actor, deed)
            answer_reconsideration(engine, actor, request, False, deed.text, at)
        case Does.REMEDY:
            plan_remedy(engine, actor, *line, deed.text, deed.until, at)


def enter(engine: Engine, actor: Actor, one: Recognised) -> None:
    at = Moments(one.at, server_moment())
    given = (one.unit, one.name, one.field, one.level, one.decision, one.decided_on)
    recognise_model(engine, actor, *given, at)


def _request(engine: Engine, actor: Actor, deed: Deed) -> int:
    asked = score_talk.talk(engine, actor, deed.period, deed.unit, deed.criterion)
    return next(one.id for one in asked if one.kind is ScoreEventKind.RECONSIDERATION_ASKED)


def _deed(row: documents.Plain) -> Deed:
    points = row.get("points")
    return Deed(
        _moment(row["on"]),
        row["by"],
        Does(row["does"]),
        row["unit"],
        parse_period(row["period"]),
        row["criterion"],
        row["text"],
        row.get("until"),
        None if points is None else Decimal(points),
    )


def _recognised(row: documents.Plain) -> Recognised:
    return Recognised(
        _moment(row["on"]),
        row["unit"],
        row["name"],
        row["field"],
        Level(row["level"]),
        row["decision"],
        row["decided_on"],
    )


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=HANOI)

"""The affairs of the demonstration's year: offices, areas, the inspection, what was granted, who is
reminded. Knows actions, no tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from data_access.accounts import OPERATOR
from data_access.actions.areas import assign
from data_access.actions.exempting import exempt
from data_access.actions.extending import extend
from data_access.actions.inspections import (
    conclude,
    hold_visit,
    plan_inspection,
    plan_visit,
    record_minutes,
)
from data_access.actions.offices import hold, name_office
from data_access.actions.recommendations import finish_recommendation, recommend
from data_access.actions.reminders import add_recipient
from data_access.clock import HANOI, server_moment
from data_access.database import Engine
from data_access.moments import Moments
from sample_data import documents
from scoring.obligations import DutyKey

PROGRAMME = "03-KH/BCĐ-2022"


@dataclass(frozen=True)
class Granted:
    """An extension or an exemption, as the file has it."""

    at: datetime
    row: documents.Plain


def load(engine: Engine) -> None:
    given = documents.read("returns/affairs.yaml")
    _offices(engine, given)
    _inspection(engine, given["inspection"])
    for number, row in enumerate(given["recipients"]):
        moments = _morning(date(2022, 3, 1) + timedelta(days=number))
        who = {"unit": row.get("unit"), "user": row.get("user")}
        add_recipient(engine, OPERATOR, row["address"], row["name"], **who, moments=moments)


def granted() -> Iterator[Granted]:
    """In the order of the file: to be mixed with what was handed in, by moment."""
    given = documents.read("returns/affairs.yaml")
    for row in (*given["extensions"], *given["exemptions"]):
        at = datetime.fromisoformat(row["granted"]).replace(tzinfo=HANOI)
        yield Granted(at, row)


def grant(engine: Engine, one: Granted) -> None:
    moments, row = Moments(one.at, server_moment()), one.row
    if "until" not in row:
        words = row["reason"], row["document"]
        exempt(engine, OPERATOR, PROGRAMME, row["unit"], *words, task=row["task"], moments=moments)
        return
    key = DutyKey(PROGRAMME, row["unit"], row["task"], "", row["period"])
    reason = row["reason"], row["grantor"], row["decision"]
    extend(engine, OPERATOR, [key], row["until"], *reason, moments=moments)


def _offices(engine: Engine, given: documents.Plain) -> None:
    since, document = given["held_from"], given["document"]
    for position, row in enumerate(given["offices"], start=1):
        name_office(engine, OPERATOR, row["code"], row["title"], row["unit"], position)
        who = row["holder"], since, document, row["user"]
        hold(engine, OPERATOR, row["code"], *who, moments=_morning(since))
    since, decision = given["assigned_from"], given["decision"]
    for row in given["areas"]:
        moments = _morning(since)
        assign(engine, OPERATOR, row["office"], row["units"], since, decision, since, moments)


def _inspection(engine: Engine, given: documents.Plain) -> None:
    decided_on = given["decided_on"]
    number = plan_inspection(
        engine,
        OPERATOR,
        decided_on.year,
        given["title"],
        given["team"],
        given["decision"],
        decided_on,
        given["programme"],
        given["task"],
        _morning(decided_on),
    )
    for row in given["visits"]:
        _visit(engine, number, row, decided_on)


def _visit(engine: Engine, inspection: int, row: documents.Plain, decided_on: date) -> None:
    planned, announced = row["planned"], row.get("announced", True)
    at = _morning(decided_on)
    visit = plan_visit(engine, OPERATOR, inspection, row["unit"], planned, announced, at)
    held, concluded = row["held"], row["concluded"]
    hold_visit(engine, OPERATOR, visit, held, moments=_evening(held))
    record_minutes(engine, OPERATOR, visit, row["minutes"], held, moments=_evening(held))
    said = row["conclusion"], concluded, row["text"]
    conclude(engine, OPERATOR, visit, *said, moments=_morning(concluded))
    for one in row.get("recommend", ()):
        _recommend(engine, visit, one, concluded)


def _recommend(engine: Engine, visit: int, row: documents.Plain, day: date) -> None:
    touched = {"criterion": row.get("criterion", "")}
    said = row["text"], row["due"]
    number = recommend(engine, OPERATOR, visit, *said, **touched, moments=_morning(day))
    if "done" in row:
        moments = _evening(row["done"])
        finish_recommendation(engine, OPERATOR, number, row["done"], "Đã thực hiện", moments)


def _morning(day: date) -> Moments:
    return Moments(datetime.combine(day, time(8), HANOI), server_moment())


def _evening(day: date) -> Moments:
    return Moments(datetime.combine(day, time(17, 30), HANOI), server_moment())

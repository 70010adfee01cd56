"""What the committee decided where the table leaves it to people. The latest of a unit counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Connection, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.score_lines import act, of_table
from data_access.tables import score_decision
from scoring.criteria import CriteriaSet
from scoring.facts import DecidedClass
from scoring.periods import Period


class DecisionKind(StrEnum):
    """A class, the order of units that nothing else could part, or points published open again."""

    CLASS = "class"
    TIE = "tie"
    RERATING = "rerating"


@dataclass(frozen=True)
class ScoreDecision:
    """`value`: name of the class, or place in the order given; `decision`: number of the document,
    where there is one."""

    id: int
    unit: str
    kind: DecisionKind
    value: str
    reason: str
    decision: str
    decided_on: date | None
    by: str
    at: datetime
    recorded: datetime


@dataclass(frozen=True)
class Decided:
    """What was decided, why, and the document that says so."""

    kind: DecisionKind
    reason: str
    decision: str
    decided_on: date | None


def decisions_of(
    connection: Connection, table: CriteriaSet, period: Period
) -> tuple[ScoreDecision, ...]:
    """Oldest first."""
    kept = score_decision.c
    columns = (kept.id, kept.unit, kept.kind, kept.value, kept.reason, kept.decision)
    chosen = select(*columns, kept.decided_on, kept.actor_name, kept.at, kept.recorded)
    rows = connection.execute(
        chosen.where(of_table(score_decision, table, period)).order_by(kept.id)
    )
    return tuple(
        ScoreDecision(number, unit, DecisionKind(kind), *rest)
        for number, unit, kind, *rest in rows.all()
    )


def tie_orders(decisions: Iterable[ScoreDecision]) -> Mapping[str, Decimal]:
    """By unit: its place among those that nothing else could part."""
    return {one.unit: Decimal(one.value) for one in decisions if one.kind is DecisionKind.TIE}


def decided_classes(decisions: Iterable[ScoreDecision]) -> Mapping[str, DecidedClass]:
    return {
        one.unit: DecidedClass(
            one.value, one.reason, one.decision, one.by, one.at.isoformat(timespec="minutes")
        )
        for one in decisions
        if one.kind is DecisionKind.CLASS
    }


def keep_decisions(
    connection: Connection,
    actor: Actor,
    table: CriteriaSet,
    period: Period,
    decided: Decided,
    values: Mapping[str, str],
    at: Moments,
) -> None:
    """One row for each unit, with what it gets."""
    shared = {
        "criteria": table.code,
        "period": str(period),
        "kind": decided.kind.value,
        "reason": decided.reason,
        "decision": decided.decision,
        "decided_on": decided.decided_on,
    } | act(actor, at)
    rows = [shared | {"unit": unit, "value": value} for unit, value in values.items()]
    connection.execute(score_decision.insert(), rows)

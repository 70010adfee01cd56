"""Exemptions (không phải thực hiện) as kept: of one duty, of a task or form, of a whole programme.
Rows are only added; the latest of the same scope counts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection, Row, select

from data_access.accounts import Actor
from data_access.clock import end_of
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import exemption
from scoring.obligations import DutyKey


class ExemptionKind(StrEnum):
    EXEMPT = "exempt"
    LIFTED = "lifted"


@dataclass(frozen=True)
class Exemption:
    """`scope`: a duty's key; without task and form the whole programme, without period all."""

    scope: DutyKey
    kind: ExemptionKind
    reason: str
    document: str
    by: str
    at: datetime


def covers(scope: DutyKey, duty: DutyKey) -> bool:
    """Without task and form a scope covers all of its programme, without period every one."""
    whole = not scope.task and not scope.form
    named = whole or (scope.task, scope.form) == (duty.task, duty.form)
    return scope[:2] == duty[:2] and named and scope.period in ("", duty.period)


def exemptions(
    connection: Connection,
    day: date,
    programmes: Sequence[str],
    units: Collection[str] | None = None,
) -> tuple[Exemption, ...]:
    """All that was said by the end of `day` of these programmes, oldest first."""
    kept = exemption.c
    chosen = select(exemption).where(kept.at < end_of(day), kept.programme.in_(programmes))
    if units is not None:
        chosen = chosen.where(kept.unit.in_(units))
    return tuple(_read(row) for row in connection.execute(chosen.order_by(kept.id)))


def counting(said: Sequence[Exemption]) -> Mapping[tuple[str, str], tuple[Exemption, ...]]:
    """By programme and unit, those that hold: the latest of each scope, unless it was lifted."""
    latest = {one.scope: one for one in said}
    found: dict[tuple[str, str], tuple[Exemption, ...]] = {}
    for one in latest.values():
        if one.kind is ExemptionKind.EXEMPT:
            place = (one.scope.programme, one.scope.unit)
            found[place] = (*found.get(place, ()), one)
    return found


def keep_exemption(
    connection: Connection,
    actor: Actor,
    scope: DutyKey,
    kind: ExemptionKind,
    reason: str,
    document: str,
    at: Moments,
) -> None:
    said = {"kind": kind.value, "reason": reason, "document": document}
    connection.execute(exemption.insert().values(scope._asdict() | said | act(actor, at)))


def _read(row: Row) -> Exemption:
    return Exemption(
        DutyKey(row.programme, row.unit, row.task, row.form, row.period),
        ExemptionKind(row.kind),
        row.reason,
        row.document,
        row.actor_name,
        row.at,
    )

"""Extensions (gia hạn) as kept. Rows are only added; the longest counts."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, select

from data_access.accounts import Actor
from data_access.clock import end_of
from data_access.moments import Moments
from data_access.score_lines import act
from data_access.tables import extension
from scoring.obligations import DutyKey, Extension


@dataclass(frozen=True)
class Granting:
    """What is granted, by whom and why; `decision`: its number, `decided_on`: its day, if any."""

    until: date
    reason: str
    grantor: str
    decision: str = ""
    decided_on: date | None = None


def extensions(
    connection: Connection,
    day: date,
    programmes: Sequence[str],
    units: Collection[str] | None = None,
) -> Mapping[DutyKey, tuple[Extension, ...]]:
    """Those granted by the end of `day` in these programmes, oldest first."""
    kept = extension.c
    chosen = select(extension).where(kept.at < end_of(day), kept.programme.in_(programmes))
    if units is not None:
        chosen = chosen.where(kept.unit.in_(units))
    found: defaultdict[DutyKey, tuple[Extension, ...]] = defaultdict(tuple)
    for row in connection.execute(chosen.order_by(kept.id)):
        found[DutyKey(row.programme, row.unit, row.task, row.form, row.period)] += (_read(row),)
    return found


def keep_extensions(
    connection: Connection,
    actor: Actor,
    keys: Sequence[DutyKey],
    granting: Granting,
    at: Moments,
) -> None:
    granted = {
        "until": granting.until,
        "reason": granting.reason,
        "grantor": granting.grantor,
        "decision": granting.decision,
        "decided_on": granting.decided_on,
    }
    rows = [key._asdict() | granted | act(actor, at) for key in keys]
    connection.execute(extension.insert(), rows)


def _read(row: Row) -> Extension:
    given = (row.reason, row.grantor, row.decision, row.actor_name)
    return Extension(row.until, row.at.date(), *given)

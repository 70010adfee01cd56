"""Points given by people, as kept: none is ever erased, the latest of the highest round counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import IntEnum
from typing import Final

from sqlalchemy import Connection, select

from data_access.accounts import Actor
from data_access.moments import Moments
from data_access.score_lines import ScoreLine, act, of_table
from data_access.tables import appraisal
from scoring.criteria import CriteriaSet
from scoring.facts import Appraisal
from scoring.periods import Period

# In place of the id of the appraisal a person saw: given without having looked, as at the terminal.
WHATEVER_STANDS: Final = 0


class Round(IntEnum):
    """Thẩm định lần 1, lần 2 (after an explanation), tập thể Ban Chỉ đạo."""

    FIRST = 1
    SECOND = 2
    COUNCIL = 3


@dataclass(frozen=True)
class Edit:
    """Points for one line. `seen`: id of the appraisal the person had before their eyes, None
    where there was none, WHATEVER_STANDS where they did not look."""

    unit: str
    criterion: str
    points: Decimal
    reason: str
    seen: int | None


@dataclass(frozen=True)
class KeptAppraisal:
    """An appraisal with its number; `recorded` orders it among what was said of the line."""

    id: int
    unit: str
    criterion: str
    recorded: datetime
    appraisal: Appraisal


# By unit and criterion.
Kept = Mapping[tuple[str, str], tuple[KeptAppraisal, ...]]


def kept_appraisals(
    connection: Connection, table: CriteriaSet, period: Period, unit: str | None = None
) -> Kept:
    """Everything given so far, oldest first."""
    kept = appraisal.c
    columns = (kept.id, kept.unit, kept.criterion, kept.recorded, kept.points, kept.reason)
    chosen = select(*columns, kept.actor_name, kept.at, kept.round).order_by(kept.id)
    chosen = chosen.where(of_table(appraisal, table, period))
    if unit is not None:
        chosen = chosen.where(kept.unit == unit)
    found: defaultdict[tuple[str, str], list[KeptAppraisal]] = defaultdict(list)
    for number, code, criterion, recorded, points, reason, by, at, turn in connection.execute(
        chosen
    ).all():
        given = Appraisal(points, reason, by, at.isoformat(timespec="minutes"), turn)
        one = KeptAppraisal(number, code, criterion, recorded, given)
        found[code, criterion].append(one)
    return {line: tuple(given) for line, given in found.items()}


def rounds_of(given: Iterable[KeptAppraisal]) -> tuple[Appraisal, ...]:
    """The latest of every round, the one that counts last."""
    latest = {one.appraisal.round: one.appraisal for one in given}
    return tuple(latest[turn] for turn in sorted(latest))


def superseded(given: Iterable[KeptAppraisal]) -> tuple[Appraisal, ...]:
    """Those that later ones of the same round took the place of: they stay to be read."""
    listed = [one.appraisal for one in given]
    later = (listed[number + 1 :] for number in range(len(listed)))
    return tuple(
        one
        for one, after in zip(listed, later, strict=True)
        if any(other.round == one.round for other in after)
    )


def keep_appraisal(
    connection: Connection,
    actor: Actor,
    line: ScoreLine,
    points: Decimal,
    reason: str,
    turn: Round,
    at: Moments,
) -> None:
    given = {"points": points, "reason": reason, "round": turn.value}
    row = line.columns() | given | act(actor, at)
    connection.execute(appraisal.insert().values(row))

"""Giving units the points of their criteria; each appraisal is kept, the latest counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection, Engine

from data_access import catalogue, documents
from data_access.accounts import APPRAISES, DECIDES, Actor, require_role
from data_access.appraisals import (
    WHATEVER_STANDS,
    Edit,
    Kept,
    Round,
    keep_appraisal,
    kept_appraisals,
)
from data_access.appraising import (
    FoundLine,
    line_in,
    naming,
    require_assessor,
    require_points,
    require_round,
    require_seen,
)
from data_access.database import writing
from data_access.facts import facts_of
from data_access.frozen_lines import FrozenLines, frozen_lines
from data_access.moments import Moments, moments_for
from data_access.reviews import require_short
from data_access.score_events import ScoreEvent, ScoreEventKind, Talk, by_line, events_of
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Leaf
from scoring.evaluation import leaf_lines
from scoring.facts import Absent, UnitFacts
from scoring.leaf_scoring import signed
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.units import Unit


@dataclass(frozen=True)
class _Sitting:
    """What all edits given together are held against, as it stood before the first of them."""

    table: CriteriaSet
    period: Period
    units: Mapping[str, Unit]
    facts: Mapping[str, UnitFacts]
    kept: Kept
    talk: Talk
    frozen: FrozenLines
    round: int | None
    at: Moments


def appraise(
    engine: Engine,
    actor: Actor,
    unit: str,
    period: Period,
    criterion: str,
    points: Decimal,
    reason: str,
    moments: Moments | None = None,
    *,
    criteria: str | None = None,
    round: int | None = None,
    seen: int | None = WHATEVER_STANDS,
) -> None:
    """Points for one line; of `criteria` (a table's code; None: the main one)."""
    edit = Edit(unit, criterion, points, reason, seen)
    given = {"criteria": criteria, "round": round, "moments": moments}
    appraise_lines(engine, actor, period, [edit], **given)


def appraise_lines(
    engine: Engine,
    actor: Actor,
    period: Period,
    edits: Sequence[Edit],
    *,
    criteria: str | None = None,
    round: int | None = None,
    moments: Moments | None = None,
) -> int:
    """How many lines got points: all of them, or on any refusal, which names its line, none.
    `round` None: the second where an explanation was asked for, else the first, never lower than
    the highest so far; of a published line that was opened again: the committee's for those who
    decide, else the second, never one that held published points."""
    require_role(actor, APPRAISES)
    if not edits:
        return 0
    subject = " ".join((str(period), *dict.fromkeys(one.unit for one in edits)))
    detail = "; ".join(f"{one.unit} {one.criterion} {one.points} {one.reason}" for one in edits)
    with writing(engine, actor, "appraise", subject, detail) as connection:
        at = moments_for(connection, moments)
        table = documents.criteria_for(connection, period, criteria).table
        sitting = _sitting(connection, table, period, edits, round, at)
        _require_each_once(edits, sitting.units)
        for edit in edits:
            with naming(sitting.units[edit.unit], edit.criterion):
                _give(connection, actor, sitting, edit)
    return len(edits)


def _sitting(
    connection: Connection,
    table: CriteriaSet,
    period: Period,
    edits: Sequence[Edit],
    turn: int | None,
    at: Moments,
) -> _Sitting:
    units = {edit.unit: catalogue.unit(connection, edit.unit) for edit in edits}
    return _Sitting(
        table,
        period,
        units,
        {one.unit: one for one in facts_of(connection, table, period, units)},
        kept_appraisals(connection, table, period),
        by_line(events_of(connection, table, period)),
        frozen_lines(connection, table, period),
        turn,
        at,
    )


def _require_each_once(edits: Sequence[Edit], units: Mapping[str, Unit]) -> None:
    lines = Counter((edit.unit, edit.criterion) for edit in edits)
    for (unit, criterion), times in lines.items():
        if times > 1:
            with naming(units[unit], criterion):
                raise Refused(Refusal.STALE_APPRAISAL)


def _give(connection: Connection, actor: Actor, sitting: _Sitting, edit: Edit) -> None:
    unit, at = sitting.units[edit.unit], (edit.unit, edit.criterion)
    found = line_in(sitting.table, unit, sitting.period, edit.criterion)
    require_assessor(connection, actor, found)
    sitting.frozen.require_open(unit, edit.criterion)
    given, said = sitting.kept.get(at, ()), sitting.talk.get(at, ())
    require_seen(given, edit.seen)
    published = sitting.frozen.published_at(unit)
    least = _least_round(actor, said, reopened=published is not None)
    turn = require_round(actor, given, sitting.round, least, edit.criterion, published)
    facts, points = sitting.facts[edit.unit], signed(found.leaf, edit.points)
    require_points(found.table, found.leaf, points, _out_of(found, facts))
    reason = _reason(edit, points, found.leaf, facts)
    keep_appraisal(connection, actor, found.line, points, reason, turn, sitting.at)


def _least_round(actor: Actor, said: Iterable[ScoreEvent], *, reopened: bool) -> Round:
    """Points that are given anew after publication are the committee's, or a second look."""
    if reopened and actor.role in DECIDES:
        return Round.COUNCIL
    asked = reopened or any(one.kind is ScoreEventKind.EXPLANATION_ASKED for one in said)
    return Round.SECOND if asked else Round.FIRST


def _out_of(found: FoundLine, facts: UnitFacts) -> Decimal | None:
    """What the criterion is out of for this unit."""
    if not found.leaf.max_when:
        return found.leaf.max
    code = found.leaf.code
    lines = leaf_lines(found.table, [facts], found.line.period, codes=[code])
    return lines[facts.unit, code].max


def _reason(edit: Edit, points: Decimal, leaf: Leaf, facts: UnitFacts) -> str:
    """Whoever gives what the unit claimed owes no reason."""
    claim = facts.claims.get(leaf.code)
    claimed = None if claim is None or isinstance(claim.value, Absent) else claim.value
    reason = require_short(edit.reason)
    if not reason and (claimed is None or signed(leaf, claimed) != points):
        raise Refused(Refusal.REASON_REQUIRED)
    return reason

"""The lines a person appraises: what was claimed, what the rule gives, what was given and said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Connection, Engine

from data_access import catalogue, documents
from data_access.accounts import APPRAISES, Actor, Role, may_appraise, require_role
from data_access.appraisals import KeptAppraisal, kept_appraisals, rounds_of, superseded
from data_access.criterion_keys import CriterionKeys
from data_access.database import reading
from data_access.evidence import Attachment, attachments_of_period
from data_access.facts import facts_of
from data_access.frozen_lines import FrozenLines, frozen_lines
from data_access.score_events import Outcome, ScoreEvent, ScoreEventKind, by_line, events_of
from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Leaf
from scoring.evaluation import leaf_lines
from scoring.facts import Appraisal, UnitFacts
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.scorecards import Line, LineStatus, UsedFigure
from scoring.units import Unit


class LineState(StrEnum):
    """What a line waits for: an appraisal, nothing, the unit's explanation, a second appraisal."""

    WAITING = "waiting"
    APPRAISED = "appraised"
    EXPLANATION_ASKED = "explanation_asked"
    EXPLAINED = "explained"


@dataclass(frozen=True)
class AppraisalLine:
    """One criterion of one unit as its assessor sees it.

    `ruled`: points and reason by the rule alone (None: it has no answer); `rounds`: the latest of
    each, in order; `seen`: the number of the appraisal that counts, to be given back with an edit;
    `open`: whether points may be given now; `needed`: without a person the unit stays unranked;
    `excluded`: by the figures the criterion is not counted; `superseded`: points given in place of
    which the same round later gave others, oldest first.
    """

    unit: Unit
    leaf: Leaf
    criteria: str
    assessor: str
    claim: Decimal | None
    ruled: Decimal | None
    ruled_reason: str
    figures: tuple[UsedFigure, ...]
    rounds: tuple[Appraisal, ...]
    final: Decimal | None
    evidence: tuple[Attachment, ...]
    seen: int | None
    state: LineState
    talk: tuple[ScoreEvent, ...]
    open: bool
    needed: bool
    excluded: bool
    superseded: tuple[Appraisal, ...]

    @property
    def differs(self) -> bool:
        """Whether the rule gives other points than were claimed. Nothing is claimed with 0 of what
        is not counted."""
        if self.excluded:
            return bool(self.claim)
        return self.claim is not None and self.claim != self.ruled


def lines(
    engine: Engine,
    actor: Actor,
    period: Period,
    *,
    unit: str | None = None,
    criterion: str | None = None,
    criteria: str | None = None,
) -> tuple[AppraisalLine, ...]:
    """What this actor appraises of the period, unit by unit, in the table's order. `criteria`:
    code of the table (None: the main one)."""
    require_role(actor, APPRAISES)
    with reading(engine) as connection:
        table = documents.criteria_for(connection, period, criteria).table
        leaves = _leaves(actor, table, period, criterion)
        facts = facts_of(connection, table, period)
        _require_known(facts, table, unit, criterion)
        chosen = [one.unit for one in facts if unit in (None, one.unit) and one.unit != _own(actor)]
        desk = _desk(connection, table, period, facts, chosen, leaves)
        return tuple(_line(desk, code, leaf) for code in chosen for leaf in leaves)


@dataclass(frozen=True)
class _Desk:
    """Everything that lines are put together from."""

    table: CriteriaSet
    units: Mapping[str, Unit]
    lines: Mapping[tuple[str, str], Line]
    ruled: Mapping[tuple[str, str], Line]
    kept: Mapping[tuple[str, str], tuple[KeptAppraisal, ...]]
    talk: Mapping[tuple[str, str], tuple[ScoreEvent, ...]]
    evidence: Mapping[tuple[str, str], tuple[Attachment, ...]]
    frozen: FrozenLines


def _desk(
    connection: Connection,
    table: CriteriaSet,
    period: Period,
    facts: tuple[UnitFacts, ...],
    units: list[str],
    leaves: tuple[Leaf, ...],
) -> _Desk:
    """The lines of those units and criteria, as they stand and as the rules alone have them."""
    codes = {leaf.code for leaf in leaves}
    alone = tuple(replace(one, claims={}, appraisals={}, rounds={}) for one in facts)
    return _Desk(
        table,
        {one.code: one for one in catalogue.units(connection)},
        leaf_lines(table, facts, period, units, codes),
        leaf_lines(table, alone, period, units, codes),
        kept_appraisals(connection, table, period),
        by_line(events_of(connection, table, period)),
        _evidence(connection, table, period),
        frozen_lines(connection, table, period),
    )


def _line(desk: _Desk, unit: str, leaf: Leaf) -> AppraisalLine:
    at = (unit, leaf.code)
    line, ruled = desk.lines[at], desk.ruled[at]
    given, said = desk.kept.get(at, ()), desk.talk.get(at, ())
    return AppraisalLine(
        unit=desk.units[unit],
        leaf=leaf,
        criteria=desk.table.code,
        assessor=desk.table.assessor_of(leaf),
        claim=line.claimed,
        ruled=ruled.final,
        ruled_reason=ruled.reason,
        figures=line.figures,
        rounds=rounds_of(given),
        final=line.final,
        evidence=desk.evidence.get(at, ()),
        seen=given[-1].id if given else None,
        state=state_of(given, said),
        talk=said,
        open=not desk.frozen.holds(desk.units[unit], leaf.code),
        needed=_needed(leaf, ruled),
        excluded=ruled.status is LineStatus.EXCLUDED,
        superseded=superseded(given),
    )


def _needed(leaf: Leaf, ruled: Line) -> bool:
    return leaf.needs_appraisal or ruled.status is LineStatus.PENDING


def state_of(given: Iterable[KeptAppraisal], said: Iterable[ScoreEvent]) -> LineState:
    """By what happened last. A line opened again by a reconsideration waits as in the beginning."""
    happened = [(one.recorded, LineState.APPRAISED) for one in given]
    happened += [(one.recorded, _STATES[one.kind]) for one in said if one.kind in _STATES]
    happened += [(one.recorded, LineState.WAITING) for one in said if one.outcome is _AGAIN]
    return max(happened, key=lambda one: one[0], default=(None, LineState.WAITING))[1]


_AGAIN = Outcome.ACCEPTED
_STATES = {
    ScoreEventKind.EXPLANATION_ASKED: LineState.EXPLANATION_ASKED,
    ScoreEventKind.EXPLAINED: LineState.EXPLAINED,
}


def _leaves(
    actor: Actor, table: CriteriaSet, period: Period, criterion: str | None
) -> tuple[Leaf, ...]:
    return tuple(
        leaf
        for leaf in table.leaves()
        if leaf.scored_in(period)
        and criterion in (None, leaf.code)
        and may_appraise(actor, table.assessor_of(leaf))
    )


def _own(actor: Actor) -> str | None:
    """No assessor appraises the unit it stands for."""
    return actor.unit if actor.role is Role.ASSESSOR else None


def _require_known(
    facts: tuple[UnitFacts, ...], table: CriteriaSet, unit: str | None, criterion: str | None
) -> None:
    if unit is not None and all(one.unit != unit for one in facts):
        raise Refused(Refusal.UNKNOWN_UNIT, unit=unit)
    if criterion is not None and table.leaf(criterion) is None:
        raise Refused(Refusal.UNKNOWN_CRITERION, criterion=criterion)


def _evidence(
    connection: Connection, table: CriteriaSet, period: Period
) -> Mapping[tuple[str, str], tuple[Attachment, ...]]:
    """By unit and criterion, what is attached to it or to one of its rows."""
    keys = CriterionKeys(table)
    found: dict[tuple[str, str], list[Attachment]] = {}
    for one in attachments_of_period(connection, table.form, period.quarter_of_record):
        criterion = keys.criterion_of(one.key)
        if criterion is not None:
            found.setdefault((one.unit, criterion), []).append(one)
    return {line: tuple(files) for line, files in found.items()}

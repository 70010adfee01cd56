"""How far a programme has come, task by task and unit by unit, and the returns that prove it.

How a duty stands is no secret; what a return says beside it is its unit's, the secretariat's and
the leaders' to read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, Engine

from data_access import documents, duties, trees
from data_access.accounts import SEES_ALL, Actor, Role
from data_access.clock import end_of
from data_access.database import reading
from data_access.evidence import Attachment
from data_access.outside_figures import OutsideFigure, recorded_figures
from data_access.permissions import units_of
from data_access.progress_reports import TaskOfUnit, TaskSaid, evidence_of, tasks_said
from data_access.standings import Standing
from scoring.obligations import State
from scoring.periods import periods_of_year
from scoring.programmes import Programme
from scoring.refusals import Refusal, Refused
from scoring.stages import Stage, stage_of


@dataclass(frozen=True)
class DutyProgress:
    """One duty of one unit. `said` and `evidence` are None and empty where there is none, and where
    the reader may not see it; `opens`: the reader may open the return that proves it."""

    standing: Standing
    stage: Stage
    said: TaskSaid | None = None
    evidence: tuple[Attachment, ...] = ()
    opens: bool = False


@dataclass(frozen=True)
class ProgrammeProgress:
    """`figures`: the newest of each unit and key among those the programme declares."""

    programme: Programme
    duties: tuple[DutyProgress, ...]
    figures: Mapping[tuple[str, str], OutsideFigure]


def programmes(engine: Engine, actor: Actor, day: date) -> tuple[Programme, ...]:
    """The texts in force on the day, the newest year first."""
    with reading(engine) as connection:
        found = _programmes(connection, actor, day)
    return tuple(sorted(found, key=lambda one: (-one.year, one.code)))


def progress(
    engine: Engine, actor: Actor, code: str, day: date, task: str | None = None
) -> ProgrammeProgress:
    """All that a programme asks for. With `task`: of this one what is said beside its state, too,
    and the files attached to it."""
    with reading(engine) as connection:
        programme = _programme(connection, actor, code, day)
        standings = duties.on(connection, day, programme=code, actor=actor)
        said = tasks_said(connection, code, programme.year, day)
        sight = _Sight(actor, units_of(connection, actor))
        figures = _figures(connection, programme, sight, day)
    whole = tuple(_duty(one, said, {}, sight) for one in standings)
    found = ProgrammeProgress(programme, whole, figures)
    return found if task is None else with_details(engine, actor, found, day, task)


def with_details(
    engine: Engine, actor: Actor, found: ProgrammeProgress, day: date, task: str
) -> ProgrammeProgress:
    """`found` is what `progress` answered this actor for the day: of a country it is long in the
    making, and all but one task stays as it is."""
    programme = found.programme
    with reading(engine) as connection:
        sight = _Sight(actor, units_of(connection, actor))
        said = tasks_said(connection, programme.code, programme.year, day, task)
        files = evidence_of(connection, tuple(said.values()), day) if said else {}
    whole = tuple(
        _duty(one.standing, said, files, sight) if one.standing.obligation.task == task else one
        for one in found.duties
    )
    return replace(found, duties=whole)


@dataclass(frozen=True)
class _Sight:
    """Whose returns and figures the actor may read."""

    actor: Actor
    own: frozenset[str]

    def sees(self, owner: str | None) -> bool:
        if self.actor.role in SEES_ALL:
            return True
        return self.actor.role is Role.UNIT and owner in self.own


def _programmes(connection: Connection, actor: Actor, day: date) -> tuple[Programme, ...]:
    """Those issued in the tree whose affairs the actor sees."""
    tree = trees.tree_of(connection, actor)
    found = documents.programmes(connection, day=day)
    return tuple(one for one in found if tree is None or one.issuer in tree)


def _programme(connection: Connection, actor: Actor, code: str, day: date) -> Programme:
    found = (one for one in _programmes(connection, actor, day) if one.code == code)
    programme = next(found, None)
    if programme is None:
        raise Refused(Refusal.UNKNOWN_PROGRAMME, programme=code)
    return programme


def _duty(
    standing: Standing,
    said: Mapping[TaskOfUnit, TaskSaid],
    files: Mapping[TaskOfUnit, tuple[Attachment, ...]],
    sight: _Sight,
) -> DutyProgress:
    owed = standing.obligation
    key = (owed.unit, owed.task or "")
    one = said.get(key)
    stage = stage_of(standing.state, one.state if one else "")
    owner = one.owner if one else owed.unit
    if not sight.sees(owner):
        return DutyProgress(standing, stage)
    proved = (one or standing.proof) is not None and standing.state is not State.EXEMPT
    return DutyProgress(standing, stage, one, files.get(key, ()), proved)


def _figures(
    connection: Connection, programme: Programme, sight: _Sight, day: date
) -> dict[tuple[str, str], OutsideFigure]:
    keys = {one.key for one in programme.figures}
    if not keys:
        return {}
    kept = recorded_figures(connection, periods_of_year(programme.year))
    seen = (
        one for one in kept if one.key in keys and one.at < end_of(day) and sight.sees(one.unit)
    )
    return {(one.unit, one.key): one for one in _by_age(seen)}


def _by_age(figures: Iterable[OutsideFigure]) -> list[OutsideFigure]:
    """The one as of the latest day last; of several, the one recorded last."""
    return sorted(figures, key=lambda one: (one.supplied.as_of, one.id))

"""What nearly every page needs to know: periods, names of units and forms, the scene."""

from datetime import date

from dashboard.questions.once import once
from dashboard.views.heading import Scene
from dashboard.wording import vietnamese_order
from data_access.accounts import OPERATOR, Actor
from data_access.database import Engine
from data_access.queries import catalogue, criteria
from data_access.rankings import CriteriaHead
from scoring.periods import Period
from scoring.units import beneath


@once
def periods(version: str, engine: Engine, actor: Actor = OPERATOR) -> tuple[Period, ...]:
    """The newest first."""
    return tuple(reversed(catalogue.periods(engine, actor)))


@once
def labels(version: str, engine: Engine) -> dict[str, str]:
    """Every body below the top, in the order people look names up."""
    units = [unit for unit in catalogue.units(engine) if unit.parent is not None]
    ordered = sorted(units, key=lambda unit: vietnamese_order(unit.label))
    return {unit.code: unit.label for unit in ordered}


@once
def tree(version: str, engine: Engine, actor: Actor) -> frozenset[str] | None:
    """Codes of the units whose affairs the actor sees; None: all."""
    return catalogue.tree(engine, actor)


@once
def subordinates(version: str, engine: Engine, unit: str) -> frozenset[str]:
    """The units below one, at any depth."""
    parents = {one.code: one.parent for one in catalogue.units(engine)}
    return beneath(unit, parents) - {unit}


@once
def acted_for(version: str, engine: Engine, actor: Actor) -> frozenset[str]:
    """The units that a unit's people act for besides their own."""
    return catalogue.acted_for(engine, actor) - {actor.unit or ""}


@once
def forms(version: str, engine: Engine) -> dict[str, str]:
    return {entry.code: entry.title for entry in catalogue.forms(engine)}


@once
def scene(version: str, engine: Engine, day: date) -> Scene:
    home = catalogue.home(engine)
    units = catalogue.units(engine)
    tops = [unit for unit in units if unit.code == home or (home is None and unit.parent is None)]
    committee, called = (tops[0].name, tops[0].label) if len(tops) == 1 else ("", "")
    return Scene(committee, called, catalogue.demonstration(engine) is not None, day)


@once
def tables_in_force(version: str, engine: Engine, period: Period) -> tuple[CriteriaHead, ...]:
    """Heads of the criteria tables, the main one first."""
    return criteria.in_force(engine, period)

"""What the page of the books kept beside the returns asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.catalogue import tables_in_force
from dashboard.questions.once import once
from dashboard.questions.rankings import table_behind
from dashboard.views import registers as views
from dashboard.views.register_books import (
    Book,
    Known,
    figures_book,
    models_book,
    remedies_book,
)
from data_access.accounts import KEEPS_HOUSE, SEES_ALL, SUBMITS, Actor, require_role
from data_access.database import Engine
from data_access.queries import catalogue, registers, scores
from scoring.criteria import CriteriaSet
from scoring.gains import lost_points
from scoring.periods import Period
from scoring.refusals import Refusal, Refused

_NOTHING_LOST_YET = frozenset(
    {Refusal.NOT_PUBLISHED, Refusal.NO_CRITERIA, Refusal.UNKNOWN_UNIT, Refusal.NOT_YOUR_UNIT}
)


@dataclass(frozen=True)
class _Asked:
    """One book in one period, of one unit (None: of all), and who asks; `criteria` is the code of
    the table, None: the main one."""

    version: str
    engine: Engine
    actor: Actor
    code: str
    period: Period
    unit: str | None
    day: date
    criteria: str | None


@dataclass(frozen=True)
class RegisterQuestions:
    engine: Engine
    version: str
    actor: Actor

    def view(
        self,
        code: str,
        period: Period,
        unit: str | None,
        units: Mapping[str, str],
        day: date,
        criteria: str | None = None,
    ) -> views.Registers:
        """`units`: whose entries can be asked for instead of `unit`'s."""
        require_role(self.actor, views.READERS)
        asked = _Asked(self.version, self.engine, self.actor, code, period, unit, day, criteria)
        every = {"": views.ALL_UNITS} if self.actor.role in SEES_ALL else {}
        return _view(asked, every | dict(units))


def _view(asked: _Asked, units: Mapping[str, str]) -> views.Registers:
    names = _known(asked)
    may_write = asked.actor.role in (SUBMITS if asked.code == views.REMEDIES else KEEPS_HOUSE)
    lost = _lost(asked) if may_write and asked.code == views.REMEDIES else {}
    recordable = {views.MODELS: names.units, views.FIGURES: names.figures, views.REMEDIES: lost}
    scene = known.scene(asked.version, asked.engine, asked.day)
    return views.Registers(
        views.book_heading(asked.code, asked.period, scene),
        asked.code,
        _book(asked),
        units,
        asked.unit,
        names,
        asked.criteria,
        may_write and bool(recordable[asked.code]),
        may_write,
        lost,
        _hint(asked, may_write, lost),
    )


def _hint(asked: _Asked, may_write: bool, lost: Mapping[str, str]) -> str:
    if asked.code != views.REMEDIES or not may_write or lost:
        return ""
    return views.NOTHING_LOST if asked.unit else views.CHOOSE_A_UNIT


@once
def _book(asked: _Asked) -> Book:
    names, of = _known(asked), (asked.engine, asked.actor, asked.period, asked.unit)
    if asked.code == views.MODELS:
        return models_book(registers.models(*of), names)
    if asked.code == views.FIGURES:
        return figures_book(registers.outside_figures(*of), names)
    if not names.criteria:
        return remedies_book((), names, asked.day)
    kept = registers.remedies(*of, criteria=asked.criteria)
    return remedies_book(kept, names, asked.day)


@once
def _known(asked: _Asked) -> Known:
    """Without a table nothing is asked of anybody."""
    labels = known.labels(asked.version, asked.engine)
    table = _table(asked)
    if table is None:
        return Known(labels)
    ranked = {one.code for one in catalogue.units(asked.engine) if table.ranks(one.kind)}
    return Known(
        {code: label for code, label in labels.items() if code in ranked},
        {one.key: f"{one.label} ({one.source})" for one in table.inputs() if one.source},
        {leaf.code: f"{leaf.code}. {leaf.text}" for leaf in table.leaves()},
    )


def _table(asked: _Asked) -> CriteriaSet | None:
    heads = tables_in_force(asked.version, asked.engine, asked.period)
    named = [head for head in heads if asked.criteria in (None, head.code)]
    return table_behind(asked.version, asked.engine, named[0]) if named else None


@once
def _lost(asked: _Asked) -> dict[str, str]:
    """The criteria that the unit lost points at in what was published, the most first."""
    if asked.unit is None:
        return {}
    try:
        result = scores.ranking(asked.engine, asked.actor, asked.period, criteria=asked.criteria)
        if result.published is None:
            return {}
        card = scores.scorecard(asked.engine, asked.actor, asked.period, asked.unit, asked.criteria)
    except Refused as refused:
        if refused.code not in _NOTHING_LOST_YET:
            raise
        return {}
    named = _known(asked).criteria
    return {one.code: named.get(one.code, one.code) for one in lost_points(card)}

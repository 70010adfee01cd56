"""What the page of added-up statistics asks."""

from dataclasses import dataclass
from datetime import date

from dashboard.questions.catalogue import scene, subordinates
from dashboard.questions.once import once
from dashboard.views import consolidation as views
from dashboard.wording import refusal, vietnamese_order
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.database import Engine
from data_access.queries import catalogue
from data_access.queries.consolidation import consolidation
from data_access.queries.forms import form_entries
from scoring.refusals import Refusal, Refused

_NOT_HERE = frozenset({Refusal.UNKNOWN_PERIOD, Refusal.UNKNOWN_FORM, Refusal.FORM_WITHOUT_FIGURES})


@dataclass(frozen=True)
class ConsolidationQuestions:
    engine: Engine
    version: str
    actor: Actor

    def forms(self) -> dict[str, str]:
        """Those that hold figures, by code."""
        return _forms(self.version, self.engine)

    def parents(self) -> dict[str, str]:
        """The bodies that have others beneath them, as far as the actor may ask for them."""
        return _parents(self.version, self.engine, self.actor)

    def unit(self, asked: str | None) -> str | None:
        """Whose subordinates are added up: the actor's own where the address names none."""
        if self.actor.role is Role.UNIT:
            return asked or self.actor.unit
        return asked or next(iter(self.parents()), None)

    def form(self, asked: str | None) -> str:
        """The first one where the address names none of them."""
        known = self.forms()
        return asked if asked in known else next(iter(known), "")

    def view(self, chosen: views.Chosen, day: date) -> views.ConsolidationView:
        return _view(self.version, self.engine, self.actor, chosen, day)


@once
def _forms(version: str, engine: Engine) -> dict[str, str]:
    return {one.code: one.title for one in form_entries(engine) if not one.is_document}


@once
def _parents(version: str, engine: Engine, actor: Actor) -> dict[str, str]:
    units = catalogue.units(engine)
    above = {unit.parent for unit in units}
    found = [unit for unit in units if unit.code in above]
    if actor.role is Role.UNIT:
        own = subordinates(version, engine, actor.unit or "") | {actor.unit}
        found = [unit for unit in found if unit.code in own]
    found.sort(key=lambda unit: (unit.parent is not None, vietnamese_order(unit.label)))
    return {unit.code: unit.label for unit in found}


@once
def _view(
    version: str, engine: Engine, actor: Actor, chosen: views.Chosen, day: date
) -> views.ConsolidationView:
    seen = scene(version, engine, day)
    require_role(actor, SEES_ALL | {Role.UNIT})
    if not chosen.form:
        return views.instead(views.CHOOSE_A_FORM, seen)
    try:
        found = consolidation(
            engine, actor, chosen.form, chosen.period, chosen.unit, to_date=chosen.to_date
        )
    except Refused as refused:
        # Another period is chosen on the same page: it remains.
        if refused.code not in _NOT_HERE:
            raise
        return views.instead(refusal(refused), seen)
    return views.consolidation_view(found, seen, chosen.figure)

"""What the page of programmes asks: the list, one programme, a draft, a file to be checked."""

from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once
from dashboard.views import programmes as views
from dashboard.views.programme import ProgrammePage, programme_page
from dashboard.views.programme_draft import DraftPage, draft_page
from dashboard.views.programmes import Checked, Programmes
from dashboard.views.readings import Asked, typed
from dashboard.wording import vietnamese_order
from data_access.accounts import KEEPS_HOUSE, Actor
from data_access.database import Engine
from data_access.programme_editing import TaskEntry
from data_access.queries import catalogue, programmes


@dataclass(frozen=True)
class ProgrammeQuestions:
    """One rerun's questions. Everybody reads; those who keep house make programmes."""

    engine: Engine
    version: str
    actor: Actor

    @property
    def may_make(self) -> bool:
        return self.actor.role in KEEPS_HOUSE

    def listed(self, day: date) -> Programmes:
        return _listed(self.version, self.engine, self.actor, day)

    def page(self, code: str, day: date) -> ProgrammePage:
        return _page(self.version, self.engine, self.actor, code, day)

    def typed(self, code: str, when: str) -> Asked:
        """How the words about time of a task would be read that is being added."""
        return _typed(self.version, self.engine, self.actor, code, when)

    def draft(self, code: str, day: date) -> DraftPage:
        return _draft(self.version, self.engine, self.actor, code, day)

    def checked(self, file_name: str, content: bytes, day: date) -> Checked:
        return _checked(self.version, self.engine, self.actor, file_name, content, day)


@once
def _listed(version: str, engine: Engine, actor: Actor, day: date) -> Programmes:
    may_make = actor.role in KEEPS_HOUSE
    entries = programmes.listed(engine, actor, day)
    drafts = programmes.drafts(engine, actor) if may_make else ()
    scene = known.scene(version, engine, day)
    return views.programmes(entries, drafts, _issuers(engine, actor), scene, may_make=may_make)


def _issuers(engine: Engine, actor: Actor) -> dict[str, str]:
    """The topmost units first: they issue most."""
    tree = catalogue.tree(engine, actor)
    units = [unit for unit in catalogue.units(engine) if tree is None or unit.code in tree]
    ordered = sorted(units, key=lambda unit: (unit.parent is not None, vietnamese_order(unit.name)))
    return {unit.code: unit.name for unit in ordered}


@once
def _page(version: str, engine: Engine, actor: Actor, code: str, day: date) -> ProgrammePage:
    story = programmes.programme(engine, actor, code, day)
    scene = known.scene(version, engine, day)
    return programme_page(story, scene, may_make=actor.role in KEEPS_HOUSE)


@once
def _typed(version: str, engine: Engine, actor: Actor, code: str, when: str) -> Asked:
    entry = TaskEntry("", "", when=when)
    return typed(programmes.reading_of_task(engine, actor, code, entry))


@once
def _draft(version: str, engine: Engine, actor: Actor, code: str, day: date) -> DraftPage:
    story = programmes.draft(engine, actor, code, day)
    return draft_page(story, known.scene(version, engine, day))


@once
def _checked(
    version: str, engine: Engine, actor: Actor, file_name: str, content: bytes, day: date
) -> Checked:
    file = programmes.checked(engine, actor, file_name, content)
    return views.checked(file, programmes.listed(engine, actor, day))

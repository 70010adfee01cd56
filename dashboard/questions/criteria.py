"""What the page of criteria tables asks: the versions, one in words, a file to check and try."""

from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once
from dashboard.views import criteria as views
from dashboard.views import criteria_trial
from dashboard.views.criteria import Checked, Criteria, CriteriaPage, Difference
from dashboard.views.criteria_trial import Tried
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.database import Engine
from data_access.queries import criteria
from data_access.queries.criteria import SetEntry
from scoring.criteria import CriteriaSet
from scoring.criteria_diff import difference
from scoring.periods import Period
from scoring.refusals import Refusal, Refused


@dataclass(frozen=True)
class CriteriaQuestions:
    """One rerun's questions. Everybody may read the tables; those who keep house bring in new
    ones."""

    engine: Engine
    version: str
    actor: Actor

    @property
    def may_import(self) -> bool:
        return self.actor.role in KEEPS_HOUSE

    def listed(self, day: date) -> Criteria:
        scene = known.scene(self.version, self.engine, day)
        entries = _entries(self.version, self.engine)
        return views.criteria(entries, scene, may_import=self.may_import)

    def page(self, name: str, day: date) -> CriteriaPage:
        """`name`: CODE/VERSION, or CODE for the version brought in last."""
        return _page(self.version, self.engine, name, day)

    def difference(self, older: str | None, newer: str | None) -> Difference | None:
        if not older or not newer:
            return None
        return _difference(self.version, self.engine, older, newer)

    def checked(self, file_name: str, content: bytes) -> Checked:
        require_role(self.actor, KEEPS_HOUSE)
        return _checked(self.version, self.engine, file_name, content)

    def tried(self, checked: Checked, period: Period | None) -> Tried | None:
        if checked.text is None or period is None:
            return None
        return _tried(self.version, self.engine, self.actor, checked.text, period)


@once
def _entries(version: str, engine: Engine) -> tuple[SetEntry, ...]:
    return criteria.sets(engine)


@once
def _page(version: str, engine: Engine, name: str, day: date) -> CriteriaPage:
    entries = _entries(version, engine)
    scene, units = known.scene(version, engine, day), known.labels(version, engine)
    return views.criteria_page(_entry(entries, name), entries, units, scene)


def _entry(entries: tuple[SetEntry, ...], name: str) -> SetEntry:
    found = [one for one in entries if name in (one.name, one.table.code)]
    if not found:
        raise Refused(Refusal.UNKNOWN_CRITERIA_VERSION, criteria=name)
    return found[-1]


@once
def _difference(version: str, engine: Engine, older: str, newer: str) -> Difference:
    return views.difference(criteria.difference(engine, older, newer))


@once
def _checked(version: str, engine: Engine, file_name: str, content: bytes) -> Checked:
    read = criteria.read_file(file_name, content)
    before = _before(version, engine, read.table)
    changes = difference(before, read.table) if before and read.table else ()
    return views.checked(read, known.labels(version, engine), before, changes)


def _before(version: str, engine: Engine, table: CriteriaSet | None) -> CriteriaSet | None:
    """The version kept last of the same table, which the new one would follow."""
    if table is None:
        return None
    own = [one.table for one in _entries(version, engine) if one.table.code == table.code]
    return own[-1] if own else None


@once
def _tried(version: str, engine: Engine, actor: Actor, text: str, period: Period) -> Tried:
    trial = criteria.try_out(engine, actor, text, period)
    return criteria_trial.tried(trial, known.labels(version, engine))

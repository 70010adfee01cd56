"""What the page of a programme's progress asks."""

from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once, once_lately
from dashboard.views import progress as views
from dashboard.views.progress import Choice, Progress
from data_access.accounts import KEEPS_HOUSE, Actor
from data_access.database import Engine
from data_access.queries import programme_progress
from data_access.queries.programme_progress import ProgrammeProgress
from scoring.programmes import Programme


@dataclass(frozen=True)
class ProgressQuestions:
    engine: Engine
    version: str
    actor: Actor

    def programmes(self, day: date) -> dict[str, str]:
        """By code, the newest year first."""
        found = _programmes(self.version, self.engine, self.actor, day)
        return {one.code: views.programme_name(one) for one in found}

    def year(self, code: str, day: date) -> int:
        """Of the programme; of a code that there is not, the year of the day."""
        found = _programmes(self.version, self.engine, self.actor, day)
        return next((one.year for one in found if one.code == code), day.year)

    def view(self, code: str, choice: Choice, day: date) -> Progress:
        """`code` is empty where there is no programme at all."""
        scene = known.scene(self.version, self.engine, day)
        if not code:
            return views.nothing(scene)
        found = _detailed(self.version, self.engine, self.actor, code, choice.task, day)
        return views.progress(found, choice, scene, known.labels(self.version, self.engine))

    def may_record(self) -> bool:
        return self.actor.role in KEEPS_HOUSE


@once
def _programmes(version: str, engine: Engine, actor: Actor, day: date) -> tuple[Programme, ...]:
    return programme_progress.programmes(engine, actor, day)


@once_lately
def _progress(
    version: str, engine: Engine, actor: Actor, code: str, day: date
) -> ProgrammeProgress:
    return programme_progress.progress(engine, actor, code, day)


@once_lately
def _detailed(
    version: str, engine: Engine, actor: Actor, code: str, task: str | None, day: date
) -> ProgrammeProgress:
    """All tasks are looked at one by one from the same whole."""
    found = _progress(version, engine, actor, code, day)
    if task is None:
        return found
    return programme_progress.with_details(engine, actor, found, day, task)

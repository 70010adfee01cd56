"""What the pages ask about giving points: the lines to appraise, and what waits for an answer."""

from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once
from dashboard.questions.unfinished import lines_to_appraise
from dashboard.views import appraisal as views
from dashboard.views.appraisal import Appraisal, Choice
from data_access.accounts import DECIDES, Actor
from data_access.database import Engine
from data_access.queries import score_talk
from scoring.periods import Period


@dataclass(frozen=True)
class AppraisalQuestions:
    engine: Engine
    version: str
    actor: Actor

    def page(self, period: Period, criteria: str | None, choice: Choice, day: date) -> Appraisal:
        desk = _desk(self.version, self.engine, self.actor, period, criteria)
        return views.appraisal(desk, choice, known.scene(self.version, self.engine, day))


@once
def _desk(
    version: str, engine: Engine, actor: Actor, period: Period, criteria: str | None
) -> views.Desk:
    return views.Desk(
        lines_to_appraise(
            version, engine, actor, period, criteria or _main_table(version, engine, period)
        ),
        score_talk.open_questions(engine, actor, period, criteria=criteria),
        known.labels(version, engine),
        period,
        criteria,
        actor.role in DECIDES,
    )


def _main_table(version: str, engine: Engine, period: Period) -> str | None:
    """By its code, as the first page names it, so that both find the same lines kept."""
    tables = known.tables_in_force(version, engine, period)
    return tables[0].code if tables else None

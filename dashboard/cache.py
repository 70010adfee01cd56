"""What the pages ask, answered once for each version of the data. The only place that caches.

A key begins with the data version, which every writing transaction renews: no answer expires, and
the oldest make room. The answers are frozen, so all sessions share them.
"""

from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from dashboard import charts, session
from dashboard.questions.analysis import AnalysisQuestions
from dashboard.questions.appraisal import AppraisalQuestions
from dashboard.questions.catalogue import acted_for as _acted_for
from dashboard.questions.catalogue import forms as _forms
from dashboard.questions.catalogue import labels as _labels
from dashboard.questions.catalogue import periods as _periods
from dashboard.questions.catalogue import scene as _scene
from dashboard.questions.catalogue import tree as _tree
from dashboard.questions.completeness import CompletenessQuestions
from dashboard.questions.consolidation import ConsolidationQuestions
from dashboard.questions.criteria import CriteriaQuestions
from dashboard.questions.deadlines import DeadlineQuestions
from dashboard.questions.disclosure import DisclosureQuestions
from dashboard.questions.forms import FormQuestions
from dashboard.questions.inspections import InspectionQuestions
from dashboard.questions.once import once as _once
from dashboard.questions.people import PeopleQuestions
from dashboard.questions.programmes import ProgrammeQuestions
from dashboard.questions.progress import ProgressQuestions
from dashboard.questions.rankings import RankingQuestions
from dashboard.questions.rankings import answer as _ranking
from dashboard.questions.registers import RegisterQuestions
from dashboard.questions.reminders import ReminderQuestions
from dashboard.questions.returns import ReturnQuestions
from dashboard.questions.scorecards import ScorecardQuestions
from dashboard.questions.unfinished import waiting as _waiting
from dashboard.questions.working_year import CalendarQuestions
from dashboard.views import completion as completion_views
from dashboard.views import overview as overview_views
from dashboard.views.heading import Scene
from dashboard.views.table import Table
from data_access.accounts import SEES_ALL, SUBMITS, Actor, Role
from data_access.database import Engine, data_version
from data_access.queries import catalogue, obligations
from scoring.periods import Period
from scoring.refusals import Refusal, Refused

OWN_LIST = "Việc của tôi"


@dataclass(frozen=True)
class Asking:
    """One rerun's questions: all are answered from the same version of the data."""

    engine: Engine
    version: str
    actor: Actor

    def periods(self) -> tuple[Period, ...]:
        return _periods(self.version, self.engine, self.actor)

    def quarters(self) -> tuple[Period, ...]:
        """Forms are owed for quarters; a year is read from its last."""
        return tuple(period for period in self.periods() if not period.is_year)

    def labels(self) -> dict[str, str]:
        """The units that can be chosen: those of the tree whose affairs the person sees."""
        every, tree = _labels(self.version, self.engine), self.tree()
        return {code: label for code, label in every.items() if tree is None or code in tree}

    def tree(self) -> frozenset[str] | None:
        return _tree(self.version, self.engine, self.actor)

    def forms(self) -> dict[str, str]:
        return _forms(self.version, self.engine)

    def scene(self, day: date) -> Scene:
        return _scene(self.version, self.engine, day)

    def overview(self, period: Period, day: date) -> overview_views.Overview:
        return _overview(self.version, self.engine, self.actor, period, day)

    def completion(
        self, period: Period, form: str, day: date, unit: str | None
    ) -> completion_views.Completion:
        return _completion(self.version, self.engine, self.actor, period, form, day, unit)

    def tile_figure(self, period: Period, form: str, day: date, unit: str | None) -> go.Figure:
        return _tile_figure(self.version, self.engine, self.actor, period, form, day, unit)

    def duties(self, period: Period, day: date, unit: str | None) -> Table | None:
        return _duties(self.version, self.engine, self.actor, period, day, unit)

    def acts_for(self, unit: str | None) -> str | None:
        """Whose return is handed in: a unit's people hand in their own, those of the units beneath
        it and of those that ended and whose duties it took over."""
        if self.actor.role is not Role.UNIT:
            return unit
        own, labels = self.actor.unit, self.labels()
        if unit not in (None, own, *self._acted_for()):
            yours, theirs = labels.get(own or "", own), labels.get(unit, unit)
            raise Refused(Refusal.NOT_YOUR_UNIT, your_unit=yours, unit=theirs)
        return unit or own

    def units_to_submit_for(self) -> dict[str, str]:
        return self.units_to_act_for() if self.actor.role in SUBMITS else {}

    def units_to_act_for(self) -> dict[str, str]:
        """Whose returns are seen; empty where there is nothing to choose."""
        if self.actor.role is not Role.UNIT:
            return self.labels() if self.actor.role in SEES_ALL else {}
        others, own = self._acted_for(), self.actor.unit
        labels = self.labels().items()
        return {code: label for code, label in labels if others and code in (own, *others)}

    def whose_list(self, unit: str | None) -> str | None:
        """Whose own list is looked at; None: the person's, who reports for no unit."""
        return unit or self.actor.unit if self.actor.role is not Role.UNIT else self.acts_for(unit)

    def units_to_look_at(self) -> dict[str, str]:
        """Whose own list may be chosen: who has reported is no secret, except among units."""
        if self.actor.role is Role.UNIT:
            return self.units_to_act_for()
        return ({} if self.actor.unit else {"": OWN_LIST}) | self.labels()

    def _acted_for(self) -> frozenset[str]:
        return _acted_for(self.version, self.engine, self.actor)

    @property
    def returns(self) -> ReturnQuestions:
        return ReturnQuestions(self.engine, self.version, self.actor)

    def history(self, unit: str | None) -> Table | None:
        return self.returns.history(unit).latest

    @property
    def deadlines(self) -> DeadlineQuestions:
        return DeadlineQuestions(self.engine, self.version, self.actor)

    @property
    def completeness(self) -> CompletenessQuestions:
        return CompletenessQuestions(self.engine, self.version, self.actor)

    @property
    def progress(self) -> ProgressQuestions:
        return ProgressQuestions(self.engine, self.version, self.actor)

    @property
    def consolidation(self) -> ConsolidationQuestions:
        return ConsolidationQuestions(self.engine, self.version, self.actor)

    @property
    def analysis(self) -> AnalysisQuestions:
        return AnalysisQuestions(self.engine, self.version, self.actor)

    @property
    def rankings(self) -> RankingQuestions:
        return RankingQuestions(self.engine, self.version, self.actor)

    @property
    def scorecards(self) -> ScorecardQuestions:
        return ScorecardQuestions(self.engine, self.version, self.actor)

    @property
    def appraisals(self) -> AppraisalQuestions:
        return AppraisalQuestions(self.engine, self.version, self.actor)

    @property
    def criteria(self) -> CriteriaQuestions:
        return CriteriaQuestions(self.engine, self.version, self.actor)

    @property
    def people(self) -> PeopleQuestions:
        return PeopleQuestions(self.engine, self.version, self.actor)

    @property
    def inspections(self) -> InspectionQuestions:
        return InspectionQuestions(self.engine, self.version, self.actor)

    @property
    def programmes(self) -> ProgrammeQuestions:
        return ProgrammeQuestions(self.engine, self.version, self.actor)

    @property
    def registers(self) -> RegisterQuestions:
        return RegisterQuestions(self.engine, self.version, self.actor)

    @property
    def disclosures(self) -> DisclosureQuestions:
        return DisclosureQuestions(self.engine, self.version, self.actor)

    @property
    def reminders(self) -> ReminderQuestions:
        return ReminderQuestions(self.engine, self.version, self.actor)

    @property
    def calendar(self) -> CalendarQuestions:
        return CalendarQuestions(self.engine, self.version, self.actor)

    @property
    def form_files(self) -> FormQuestions:
        return FormQuestions(self.engine, self.version, self.actor)


def asking(engine: Engine, actor: Actor) -> Asking:
    """For whoever asks outside a page; the data version is read here, once for each request."""
    return Asking(engine, data_version(engine), actor)


def visiting() -> Asking:
    """For the page that is run: who looks, and at which version, was read once for this run."""
    return Asking(session.engine(), session.version(), session.actor())


@_once
def _overview(
    version: str, engine: Engine, actor: Actor, period: Period, day: date
) -> overview_views.Overview:
    quarter = period.quarter_of_record
    statuses = [
        obligations.status(engine, actor, quarter, form, day) for form in ("tu-cham", "tien-do")
    ]
    empty = overview_views.is_empty(*statuses)
    known = overview_views.Known(
        *statuses,
        obligations.still_open(engine, actor, day),
        _ranking(version, engine, actor, period).result,
        catalogue.tiles(engine),
        _labels(version, engine),
        ReturnQuestions(engine, version, actor).own_work(day),
        _waiting(version, engine, actor, period),
        obligations.periods_with_duties(engine, actor, day) if empty else (),
    )
    return overview_views.overview(known, period, _scene(version, engine, day))


@_once
def _completion(
    version: str,
    engine: Engine,
    actor: Actor,
    period: Period,
    form: str,
    day: date,
    unit: str | None,
) -> completion_views.Completion:
    status = obligations.status(engine, actor, period.quarter_of_record, form, day)
    scene, tiles = _scene(version, engine, day), catalogue.tiles(engine)
    return completion_views.completion(status, tiles, period.quarter_of_record, scene, unit)


@_once
def _tile_figure(
    version: str,
    engine: Engine,
    actor: Actor,
    period: Period,
    form: str,
    day: date,
    unit: str | None,
) -> go.Figure:
    view = _completion(version, engine, actor, period, form, day, unit)
    return charts.tile_figure(view.map, unit)


@_once
def _duties(
    version: str, engine: Engine, actor: Actor, period: Period, day: date, unit: str | None
) -> Table | None:
    standings = obligations.standing(engine, actor, day, period, unit=unit)
    return completion_views.duties(standings, unit, period)

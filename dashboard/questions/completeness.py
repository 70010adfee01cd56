"""What the page of completeness asks: five figures of a period, or every unit of a year."""

from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once
from dashboard.views import completeness as rates_views
from dashboard.views import completeness_sheet as sheet_views
from dashboard.views import matrix as matrix_views
from dashboard.views.completeness import Rates
from dashboard.views.completeness_sheet import SheetPage
from dashboard.views.heading import Heading
from dashboard.views.table import Table
from data_access.accounts import Actor
from data_access.database import Engine
from data_access.queries import completeness
from data_access.queries.completeness import Completeness, Matrix
from scoring.periods import Period


@dataclass(frozen=True)
class CompletenessQuestions:
    engine: Engine
    version: str
    actor: Actor

    def rates(self, choice: rates_views.Choice, period: Period, day: date) -> Rates:
        found = self._found(choice, period, day)
        scene = known.scene(self.version, self.engine, day)
        return rates_views.rates(found, choice, period, scene, *self._said(choice))

    def sheet(self, choice: sheet_views.Choice, year: int, day: date) -> SheetPage:
        scene = known.scene(self.version, self.engine, day)
        view = self._sheet(choice, year, day)
        return sheet_views.sheet_page(view, choice, year, scene, *self._said(choice))

    def rates_list(
        self, choice: rates_views.Choice, period: Period, day: date
    ) -> tuple[Heading, Table]:
        """The table of the page, for a workbook."""
        found = self._found(choice, period, day)
        return self.rates(choice, period, day).heading, rates_views.rates_table(found, choice)

    def sheet_list(self, choice: sheet_views.Choice, year: int, day: date) -> tuple[Heading, Table]:
        """Every line, not only those of one page."""
        view = self._sheet(choice, year, day)
        return self.sheet(choice, year, day).heading, matrix_views.sheet_table(view)

    def _found(self, choice: rates_views.Choice, period: Period, day: date) -> Completeness:
        asked = (period, choice.form or None, choice.level, choice.unit or None)
        return _completeness(self.version, self.engine, self.actor, day, *asked)

    def _sheet(self, choice: sheet_views.Choice, year: int, day: date) -> matrix_views.Sheet:
        found = _matrix(self.version, self.engine, self.actor, day, year)
        lacking = choice.scope == sheet_views.LACKING
        units = None
        if choice.unit:
            below = known.subordinates(self.version, self.engine, choice.unit)
            units = below | {choice.unit}
        kept = matrix_views.narrowed(found, choice.form or None, units, lacking=lacking)
        return matrix_views.sheet(kept)

    def _said(self, choice: rates_views.Choice | sheet_views.Choice) -> tuple[str, ...]:
        forms = known.forms(self.version, self.engine)
        unit = known.labels(self.version, self.engine).get(choice.unit, choice.unit)
        form = forms.get(choice.form, choice.form)
        return (
            f"biểu “{form}”" if form else "mọi biểu mẫu",
            f"{unit} và các đơn vị trực thuộc" if unit else "",
        )


@once
def _completeness(
    version: str,
    engine: Engine,
    actor: Actor,
    day: date,
    period: Period,
    form: str | None,
    by: str,
    unit: str | None,
) -> Completeness:
    asked = {"period": period, "form": form, "by": by, "unit": unit}
    return completeness.completeness(engine, actor, day, **asked)


@once
def _matrix(version: str, engine: Engine, actor: Actor, day: date, year: int) -> Matrix:
    return completeness.matrix(engine, actor, day, year)

"""What the page of inspections asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once
from dashboard.views import inspections as views
from dashboard.views.progress import programme_name
from data_access.accounts import Actor
from data_access.database import Engine
from data_access.queries import catalogue, criteria, inspections
from scoring.periods import Period


@dataclass(frozen=True)
class InspectionQuestions:
    engine: Engine
    version: str
    actor: Actor

    def view(self, day: date, year: int | None, unit: str | None) -> views.Inspections:
        """Of one year and one unit, or (None) of all that the actor may know of."""
        return _view(self.version, self.engine, self.actor, day, year, unit)

    def programmes(self) -> dict[str, str]:
        """What an inspection may carry out, by code."""
        found = catalogue.programmes(self.engine)
        return {"": "(không)", **{one.code: f"{one.code}: {one.title}" for one in found}}

    def criteria(self, year: int) -> dict[str, str]:
        """The criteria of the year's tables that a recommendation may touch: "CODE|CRITERION"."""
        return _criteria(self.version, self.engine, year)


@once
def _view(
    version: str, engine: Engine, actor: Actor, day: date, year: int | None, unit: str | None
) -> views.Inspections:
    every = inspections.schedule(engine, actor, day, None, unit)
    years = sorted({one.inspection.team.year for one in every}, reverse=True)
    found = [one for one in every if year in (None, one.inspection.team.year)]
    scene = known.scene(version, engine, day)
    return views.inspections(found, scene, years, year, _titles(version, engine, tuple(years)))


@once
def _titles(version: str, engine: Engine, years: tuple[int, ...]) -> Mapping[str, str]:
    """Of programmes and of the criteria tables of these years, by code."""
    heads = (one for year in years for one in known.tables_in_force(version, engine, Period(year)))
    tables = {one.code: one.title for one in heads}
    return tables | {one.code: programme_name(one) for one in catalogue.programmes(engine)}


@once
def _criteria(version: str, engine: Engine, year: int) -> dict[str, str]:
    options = {"": "(không gắn với tiêu chí)"}
    for head in known.tables_in_force(version, engine, Period(year)):
        table = criteria.table(engine, f"{head.code}/{head.version}")
        for leaf in table.leaves():
            options[f"{table.code}|{leaf.code}"] = f"{leaf.code}. {leaf.text}"
    return options

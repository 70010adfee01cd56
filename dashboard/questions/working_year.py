"""What the page of the calendar of offices asks."""

from dataclasses import dataclass
from datetime import date

from dashboard.questions.catalogue import scene
from dashboard.questions.once import once
from dashboard.views import working_year as views
from data_access.accounts import KEEPS_HOUSE, Actor
from data_access.database import Engine
from data_access.queries import calendar
from scoring.refusals import Refusal, Refused

_FIRST, _LAST = 1990, 2100


@dataclass(frozen=True)
class CalendarQuestions:
    engine: Engine
    version: str
    actor: Actor

    def year(self, typed: str, day: date) -> views.WorkingYear:
        """Of the year typed in the address, else of the day's."""
        return _year(self.version, self.engine, self.actor, _number(typed, day), day)

    def count(self, first: date, days: int) -> views.Reckoned:
        last, otherwise = calendar.count(self.engine, first, days)
        return views.reckoned(first, days, last, otherwise)


def _number(typed: str, day: date) -> int:
    if not typed:
        return day.year
    if not (typed.isascii() and typed.isdecimal() and _FIRST <= int(typed[:5]) <= _LAST):
        raise Refused(Refusal.UNKNOWN_PERIOD, period=typed)
    return int(typed)


@once
def _year(version: str, engine: Engine, actor: Actor, year: int, day: date) -> views.WorkingYear:
    days = calendar.year(engine, actor, year)
    shown = scene(version, engine, day)
    return views.working_year(year, days, shown, may_edit=actor.role in KEEPS_HOUSE)

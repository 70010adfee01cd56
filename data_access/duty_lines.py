"""The duties of every unit with their states on one day, before they are written out: thousands are
counted or left aside for each that is shown."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from data_access.duty_changes import Changes, MetBy
from data_access.fulfilments import Known, Met
from data_access.owed_duties import Duty
from data_access.recommended_duties import RecommendedDuty
from scoring.obligations import Fulfilment, Obligation, State, state_on
from scoring.units import Unit


class Line(NamedTuple):
    """One unit's duty. `owed` may be the first debtor's, from whose the unit's differs in nothing
    but the name; `programme` is the title, `former` the unit that ended and whose duty it was."""

    owed: Obligation
    unit: Unit
    programme: str
    met: Met | None
    state: State
    former: Unit | None = None

    @property
    def debtor(self) -> str:
        """Code of the unit it was laid on, also where another took it over."""
        return self.owed.inherited_from or self.unit.code

    @property
    def obligation(self) -> Obligation:
        if self.owed.unit == self.unit.code:
            return self.owed
        return replace(self.owed, unit=self.unit.code)


@dataclass(frozen=True)
class DayOfView:
    """What is known at the end of `day`, by which duties become lines; `open`: of those alone that
    are not met."""

    day: date
    units: Mapping[str, Unit]
    known: Known
    changes: Changes
    open: bool = False

    def of_duty(self, duty: Duty) -> Iterator[Line]:
        owed, title = duty.owed, duty.programme.title
        apart = self.changes.units(owed.programme) | duty.alone.keys()
        done = self.known.done(owed, self.day) if self.open else ()
        met_by, state_of = self.known.by_unit(owed), _states(owed, self.day)
        heirs = self._heirs_bound(duty)
        for unit in duty.debtors:
            dated = unit.exists_from is not None or unit.exists_to is not None
            if dated and not _binds(owed, unit, self.day):
                continue
            if unit.code in apart:
                yield self._line(duty.of(unit.code), title, bound=heirs)
            elif unit.code not in done:
                met = met_by(unit.code)
                yield Line(owed, unit, title, met, state_of(met))

    def of_recommended(self, duty: RecommendedDuty) -> Line:
        done = duty.done and Met(Fulfilment(duty.done.day), duty.done.at)
        return self._line(duty.owed, duty.title, lambda owed, unit, since: done)

    def _heirs_bound(self, duty: Duty) -> frozenset[str]:
        """Those who took over from others and owe the same form themselves: one return of theirs
        is no return for two units. What they say of a task is said of both."""
        heirs = self.changes.heirs
        if not heirs or duty.owed.form is None:
            return frozenset()
        found = (unit for unit in duty.debtors if unit.code in heirs)
        return frozenset(unit.code for unit in found if _binds(duty.owed, unit, self.day))

    def _line(
        self,
        owed: Obligation,
        title: str,
        met_by: MetBy | None = None,
        bound: Collection[str] = (),
    ) -> Line:
        """Of what is looked at alone; it may have become another unit's."""
        now, met = self.changes.changed(owed, met_by or self.known.after, self.day, bound)
        state = state_on(now, met.fulfilment if met else None, self.day)
        former = self.units.get(now.inherited_from)
        return Line(now, self.units[now.unit], title, met, state, former)


def _binds(owed: Obligation, unit: Unit, day: date) -> bool:
    """From the unit's first day, and nothing that was due before it; a unit that ended before it
    was owed never owed it."""
    begins = max(owed.period.first_day, owed.added or date.min)
    ends = min(owed.period.last_day, owed.due or date.max)
    founded, ended = unit.exists_from, unit.exists_to
    if founded is not None and (founded > max(begins, ends) or founded > day):
        return False
    return ended is None or begins <= ended


def _states(owed: Obligation, day: date) -> Callable[[Met | None], State]:
    """The state of the duty for whoever met it like this. Most units met it on the same few days,
    and without an hour or a correction nothing but the day decides."""
    known: dict[tuple[date, bool] | None, State] = {}

    def state(met: Met | None) -> State:
        if met is not None and (owed.hour is not None or met.fulfilment.sent_back is not None):
            return state_on(owed, met.fulfilment, day)
        like = met and (met.fulfilment.day, met.fulfilment.not_arisen)
        if like not in known:
            known[like] = state_on(owed, met.fulfilment if met else None, day)
        return known[like]

    return state

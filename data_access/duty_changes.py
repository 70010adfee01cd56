"""What concerns the duties of some units alone, as known on a day: extensions, exemptions, and who
takes over what a unit that ended still owed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from data_access.exemptions import Exemption, counting, covers, exemptions
from data_access.extensions import extensions
from data_access.fulfilments import Met
from data_access.successions import Successions, holders
from scoring.obligations import DutyKey, Extension, Obligation
from scoring.succession import debtor_on

# What a unit handed in for a duty; after the day, where one is given.
MetBy = Callable[[Obligation, str, date | None], Met | None]


@dataclass(frozen=True)
class Changes:
    extensions: Mapping[DutyKey, tuple[Extension, ...]]
    exemptions: Mapping[tuple[str, str], tuple[Exemption, ...]]
    successions: Successions

    def units(self, programme: str) -> frozenset[str]:
        """Whose duties of the programme have to be looked at one by one."""
        extended = {key.unit for key in self.extensions if key.programme == programme}
        exempted = {unit for code, unit in self.exemptions if code == programme}
        return frozenset(extended | exempted | self.successions.keys())

    @property
    def heirs(self) -> frozenset[str]:
        """Who took over the duties of some unit that ended."""
        said = (one for rows in self.successions.values() for one in rows if one.takes_duties)
        return frozenset(one.successor for one in said if one.successor)

    def changed(
        self, owed: Obligation, met_by: MetBy, day: date, bound: Collection[str] = ()
    ) -> tuple[Obligation, Met | None]:
        """The duty as it is now, perhaps another unit's, and how it was met. What was met before
        somebody exempted its unit stays met. `bound`: successors who owe the form themselves."""
        held_by = holders(owed.unit, self.successions)
        met = self._met(owed, held_by, met_by, bound)
        now = replace(owed, extensions=self.extensions.get(owed.key, ()))
        exempting = self._exempting(owed.key)
        if exempting is not None and (met is None or met.fulfilment.day > exempting.at.date()):
            now = replace(now, exempt=True, exempt_reason=exempting.reason)
        passed = [one for unit in held_by for one in self.successions.get(unit, ())]
        return debtor_on(now, passed, met.fulfilment if met else None, day), met

    def _met(
        self, owed: Obligation, held_by: Sequence[str], met_by: MetBy, bound: Collection[str]
    ) -> Met | None:
        """By whoever held it: a successor's return counts that came when the duty was its own; but
        one that owes the same form meets its own duty by its own return."""
        since: date | None = None
        for holder in held_by:
            its_own = holder != owed.unit and holder in bound
            met = None if its_own else met_by(owed, holder, since)
            if met is not None:
                return met
            since = next((one.last_day for one in self.successions.get(holder, ())), None)
        return None

    def _exempting(self, key: DutyKey) -> Exemption | None:
        said = self.exemptions.get((key.programme, key.unit), ())
        return next((one for one in said if covers(one.scope, key)), None)


def changes_on(
    connection: Connection,
    day: date,
    programmes: Sequence[str],
    units: Collection[str] | None,
    successions: Successions,
) -> Changes:
    """Of these units alone, where some are named; as far as known at the end of `day`."""
    return Changes(
        extensions(connection, day, programmes, units),
        counting(exemptions(connection, day, programmes, units)),
        successions,
    )

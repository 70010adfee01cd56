"""Published points stand. A line opens again when its reconsideration is accepted, all lines of a
unit when it is rated anew by decision; the next publication closes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from data_access.rankings import Publication, covering, publications
from data_access.score_decisions import DecisionKind, decisions_of
from data_access.score_events import Outcome, events_of
from scoring.criteria import CriteriaSet
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.units import Unit


@dataclass(frozen=True)
class FrozenLines:
    """The publications of a table and period, and what was opened again after them, by the
    server's clock: by unit and criterion, or by unit alone (None)."""

    period: Period
    published: tuple[Publication, ...]
    opened: Mapping[tuple[str, str | None], datetime]

    def publication_of(self, unit: Unit) -> Publication | None:
        return covering(self.published, unit.group)

    def holds(self, unit: Unit, criterion: str) -> bool:
        """Whether the line is published and was not opened again since."""
        found = self.published_at(unit)
        if found is None:
            return False
        opened = [self.opened.get((unit.code, one)) for one in (criterion, None)]
        return all(one is None or one < found for one in opened)

    def published_at(self, unit: Unit) -> datetime | None:
        """By the server's clock."""
        found = self.publication_of(unit)
        return None if found is None else found.recorded

    def reopened(self, unit: Unit) -> tuple[str | None, ...]:
        """The unit's criteria that take points again since publication, None among them for every
        one."""
        since = self.published_at(unit)
        if since is None:
            return ()
        opened = ((code, one) for (code, one), at in self.opened.items() if at >= since)
        return tuple(sorted((one for code, one in opened if code == unit.code), key=str))

    def require_open(self, unit: Unit, criterion: str) -> None:
        if self.holds(unit, criterion):
            raise Refused(Refusal.ALREADY_PUBLISHED, period=self.period)

    def require_unsettled(self, unit: Unit) -> None:
        """As for every line together: not published, or rated anew since."""
        self.require_open(unit, "")


def frozen_lines(connection: Connection, table: CriteriaSet, period: Period) -> FrozenLines:
    published = publications(connection, period, table.code)
    return FrozenLines(period, published, _opened(connection, table, period))


def _opened(
    connection: Connection, table: CriteriaSet, period: Period
) -> Mapping[tuple[str, str | None], datetime]:
    """The latest opening of each."""
    found: dict[tuple[str, str | None], datetime] = {}
    for event in events_of(connection, table, period):
        if event.outcome is Outcome.ACCEPTED:
            found[event.unit, event.criterion] = event.recorded
    for one in decisions_of(connection, table, period):
        if one.kind is DecisionKind.RERATING:
            found[one.unit, None] = one.recorded
    return found

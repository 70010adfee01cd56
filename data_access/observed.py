"""What the system itself observed of units (docs/criteria.md, section 3): returns late, early or
missed, models recognised. Never reported by anybody."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from data_access import documents
from data_access.calendar_days import office_calendar
from data_access.duty_changes import Changes, changes_on
from data_access.fulfilments import Met
from data_access.lineage import lineage
from data_access.models import Level, recognised_names
from data_access.returns import FirstReceived, first_received
from scoring.criteria import CriteriaSet
from scoring.facts import Figure
from scoring.obligations import Fulfilment, Obligation, days_late
from scoring.periods import Period
from scoring.programmes import Lateness, Programme
from scoring.units import Unit
from scoring.workdays import WorkCalendar

_EARLY, _WORKING_EARLY, _RECOGNISED = "@early.", "@working_early.", "@recognised."

# Scores count what is known now: every extension and exemption there is.
_EVER = date(2200, 12, 31)

Figures = dict[str, Figure]
Received = Mapping[tuple[str, str, str], FirstReceived]


@dataclass(frozen=True)
class Came:
    """A return that came: the last day on time (None: no deadline), the day that counts."""

    last: date | None
    day: date
    late: int
    offices: WorkCalendar

    @property
    def working_late(self) -> int:
        return self.offices.between(self.last, self.day) if self.late and self.last else 0

    def early_by(self, days: int) -> bool:
        return self.last is not None and (self.last - self.day).days >= days

    def working_early_by(self, days: int) -> bool:
        return self.last is not None and self.offices.between(self.day, self.last) >= days


@dataclass(frozen=True)
class _Known:
    """What is asked of the database once, for all programmes of the year."""

    units: tuple[Unit, ...]
    received: Received
    changes: Changes
    offices: WorkCalendar

    def first(self, owed: Obligation) -> FirstReceived | None:
        return self.received.get((owed.form or "", owed.unit, str(owed.period)))

    def changed(self, owed: Obligation, rule: Lateness) -> Obligation:
        """With its extensions, and exempt where its unit was freed before it met it."""

        def met(owed: Obligation, unit: str, since: date | None) -> Met | None:
            first = self.first(owed)
            return None if first is None else Met(_fulfilment(first, rule), first.received)

        return self.changes.changed(owed, met, _EVER)[0]


def observed(
    connection: Connection, table: CriteriaSet, units: tuple[Unit, ...], period: Period
) -> dict[str, Figures]:
    """By unit, every figure that can be observed of it, and those early ones the table names."""
    found: dict[str, Figures] = {unit.code: {} for unit in units}
    programmes = documents.programmes(connection, period.year)
    known = _known(connection, programmes, tuple(found), period)
    early = [key for key in table.figures() if key.startswith((_EARLY, _WORKING_EARLY))]
    for programme in programmes:
        for unit, form, owed in _owed_reports(programme, known, period):
            if unit in found:
                # Two programmes may ask for the same form; one return answers both.
                figures = _of_returns(form, owed, known, programme.lateness, early)
                found[unit] = figures | found[unit]
    _add_recognised(connection, found, period)
    return found


def _known(
    connection: Connection, programmes: Sequence[Programme], units: Sequence[str], period: Period
) -> _Known:
    return _Known(
        # With the issuers: whose kinds a programme binds depends on the tree they stand in.
        tuple(lineage(connection, {*units, *(one.issuer for one in programmes)}).values()),
        first_received(connection, _counted(period)),
        changes_on(connection, _EVER, [one.code for one in programmes], units, {}),
        office_calendar(connection, [period.year]),
    )


def _counted(period: Period) -> tuple[Period, ...]:
    """The quarters up to the period; a year counts its own returns too."""
    quarters = period.quarters_to_date()
    return (*quarters, period) if period.is_year else quarters


def _owed_reports(
    programme: Programme, known: _Known, period: Period
) -> Iterable[tuple[str, str, list[Obligation]]]:
    """Each unit's obligations of one form up to the end of the period: none is an answer too. What
    it was freed from, or what nobody requested, it does not owe."""
    counted = frozenset(_counted(period))
    for duty in programme.reports:
        bound = programme.debtors(duty, known.units)
        owed: dict[str, list[Obligation]] = {unit.code: [] for unit in bound}
        for one in programme.report_obligations(duty, known.units, known.offices):
            now = known.changed(one, programme.lateness)
            if now.period in counted and now.requested and not now.exempt:
                owed[now.unit].append(now)
        yield from ((unit, duty.form, owing) for unit, owing in owed.items())


def _of_returns(
    form: str, owed: list[Obligation], known: _Known, rule: Lateness, early: list[str]
) -> Figures:
    came = [_came(one, first, rule, known) for one in owed if (first := known.first(one))]
    found = {
        f"@missed.{form}": _count(known.first(one) is None for one in owed),
        f"@late.{form}": _count(one.late > 0 for one in came),
    }
    # Where none of those owed came there is nothing to sum.
    if came or not owed:
        found[f"@days_late.{form}"] = Figure(Decimal(sum(one.late for one in came)))
        working = sum(one.working_late for one in came)
        found[f"@working_days_late.{form}"] = Figure(Decimal(working))
    return found | _early_of(form, came, early)


def _early_of(form: str, came: list[Came], early: list[str]) -> Figures:
    """How early is said in the figure's name, so only those the table names can be counted."""
    found: Figures = {}
    for key in early:
        asked, _, days = key.rpartition(".")
        if not days.isascii() or not days.isdigit():
            continue
        if asked == f"{_EARLY}{form}":
            found[key] = _count(one.early_by(int(days)) for one in came)
        elif asked == f"{_WORKING_EARLY}{form}":
            found[key] = _count(one.working_early_by(int(days)) for one in came)
    return found


def _came(owed: Obligation, first: FirstReceived, rule: Lateness, known: _Known) -> Came:
    met = _fulfilment(first, rule)
    # As it came: the time for a correction is no matter of points.
    known_on = first.received.date()
    late = days_late(replace(owed, sent_back=None), met, known_on)
    return Came(owed.last_day_known(known_on), met.day, late, known.offices)


def _fulfilment(first: FirstReceived, rule: Lateness) -> Fulfilment:
    return Fulfilment(first.counted(rule), at=first.received)


def _count(happened: Iterable[bool]) -> Figure:
    return Figure(Decimal(sum(happened)))


def _add_recognised(connection: Connection, found: dict[str, Figures], period: Period) -> None:
    recognised = recognised_names(connection, period)
    for unit, figures in found.items():
        names = {level: recognised.get((unit, level), frozenset()) for level in Level}
        for level, known in names.items():
            figures[f"{_RECOGNISED}{level.value}"] = Figure(Decimal(len(known)))
        any_level = frozenset().union(*names.values())
        figures[f"{_RECOGNISED}any"] = Figure(Decimal(len(any_level)))

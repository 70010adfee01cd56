"""What the system itself observed of units (docs/criteria.md, section 3): returns late, early or
missed, models recognised. Never reported by anybody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from data_access import documents
from data_access.days_off import OFFICES
from data_access.models import Level, recognised_names
from data_access.returns import FirstReceived, first_received
from scoring.criteria import CriteriaSet
from scoring.facts import Figure
from scoring.obligations import Fulfilment, Obligation, days_late
from scoring.periods import Period
from scoring.programmes import Lateness, Programme
from scoring.units import Unit

_EARLY, _WORKING_EARLY, _RECOGNISED = "@early.", "@working_early.", "@recognised."

Figures = dict[str, Figure]
Received = Mapping[tuple[str, str, str], FirstReceived]


@dataclass(frozen=True)
class Came:
    """A return that came: the last day on time (None: no deadline), the day that counts."""

    last: date | None
    day: date
    late: int

    @property
    def working_late(self) -> int:
        return OFFICES.between(self.last, self.day) if self.late and self.last else 0

    def early_by(self, days: int) -> bool:
        return self.last is not None and (self.last - self.day).days >= days

    def working_early_by(self, days: int) -> bool:
        return self.last is not None and OFFICES.between(self.day, self.last) >= days


def observed(
    connection: Connection, table: CriteriaSet, units: tuple[Unit, ...], period: Period
) -> dict[str, Figures]:
    """By unit, every figure that can be observed of it, and those early ones the table names."""
    found: dict[str, Figures] = {unit.code: {} for unit in units}
    received = first_received(connection, _counted(period))
    early = [key for key in table.figures() if key.startswith((_EARLY, _WORKING_EARLY))]
    for programme in documents.programmes(connection, period.year):
        for unit, form, owed in _owed_reports(programme, units, period):
            # Two programmes may ask for the same form; one return answers both.
            figures = _of_returns(form, owed, received, programme.lateness, early)
            found[unit] = figures | found[unit]
    _add_recognised(connection, found, period)
    return found


def _counted(period: Period) -> tuple[Period, ...]:
    """The quarters up to the period; a year counts its own returns too."""
    quarters = period.quarters_to_date()
    return (*quarters, period) if period.is_year else quarters


def _owed_reports(
    programme: Programme, units: tuple[Unit, ...], period: Period
) -> Iterable[tuple[str, str, list[Obligation]]]:
    """Each unit's obligations of one form up to the end of the period: none is an answer too."""
    counted = frozenset(_counted(period))
    for duty in programme.reports:
        owed: dict[str, list[Obligation]] = {
            unit.code: [] for unit in units if duty.debtors.bind(unit)
        }
        for one in programme.report_obligations(duty, units):
            if one.period in counted:
                owed[one.unit].append(one)
        yield from ((unit, duty.form, owing) for unit, owing in owed.items())


def _of_returns(
    form: str, owed: list[Obligation], received: Received, rule: Lateness, early: list[str]
) -> Figures:
    came = [_came(one, first, rule) for one in owed if (first := _first(one, received))]
    found = {
        f"@missed.{form}": _count(_first(one, received) is None for one in owed),
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


def _came(owed: Obligation, first: FirstReceived, rule: Lateness) -> Came:
    day = first.counted(rule)
    return Came(owed.last_day_on_time, day, days_late(owed, Fulfilment(day), day))


def _first(owed: Obligation, received: Received) -> FirstReceived | None:
    return received.get((owed.form or "", owed.unit, str(owed.period)))


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

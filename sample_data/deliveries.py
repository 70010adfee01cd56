"""When each illustrative return arrived, and what was typed wrongly in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from data_access.clock import HANOI
from sample_data import documents
from scoring.periods import Period, parse_period, periods_of_year
from scoring.programmes import Programme, ReportDuty
from scoring.units import Unit

Typed = Mapping[str, str | None]


@dataclass(frozen=True)
class Delivery:
    """`typed` stands in place of the right answers (None: left blank)."""

    unit: str
    form: str
    period: Period
    at: datetime
    typed: Typed = field(default_factory=dict)


def deliveries(programme: Programme, units: Iterable[Unit]) -> tuple[Delivery, ...]:
    """Every file handed in, in the order of arrival."""
    plan = documents.read("returns/deliveries.yaml")
    final = tuple(_final(programme, tuple(units), plan))
    earlier = tuple(_earlier(final, (*plan["refused"], *plan["replaced"])))
    return tuple(sorted((*final, *earlier), key=lambda one: one.at))


def _final(
    programme: Programme, units: tuple[Unit, ...], plan: documents.Plain
) -> Iterator[Delivery]:
    for duty in programme.reports:
        owing = programme.debtors(duty, units)
        for period in filter(duty.asked_in, periods_of_year(programme.year)):
            missing = plan["missing"].get(duty.form, {}).get(str(period), ())
            late = plan["late"].get(duty.form, {}).get(str(period), {})
            for place, unit in enumerate(owing):
                if unit.code not in missing:
                    at = _arrival(duty, period, place, late.get(unit.code, 0))
                    yield Delivery(unit.code, duty.form, period, at)


def _arrival(duty: ReportDuty, period: Period, place: int, days_late: int) -> datetime:
    """Those on time come in the last four days, in working hours; each at a minute of its own."""
    early = 0 if days_late else (place + (period.quarter or 0)) % 4
    day = duty.due(period) + timedelta(days=days_late - early)
    minute = 5 + (place * 13) % 55
    return datetime.combine(day, time(8 + place % 9, minute), HANOI)


def _earlier(
    final: tuple[Delivery, ...], rows: Iterable[Mapping[str, object]]
) -> Iterator[Delivery]:
    by_return = {(one.unit, one.form, one.period): one for one in final}
    for row in rows:
        mended = by_return[row["unit"], row["form"], parse_period(row["period"])]
        at = mended.at - timedelta(hours=row["hours"])
        yield Delivery(mended.unit, mended.form, mended.period, at, row["typed"])

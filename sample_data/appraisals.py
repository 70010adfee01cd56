"""What the secretariat gave where the table asks for a person, and when it published."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from data_access.clock import HANOI
from sample_data import documents
from scoring.criteria import CriteriaSet
from scoring.periods import Period, parse_period


@dataclass(frozen=True)
class GivenPoints:
    unit: str
    period: Period
    criterion: str
    points: Decimal
    reason: str
    at: datetime


@dataclass(frozen=True)
class Announcement:
    period: Period
    at: datetime
    decision: str


def appraisals(table: CriteriaSet) -> tuple[GivenPoints, ...]:
    """In the order given: period by period, corrections after the points they go with."""
    plan = documents.read("returns/appraisals.yaml")
    withheld = {
        (row["unit"], row["period"], code) for row in plan["withheld"] for code in row["criteria"]
    }
    given = (*_assessed(plan, table), *_corrections(plan))
    kept = (one for one in given if (one.unit, str(one.period), one.criterion) not in withheld)
    return tuple(sorted(kept, key=lambda one: one.at))


def announcements() -> tuple[Announcement, ...]:
    plan = documents.read("returns/appraisals.yaml")
    return tuple(
        Announcement(parse_period(period), _moment(day, 15, 0), plan["decisions"][period])
        for period, day in plan["published_on"].items()
    )


def _assessed(plan: documents.Plain, table: CriteriaSet) -> Iterator[GivenPoints]:
    for word, day in plan["appraised_on"].items():
        period = parse_period(word)
        for place, row in enumerate(plan["units"]):
            points = row["points"] | row.get("other", {}).get(word, {})
            at = _moment(day, 8, 10 + place)
            yield from _of_unit(row["unit"], period, points, plan["reasons"], table, at)


def _of_unit(
    unit: str,
    period: Period,
    points: Mapping[str, Decimal | int],
    reasons: Mapping[str, Mapping[str, str]],
    table: CriteriaSet,
    at: datetime,
) -> Iterator[GivenPoints]:
    for code, given in points.items():
        leaf = table.leaf(code)
        if leaf.scored_in(period):
            reason = reasons[code]["full" if given == leaf.max else "reduced"]
            yield GivenPoints(unit, period, code, Decimal(given), reason, at)


def _corrections(plan: documents.Plain) -> Iterable[GivenPoints]:
    for row in plan["corrections"]:
        for word in row["periods"]:
            at = _moment(plan["appraised_on"][word], 10, 0)
            period, points = parse_period(word), Decimal(row["points"])
            yield GivenPoints(row["unit"], period, row["criterion"], points, row["reason"], at)


def _moment(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), HANOI)

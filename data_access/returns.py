"""What was handed in, as kept: the files, the answers in force, when each return came in first."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ColumnElement, Connection, Row, Select, Subquery, func, or_, select

from data_access.tables import submission
from scoring.facts import Absent
from scoring.issues import Code, Issue, Where
from scoring.periods import Period, parse_period
from scoring.programmes import Lateness
from scoring.returns import Answer


@dataclass(frozen=True)
class Submission:
    """One file as received: its receipt when it was accepted, and what was found wrong. `offered`:
    read, checked and kept, but not handed in before its sender confirms it."""

    id: int
    file_name: str
    sha256: str
    accepted: bool
    receipt: str | None
    received: datetime
    recorded: datetime
    form: str | None
    unit: str | None
    period: Period | None
    issues: tuple[Issue, ...]
    offered: bool = False


def receipt(year: int | None, number: int | None) -> str | None:
    """As printed on the receiving slip (phiếu tiếp nhận): 0007/2022/PTN."""
    return None if number is None else f"{number:04}/{year}/PTN"


def handed_in(before: datetime | None = None) -> ColumnElement[bool]:
    """Accepted and not withdrawn; with `before`, as it was known at that moment."""
    kept = submission.c
    if before is None:
        return kept.accepted & kept.withdrawn.is_(None)
    standing = or_(kept.withdrawn.is_(None), kept.withdrawn >= before)
    return kept.accepted & (kept.received < before) & standing


def in_force(
    form: str,
    periods: Sequence[Period],
    before: datetime | None = None,
    units: Collection[str] | None = None,
) -> Subquery:
    """The newest submission handed in by each unit (of those named alone, where some are) for each
    period, as known before a moment."""
    chosen = (
        select(func.max(submission.c.id).label("id"))
        .where(handed_in(before), submission.c.form == form, _of(periods))
        .group_by(submission.c.unit, submission.c.period)
    )
    if units is not None:
        chosen = chosen.where(submission.c.unit.in_(units))
    return chosen.subquery("in_force")


def newest_in_force(form: str, unit: str, period: Period) -> Select:
    """The rows of one return that are not withdrawn, the one in force first."""
    kept = submission.c
    one = (kept.form == form) & (kept.unit == unit) & (kept.period == str(period))
    return select(submission).where(handed_in(), one).order_by(kept.id.desc())


@dataclass(frozen=True)
class FirstReceived:
    """When a return first came in: at the server, and by an office's register of arrivals."""

    received: datetime
    arrived: date | None = None

    def counted(self, lateness: Lateness) -> date:
        """The day that decides lateness. A day of arrival is never after its own entry here."""
        day = self.received.date()
        if lateness is Lateness.SERVER or self.arrived is None:
            return day
        return min(self.arrived, day)


def first_received(
    connection: Connection, periods: Sequence[Period], before: datetime | None = None
) -> dict[tuple[str, str, str], FirstReceived]:
    """By form, unit and period; what was withdrawn has not come in."""
    kept = submission.c
    chosen = (
        select(kept.form, kept.unit, kept.period, func.min(kept.received), func.min(kept.arrived))
        .where(handed_in(before), _of(periods))
        .group_by(kept.form, kept.unit, kept.period)
    )
    rows = connection.execute(chosen)
    return {(form, unit, period): FirstReceived(*days) for form, unit, period, *days in rows}


def _of(periods: Sequence[Period]) -> ColumnElement[bool]:
    return submission.c.period.in_([str(period) for period in periods])


def answer_of(kind: str, value: str) -> Answer:
    if kind == "number":
        return Decimal(value)
    if kind == "absent":
        return Absent(value)
    return date.fromisoformat(value) if kind == "date" else value


def issues_to_json(issues: Sequence[Issue]) -> str:
    rows = [
        {
            "where": [found.where.sheet, found.where.cell, found.where.label, found.where.path],
            "code": found.code.value,
            "context": dict(found.context),
        }
        for found in issues
    ]
    return json.dumps(rows, ensure_ascii=False)


def issues_from_json(text: str) -> tuple[Issue, ...]:
    return tuple(
        Issue(Where(*row["where"]), Code(row["code"]), row["context"]) for row in json.loads(text)
    )


def submission_of(row: Row) -> Submission:
    return Submission(
        row.id,
        row.file_name,
        row.file_sha256,
        row.accepted,
        receipt(row.receipt_year, row.receipt_number),
        row.received,
        row.recorded,
        row.form,
        row.unit,
        parse_period(row.period) if row.period else None,
        issues_from_json(row.issues),
        row.offered,
    )

"""Submissions as they are shown: in force or not, reviewed or not, serving which receivers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, Select, select

from data_access import catalogue, documents, tables
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.handing import Arrival, Channel
from data_access.permissions import require_own_unit, units_of
from data_access.returns import FirstReceived, handed_in, issues_from_json, receipt
from data_access.reviews import ReviewState, latest_review
from scoring.issues import Issue, Refusal, Refused
from scoring.periods import Period, parse_period
from scoring.programmes import Lateness, Programme
from scoring.units import Unit


@dataclass(frozen=True)
class SubmissionEntry:
    """One file as kept. `in_force`: its answers count; a later accepted one supersedes it.

    `received` and `recorded` are the two moments at the server, `arrival` the office's own entry;
    `counted_on` is the day that decides lateness by the programme's rule. `receivers` are those of
    every programme whose duty it answers.
    """

    id: int
    file_name: str
    sha256: str
    accepted: bool
    in_force: bool
    receipt: str | None
    received: datetime
    recorded: datetime
    form: str | None
    unit: str | None
    period: Period | None
    sent_by: str
    issues: tuple[Issue, ...]
    offered: bool = False
    offer: int | None = None
    replaces: int | None = None
    withdrawn: datetime | None = None
    estimate: bool = False
    arrival: Arrival | None = None
    identified_by_person: bool = False
    review: ReviewState = ReviewState.NONE
    receivers: tuple[str, ...] = ()
    counted_on: date | None = None


def chosen_submissions() -> Select:
    """Every submission with what follows from the others; to be narrowed down."""
    kept, later = tables.submission.c, tables.submission.alias("later")
    superseded = (
        select(later.c.id)
        .where(
            later.c.accepted,
            later.c.withdrawn.is_(None),
            later.c.form == kept.form,
            later.c.period == kept.period,
            later.c.unit == kept.unit,
            later.c.id > kept.id,
        )
        .exists()
    )
    in_force = (handed_in() & ~superseded).label("in_force")
    return select(tables.submission, in_force, latest_review().label("review"))


def seen_by(connection: Connection, actor: Actor, chosen: Select) -> Select:
    """A unit's people see its own files and those beneath it, also what the secretariat took in for
    them; never a file that another unit sent in its name by mistake. Members see none."""
    require_role(actor, SEES_ALL | {Role.UNIT})
    if actor.role is not Role.UNIT:
        return chosen
    return chosen.where(tables.submission.c.owner.in_(units_of(connection, actor)))


def permitted(connection: Connection, actor: Actor, number: int) -> Row:
    row = connection.execute(chosen_submissions().where(tables.submission.c.id == number)).first()
    if row is None:
        raise Refused(Refusal.UNKNOWN_SUBMISSION, id=number)
    require_role(actor, SEES_ALL | {Role.UNIT})
    require_own_unit(connection, actor, row.owner)
    return row


def entries_of(connection: Connection, rows: Iterable[Row]) -> tuple[SubmissionEntry, ...]:
    known = tuple(rows)
    programmes = documents.programmes(connection) if known else ()
    wanted = {row.unit for row in known if row.unit}
    units = _units(connection, wanted)
    return tuple(_entry(row, tuple(_answered(row, programmes, units))) for row in known)


def _units(connection: Connection, wanted: set[str]) -> dict[str, Unit]:
    if len(wanted) == 1:
        found = catalogue.find_unit(connection, next(iter(wanted)))
        return {found.code: found} if found else {}
    return {unit.code: unit for unit in catalogue.units(connection)} if wanted else {}


def _answered(
    row: Row, programmes: Iterable[Programme], units: dict[str, Unit]
) -> Iterator[Programme]:
    """The programmes one of whose duties this return answers."""
    unit = units.get(row.unit or "")
    if unit is None or row.form is None:
        return
    period = parse_period(row.period)
    for programme in programmes:
        for duty in programme.reports:
            asks = duty.form == row.form and duty.asked_in(period) and duty.debtors.bind(unit)
            if programme.year == period.year and asks:
                yield programme
                break


def _entry(row: Row, answered: tuple[Programme, ...]) -> SubmissionEntry:
    receivers = dict.fromkeys(name for programme in answered for name in programme.receivers)
    lateness = answered[0].lateness if answered else Lateness.SERVER
    return SubmissionEntry(
        row.id,
        row.file_name,
        row.file_sha256,
        row.accepted,
        bool(row.in_force),
        receipt(row.receipt_year, row.receipt_number),
        row.received,
        row.recorded,
        row.form,
        row.unit,
        parse_period(row.period) if row.period else None,
        row.actor_name,
        issues_from_json(row.issues),
        row.offered,
        row.offer,
        row.replaces,
        row.withdrawn,
        row.estimate,
        _arrival(row),
        row.identified_by_person,
        ReviewState(row.review or ReviewState.NONE),
        tuple(receivers),
        FirstReceived(row.received, row.arrived).counted(lateness),
    )


def _arrival(row: Row) -> Arrival | None:
    if row.arrived is None:
        return None
    return Arrival(row.arrived, row.arrival_number or "", Channel(row.channel))

"""Submissions as they are shown: in force or not, reviewed or not, serving which receivers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, Select, select

from data_access import documents, tables
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.handing import Arrival, Channel
from data_access.lineage import lineage
from data_access.permissions import require_own_unit, units_of
from data_access.returns import FirstReceived, handed_in, issues_from_json, receipt
from data_access.reviews import ReviewState, latest_review
from data_access.successions import (
    Successions,
    all_holders,
    holders,
    predecessors,
    successions_on,
)
from data_access.trees import tree_of
from scoring.issues import Issue
from scoring.periods import Period, parse_period
from scoring.programmes import Lateness, Programme
from scoring.refusals import Refusal, Refused
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
    owner = tables.submission.c.owner
    if actor.role is Role.UNIT:
        return chosen.where(owner.in_(units_of(connection, actor)))
    tree = tree_of(connection, actor)
    return chosen if tree is None else chosen.where(owner.in_(tree) | owner.is_(None))


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
    book = _book(connection, known, programmes)
    return tuple(_entry(row, tuple(_answered(row, book)), book) for row in known)


@dataclass(frozen=True)
class _Book:
    """What says whom a return serves: each programme with the units it can bind, the units, and who
    took over from whom by now."""

    programmes: tuple[tuple[Programme, frozenset[str]], ...]
    units: Mapping[str, Unit]
    passed_on: Successions

    def owing(self, unit: str | None) -> tuple[Unit, ...]:
        """The unit, and those whose open duties came to it."""
        codes = predecessors(unit, self.passed_on) if unit else ()
        return tuple(self.units[code] for code in codes if code in self.units)

    def receiver(self, name: str, day: date) -> str:
        """Its successor's name where the one that is named had ended by then."""
        code = next((one.code for one in self.units.values() if one.name == name), None)
        ended = {
            unit: said
            for unit, said in self.passed_on.items()
            if all(one.last_day < day for one in said)
        }
        last = holders(code, ended)[-1] if code else None
        return self.units[last].name if last in self.units else name


def _book(connection: Connection, rows: Sequence[Row], programmes: Sequence[Programme]) -> _Book:
    passed_on = successions_on(connection, (), date.max) if rows else {}
    wanted = {code for row in rows if row.unit for code in predecessors(row.unit, passed_on)}
    receiving = {code for one in programmes for code in one.receiver_units}
    wanted |= {one.issuer for one in programmes} | all_holders(receiving, passed_on)
    units = lineage(connection, wanted)
    bound = tuple((one, one.own_tree(units.values())) for one in programmes)
    return _Book(bound, units, passed_on)


def _answered(row: Row, book: _Book) -> Iterator[Programme]:
    """The programmes one of whose duties this return answers."""
    owing = book.owing(row.unit)
    if not owing or row.form is None:
        return
    period = parse_period(row.period)
    for programme, own in book.programmes:
        asking = (one for one in programme.reports if one.form == row.form and one.asked_in(period))
        bound = any(duty.debtors.bind(unit, own) for duty in asking for unit in owing)
        if programme.year == period.year and bound:
            yield programme


def _entry(row: Row, answered: tuple[Programme, ...], book: _Book) -> SubmissionEntry:
    day = row.received.date()
    named = (name for programme in answered for name in programme.receivers)
    receivers = dict.fromkeys(book.receiver(name, day) for name in named)
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

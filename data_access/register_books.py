"""The registers as handed in: which returns in force hold them, whose they are, what they say."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, Select, select

from data_access import catalogue
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.clock import end_of
from data_access.owed_forms import owed_form
from data_access.permissions import require_own_unit
from data_access.returns import answer_of, in_force, receipt
from data_access.tables import entry, submission
from data_access.trees import tree_of
from scoring.periods import Period, parse_period
from scoring.refusals import Refusal, Refused
from scoring.register_lines import Track, track_of
from scoring.register_reading import says_nothing_arose
from scoring.returns import Answer
from scoring.units import Unit

_NOT_ASKED = frozenset(
    {
        Refusal.UNKNOWN_FORM,
        Refusal.FORM_NOT_OWED,
        Refusal.PERIOD_NOT_FOR_FORM,
        Refusal.UNKNOWN_PERIOD,
    }
)


@dataclass(frozen=True)
class Origin:
    """The return in force that a line was read from."""

    unit: str
    period: Period
    submission: int
    receipt: str
    received: datetime


@dataclass(frozen=True)
class Book:
    """One register of one unit for one period, by the keys of its form."""

    origin: Origin
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class RegisterHead:
    """Whose register of which time, as known at the end of `day`. `missing` are the periods for
    which a programme asks for it and nothing was handed in; of `nothing` it was said that nothing
    arose."""

    unit: Unit
    period: Period
    day: date
    track: Track | None
    handed_in: tuple[Origin, ...] = ()
    missing: tuple[Period, ...] = ()
    nothing: tuple[Period, ...] = ()


def visible_unit(connection: Connection, actor: Actor, code: str) -> Unit:
    """The unit, for those who may read its registers."""
    require_role(actor, SEES_ALL | {Role.UNIT})
    found = catalogue.unit(connection, code)
    require_own_unit(connection, actor, code)
    tree = tree_of(connection, actor)
    if tree is not None and code not in tree:
        raise Refused(Refusal.UNKNOWN_UNIT, unit=code)
    return found


def track_of_unit(unit: Unit) -> Track | None:
    return track_of(unit.attributes.get("track", ""))


def quarters_of(period: Period) -> tuple[Period, ...]:
    """The quarter itself; of a year its four."""
    return Period(period.year).quarters_to_date() if period.is_year else (period,)


def head_of(
    connection: Connection,
    form: str,
    unit: Unit,
    period: Period,
    spans: Sequence[Period],
    books: Sequence[Book],
    day: date,
) -> RegisterHead:
    """`books` are the unit's of those `spans`."""
    origins = tuple(one.origin for one in books)
    known = {one.period for one in origins}
    missing = tuple(
        one for one in spans if one not in known and _is_owed(connection, form, unit.code, one)
    )
    nothing = tuple(one.origin.period for one in books if says_nothing_arose(one.answers))
    return RegisterHead(unit, period, day, track_of_unit(unit), origins, missing, nothing)


def _is_owed(connection: Connection, form: str, unit: str, period: Period) -> bool:
    try:
        owed_form(connection, form, unit, period)
    except Refused as refused:
        if refused.code not in _NOT_ASKED:
            raise
        return False
    return True


def books_of(
    connection: Connection,
    form: str,
    periods: Sequence[Period],
    day: date,
    units: Collection[str] | None = None,
) -> tuple[Book, ...]:
    """In force at the end of `day`, by unit and period; without `units` those of all."""
    newest = in_force(form, periods, end_of(day))
    chosen = select(submission).join(newest, newest.c.id == submission.c.id)
    if units is not None:
        chosen = chosen.where(submission.c.unit.in_(sorted(units)))
    origins = [_origin(row) for row in connection.execute(chosen).all()]
    answers = _answers(connection, chosen.with_only_columns(submission.c.id))
    found = (Book(one, answers.get(one.submission, {})) for one in origins)
    return tuple(sorted(found, key=lambda one: (one.origin.unit, one.origin.period.last_day)))


def _origin(row: Row) -> Origin:
    number = receipt(row.receipt_year, row.receipt_number) or ""
    return Origin(row.unit, parse_period(row.period), row.id, number, row.received)


def _answers(connection: Connection, numbers: Select) -> dict[int, dict[str, Answer]]:
    kept = entry.c
    chosen = select(kept.submission, kept.key, kept.kind, kept.value)
    rows = connection.execute(chosen.where(kept.submission.in_(numbers))).all()
    found: dict[int, dict[str, Answer]] = {}
    for number, key, kind, value in rows:
        found.setdefault(number, {})[key] = answer_of(kind, value)
    return found

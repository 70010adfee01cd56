"""The register of disclosure of a unit, reckoned against the law; and a line for every unit's.

The secretariat and leaders see all of them, a unit its own and those beneath it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine

from data_access import catalogue
from data_access.accounts import SEES_ALL, Actor, Role, require_role
from data_access.calendar_days import office_calendar
from data_access.database import reading
from data_access.permissions import units_of
from data_access.register_books import (
    Book,
    Origin,
    RegisterHead,
    books_of,
    head_of,
    quarters_of,
    track_of_unit,
    visible_unit,
)
from data_access.trees import tree_of
from scoring.disclosure import AssessedDisclosure, assess_disclosure
from scoring.periods import Period
from scoring.register_reading import DISCLOSURES, disclosures
from scoring.units import Unit
from scoring.workdays import WorkCalendar


@dataclass(frozen=True)
class DisclosureEntry:
    origin: Origin
    assessed: AssessedDisclosure


@dataclass(frozen=True)
class DisclosureRegister:
    head: RegisterHead
    entries: tuple[DisclosureEntry, ...]


@dataclass(frozen=True)
class UnitDisclosures:
    """One unit's lines, for a list of many units."""

    unit: Unit
    entries: tuple[DisclosureEntry, ...]


def disclosure_register(
    engine: Engine, actor: Actor, unit: str, period: Period, day: date
) -> DisclosureRegister:
    """Of a quarter, or of a year's four, as known at the end of `day`."""
    with reading(engine) as connection:
        of, spans = visible_unit(connection, actor, unit), quarters_of(period)
        books = books_of(connection, DISCLOSURES, spans, day, {unit})
        head = head_of(connection, DISCLOSURES, of, period, spans, books, day)
        calendar = calendar_around(connection, period)
        return DisclosureRegister(head, tuple(_entries(books, of, calendar, day)))


def all_disclosures(
    engine: Engine, actor: Actor, period: Period, day: date
) -> tuple[UnitDisclosures, ...]:
    """Of every unit that handed a register in, as far as the actor sees them."""
    require_role(actor, SEES_ALL | {Role.UNIT})
    with reading(engine) as connection:
        units = _seen(connection, actor)
        books = books_of(connection, DISCLOSURES, quarters_of(period), day, units)
        calendar = calendar_around(connection, period)
        known = {unit.code: unit for unit in catalogue.units(connection)}
        by_unit: dict[str, list[Book]] = {}
        for book in books:
            by_unit.setdefault(book.origin.unit, []).append(book)
        return tuple(
            UnitDisclosures(known[code], tuple(_entries(own, known[code], calendar, day)))
            for code, own in by_unit.items()
        )


def calendar_around(connection: Connection, period: Period) -> WorkCalendar:
    """Registers name days of the year before and after, too."""
    return office_calendar(connection, range(period.year - 1, period.year + 2))


def _seen(connection: Connection, actor: Actor) -> frozenset[str] | None:
    """None: every unit."""
    return units_of(connection, actor) if actor.role is Role.UNIT else tree_of(connection, actor)


def _entries(
    books: Sequence[Book], unit: Unit, calendar: WorkCalendar, day: date
) -> Iterator[DisclosureEntry]:
    for book in books:
        for line in disclosures(book.answers, track_of_unit(unit)):
            yield DisclosureEntry(book.origin, assess_disclosure(line, calendar, day))

"""The register of consultations of a unit, beside what it has disclosed.

The secretariat and leaders see all of them, a unit its own and those beneath it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine

from data_access.accounts import Actor
from data_access.database import reading
from data_access.queries.disclosures import calendar_around
from data_access.register_books import (
    Origin,
    RegisterHead,
    books_of,
    head_of,
    quarters_of,
    track_of_unit,
    visible_unit,
)
from scoring.consultation import AssessedConsultation, assess_consultation
from scoring.periods import Period
from scoring.register_lines import Disclosure
from scoring.register_reading import CONSULTATIONS, DISCLOSURES, consultations, disclosures
from scoring.units import Unit


@dataclass(frozen=True)
class ConsultationEntry:
    origin: Origin
    assessed: AssessedConsultation


@dataclass(frozen=True)
class ConsultationRegister:
    head: RegisterHead
    entries: tuple[ConsultationEntry, ...]


def consultation_register(
    engine: Engine, actor: Actor, unit: str, period: Period, day: date
) -> ConsultationRegister:
    """Of a quarter, or of a year's four, as known at the end of `day`."""
    with reading(engine) as connection:
        of, spans = visible_unit(connection, actor, unit), quarters_of(period)
        books = books_of(connection, CONSULTATIONS, spans, day, {unit})
        head = head_of(connection, CONSULTATIONS, of, period, spans, books, day)
        disclosed = _disclosed(connection, of, period, day)
        calendar = calendar_around(connection, period)
        entries = tuple(
            ConsultationEntry(book.origin, assess_consultation(line, disclosed, calendar, day))
            for book in books
            for line in consultations(book.answers, track_of_unit(of))
        )
        return ConsultationRegister(head, entries)


def _disclosed(
    connection: Connection, unit: Unit, period: Period, day: date
) -> tuple[Disclosure, ...]:
    """Of the year and those beside it: a draft may be posted in another quarter."""
    years = (period.year - 1, period.year, period.year + 1)
    spans = [quarter for year in years for quarter in quarters_of(Period(year))]
    books = books_of(connection, DISCLOSURES, spans, day, {unit.code})
    track = track_of_unit(unit)
    return tuple(line for book in books for line in disclosures(book.answers, track))

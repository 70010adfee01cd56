"""Whose workbook it is when its hidden mark is gone: by title and unit's name, never folded.

Only forms that are owed around the day are thought of; a person must confirm what is recognised.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import Connection

from data_access import catalogue, documents
from data_access.accounts import Actor, Role
from data_access.lineage import lineage
from data_access.owed_forms import owed_form
from data_access.permissions import units_of
from data_access.workbook.book import Book
from data_access.workbook.identity import recognise_mark
from data_access.workbook.text import clean
from scoring.forms import Form, Mark
from scoring.periods import Period, periods_of_year
from scoring.programmes import Programme
from scoring.refusals import Refused
from scoring.units import Unit

_BACK = timedelta(days=400)
_AHEAD = timedelta(days=92)
_HEAD_ROWS = 40
_MOST_UNITS = 5


def recognised_in(
    connection: Connection, actor: Actor, book: Book, expected: Mark | None, day: date
) -> Mark | None:
    """What `book` would be the return of, among what the actor may hand in."""
    if expected is not None:
        found = recognise_mark(book, tuple(_forms(connection, [_wanted(expected)])))
        if found is not None:
            return found
    units = _named(connection, actor, book)
    programmes = documents.programmes(connection)
    codes = {*(unit.code for unit in units), *(one.issuer for one in programmes)}
    among = lineage(connection, codes).values()
    bound = [(one, one.own_tree(among)) for one in programmes]
    wanted = (one for unit in units for one in _owed_around(bound, unit, day))
    return recognise_mark(book, tuple(_forms(connection, wanted)))


def _wanted(mark: Mark) -> tuple[str, str, Period]:
    return mark.form, mark.unit, mark.period


def _named(connection: Connection, actor: Actor, book: Book) -> list[Unit]:
    """The units whose name stands at the head of a sheet, of those the actor acts for."""
    written = "\n".join(
        clean(cell.text)
        for sheet in book.sheets
        for (row, _), cell in sheet.cells.items()
        if row <= _HEAD_ROWS
    )
    own = units_of(connection, actor) if actor.role is Role.UNIT else None
    found = [
        unit
        for unit in catalogue.units(connection)
        if (own is None or unit.code in own) and clean(unit.name) in written
    ]
    # A sheet that names many units is a list of them, not the return of one.
    return found if len(found) <= _MOST_UNITS else []


def _owed_around(
    programmes: Iterable[tuple[Programme, frozenset[str]]], unit: Unit, day: date
) -> Iterator[tuple[str, str, Period]]:
    for programme, own in programmes:
        for duty in programme.reports:
            for period in periods_of_year(programme.year):
                near = day - _BACK <= period.last_day <= day + _AHEAD
                if near and duty.asked_in(period) and duty.debtors.bind(unit, own):
                    yield duty.form, unit.code, period


def _forms(connection: Connection, wanted: Iterable[tuple[str, str, Period]]) -> Iterator[Form]:
    for form, unit, period in dict.fromkeys(wanted):
        try:
            yield owed_form(connection, form, unit, period).form
        except Refused:
            continue

"""Reading a programme that somebody uploads: a YAML file, or a workbook as people fill it in."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from data_access.programme_workbook.assembling import Assembly
from data_access.programme_workbook.cells import value_of
from data_access.programme_workbook.doubts import unknown_forms, unread_words
from data_access.programme_workbook.names import Names
from data_access.programme_workbook.reading import (
    TypedRow,
    general_row,
    missing_sheet,
    rows_of,
    sheet_called,
)
from data_access.programme_workbook.shape import GENERAL, GENERAL_SHEET, NEEDED, SHEETS
from data_access.programmes import programme_from_text
from data_access.text_files import decoded
from data_access.workbook.book import Book, position
from data_access.workbook.reading import read_book
from data_access.workbook.text import folded
from data_access.yaml_writing import to_yaml
from scoring.issues import Issue, has_errors
from scoring.units import Unit

_YAML = (".yaml", ".yml")
_ISSUER = next(row for row in GENERAL if row.key == "issuer")

ReadProgramme = tuple[str | None, tuple[Issue, ...]]


def programme_from_file(
    name: str, content: bytes, units: Sequence[Unit], forms: Sequence[str]
) -> ReadProgramme:
    """The programme's text and what is wrong with it, by line or by cell; no text where there are
    errors. `forms` are the codes that may be owed."""
    if PurePath(name).suffix.lower() not in _YAML:
        return programme_from_workbook(name, content, units, forms)
    text = decoded(content)
    programme, issues = programme_from_text(text)
    return (None if programme is None else text), issues


def programme_from_workbook(
    name: str, content: bytes, units: Sequence[Unit], forms: Sequence[str]
) -> ReadProgramme:
    book, issues = read_book(name, content)
    if book is None:
        return None, issues
    made, missing = _assembled(book, units)
    _give_code(made)
    text = to_yaml(made.programme)
    doubts = (*unread_words(made.programme), *unknown_forms(made.programme, forms))
    said = (*missing, *made.issues, *made.places.located(doubts))
    if has_errors(missing):
        # Whatever else were wrong with the programme may follow from what is not there.
        return None, _in_reading_order(said, book)
    programme, wrong = programme_from_text(text)
    every = (*said, *_elsewhere(made.places.located(wrong), made.issues))
    sound = programme is not None and not has_errors(made.issues)
    return (text if sound else None), _in_reading_order(every, book)


def _assembled(book: Book, units: Sequence[Unit]) -> tuple[Assembly, tuple[Issue, ...]]:
    made, missing = Assembly(), []
    general = sheet_called(book, GENERAL_SHEET)
    issuer = None
    if general is None:
        missing.append(missing_sheet(book, GENERAL_SHEET))
    else:
        head, unknown = general_row(general)
        made.issues.extend(unknown)
        issuer = _issuer(head, units)
        made.add_general(head, Names(units, issuer))
    names = Names(units, issuer)
    for name, (key, columns) in SHEETS.items():
        sheet = sheet_called(book, name)
        if sheet is None:
            missing.extend([missing_sheet(book, name)] if name in NEEDED else [])
            continue
        rows, wrong = rows_of(sheet, columns)
        missing.extend(wrong if rows or name in NEEDED else ())
        made.add_rows(key, rows, columns, names)
    return made, tuple(missing)


def _issuer(head: TypedRow, units: Sequence[Unit]) -> str | None:
    """Names are looked for among the issuer's own units first, so it is read before them."""
    cell = head.cells.get("issuer")
    found = value_of(_ISSUER, cell, Names(units))[0] if cell else None
    return found if isinstance(found, str) else None


def _give_code(made: Assembly) -> None:
    """People do not think of codes: issuer and year name a programme well enough. Where one of
    them is missing, that is what is complained of."""
    given = made.programme
    if not given.get("programme"):
        given["programme"] = code_for(str(given.get("issuer", "")), str(given.get("year", "")))


def code_for(issuer: str, year: int | str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", folded(f"kh {issuer} {year}"))
    return plain.strip("-")


def _elsewhere(found: Sequence[Issue], said: Sequence[Issue]) -> tuple[Issue, ...]:
    """What is wrong in cells of which nothing was said yet: the rest follows from that."""
    cells = {(one.where.sheet, one.where.cell) for one in said}
    return tuple(one for one in found if (one.where.sheet, one.where.cell) not in cells)


def _in_reading_order(issues: Sequence[Issue], book: Book) -> tuple[Issue, ...]:
    sheets = [sheet.name for sheet in book.sheets]

    def place(one: Issue) -> tuple[int, tuple[int, int]]:
        sheet, cell = one.where.sheet, one.where.cell
        return sheets.index(sheet) if sheet in sheets else -1, position(cell) if cell else (0, 0)

    return tuple(sorted(issues, key=place))

"""The rows a unit writes itself: counted in the order they stand, whatever their numbers say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data_access.workbook.asked import Asked, Placed, ask, row_words, shown
from data_access.workbook.book import address
from data_access.workbook.covered import Covered
from data_access.workbook.listing_lines import Line, find_lines
from data_access.workbook.table import Headings
from data_access.workbook.text import clean, read_absent
from scoring.facts import Absent
from scoring.forms import Field, FormSheet, Listing, Row
from scoring.issues import Code, Where, issue
from scoring.returns import Entry


@dataclass(frozen=True)
class Listed:
    asked: tuple[Asked, ...] = ()
    nothing: Entry | None = None
    placed: tuple[Placed, ...] = ()


def read_listing(
    headings: Headings, page: FormSheet, listing: Listing, seen: Covered, *, above: int
) -> Listed:
    """What stands below the row `above`, down to the signature."""
    columns = {headings.column(field.column): field for field in listing.fields}
    answers = {column: field for column, field in columns.items() if column is not None}
    if not answers:
        return Listed()
    lines = find_lines(headings, answers, above=above)
    lost = tuple(_lost(headings, lines.below))
    written = [line for line in lines.listed if not line.is_total]
    if any(line.asked and not line.says_nothing for line in written):
        asked, placed = _read_records(headings, page, listing, seen, written)
        return Listed(asked, placed=(*placed, *lost))
    if nothing := _nothing(headings, page, listing, written):
        return Listed(nothing=nothing, placed=lost)
    return Listed(placed=(_empty(headings, answers, above + 1), *lost))


def _lost(headings: Headings, below: Sequence[Line]) -> Iterator[Placed]:
    """Records written under the signature: names stand there too, but no figures."""
    for line in below:
        if (column := line.figure) is not None:
            where = Where(headings.sheet.name, address(line.row, column))
            typed = shown(line.cells[column].text)
            yield (
                (line.row, column),
                issue(where, Code.ROW_UNKNOWN, value=line.row, typed=typed),
            )


def _read_records(
    headings: Headings, page: FormSheet, listing: Listing, seen: Covered, written: Sequence[Line]
) -> tuple[tuple[Asked, ...], tuple[Placed, ...]]:
    lines = [line for line in written if line.asked]
    denials = [line for line in lines if line.says_nothing]
    records = len(lines) - len(denials)
    placed = [_contradicted(headings, line, records) for line in denials]
    if len(lines) > listing.most:
        placed.append(_too_many(headings, lines[listing.most], len(lines), listing.most))
    asked = (
        found
        for number, line in enumerate(lines[: listing.most], start=1)
        if not line.says_nothing
        for found in _ask(headings, page, listing, seen, number, line.row)
    )
    return tuple(asked), tuple(placed)


def _contradicted(headings: Headings, line: Line, records: int) -> Placed:
    place = (line.row, min(line.asked))
    where = Where(headings.sheet.name, address(*place))
    typed = shown(line.cells[place[1]].text)
    return place, issue(where, Code.LISTING_CONTRADICTED, value=typed, count=records)


def _too_many(headings: Headings, line: Line, count: int, most: int) -> Placed:
    place = (line.row, min(line.asked))
    where = Where(headings.sheet.name, address(*place))
    return place, issue(where, Code.LISTING_TOO_LONG, value=count, most=most)


def _nothing(
    headings: Headings, page: FormSheet, listing: Listing, lines: Sequence[Line]
) -> Entry | None:
    """KPS in the first cell that is asked or, by those who take it for the first, the number's."""
    numbers = headings.column(page.columns[0].key)
    for line in lines:
        column = min(line.asked, default=numbers)
        cell = None if column is None else line.cells.get(column)
        if cell is not None and (line.says_nothing or _is_said(cell.text)):
            place = address(line.row, column)
            return Entry(listing.key, Absent.NOT_ARISEN, cell.text, headings.sheet.name, place)
    return None


def _is_said(text: str) -> bool:
    """In words: a dash for a number says nothing of the sheet."""
    return clean(text).strip(" -") != "" and read_absent(text) is Absent.NOT_ARISEN


def _empty(headings: Headings, answers: Mapping[int, Field], row: int) -> Placed:
    place = (row, min(answers))
    where = Where(headings.sheet.name, address(*place))
    return place, issue(where, Code.LISTING_EMPTY, value=headings.sheet.name)


def _ask(
    headings: Headings, page: FormSheet, listing: Listing, seen: Covered, number: int, at: int
) -> Iterator[Asked]:
    row = listing.row(number)
    words = row_words(page.columns, Row(f"Dòng {number}", ()))
    for field in row.fields:
        column = headings.column(field.column)
        if column is not None:
            yield ask(headings, seen.at(at, column), (at, column), field, words)

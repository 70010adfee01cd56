"""The rows a unit writes itself: counted in the order they stand, whatever their numbers say."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from data_access.workbook.asked import Asked, Placed, ask, row_words
from data_access.workbook.book import Cell, Position, address
from data_access.workbook.covered import Covered
from data_access.workbook.signature import is_signature
from data_access.workbook.table import Headings
from data_access.workbook.text import clean, read_absent
from scoring.facts import Absent
from scoring.forms import Field, FormSheet, Kind, Listing, Row
from scoring.issues import Code, Where, issue
from scoring.returns import Entry

TOTALS = frozenset({"cộng", "tổng cộng", "tổng", "tổng số", "cộng tổng"})

Line = tuple[int, Mapping[int, Cell]]


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
    lines = [line for line in _lines(headings, above, answers) if not _is_total(line, answers)]
    if not lines:
        return Listed(placed=(_empty(headings, listing, above + 1, min(answers)),))
    if len(lines) == 1 and (nothing := _nothing(headings, listing, lines[0], answers)):
        return Listed(nothing=nothing)
    placed = ()
    if len(lines) > listing.most:
        row = lines[listing.most][0]
        placed = (_too_many(headings, listing, (row, min(answers)), len(lines)),)
    numbered = enumerate(lines[: listing.most], start=1)
    asked = (
        found
        for number, line in numbered
        for found in _ask(headings, page, listing, seen, number, line[0])
    )
    return Listed(tuple(asked), placed=placed)


def _lines(headings: Headings, above: int, answers: Collection[int]) -> Iterator[Line]:
    """The rows in which something stands in a column that is asked."""
    by_row: dict[int, dict[int, Cell]] = defaultdict(dict)
    for (row, column), cell in headings.sheet.cells.items():
        if row > above and not cell.is_blank:
            by_row[row][column] = cell
    for row in sorted(by_row):
        cells = by_row[row]
        if is_signature(cell.text for cell in cells.values()):
            return
        if any(column in cells for column in answers):
            yield row, cells


def _is_total(line: Line, answers: Collection[int]) -> bool:
    """Cộng, Tổng cộng: in the first cell that holds words, up to the first one asked."""
    _, cells = line
    first = [cells[column] for column in sorted(cells) if column <= min(answers)]
    return any(clean(cell.text).rstrip(" :.") in TOTALS for cell in first)


def _nothing(
    headings: Headings, listing: Listing, line: Line, answers: Mapping[int, Field]
) -> Entry | None:
    row, cells = line
    typed = {column: cells[column].text for column in sorted(cells) if column in answers}
    if not all(_says_nothing(text, answers[column]) for column, text in typed.items()):
        return None
    column, text = next(iter(typed.items()))
    return Entry(listing.key, Absent.NOT_ARISEN, text, headings.sheet.name, address(row, column))


def _says_nothing(text: str, field: Field) -> bool:
    said = clean(text)
    if any(said == clean(choice.label) for choice in field.choices):
        return False
    # A plain No answers a question.
    no = said == "không" and field.kind is not Kind.YES_NO
    return no or read_absent(text) is Absent.NOT_ARISEN


def _empty(headings: Headings, listing: Listing, row: int, column: int) -> Placed:
    where = Where(headings.sheet.name, address(row, column))
    return (row, column), issue(where, Code.LISTING_EMPTY, value=headings.sheet.name)


def _too_many(headings: Headings, listing: Listing, place: Position, count: int) -> Placed:
    where = Where(headings.sheet.name, address(*place))
    return place, issue(where, Code.LISTING_TOO_LONG, value=count, most=listing.most)


def _ask(
    headings: Headings, page: FormSheet, listing: Listing, seen: Covered, number: int, at: int
) -> Iterator[Asked]:
    row = listing.row(number)
    words = row_words(page.columns, Row(f"Dòng {number}", ()))
    for field in row.fields:
        column = headings.column(field.column)
        if column is not None:
            yield ask(headings, seen.at(at, column), (at, column), field, words)

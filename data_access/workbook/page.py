"""One sheet of a form, read: its answers, and everything there is to say about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data_access.workbook.asked import Asked, Placed, shown
from data_access.workbook.book import address
from data_access.workbook.covered import covered
from data_access.workbook.fixed_rows import known_rows, read_rows, row_issues, unknown_rows
from data_access.workbook.listing import Listed, read_listing
from data_access.workbook.near import only_near
from data_access.workbook.overwritten import overwritten
from data_access.workbook.table import Headings, needed_columns, rows_by_code
from scoring.forms import FormSheet
from scoring.issues import Code, Issue, Where, issue
from scoring.returns import Entry


@dataclass(frozen=True)
class PageReading:
    """`nothing`: what a listing says that reports nothing."""

    name: str
    asked: tuple[Asked, ...]
    nothing: Entry | None
    placed: tuple[Placed, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        found = tuple(one.entry for one in self.asked if one.reading.answer is not None)
        return found if self.nothing is None else (*found, self.nothing)

    @property
    def is_answered(self) -> bool:
        return self.nothing is not None or any(one.typed.strip() for one in self.asked)


def missing_page(name: str, others: Sequence[str]) -> PageReading:
    near = only_near(name, others)
    missing = issue(Where(label=name), Code.SHEET_MISSING, value=name, near=near)
    return PageReading(name, (), None, (((0, 0), missing),))


def read_page(headings: Headings, page: FormSheet) -> PageReading:
    seen = covered(headings.sheet, headings.row + 1)
    codes = headings.column(page.columns[0].key)
    rows = {} if codes is None or not page.rows else rows_by_code(headings, codes)
    asked = tuple(read_rows(headings, page, rows, seen))
    listed = Listed()
    if page.listing is not None:
        above = max(known_rows(page, rows), default=headings.row)
        listed = read_listing(headings, page, page.listing, seen, above=above)
    asked = (*asked, *listed.asked)
    placed = (
        *_heading_issues(headings, page),
        *((found.place, found.issue) for found in asked if found.reading.mistake),
        *listed.placed,
        *(row_issues(headings, page, rows, codes) if codes and page.rows else ()),
        *(unknown_rows(headings, page, rows) if rows and page.listing is None else ()),
        *overwritten(headings, page, rows),
    )
    return PageReading(headings.sheet.name, asked, listed.nothing, placed)


def _heading_issues(headings: Headings, page: FormSheet) -> Iterator[Placed]:
    titles = {column.key: column.heading for column in page.columns}
    for key in needed_columns(page):
        places, heading = headings.columns.get(key, ()), titles[key]
        if not places:
            yield (headings.row, 0), _missing_heading(headings, heading)
        for column in places[1:]:
            where = Where(headings.sheet.name, address(headings.row, column), heading)
            yield (
                (headings.row, column),
                issue(where, Code.HEADING_TWICE, value=heading, heading=heading),
            )


def _missing_heading(headings: Headings, heading: str) -> Issue:
    known = {column for places in headings.columns.values() for column in places}
    others = (
        shown(cell.text)
        for (row, column), cell in headings.sheet.cells.items()
        if row == headings.row and column not in known
    )
    where = Where(headings.sheet.name, label=heading)
    near = only_near(heading, others)
    return issue(where, Code.HEADING_MISSING, value=heading, heading=heading, near=near)

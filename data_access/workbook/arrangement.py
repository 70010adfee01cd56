"""Where everything of a form stands on its printed sheets. Knows forms, writes nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data_access.workbook.book import address
from scoring.forms import Form, FormSheet

# A4 landscape less the margins, in points.
PRINTABLE_WIDTH = 735.0
CHARACTER_WIDTH = 6.0
CELL_PADDING = 8.0

GUIDE_SHEET = "Hướng dẫn"

_LONGEST_NAME = 31


@dataclass(frozen=True)
class Arrangement:
    """One sheet. Rows counted from 0, as xlsxwriter does; `widths` of the columns in points;
    `titles`, `scope` and `guide` are the lines printed from their row on."""

    sheet: str
    page: FormSheet
    titles: tuple[str, ...]
    scope: tuple[str, ...]
    guide: tuple[str, ...]
    title_row: int
    scope_row: int
    guide_row: int
    heading: int
    body: int
    signature: int
    widths: tuple[float, ...]

    @property
    def last_column(self) -> int:
        return len(self.widths) - 1

    @property
    def middle(self) -> int:
        """The first column of the right half, for what stands side by side."""
        half = sum(self.widths) / 2
        halves = range(1, len(self.widths))
        return min(halves, key=lambda left: abs(sum(self.widths[:left]) - half), default=0)


def arrange(form: Form) -> tuple[Arrangement, ...]:
    names = sheet_names(form)
    return tuple(_arrange(form, *found) for found in zip(names, form.sheets, strict=True))


def _arrange(form: Form, name: str, page: FormSheet) -> Arrangement:
    titles = tuple(title for title in (form.title, page.title) if title)
    # Many sheets have one guide, on a sheet of its own.
    guide = form.guide if len(form.sheets) == 1 else ()
    title_row = len(form.header) + bool(form.header)
    scope_row = title_row + len(titles)
    guide_row = scope_row + len(form.scope) + form.illustrative
    heading = guide_row + len(guide) + 1
    body = heading + 1
    return Arrangement(
        sheet=name,
        page=page,
        titles=titles,
        scope=form.scope,
        guide=guide,
        title_row=title_row,
        scope_row=scope_row,
        guide_row=guide_row,
        heading=heading,
        body=body,
        signature=body + len(page.printed_rows()) + 1,
        widths=_widths(page),
    )


def sheet_names(form: Form) -> tuple[str, ...]:
    """As Excel allows them: 31 characters, none of its signs, each only once."""
    names: list[str] = []
    for page in form.sheets:
        taken = {name.casefold() for name in (*names, GUIDE_SHEET)}
        names.append(_free(allowed_name(page.name), taken))
    return tuple(names)


def allowed_name(name: str) -> str:
    """31 characters, none of Excel's signs."""
    return re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ")[:_LONGEST_NAME].strip() or "Biểu"


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        ending = f" ({number})"
        free = name[: _LONGEST_NAME - len(ending)] + ending
    return free


def _widths(page: FormSheet) -> tuple[float, ...]:
    asked = [column.width * CHARACTER_WIDTH + CELL_PADDING for column in page.columns]
    # A narrow table is spread over the page; a wide one is shrunk by Excel when printed.
    spread = max(1.0, PRINTABLE_WIDTH / sum(asked))
    return tuple(width * spread for width in asked)


def layout(form: Form) -> Mapping[str, tuple[str, str]]:
    """The sheet and the cell in which each field is filled in."""
    return {
        key: (sheet, address(row + 1, column + 1))
        for key, (sheet, row, column) in places(form).items()
    }


def places(form: Form) -> Mapping[str, tuple[str, int, int]]:
    """The sheet, row and column, counted from 0, of each field."""
    found = {}
    for place in arrange(form):
        columns = {column.key: number for number, column in enumerate(place.page.columns)}
        for number, row in enumerate(place.page.printed_rows(), start=place.body):
            for field in row.fields:
                found[field.key] = (place.sheet, number, columns[field.column])
    return found

"""Where everything of a form stands on its printed sheet. Knows forms, writes nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data_access.workbook.book import address
from scoring.forms import Form

# A4 landscape less the margins, in points.
PRINTABLE_WIDTH = 735.0
CHARACTER_WIDTH = 6.0
CELL_PADDING = 8.0


@dataclass(frozen=True)
class Arrangement:
    """Rows counted from 0, as xlsxwriter does; `widths` of the columns in points."""

    sheet: str
    title: int
    scope: int
    guide: int
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
        passed = [sum(self.widths[: index + 1]) <= half for index in range(len(self.widths))]
        return min(max(1, sum(passed)), self.last_column)


def arrange(form: Form) -> Arrangement:
    title = len(form.header) + bool(form.header)
    scope = title + 1
    guide = scope + len(form.scope) + form.illustrative
    heading = guide + len(form.guide) + 1
    body = heading + 1
    return Arrangement(
        sheet=sheet_name(form.sheet),
        title=title,
        scope=scope,
        guide=guide,
        heading=heading,
        body=body,
        signature=body + len(form.rows) + 1,
        widths=_widths(form),
    )


def sheet_name(name: str) -> str:
    """As Excel allows it: 31 characters, none of its signs."""
    return re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ")[:31].strip() or "Biểu"


def _widths(form: Form) -> tuple[float, ...]:
    asked = [column.width * CHARACTER_WIDTH + CELL_PADDING for column in form.columns]
    # A narrow table is spread over the page; a wide one is shrunk by Excel when printed.
    spread = max(1.0, PRINTABLE_WIDTH / sum(asked))
    return tuple(width * spread for width in asked)


def layout(form: Form) -> Mapping[str, tuple[str, str]]:
    """The sheet and the cell in which each field is filled in."""
    place = arrange(form)
    columns = {column.key: number for number, column in enumerate(form.columns, start=1)}
    return {
        field.key: (place.sheet, address(place.body + offset + 1, columns[field.column]))
        for offset, row in enumerate(form.rows)
        for field in row.fields
    }

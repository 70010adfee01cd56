"""Fills a template in as a clerk would, for the demonstration and the tests. Knows openpyxl."""

from collections.abc import Mapping
from copy import copy
from datetime import date
from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data_access.workbook.arrangement import Arrangement, arrange
from data_access.workbook.same_bytes import repack
from data_access.workbook.validation import ABSENT_LABELS
from scoring.facts import Absent
from scoring.forms import YES_NO, Field, Form, Kind, Listing, Row
from scoring.returns import Answer


def fill_template(template: bytes, form: Form, answers: Mapping[str, Answer]) -> bytes:
    """`answers` by field key; yes/no and choices by code, or as the text to be typed. A listing
    that needs more rows than are printed gets them; under its own key it may say NOT_ARISEN."""
    workbook = load_workbook(BytesIO(template))
    left = dict(answers)
    for place in arrange(form):
        _fill_sheet(workbook, place, left)
    if left:
        raise KeyError(f"not asked in this form: {', '.join(left)}")
    stream = BytesIO()
    workbook.save(stream)
    return repack(stream.getvalue())


def _fill_sheet(workbook: Workbook, place: Arrangement, left: dict[str, Answer]) -> None:
    sheet, page = workbook[place.sheet], place.page
    columns = {column.key: number for number, column in enumerate(page.columns, start=1)}
    rows = list(page.printed_rows())
    if page.listing is not None:
        rows += _rows_added(sheet, place, page.listing, left)
        if page.listing.key in left:
            first = columns[page.listing.fields[0].column]
            _type(sheet, place.body + len(page.rows) + 1, first, _said(left.pop(page.listing.key)))
    for number, row in enumerate(rows, start=place.body + 1):
        for field in row.fields:
            if field.key in left:
                _type(sheet, number, columns[field.column], _typed(field, left.pop(field.key)))


def _said(answer: Answer) -> str:
    return ABSENT_LABELS[answer] if isinstance(answer, Absent) else str(answer)


def _rows_added(
    sheet: Worksheet, place: Arrangement, listing: Listing, answers: Mapping[str, Answer]
) -> list[Row]:
    start = f"{listing.key}."
    numbers = [key[len(start) :].split(".")[0] for key in answers if key.startswith(start)]
    last = max((int(number) for number in numbers if number.isdigit()), default=0)
    added = [listing.row(number) for number in range(listing.printed + 1, last + 1)]
    if added:
        _insert_rows(sheet, place.body + len(place.page.printed_rows()), len(added))
    return added


def _insert_rows(sheet: Worksheet, last: int, count: int) -> None:
    """Beneath row `last`, looking like it; openpyxl lets merged cells stand where they were."""
    below = [area for area in sheet.merged_cells.ranges if area.min_row > last]
    for area in below:
        sheet.unmerge_cells(area.coord)
    sheet.insert_rows(last + 1, count)
    for area in below:
        area.shift(row_shift=count)
        sheet.merge_cells(area.coord)
    for row in range(last + 1, last + count + 1):
        for column in range(1, sheet.max_column + 1):
            sheet.cell(row, column)._style = copy(sheet.cell(last, column)._style)


def _type(sheet: Worksheet, row: int, column: int, typed: str | int | float | date) -> None:
    target = sheet.cell(row, column)
    target.value = typed
    if isinstance(typed, str):
        # What begins with "=" was typed as text, never as a formula.
        target.data_type = "s"


def _typed(field: Field, answer: Answer) -> str | int | float | date:
    if isinstance(answer, Absent):
        return ABSENT_LABELS[answer]
    if field.kind in (Kind.YES_NO, Kind.CHOICE):
        choices = YES_NO if field.kind is Kind.YES_NO else field.choices
        labels = {choice.code: choice.label for choice in choices}
        return labels.get(str(answer), str(answer))
    if isinstance(answer, Decimal):
        return int(answer) if answer == answer.to_integral_value() else float(answer)
    return answer

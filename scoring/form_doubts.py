"""What looks wrong in a form that can be read: warnings, each quoting what stands there."""

from collections.abc import Iterator

from scoring.document import Reader
from scoring.form_definitions import FormDefinition, SheetDefinition
from scoring.forms import Field, Measure
from scoring.issues import Code

# A sheet is fitted to A4 landscape: wider than this, it prints in letters too small to read.
WIDEST = 230
_ONCE_A_YEAR = (frozenset({"Q4"}), frozenset({"Y"}))


def look_for_doubts(reader: Reader, definition: FormDefinition) -> None:
    for place, sheet in enumerate(definition.sheets):
        at = f"sheets[{place}]"
        _look_at_width(reader, at, sheet)
        for group in _asked_together(sheet):
            _look_at_measures(reader, at, sheet, group)


def _look_at_width(reader: Reader, at: str, sheet: SheetDefinition) -> None:
    width = sum(column.width for column in sheet.sheet.columns)
    if width > WIDEST:
        reader.report(Code.SHEET_TOO_WIDE, f"{at}.columns", value=width, most=WIDEST)


def _asked_together(sheet: SheetDefinition) -> Iterator[tuple[Field, ...]]:
    if sheet.sheet.listing is not None:
        yield sheet.sheet.listing.fields
    yield from (row.fields for row in sheet.sheet.rows)


def _look_at_measures(
    reader: Reader, at: str, sheet: SheetDefinition, fields: tuple[Field, ...]
) -> None:
    measures = {field.measure for field in fields}
    # What is asked once a year covers the whole year: nothing else could stand beside it.
    if Measure.FLOW in measures or sheet.periods in _ONCE_A_YEAR:
        return
    for field in fields:
        if field.measure is Measure.FROM_JANUARY:
            reader.report(Code.JANUARY_WITHOUT_PERIOD, at, value=field.key)

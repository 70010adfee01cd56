"""A form as its data file describes it, and as made out for a unit. Knows no file, no Excel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from scoring.forms import (
    Check,
    Column,
    Comparison,
    Field,
    Form,
    FormSheet,
    Kind,
    Mark,
    Measure,
    Row,
)
from scoring.periods import Period
from scoring.self_score import period_words
from scoring.units import Unit

PREVIOUS_COLUMN = "previous"
PREVIOUS_HEADING = "Kỳ trước"
FIGURES = (Kind.COUNT, Kind.NUMBER)

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class SheetDefinition:
    """`sheet` is what every unit gets. `previous` names the column whose figure of the quarter
    before is printed in grey beside it (None: none is)."""

    code: str
    sheet: FormSheet
    periods: frozenset[str]
    previous: str | None = None

    def asked_in(self, period: Period) -> bool:
        return period.mark in self.periods


@dataclass(frozen=True)
class FormDefinition:
    """One version of a form. `periods` are marks, Q1 to Q4 and Y; a document has no sheets: what is
    handed in is a signed paper."""

    code: str
    version: str
    title: str
    periods: frozenset[str]
    sheets: tuple[SheetDefinition, ...] = ()
    checks: tuple[Comparison, ...] = ()
    header: tuple[str, ...] = ()
    guide: tuple[str, ...] = ()
    is_document: bool = False
    illustrative: bool = False
    in_force_from: date | None = None
    in_force_to: date | None = None

    def in_force_on(self, day: date) -> bool:
        begun = self.in_force_from is None or self.in_force_from <= day
        return begun and (self.in_force_to is None or day <= self.in_force_to)

    def asked_in(self, period: Period) -> bool:
        return period.mark in self.periods


def versions_in_force(versions: Sequence[FormDefinition], day: date) -> tuple[FormDefinition, ...]:
    """Of one form's versions, oldest first. One without a last day ends when the next begins; one
    that names its last day lives beside it till then."""
    begun = [one for one in versions if one.in_force_from is None or one.in_force_from <= day]
    return tuple(
        one
        for one in begun
        if one.in_force_on(day) and (one.in_force_to is not None or one is begun[-1])
    )


def made_out(
    definition: FormDefinition,
    unit: Unit,
    period: Period,
    previous: Mapping[str, str] = _NO_ANSWERS,
) -> Form:
    """For one unit and period; `previous` are the answers of the quarter before, as they read."""
    asked = [one for one in definition.sheets if one.asked_in(period)]
    return Form(
        mark=Mark(definition.code, definition.version, unit.code, period),
        title=definition.title,
        sheets=tuple(_with_previous(one, period, previous) for one in asked),
        header=(*definition.header, *_parent_body(unit), unit.name),
        scope=(f"Kỳ báo cáo: {period_words(period)}",),
        guide=definition.guide,
        checks=_checks(definition, {one.code for one in asked}),
        illustrative=definition.illustrative,
    )


def _parent_body(unit: Unit) -> tuple[str, ...]:
    body = unit.attributes.get("parent_body", "")
    return (body,) if body else ()


def _checks(definition: FormDefinition, asked: set[str]) -> tuple[Check, ...]:
    return tuple(check for check in definition.checks if sheet_of(check.at) in asked)


def sheet_of(key: str) -> str:
    """Codes of sheets hold no point, so the key says which sheet it is on."""
    return key.partition(".")[0]


def _with_previous(
    asked: SheetDefinition, period: Period, previous: Mapping[str, str]
) -> FormSheet:
    if asked.previous is None:
        return asked.sheet
    rows = tuple(
        _row_with_previous(row, asked.previous, period, previous) for row in asked.sheet.rows
    )
    return replace(
        asked.sheet, columns=_columns_with_previous(asked.sheet.columns, asked.previous), rows=rows
    )


def _columns_with_previous(columns: tuple[Column, ...], beside: str) -> tuple[Column, ...]:
    place = next(number for number, column in enumerate(columns, 1) if column.key == beside)
    width = columns[place - 1].width
    grey = Column(PREVIOUS_COLUMN, PREVIOUS_HEADING, width, number=True, muted=True)
    return (*columns[:place], grey, *columns[place:])


def _row_with_previous(row: Row, column: str, period: Period, previous: Mapping[str, str]) -> Row:
    field = _shown_field(row, column)
    # What counts from January began anew with the year: last year's would only mislead.
    if field is None or (field.measure is Measure.FROM_JANUARY and period.quarter in (1, None)):
        return row
    text = previous.get(field.key, "")
    return replace(row, printed=(*row.printed, (PREVIOUS_COLUMN, text))) if text else row


def _shown_field(row: Row, column: str) -> Field | None:
    """That of the column, or where the row does not ask it, the row's first figure."""
    figures = [field for field in row.fields if field.kind in FIGURES]
    return next((field for field in figures if field.column == column), next(iter(figures), None))

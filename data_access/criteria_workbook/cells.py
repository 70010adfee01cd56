"""A value as the text of one cell, and a cell's content as the value it stands for."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from data_access.criteria_workbook.shape import Holds, SheetColumn
from data_access.workbook.book import Cell, CellKind
from data_access.workbook.days import read_date
from data_access.workbook.text import clean
from data_access.yaml_files import Plain, load_yaml
from data_access.yaml_writing import in_one_line, to_yaml
from scoring.issues import Code, Issue, Where, issue

# All the digits that a cell keeps of a number.
_EXACT_DIGITS = 15
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_ERRORS = {
    CellKind.ERROR: Code.ERROR_CELL,
    CellKind.FORMULA_WITHOUT_VALUE: Code.FORMULA_WITHOUT_VALUE,
    CellKind.UNCLEAR_TEXT: Code.LEGACY_FONT_UNCLEAR,
}


def cell_of(column: SheetColumn, value: Plain) -> str | int | Decimal:
    """The text to be written, or a number where the cell keeps all its digits."""
    if value is None:
        return ""
    if column.holds is Holds.NUMBER and _is_exact(value):
        return value
    if column.holds is Holds.WORD:
        return column.words.get(str(value), str(value))
    if column.holds is Holds.WORDS and isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if column.holds is Holds.REST:
        return to_yaml(value).rstrip("\n") if value else ""
    if column.holds is Holds.VALUE:
        return _value_text(value)
    return str(value)


def value_of(column: SheetColumn, cell: Cell) -> tuple[Plain, tuple[Issue, ...]]:
    """What was typed; text where it is not what the column holds, so that reading the table says
    what it should have been. Issues have no place yet."""
    if cell.kind in _ERRORS:
        return None, (issue(Where(), _ERRORS[cell.kind], value=cell.value),)
    if column.holds is Holds.TEXT:
        return _typed_text(cell), ()
    if column.holds is Holds.NUMBER:
        return _number(cell), ()
    if column.holds is Holds.WORD:
        return _word(column, cell.text), ()
    if column.holds is Holds.WORDS:
        return [one for one in cell.text.replace(",", " ").split() if one], ()
    return _yaml(column, cell)


def _is_exact(value: Plain) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    return len(Decimal(value).as_tuple().digits) <= _EXACT_DIGITS


def _value_text(value: Plain) -> str:
    if isinstance(value, Mapping) and value:
        return to_yaml(value).rstrip("\n")
    return in_one_line(value)


def _typed_text(cell: Cell) -> Plain:
    """A code 1.10 that the sheet took for a number has lost its zero, so it is left a number and
    refused as one."""
    return _plain_number(cell.value) if cell.kind is CellKind.NUMBER else cell.text


def _number(cell: Cell) -> Plain:
    if cell.kind in (CellKind.NUMBER, CellKind.PERCENT):
        return _plain_number(cell.value)
    try:
        return _plain_number(Decimal(cell.text.strip().replace(",", ".")))
    except InvalidOperation:
        return cell.text


def _plain_number(value: Decimal) -> int | Decimal:
    return int(value) if value.is_finite() and value == value.to_integral_value() else value


def _word(column: SheetColumn, typed: str) -> str:
    wanted = clean(typed)
    found = (word for word, said in column.words.items() if wanted in (clean(said), clean(word)))
    return next(found, typed.strip())


def _yaml(column: SheetColumn, cell: Cell) -> tuple[Plain, tuple[Issue, ...]]:
    if cell.kind is CellKind.DATE:
        return _day(cell.value), ()
    if cell.kind is CellKind.BOOLEAN:
        return bool(cell.value), ()
    if cell.kind is not CellKind.TEXT:
        return _plain_number(cell.value), ()
    # Excel's own line ends and hard spaces mean nothing to YAML.
    text = cell.text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    if column.holds is not Holds.REST and (day := _typed_day(text)) is not None:
        return day, ()
    value, issues = load_yaml(text)
    if issues:
        return None, issues
    if column.holds is Holds.REST and not isinstance(value, dict):
        return None, (issue(Where(), Code.WRONG_TYPE, value=text[:60], expected="mapping"),)
    return value, ()


def _typed_day(text: str) -> date | None:
    """As an office writes it; YAML knows only 2022-03-24."""
    return read_date(text) if _DAY.fullmatch(text.strip()) else None


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value

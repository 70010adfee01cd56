"""What one cell of a programme's workbook holds, and how a value is written into one."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from data_access.programme_workbook.names import Names, Unknown
from data_access.programme_workbook.shape import (
    KEEPS,
    PERIODS,
    SENT_BACK_COUNTS,
    YES_NO,
    Holds,
    SheetColumn,
)
from data_access.workbook.book import Cell, CellKind
from data_access.workbook.days import lacks_the_day, read_date
from data_access.workbook.near import only_near
from data_access.workbook.text import clean, plain_signs
from data_access.yaml_files import Plain
from scoring.issues import Code, Issue, Where, issue

LONGEST_TEXT = 2000
_UNREADABLE = {
    CellKind.ERROR: Code.ERROR_CELL,
    CellKind.FORMULA_WITHOUT_VALUE: Code.FORMULA_WITHOUT_VALUE,
    CellKind.UNCLEAR_TEXT: Code.LEGACY_FONT_UNCLEAR,
}
_PARTED = re.compile(r"[;\n]")
_LISTED = re.compile(r"[;,\n]")
_SENT_BACK = re.compile(r"(\d{1,3}) (ngày làm việc|ngày)")
_MARKS = {clean(said): mark for mark, said in PERIODS.items()}
_MARKS |= {clean(mark): mark for mark in PERIODS}
# "quý 3", "Q.III": as people shorten them.
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MARKS |= {f"quý {n}": f"Q{n}" for n in range(1, 5)} | {
    f"q {r}": f"Q{n}" for r, n in _ROMAN.items()
}
# "hằng quý", "theo quý": each of them, as plans say it.
_EVERY_QUARTER = tuple(mark for mark in PERIODS if mark != "Y")
_EACH = re.compile(r"(?:(?:hằng|hàng|các|mỗi|từng|theo) )?(quý|năm)")

Read = tuple[Plain, tuple[Issue, ...]]


class Problem(Exception):
    """What is wrong with one cell; caught in `value_of`."""

    def __init__(self, code: Code, /, **context: object) -> None:
        super().__init__(code)
        self.issues = (issue(Where(), code, **context),)


def value_of(column: SheetColumn, cell: Cell, names: Names) -> Read:
    """What was typed, as it would stand in the data file; None with issues (without a place yet)
    where it cannot be understood."""
    if cell.kind in _UNREADABLE:
        return None, (issue(Where(), _UNREADABLE[cell.kind], value=cell.value),)
    try:
        return _READ[column.holds](column, cell, names), ()
    except Problem as problem:
        return None, problem.issues


def _text(_column: SheetColumn, cell: Cell, _names: Names) -> str:
    # A number 2.1 that the sheet took for a figure is still the number of a task.
    number = cell.kind is CellKind.NUMBER and cell.value.is_finite()
    words = f"{cell.value.normalize():f}" if number else cell.text
    lines = (" ".join(line.split()) for line in words.replace("\r", "\n").split("\n"))
    written = " ".join(line for line in lines if line)
    if len(written) > LONGEST_TEXT:
        raise Problem(Code.TEXT_TOO_LONG, length=len(written), longest=LONGEST_TEXT)
    return written


def _number(_column: SheetColumn, cell: Cell, _names: Names) -> int:
    typed = cell.value if cell.kind is CellKind.NUMBER else plain_signs(cell.text)
    try:
        number = Decimal(typed)
    except ArithmeticError:
        raise Problem(Code.NOT_A_NUMBER, value=cell.text) from None
    if not number.is_finite() or number != number.to_integral_value() or abs(number) > 10**6:
        raise Problem(Code.NOT_WHOLE, value=cell.text)
    return int(number)


def _day(_column: SheetColumn, cell: Cell, _names: Names) -> date:
    found = _typed_day(cell)
    if found is None:
        lacks = lacks_the_day(cell.text)
        raise Problem(Code.DAY_NEEDED if lacks else Code.NOT_A_DATE, value=cell.text)
    return found


def _typed_day(cell: Cell) -> date | None:
    if cell.kind is CellKind.DATE:
        return cell.value.date() if isinstance(cell.value, datetime) else cell.value
    return read_date(cell.text)


def _word(column: SheetColumn, cell: Cell, _names: Names) -> str:
    wanted = clean(cell.text).rstrip(".")
    for word, said in column.words.items():
        if wanted in (clean(said), clean(word)):
            return word
    choices = list(column.words.values())
    near = only_near(cell.text, choices)
    raise Problem(Code.NOT_A_CHOICE, value=cell.text, choices="; ".join(choices), suggestion=near)


def _flag(_column: SheetColumn, cell: Cell, _names: Names) -> bool:
    if cell.kind is CellKind.BOOLEAN:
        return bool(cell.value)
    said = {clean(word): flag for flag, word in YES_NO.items()} | {"x": True}
    found = said.get(clean(cell.text))
    if found is None:
        choices = "; ".join(YES_NO.values())
        raise Problem(Code.NOT_A_CHOICE, value=cell.text, choices=choices, suggestion="")
    return found


def _lines(_column: SheetColumn, cell: Cell, _names: Names) -> list[Plain]:
    return [" ".join(one.split()) for one in _PARTED.split(cell.text) if one.strip()]


def _unit(_column: SheetColumn, cell: Cell, names: Names) -> str:
    found = names.unit(_text(_column, cell, names))
    if isinstance(found, Unknown):
        raise _unknown((replace(found, near=names.near(found.words)),))
    return found


def _units(_column: SheetColumn, cell: Cell, names: Names) -> list[Plain]:
    pieces = [one for one in _PARTED.split(cell.text) if one.strip()]
    found = [names.unit(one) for one in pieces]
    unknown = tuple(
        replace(one, near=names.near(one.words)) for one in found if isinstance(one, Unknown)
    )
    if unknown:
        raise _unknown(unknown)
    return list(found)


def _debtors(_column: SheetColumn, cell: Cell, names: Names) -> dict[str, Plain]:
    words = cell.text if cell.kind is not CellKind.NUMBER else _text(_column, cell, names)
    meant = names.debtors(words)
    if meant.unknown:
        raise _unknown(meant.unknown)
    parts = {"kinds": list(meant.kinds), "units": list(meant.units)}
    return {key: codes for key, codes in parts.items() if codes}


def _unknown(found: Sequence[Unknown]) -> Problem:
    """Each word that names nobody is an issue of its own."""
    problem = Problem(Code.DEBTOR_UNKNOWN)
    problem.issues = tuple(
        issue(Where(), Code.DEBTOR_SEVERAL, value=one.words)
        if one.several
        else issue(Where(), Code.DEBTOR_UNKNOWN, value=one.words, near=one.near)
        for one in found
    )
    return problem


def _periods(_column: SheetColumn, cell: Cell, _names: Names) -> list[Plain]:
    named = (mark for one in _LISTED.split(cell.text) if one.strip() for mark in _marks(one))
    return list(dict.fromkeys(named))


def _marks(typed: str) -> tuple[str, ...]:
    each = _EACH.fullmatch(clean(typed))
    if each is None:
        return (_mark(typed),)
    return _EVERY_QUARTER if each[1] == "quý" else ("Y",)


def _mark(typed: str) -> str:
    found = _MARKS.get(clean(typed).replace(".", " ").strip())
    if found is None:
        choices = "; ".join(PERIODS.values())
        near = only_near(typed, PERIODS.values())
        raise Problem(Code.NOT_A_CHOICE, value=typed.strip(), choices=choices, suggestion=near)
    return found


def _when(_column: SheetColumn, cell: Cell, names: Names) -> str | date:
    """A real day of the sheet stays a day; words are kept as they are typed."""
    return _typed_day(cell) if cell.kind is CellKind.DATE else _text(_column, cell, names)


def _days(_column: SheetColumn, cell: Cell, _names: Names) -> dict[str, Plain]:
    """Lines as "Quý II: 31/5/2024"."""
    found: dict[str, Plain] = {}
    for piece in (one for one in _PARTED.split(cell.text) if one.strip()):
        mark, _, typed = piece.partition(":")
        day = read_date(typed)
        if day is None:
            raise Problem(Code.NOT_A_DATE, value=typed.strip() or piece.strip())
        found[_mark(mark)] = day
    return found


def _sent_back(_column: SheetColumn, cell: Cell, _names: Names) -> str | dict[str, Plain]:
    words = clean(cell.text)
    if words == clean(KEEPS):
        return "keeps"
    match = _SENT_BACK.fullmatch(words)
    if match is None:
        choices = f"{KEEPS}; 5 ngày làm việc; 10 ngày"
        raise Problem(Code.NOT_A_CHOICE, value=cell.text, choices=choices, suggestion="")
    counts = {said: word for word, said in SENT_BACK_COUNTS.items()}
    return {"days": int(match[1]), "count": counts[match[2]]}


_READ: Mapping[Holds, Callable[[SheetColumn, Cell, Names], Plain]] = {
    Holds.TEXT: _text,
    Holds.NUMBER: _number,
    Holds.DAY: _day,
    Holds.WORD: _word,
    Holds.FLAG: _flag,
    Holds.LINES: _lines,
    Holds.UNIT: _unit,
    Holds.UNITS: _units,
    Holds.DEBTORS: _debtors,
    Holds.PERIODS: _periods,
    Holds.WHEN: _when,
    Holds.DAYS: _days,
    Holds.SENT_BACK: _sent_back,
}


def cell_of(column: SheetColumn, value: Plain, names: Names) -> str | int | date:
    """What is written for a value of the data file; empty for none."""
    if value is None or value == [] or value == {}:
        return ""
    write = _WRITE.get(column.holds)
    if write is not None:
        return write(value, names)
    if column.holds is Holds.WORD:
        return column.words.get(str(value), str(value))
    return value if isinstance(value, int | date) else str(value)


def _written_debtors(value: Mapping[str, Plain], names: Names) -> str:
    return names.write_debtors(value.get("kinds") or (), value.get("units") or ())


def _written_days(value: Mapping[str, date], _names: Names) -> str:
    return ";\n".join(f"{PERIODS[mark]}: {day:%d/%m/%Y}" for mark, day in value.items())


def _written_sent_back(value: str | Mapping[str, Plain], _names: Names) -> str:
    if isinstance(value, str):
        return KEEPS
    count = SENT_BACK_COUNTS[str(value.get("count", "working"))]
    return f"{value['days']} {count}"


_WRITE: Mapping[Holds, Callable[[Plain, Names], str]] = {
    Holds.FLAG: lambda value, _names: YES_NO[bool(value)],
    Holds.LINES: lambda value, _names: ";\n".join(map(str, value)),
    Holds.UNIT: lambda value, names: names.write_unit(str(value)),
    Holds.UNITS: lambda value, names: ";\n".join(map(names.write_unit, value)),
    Holds.DEBTORS: _written_debtors,
    Holds.PERIODS: lambda value, _names: ", ".join(PERIODS[mark] for mark in value),
    Holds.DAYS: _written_days,
    Holds.SENT_BACK: _written_sent_back,
}

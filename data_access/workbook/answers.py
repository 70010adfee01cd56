"""One cell into one answer, or into what is wrong with it. Knows fields, knows no sheet."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches

from data_access.workbook.book import Cell, CellKind
from data_access.workbook.days import day_of_serial, lacks_the_day, read_date
from data_access.workbook.legacy_fonts import looks_legacy
from data_access.workbook.numerals import (
    Ambiguous,
    holds_several_numbers,
    read_number,
    read_part_of,
    read_share,
)
from data_access.workbook.text import clean, folded, read_absent
from scoring.facts import NO, YES, Absent
from scoring.forms import YES_NO, Choice, Field, Kind
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.returns import Answer

_YES_WORDS = frozenset({"có", "x", "✓", "✔", "√", "☑", "1", "true", "đúng"})
_NO_WORDS = frozenset({"không", "0", "false"})
_NUMBER_KINDS = (CellKind.NUMBER, CellKind.PERCENT)
_HUNDRED = Decimal(100)
# Beyond these digits Excel rounds, and no office counts.
_LARGEST = Decimal(10**15)


@dataclass(frozen=True)
class Mistake:
    """A code and what its sentence needs beside the value and the heading."""

    code: Code
    context: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """An answer, a mistake, a doubtful answer (both), or a permitted blank (neither)."""

    answer: Answer | None = None
    mistake: Mistake | None = None


def _wrong(code: Code, /, **context: object) -> Reading:
    return Reading(mistake=Mistake(code, {key: str(value) for key, value in context.items()}))


def read_answer(cell: Cell | None, field: Field) -> Reading:
    if cell is None or cell.is_blank:
        return _wrong(Code.MISSING_VALUE, asked=field.kind) if field.required else Reading()
    if cell.kind is CellKind.ERROR:
        return _wrong(Code.ERROR_CELL)
    if cell.kind is CellKind.FORMULA_WITHOUT_VALUE:
        return _wrong(Code.FORMULA_WITHOUT_VALUE)
    if cell.kind is CellKind.UNCLEAR_TEXT or (
        cell.kind is CellKind.TEXT and looks_legacy(cell.text)
    ):
        return _wrong(Code.LEGACY_FONT_UNCLEAR)
    return _READERS[field.kind](cell, field)


def _read_figure(cell: Cell, field: Field) -> Reading:
    number = cell.value if cell.kind in _NUMBER_KINDS else None
    if cell.kind is CellKind.TEXT:
        absent = Absent.NOT_ARISEN if clean(cell.text) == "không" else read_absent(cell.text)
        if absent is not None:
            return _absent(absent, field)
        number = _one_reading(cell.text, field)
    if isinstance(number, Ambiguous):
        first, second = decimal_comma(number.first), decimal_comma(number.second)
        return _wrong(Code.AMBIGUOUS_NUMBER, first=first, second=second)
    if number is None and cell.kind is CellKind.TEXT and holds_several_numbers(cell.text):
        return _wrong(Code.SEVERAL_NUMBERS)
    # Shares of a hundred are figures; a count or points shown as "50%" are a slip.
    percent = any(sign in cell.text for sign in "%\uff05")
    if number is None or (percent and field.kind is not Kind.NUMBER):
        return _wrong(Code.NOT_A_NUMBER)
    return _within_limits(number, field)


def _one_reading(typed: str, field: Field) -> Decimal | Ambiguous | None:
    number = read_number(typed)
    # A count has no decimals, and thousands are parted by points: 1.234 households are 1234. A
    # comma is the sign for decimals here, so 1,234 is asked about.
    parted = isinstance(number, Ambiguous) and "," not in typed and _are_thousands(number)
    if parted and field.kind is Kind.COUNT:
        return number.first
    return _within_a_fraction(typed, field) if number is None else number


def _are_thousands(number: Ambiguous) -> bool:
    """1234 or 1,234; not 12 or 12.000 as of "12 nghìn"."""
    return abs(number.second) < abs(number.first)


def _within_a_fraction(typed: str, field: Field) -> Decimal | None:
    """03/3 where three points are the most, 213/244 (87,29%) where a percentage is asked."""
    most = field.expected_most if field.most is None else field.most
    if field.kind is Kind.POINTS and most is not None:
        return read_part_of(typed, most)
    return read_share(typed) if field.kind is Kind.NUMBER and most == _HUNDRED else None


def _absent(absent: Absent, field: Field) -> Reading:
    if absent in field.absences:
        return Reading(absent)
    return _wrong(Code.ABSENT_NOT_ALLOWED, asked=field.kind)


def _within_limits(number: Decimal, field: Field) -> Reading:
    places = max(0, -number.normalize().as_tuple().exponent)
    least = -_LARGEST if lowest(field) is None else lowest(field)
    most = _LARGEST if field.most is None else field.most
    if field.kind is Kind.COUNT and places:
        return _wrong(Code.NOT_WHOLE)
    if places > field.places:
        return _wrong(Code.TOO_MANY_PLACES, places=field.places)
    if number < least:
        return _wrong(Code.LESS_THAN_ALLOWED, least=decimal_comma(least))
    if number > most:
        return _wrong(Code.MORE_THAN_ALLOWED, most=decimal_comma(most))
    if field.expected_most is not None and number > field.expected_most:
        most = {"most": decimal_comma(field.expected_most)}
        return Reading(number, Mistake(Code.CLAIM_ABOVE_MAX, most))
    return Reading(number)


def lowest(field: Field) -> Decimal | None:
    """Nothing is counted below zero, whether the form says so or not."""
    return Decimal(0) if field.kind is Kind.COUNT and field.least is None else field.least


def _read_yes_no(cell: Cell, field: Field) -> Reading:
    typed = _typed(cell)
    if typed in _YES_WORDS:
        return Reading(YES)
    if typed in _NO_WORDS:
        return Reading(NO)
    # "Không có" answers the question with No as well as with "nothing arose": ask.
    if typed == "không có":
        return _no_choice(cell, YES_NO, suggestion=YES_NO[1].label)
    return _absent_or_no_choice(cell, field, YES_NO)


def _read_choice(cell: Cell, field: Field) -> Reading:
    typed = _typed(cell)
    by_code = {clean(choice.code): choice.code for choice in field.choices}
    by_label = {clean(choice.label): choice.code for choice in field.choices}
    # A label may look like another choice's code; what is printed counts.
    meant = by_label.get(typed, by_code.get(typed))
    if meant is not None:
        return Reading(meant)
    return _absent_or_no_choice(cell, field, field.choices)


def _typed(cell: Cell) -> str:
    return format(cell.value, "f") if cell.kind is CellKind.NUMBER else clean(cell.text)


def _absent_or_no_choice(cell: Cell, field: Field, choices: tuple[Choice, ...]) -> Reading:
    absent = read_absent(cell.text) if cell.kind is CellKind.TEXT else None
    if absent is not None:
        # A list may offer the same itself: KPS is its "Không phát sinh".
        same = [choice.code for choice in choices if read_absent(choice.label) is absent]
        return Reading(same[0]) if len(same) == 1 else _absent(absent, field)
    return _no_choice(cell, choices, suggestion=_nearest(cell.text, choices))


def _no_choice(cell: Cell, choices: Iterable[Choice], *, suggestion: str) -> Reading:
    labels = "; ".join(choice.label for choice in choices)
    return _wrong(Code.NOT_A_CHOICE, choices=labels, suggestion=suggestion)


def _nearest(text: str, choices: Iterable[Choice]) -> str:
    by_letters = {folded(choice.label): choice.label for choice in choices}
    near = get_close_matches(folded(text[:100]), by_letters, n=1, cutoff=0.75)
    return by_letters[near[0]] if near else ""


def _read_day(cell: Cell, field: Field) -> Reading:
    absent = read_absent(cell.text) if cell.kind is CellKind.TEXT else None
    if absent is not None:
        return _absent(absent, field)
    day = _day(cell)
    if day is None:
        return _wrong(Code.DAY_NEEDED if _lacks_the_day(cell) else Code.NOT_A_DATE)
    too_early = field.earliest is not None and day < field.earliest
    if too_early or (field.latest is not None and day > field.latest):
        earliest, latest = (written_day(end) or "…" for end in (field.earliest, field.latest))
        return _wrong(Code.DATE_OUTSIDE, earliest=earliest, latest=latest)
    return Reading(day)


def _day(cell: Cell) -> date | None:
    if cell.kind is CellKind.DATE:
        return cell.value.date() if isinstance(cell.value, datetime) else cell.value
    if cell.kind is CellKind.NUMBER:
        return day_of_serial(cell.value, since_1904=cell.since_1904)
    return read_date(cell.text) if cell.kind is CellKind.TEXT else None


def _lacks_the_day(cell: Cell) -> bool:
    typed = format(cell.value, "f") if cell.kind is CellKind.NUMBER else cell.text
    return lacks_the_day(typed)


def written_day(day: date | None) -> str:
    return "" if day is None else f"{day.day:02}/{day.month:02}/{day.year:04}"


def _read_text(cell: Cell, field: Field) -> Reading:
    typed = cell.text.strip()
    absent = read_absent(typed)
    if absent in field.absences:
        return Reading(absent)
    if len(typed) > field.longest:
        return _wrong(Code.TEXT_TOO_LONG, longest=field.longest, length=len(typed))
    return Reading(typed)


_READERS: Mapping[Kind, Callable[[Cell, Field], Reading]] = {
    Kind.NUMBER: _read_figure,
    Kind.COUNT: _read_figure,
    Kind.POINTS: _read_figure,
    Kind.YES_NO: _read_yes_no,
    Kind.CHOICE: _read_choice,
    Kind.DATE: _read_day,
    Kind.TEXT: _read_text,
}

"""What the printed head of a workbook says of form, unit and period: exactly, accents and all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from data_access.workbook.asked import shown
from data_access.workbook.book import Book, Position, Sheet, address
from data_access.workbook.table import find_tables
from data_access.workbook.text import clean
from scoring.forms import Form, Mark
from scoring.issues import Code, Issue, Where, issue
from scoring.periods import Period

# A form has its table well before; below it people quote other units and periods.
_HEAD_ROWS = 40
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER = re.compile(r"\bquý (iii|ii|iv|i|[1-4])\b[ ,/-]*(?:năm )?([12][0-9]{3})\b")
_YEAR = re.compile(r"^(?:kỳ báo cáo: ?|kỳ: ?)?năm ([12][0-9]{3})\b")
_OF_A_UNIT = re.compile(r"^(?:tên )?đơn vị(?: báo cáo)? ?:")
_SIMILAR = 0.6

Line = tuple[Position, str]


def recognise_mark(book: Book, candidates: Sequence[Form]) -> Mark | None:
    """The one form whose title, unit and period stand on a visible sheet; a person confirms it."""
    found = {
        form.mark for form in candidates if any(_names(head, form) for head in _heads(book, form))
    }
    return found.pop() if len(found) == 1 else None


def _heads(book: Book, form: Form) -> Iterator[frozenset[str]]:
    """What stands above the form's tables, sheet by sheet: a table may name any quarter."""
    for headings in find_tables(book, form):
        if headings is not None and not headings.sheet.hidden:
            lines = _head(headings.sheet, min(headings.row - 1, _HEAD_ROWS))
            yield _texts([clean(text) for _, text in lines])


def _texts(lines: Sequence[str]) -> frozenset[str]:
    # "Đơn vị: xã A" names xã A.
    return frozenset((*lines, *(line.partition(":")[2].strip() for line in lines)))


def _head(sheet: Sheet, last: int) -> Iterator[Line]:
    for place in sorted(place for place in sheet.cells if place[0] <= last):
        value = sheet.cells[place].value
        if isinstance(value, str) and value.strip():
            yield place, value


def _names(head: frozenset[str], form: Form) -> bool:
    wanted = {clean(form.title), _unit_name(form)} - {""}
    return wanted <= head and set(_periods(head, form)) == {form.mark.period}


def _unit_name(form: Form) -> str:
    """The issuing body comes last in the header."""
    return clean(form.header[-1]) if form.header else ""


def _periods(lines: Iterable[str], form: Form) -> Iterator[Period]:
    """Of the kind the form is for: a plan of the year may be named on a quarter's form."""
    for line in lines:
        if form.mark.period.is_year:
            yield from (Period(int(match[1])) for match in _YEAR.finditer(line))
        else:
            yield from (_quarter(match) for match in _QUARTER.finditer(line))


def _quarter(match: re.Match[str]) -> Period:
    return Period(int(match[2]), _QUARTERS[match[1]])


def contradictions(book: Book, form: Form) -> tuple[Issue, ...]:
    """Where a visible head names another unit or period than the mark: a copied workbook in which
    only the printed words were changed."""
    found: list[Issue] = []
    for headings in find_tables(book, form):
        if headings is not None and not headings.sheet.hidden:
            lines = tuple(_head(headings.sheet, min(headings.row - 1, _HEAD_ROWS)))
            found += _of_period(headings.sheet, form, lines)
            found += _of_unit(headings.sheet, form, lines)
    return tuple(found)


def _of_period(sheet: Sheet, form: Form, lines: Sequence[Line]) -> Iterator[Issue]:
    # The form's own words may name other periods: "so với quý II năm 2022".
    printed = {clean(text) for text in (*form.scope, *form.header, form.title, *form.guide)}
    named = [(place, text) for place, text in lines if [*_periods([clean(text)], form)]]
    if any(form.mark.period in _periods([clean(text)], form) for _, text in named):
        return
    wanted = next((line for line in form.scope if [*_periods([clean(line)], form)]), None)
    for place, text in named[:1]:
        if wanted is not None and clean(text) not in printed:
            yield _contradicted(sheet, place, text, wanted)


def _of_unit(sheet: Sheet, form: Form, lines: Sequence[Line]) -> Iterator[Issue]:
    wanted = _unit_name(form)
    texts = [clean(text) for _, text in lines]
    if not wanted or any(wanted in text for text in texts):
        return
    printed = {clean(text) for text in (*form.scope, *form.header, form.title, *form.guide)}
    for (place, text), line in zip(lines, texts, strict=True):
        if line not in printed and (_OF_A_UNIT.match(line) or _is_like(line, wanted)):
            yield _contradicted(sheet, place, text, form.header[-1])
            return


def _is_like(line: str, wanted: str) -> bool:
    same_kind = line.split(" ", 1)[0] == wanted.split(" ", 1)[0]
    return same_kind and SequenceMatcher(None, line[:100], wanted).ratio() >= _SIMILAR


def _contradicted(sheet: Sheet, place: Position, text: str, marked: str) -> Issue:
    where = Where(sheet.name, address(*place))
    return issue(where, Code.MARK_CONTRADICTED, value=shown(text), marked=marked)

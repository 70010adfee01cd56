"""Answers compared with each other: what the form's own checks find."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from data_access.workbook.answers import written_day
from data_access.workbook.asked import Asked, Given
from data_access.workbook.beside import Beside
from data_access.workbook.comparing import compare, of_each_row
from scoring.forms import CompletionDate, Form, PartOfWhole
from scoring.issues import Code, Issue, issue
from scoring.numbers import decimal_comma

AskedByKey = Mapping[str, Asked]
Doubt = tuple[Asked, Issue]


def doubts(form: Form, given: Given, beside: Beside) -> Iterator[Doubt]:
    """Each at the cell that would have to change."""
    for check in form.checks:
        if isinstance(check, PartOfWhole):
            found = [_excess(check, given.asked)]
        elif isinstance(check, CompletionDate):
            found = [_early_day(check, given.asked)]
        else:
            found = [compare(one, form, given, beside) for one in of_each_row(check, given)]
        yield from (doubt for doubt in found if doubt is not None)


def _excess(check: PartOfWhole, asked: AskedByKey) -> Doubt | None:
    part, whole = _number(asked.get(check.part)), _number(asked.get(check.whole))
    if part is None or whole is None or part <= whole:
        return None
    at, other = asked[check.part], asked[check.whole]
    return at, issue(
        at.where,
        Code.PART_EXCEEDS_WHOLE,
        value=decimal_comma(part),
        heading=at.heading,
        whole=decimal_comma(whole),
        whole_cell=other.where.cell,
        whole_label=other.where.label,
    )


def _number(found: Asked | None) -> Decimal | None:
    answer = found.reading.answer if found else None
    return answer if isinstance(answer, Decimal) else None


def _early_day(check: CompletionDate, asked: AskedByKey) -> Doubt | None:
    state, day = asked.get(check.state), asked.get(check.day)
    if day is None or not isinstance(day.reading.answer, date):
        return None
    said = None if state is None else state.reading.answer
    if said is not None and str(said) == check.done:
        return None
    return day, issue(
        day.where,
        Code.DATE_WITHOUT_COMPLETION,
        value=written_day(day.reading.answer),
        heading=day.heading,
        state=state.typed if state and said is not None else "",
    )

"""Figures unlike those of the quarter before: let in, but asked about."""

from collections.abc import Iterator
from decimal import Decimal

from data_access.workbook.asked import Asked, Given
from data_access.workbook.beside import Beside
from scoring.forms import Form, Measure, When
from scoring.issues import Code, Issue, issue
from scoring.numbers import decimal_comma

# Small figures jump without anybody having slipped.
_LEAST = Decimal(10)
_TIMES = 10


def jumps(form: Form, given: Given, beside: Beside) -> Iterator[tuple[Asked, Issue]]:
    """Only of printed rows: the rows of a listing are other things each quarter."""
    before = beside.figures.get((None, When.PREVIOUS), {})
    begins_anew = form.mark.period.quarter in (None, 1)
    for row in (row for page in form.sheets if before for row in page.rows):
        for field in row.fields:
            last, found = before.get(field.key), given.asked.get(field.key)
            figure = found.reading.answer if found else None
            if last is None or field.measure is None or not isinstance(figure, Decimal):
                continue
            if field.measure is Measure.FROM_JANUARY:
                if figure < last and not begins_anew:
                    yield found, _said(found, Code.LESS_THAN_BEFORE, figure, last)
            elif _ten_times(figure, last):
                yield found, _said(found, Code.TEN_TIMES_BEFORE, figure, last)


def _ten_times(figure: Decimal, last: Decimal) -> bool:
    """Or a tenth of it. That nothing arose this time is no slip of a digit."""
    return last >= _LEAST and figure > 0 and (figure >= _TIMES * last or figure * _TIMES <= last)


def _said(found: Asked, code: Code, figure: Decimal, last: Decimal) -> Issue:
    return issue(found.where, code, value=decimal_comma(figure), before=decimal_comma(last))

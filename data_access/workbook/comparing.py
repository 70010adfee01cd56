"""Comparisons written in a form's data: sums of answers, of this return and of those beside it."""

import operator
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from data_access.workbook.asked import Asked, Given
from data_access.workbook.beside import Beside, listed
from scoring.facts import Absent
from scoring.forms import Comparison, Form, Measure, Operand, Relation, When
from scoring.issues import Code, Issue, issue
from scoring.numbers import decimal_comma

_HOLDS = {
    Relation.AT_MOST: operator.le,
    Relation.EQUAL: operator.eq,
    Relation.AT_LEAST: operator.ge,
}


def compare(
    check: Comparison, form: Form, given: Given, beside: Beside
) -> tuple[Asked, Issue] | None:
    """Nothing where it holds, or where any figure is missing."""
    at = next(_matching(check.at, given), None)
    if at is None:
        return None
    left, right = (_total(side, form, given, beside) for side in (check.left, check.right))
    if left is None or right is None or _HOLDS[check.relation](left, right):
        return None
    said = {
        "message": check.message.rstrip(" ."),
        "value": decimal_comma(left),
        "other": decimal_comma(right),
    }
    if check.blocks:
        return at, issue(at.where, Code.CHECK_BLOCKS, **said)
    return at, issue(at.where, Code.CHECK_FAILED, **said)


def of_each_row(check: Comparison, given: Given) -> Iterator[Comparison]:
    """The check; one of a cell in a listing ("II.*.votes") once for each row that is written."""
    listing, star, column = check.at.partition(".*.")
    if not star:
        yield check
        return
    for found in _matching(check.at, given):
        here = found.field.key.removesuffix(column)
        left, right = (
            _in_row(side, f"{listing}{star}", here) for side in (check.left, check.right)
        )
        yield replace(check, at=found.field.key, left=left, right=right)


def _in_row(side: Operand, everywhere: str, here: str) -> Operand:
    keys = tuple(key.replace(everywhere, here, 1) for key in side.keys)
    same = side.form is None and side.when is When.SAME
    plus = side.plus and _in_row(side.plus, everywhere, here)
    return replace(side, keys=keys if same else side.keys, plus=plus)


def _matching(key: str, given: Given) -> Iterator[Asked]:
    if "*" not in key:
        return iter([given.asked[key]] if key in given.asked else [])
    pattern = listed(key)
    return (found for name, found in given.asked.items() if pattern.fullmatch(name))


def _total(side: Operand, form: Form, given: Given, beside: Beside) -> Decimal | None:
    figures = [
        _figure_of(key, part, form, given, beside) for part in side.parts() for key in part.keys
    ]
    return None if None in figures else sum(figures, Decimal(0))


def _figure_of(key: str, part: Operand, form: Form, given: Given, beside: Beside) -> Decimal | None:
    if part.form is None and part.when is When.SAME:
        return _here(key, given)
    return _beside(key, part, form, given, beside)


def _here(key: str, given: Given) -> Decimal | None:
    if key.partition(".*")[0] in given.nothing:
        return Decimal(0)
    found = [_figure(one) for one in _matching(key, given)]
    # A listing leaves out what it does not require; a single figure that is empty is missing.
    known = [figure for figure in found if figure is not None]
    wrong = any(one.reading.answer is None and one.typed.strip() for one in _matching(key, given))
    return sum(known, Decimal(0)) if known and not wrong else None


def _figure(one: Asked) -> Decimal | None:
    answer = one.reading.answer
    if isinstance(answer, Decimal):
        return answer
    # Where nothing arose there is nothing to add.
    return Decimal(0) if answer is Absent.NOT_ARISEN else None


def _beside(key: str, side: Operand, form: Form, given: Given, beside: Beside) -> Decimal | None:
    found = next(_matching(key, given), None)
    from_january = found is not None and found.field.measure is Measure.FROM_JANUARY
    # In January counting begins anew.
    if side.when is When.PREVIOUS and from_january and form.mark.period.quarter == 1:
        return None
    return beside.figure(side.form, side.when, key)

"""Answers compared with each other: doubts, never refusals."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from data_access.workbook.answers import written_day
from data_access.workbook.book import Position, position
from scoring.forms import CompletionDate, Form, PartOfWhole
from scoring.issues import Code, Issue, Where, issue
from scoring.numbers import decimal_comma
from scoring.returns import Entry

EntriesByKey = Mapping[str, Entry]


def doubts(
    form: Form, entries: tuple[Entry, ...], labels: Mapping[str, str]
) -> Iterator[tuple[Position, Issue]]:
    """What the form's own checks find, each at the cell that would have to change."""
    by_key = {entry.key: entry for entry in entries}
    titles = {column.key: column.heading for column in form.columns}
    headings = {field.key: titles[field.column] for field in form.fields()}
    for check in form.checks:
        if isinstance(check, PartOfWhole):
            found = _excess(check, by_key, labels, headings)
        else:
            found = _early_day(check, by_key, labels, headings)
        if found is not None:
            yield position(found.where.cell), found


def _excess(
    check: PartOfWhole,
    entries: EntriesByKey,
    labels: Mapping[str, str],
    headings: Mapping[str, str],
) -> Issue | None:
    part, whole = _number(entries.get(check.part)), _number(entries.get(check.whole))
    if part is None or whole is None or part <= whole:
        return None
    return issue(
        _where(entries[check.part], labels),
        Code.PART_EXCEEDS_WHOLE,
        value=decimal_comma(part),
        heading=headings[check.part],
        whole=decimal_comma(whole),
        whole_cell=entries[check.whole].cell,
        whole_label=labels[check.whole],
    )


def _number(entry: Entry | None) -> Decimal | None:
    return entry.answer if entry and isinstance(entry.answer, Decimal) else None


def _early_day(
    check: CompletionDate,
    entries: EntriesByKey,
    labels: Mapping[str, str],
    headings: Mapping[str, str],
) -> Issue | None:
    state, day = entries.get(check.state), entries.get(check.day)
    if day is None or not isinstance(day.answer, date):
        return None
    if state is not None and str(state.answer) == check.done:
        return None
    return issue(
        _where(day, labels),
        Code.DATE_WITHOUT_COMPLETION,
        value=written_day(day.answer),
        heading=headings[check.day],
        state=state.typed if state else "",
    )


def _where(entry: Entry, labels: Mapping[str, str]) -> Where:
    return Where(entry.sheet, entry.cell, labels[entry.key])

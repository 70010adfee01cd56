"""The answers of a version handed in, in words to be shown, and what differs between two."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, select
from sqlalchemy import Row as StoredRow

from data_access.admitting import written_day
from data_access.owed_forms import owed_form
from data_access.returns import answer_of
from data_access.tables import entry
from data_access.workbook.validation import ABSENT_LABELS
from scoring.facts import Absent
from scoring.forms import YES_NO, Field, Form, FormSheet, Kind, Row
from scoring.numbers import decimal_comma
from scoring.periods import Period, parse_period
from scoring.refusals import Refused
from scoring.returns import Answer

_LONGEST_LABEL = 80


@dataclass(frozen=True)
class ReadValue:
    """One answer as typed and as it was read; `cell` with its sheet: "Biểu II!C14"."""

    key: str
    label: str
    cell: str
    typed: str
    shown: str


@dataclass(frozen=True)
class Change:
    """One answer that differs; empty on the side where there is none."""

    key: str
    label: str
    cell: str
    old: str
    new: str


@dataclass(frozen=True)
class Asked:
    """What the form says of one answer: its words on the sheet, its field, its place."""

    label: str
    field: Field
    place: int


@dataclass(frozen=True)
class Questions:
    """By key; those of a listing's rows beyond the printed ones under "II.*.options"."""

    asked: Mapping[str, Asked]

    def of(self, key: str) -> Asked | None:
        found = self.asked.get(key)
        if found is not None:
            return found
        listing, number, column = (*key.split("."), "", "", "")[:3]
        beyond = self.asked.get(f"{listing}.*.{column}")
        return beyond and replace(beyond, label=f"{number} – {beyond.label}")

    def label(self, key: str) -> str:
        found = self.of(key)
        return found.label if found else key


NO_QUESTIONS = Questions({})


def questions_of(
    connection: Connection, form: str | None, unit: str | None, period: Period | None
) -> Questions:
    """Of the form as it is owed now; none where it no longer is."""
    if form is None or unit is None or period is None:
        return NO_QUESTIONS
    try:
        return _questions(owed_form(connection, form, unit, period).form)
    except Refused:
        return NO_QUESTIONS


def questions_about(connection: Connection, row: StoredRow) -> Questions:
    period = parse_period(row.period) if row.period else None
    return questions_of(connection, row.form, row.unit, period)


def _questions(form: Form) -> Questions:
    found: dict[str, Asked] = {}
    for sheet in form.sheets:
        titles = {column.key: column.heading for column in sheet.columns}
        for row in sheet.printed_rows():
            words = (row.code, _words(sheet, row))
            for field in row.fields:
                label = _joined(*words, titles.get(field.column, ""))
                found[field.key] = Asked(label, field, len(found))
        for field in sheet.listing.fields if sheet.listing else ():
            key = f"{sheet.listing.key}.*.{field.key}"
            found[key] = Asked(titles.get(field.column, ""), field, len(found))
    return Questions(found)


def _words(sheet: FormSheet, row: Row) -> str:
    texts = (row.text(column.key) for column in sheet.columns[1:])
    plain = " ".join(next((text for text in texts if text), "").split())
    return plain if len(plain) <= _LONGEST_LABEL else plain[: _LONGEST_LABEL - 1].rstrip() + "…"


def _joined(*parts: str) -> str:
    return " – ".join(part for part in parts if part)


def values_of(connection: Connection, number: int, questions: Questions) -> tuple[ReadValue, ...]:
    """In the order of the form, what it no longer asks last."""
    kept = entry.c
    chosen = select(kept.key, kept.kind, kept.value, kept.typed, kept.sheet, kept.cell)
    rows = connection.execute(chosen.where(kept.submission == number)).all()
    found = [(row, questions.of(row.key)) for row in rows]
    last = len(questions.asked)
    found.sort(key=lambda one: (one[1].place if one[1] else last, len(one[0].key), one[0].key))
    return tuple(
        ReadValue(
            row.key,
            asked.label if asked else row.key,
            f"{row.sheet}!{row.cell}",
            row.typed,
            _shown(answer_of(row.kind, row.value), asked),
        )
        for row, asked in found
    )


def _shown(answer: Answer, asked: Asked | None) -> str:
    if isinstance(answer, Absent):
        return ABSENT_LABELS.get(answer, answer.value)
    if isinstance(answer, date):
        return written_day(answer)
    text = decimal_comma(answer) if isinstance(answer, Decimal) else answer
    return text if asked is None else _label_of(text, asked.field)


def _label_of(text: str, field: Field) -> str:
    choices = YES_NO if field.kind is Kind.YES_NO else field.choices
    return next((choice.label for choice in choices if choice.code == text), text)


def changes_between(
    connection: Connection, older: int, newer: int, questions: Questions
) -> tuple[Change, ...]:
    before = {value.key: value for value in values_of(connection, older, questions)}
    after = {value.key: value for value in values_of(connection, newer, questions)}
    keys = [*after, *(key for key in before if key not in after)]
    return tuple(
        change
        for change in (_change(before.get(key), after.get(key)) for key in keys)
        if change.old != change.new
    )


def _change(old: ReadValue | None, new: ReadValue | None) -> Change:
    place = new or old
    return Change(
        place.key, place.label, place.cell, old.shown if old else "", new.shown if new else ""
    )

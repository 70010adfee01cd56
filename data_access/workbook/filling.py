"""Fills a template in as a clerk would, for the demonstration and the tests. Knows openpyxl."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

from data_access.workbook.arrangement import layout
from data_access.workbook.same_bytes import repack
from data_access.workbook.validation import ABSENT_LABELS
from scoring.facts import Absent
from scoring.forms import YES_NO, Field, Form, Kind
from scoring.returns import Answer


def fill_template(template: bytes, form: Form, answers: Mapping[str, Answer]) -> bytes:
    """`answers` by field key; yes/no and choices by code, or as the text to be typed."""
    workbook = load_workbook(BytesIO(template))
    places, fields = layout(form), {field.key: field for field in form.fields()}
    for key, answer in answers.items():
        sheet, cell = places[key]
        typed = _typed(fields[key], answer)
        target = workbook[sheet][cell]
        target.value = typed
        if isinstance(typed, str):
            # What begins with "=" was typed as text, never as a formula.
            target.data_type = "s"
    stream = BytesIO()
    workbook.save(stream)
    return repack(stream.getvalue())


def _typed(field: Field, answer: Answer) -> str | int | float | date:
    if isinstance(answer, Absent):
        return ABSENT_LABELS[answer]
    if field.kind in (Kind.YES_NO, Kind.CHOICE):
        choices = YES_NO if field.kind is Kind.YES_NO else field.choices
        labels = {choice.code: choice.label for choice in choices}
        return labels.get(str(answer), str(answer))
    if isinstance(answer, Decimal):
        return int(answer) if answer == answer.to_integral_value() else float(answer)
    return answer

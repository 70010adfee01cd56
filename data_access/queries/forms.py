"""The forms there are as data files: their versions, and the text of one."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine

from data_access import documents
from data_access.database import reading
from scoring.form_definitions import FormDefinition
from scoring.periods import Period
from scoring.refusals import Refusal, Refused


@dataclass(frozen=True)
class FormHead:
    """One version of a form; it is in force from and to the days named (None: without end)."""

    code: str
    version: str
    title: str
    is_document: bool
    in_force_from: date | None
    in_force_to: date | None


def form_entries(engine: Engine) -> tuple[FormHead, ...]:
    """By code, each form's oldest version first."""
    with reading(engine) as connection:
        return tuple(_head(one) for one in documents.form_definitions(connection))


def form_definition(engine: Engine, code: str, period: Period | None = None) -> FormDefinition:
    """The version in force on the period's last day; without a period the newest."""
    with reading(engine) as connection:
        if period is not None:
            return documents.form_definition_for(connection, code, period)
        every = documents.form_definitions(connection)
    versions = [one for one in every if one.code == code]
    if not versions:
        raise Refused(Refusal.UNKNOWN_FORM, form=code)
    return versions[-1]


def form_document(engine: Engine, code: str, version: str) -> str:
    """The data file as it was brought in, word for word."""
    with reading(engine) as connection:
        text = documents.form_text(connection, code, version)
    if text is None:
        raise Refused(Refusal.UNKNOWN_FORM, form=f"{code} {version}")
    return text


def _head(one: FormDefinition) -> FormHead:
    return FormHead(
        one.code, one.version, one.title, one.is_document, one.in_force_from, one.in_force_to
    )

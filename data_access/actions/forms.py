"""Bringing in a form's data file: a version that returns were handed in on stays as it was."""

from dataclasses import replace

from sqlalchemy import Connection, Engine, select

from data_access import documents
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.database import writing
from data_access.form_files import form_from_text
from data_access.tables import submission
from scoring.form_definitions import FormDefinition
from scoring.issues import Issue
from scoring.refusals import Refusal, Refused


def import_form(engine: Engine, actor: Actor, text: str) -> tuple[Issue, ...]:
    """Keep a form unless it has errors; the newest text of a version counts."""
    require_role(actor, KEEPS_HOUSE)
    definition, issues = form_from_text(text)
    if definition is None:
        return issues
    subject = f"{definition.code}/{definition.version}"
    with writing(engine, actor, "import_form", subject) as connection:
        if _changes_what_was_used(connection, definition):
            code, version = definition.code, definition.version
            raise Refused(Refusal.FORM_VERSION_IN_USE, form=code, version=version)
        documents.keep_form(connection, definition, text)
    return issues


def _changes_what_was_used(connection: Connection, definition: FormDefinition) -> bool:
    """A version may always be ended; all else that was asked of somebody stays as it was."""
    kept = documents.form_version(connection, definition.code, definition.version)
    if kept is None or replace(kept, in_force_to=definition.in_force_to) == definition:
        return False
    return _is_used(connection, definition)


def _is_used(connection: Connection, definition: FormDefinition) -> bool:
    kept = submission.c
    one = (kept.form == definition.code) & (kept.form_version == definition.version)
    return (
        connection.execute(select(kept.id).where(kept.accepted, one).limit(1)).first() is not None
    )

"""Bringing in a criteria table: a version that a publication used stays as it was."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, Engine

from data_access import documents
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.criteria_files import criteria_from_text
from data_access.criteria_workbook.importing import criteria_from_file
from data_access.database import writing
from data_access.rankings import every_publication
from scoring.criteria import CriteriaSet
from scoring.issues import Issue
from scoring.refusals import Refusal, Refused
from scoring.tables_in_force import clashing


def import_criteria(engine: Engine, actor: Actor, text: str) -> tuple[Issue, ...]:
    """Keep a table unless it has errors; the newest text of a version counts."""
    require_role(actor, KEEPS_HOUSE)
    table, issues = criteria_from_text(text)
    if table is None:
        return issues
    with writing(engine, actor, "import_criteria", f"{table.code}/{table.version}") as connection:
        _require_unused(connection, table, text)
        _require_alone(connection, table)
        documents.keep_criteria(connection, table, text)
    return issues


def import_criteria_file(
    engine: Engine, actor: Actor, name: str, content: bytes
) -> tuple[Issue, ...]:
    """As `import_criteria`, from a YAML file or a workbook; issues name the line or the cell."""
    require_role(actor, KEEPS_HOUSE)
    text, issues = criteria_from_file(name, content)
    if text is None:
        return issues
    import_criteria(engine, actor, text)
    return issues


def _require_unused(connection: Connection, table: CriteriaSet, text: str) -> None:
    """A version may always be ended, after what was published with it; all else stays."""
    for published in every_publication(connection):
        used = documents.criteria_by_id(connection, published.criteria_set)
        if (used.table.code, used.table.version) != (table.code, table.version):
            continue
        same = used.text == text or replace(used.table, in_force_to=table.in_force_to) == table
        ended_before = (table.in_force_to or date.max) < published.period.last_day
        if not same or ended_before:
            raise Refused(Refusal.VERSION_IN_USE, criteria=table.code, version=table.version)


def _require_alone(connection: Connection, table: CriteriaSet) -> None:
    others = [
        one.table
        for one in documents.criteria_versions(connection)
        if (one.table.code, one.table.version) != (table.code, table.version)
    ]
    other = clashing(others, table)
    if other is not None:
        named = {"criteria": f"{other.code}/{other.version}", "title": other.title}
        raise Refused(Refusal.CRITERIA_CLASH, form=table.form, **named)

"""Tables of criteria, programmes and forms as kept: the text that was imported, newest last."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Table, func, select

from data_access import tables
from data_access.clock import server_moment
from data_access.criteria_files import criteria_from_text
from data_access.form_files import form_from_text
from data_access.programmes import programme_from_text
from scoring.criteria import CriteriaSet
from scoring.form_definitions import FormDefinition, versions_in_force
from scoring.issues import Refusal, Refused
from scoring.periods import Period
from scoring.programmes import Programme

Parsed = TypeVar("Parsed")


@dataclass(frozen=True)
class KeptCriteria:
    """A table with the row and the fingerprint of the text it was read from."""

    id: int
    sha256: str
    table: CriteriaSet


def criteria_for(connection: Connection, period: Period) -> KeptCriteria:
    """The table in force on the period's last day; of several, the latest to come into force."""
    kept = tables.criteria_set
    newest = select(func.max(kept.c.id)).group_by(kept.c.code, kept.c.version)
    heads = select(kept.c.in_force_from, kept.c.in_force_to, kept.c.id).where(kept.c.id.in_(newest))
    day = period.last_day
    in_force = [
        (begins or date.min, number)
        for begins, ends, number in connection.execute(heads)
        if (begins is None or begins <= day) and (ends is None or day <= ends)
    ]
    if not in_force:
        raise Refused(Refusal.NO_CRITERIA, period=period)
    return _criteria(connection, max(in_force)[1])


def programmes(connection: Connection, year: int | None = None) -> tuple[Programme, ...]:
    """The newest text of each programme, by year and code."""
    kept = tables.programme
    newest = select(func.max(kept.c.id)).group_by(kept.c.code)
    chosen = select(kept.c.document).where(kept.c.id.in_(newest))
    if year is not None:
        chosen = chosen.where(kept.c.year == year)
    texts = connection.execute(chosen).scalars()
    found = (_must_parse(programme_from_text(text)[0], "programme") for text in texts)
    return tuple(sorted(found, key=lambda programme: (programme.year, programme.code)))


def keep_criteria(connection: Connection, table: CriteriaSet, text: str) -> None:
    _keep_version(connection, tables.criteria_set, table, text)


def differs_from_published(connection: Connection, table: CriteriaSet, text: str) -> bool:
    """Whether a published ranking used this version with another text."""
    kept, published = tables.criteria_set, tables.publication
    used = (
        select(kept.c.sha256)
        .join(published, published.c.criteria_set == kept.c.id)
        .where(kept.c.code == table.code, kept.c.version == table.version)
    )
    return any(sha != _fingerprint(text) for sha in connection.execute(used).scalars())


def keep_programme(connection: Connection, programme: Programme, text: str) -> None:
    connection.execute(
        tables.programme.insert().values(
            code=programme.code,
            year=programme.year,
            sha256=_fingerprint(text),
            document=text,
            imported=server_moment(),
        )
    )


def form_definitions(connection: Connection) -> tuple[FormDefinition, ...]:
    """The newest text of every version of every form, by code, each form's newest version last."""
    kept = tables.form_definition
    texts = connection.execute(select(kept.c.document).where(_newest_forms())).scalars()
    found = (_must_parse(form_from_text(text)[0], "form") for text in texts)
    return tuple(sorted(found, key=lambda form: (form.code, form.in_force_from or date.min)))


def form_codes(connection: Connection) -> tuple[str, ...]:
    codes = connection.execute(select(tables.form_definition.c.code).distinct()).scalars()
    return tuple(sorted(codes))


def form_definition_for(
    connection: Connection, code: str, period: Period, version: str | None = None
) -> FormDefinition:
    """The version in force on the period's last day; of several, the latest to come into force,
    unless another of them is asked for."""
    versions = versions_in_force(_versions(connection, code), period.last_day)
    if not versions:
        raise Refused(Refusal.UNKNOWN_FORM, form=code)
    return next((one for one in versions if one.version == version), versions[-1])


def form_version(connection: Connection, code: str, version: str) -> FormDefinition | None:
    text = form_text(connection, code, version)
    return None if text is None else _must_parse(form_from_text(text)[0], "form")


def form_text(connection: Connection, code: str, version: str) -> str | None:
    kept = tables.form_definition
    one = (kept.c.code == code) & (kept.c.version == version)
    chosen = select(kept.c.document).where(one).order_by(kept.c.id.desc()).limit(1)
    return connection.execute(chosen).scalar()


def keep_form(connection: Connection, definition: FormDefinition, text: str) -> None:
    _keep_version(connection, tables.form_definition, definition, text)


def _keep_version(
    connection: Connection, kept: Table, parsed: CriteriaSet | FormDefinition, text: str
) -> None:
    connection.execute(
        kept.insert().values(
            code=parsed.code,
            version=parsed.version,
            sha256=_fingerprint(text),
            document=text,
            in_force_from=parsed.in_force_from,
            in_force_to=parsed.in_force_to,
            imported=server_moment(),
        )
    )


def _versions(connection: Connection, code: str) -> tuple[FormDefinition, ...]:
    kept = tables.form_definition
    chosen = select(kept.c.document).where(kept.c.code == code, _newest_forms())
    texts = connection.execute(chosen.order_by(kept.c.id)).scalars()
    found = (_must_parse(form_from_text(text)[0], "form") for text in texts)
    return tuple(sorted(found, key=lambda form: form.in_force_from or date.min))


def _newest_forms() -> ColumnElement[bool]:
    kept = tables.form_definition
    return kept.c.id.in_(select(func.max(kept.c.id)).group_by(kept.c.code, kept.c.version))


def _criteria(connection: Connection, number: int) -> KeptCriteria:
    kept = tables.criteria_set
    chosen = select(kept.c.sha256, kept.c.document).where(kept.c.id == number)
    sha256, text = connection.execute(chosen).one()
    return KeptCriteria(number, sha256, _must_parse(criteria_from_text(text)[0], "criteria"))


def _must_parse(parsed: Parsed | None, what: str) -> Parsed:
    if parsed is None:
        raise RuntimeError(f"stored {what} no longer reads: it was checked when it was imported")
    return parsed


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

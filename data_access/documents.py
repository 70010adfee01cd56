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
from data_access.moments import Moments, moments_for
from data_access.programme_versions import programmes_on
from scoring import self_score
from scoring.criteria import CriteriaSet
from scoring.form_definitions import FormDefinition, versions_in_force
from scoring.periods import Period
from scoring.programmes import Programme
from scoring.refusals import Refusal, Refused
from scoring.tables_in_force import in_force

Parsed = TypeVar("Parsed")


@dataclass(frozen=True)
class KeptCriteria:
    """A table with the row and the fingerprint of the text it was read from."""

    id: int
    sha256: str
    table: CriteriaSet
    text: str


def criteria_in_force(connection: Connection, period: Period) -> tuple[KeptCriteria, ...]:
    """The tables in force on the period's last day, the main one first: that of the form tu-cham,
    of several the latest to come into force."""
    kept = tables.criteria_set.c
    columns = (kept.id, kept.code, kept.in_force_from, kept.in_force_to)
    heads = connection.execute(select(*columns).where(_newest_criteria()).order_by(kept.id)).all()
    found = (criteria_by_id(connection, one.id) for one in in_force(heads, period.last_day))
    return tuple(sorted(found, key=lambda one: one.table.form != self_score.CODE))


def criteria_for(connection: Connection, period: Period, code: str | None = None) -> KeptCriteria:
    """The main table in force in the period, or the one of that code."""
    found = criteria_in_force(connection, period)
    if code is not None:
        named = next((one for one in found if one.table.code == code), None)
        if named is None:
            raise Refused(Refusal.UNKNOWN_CRITERIA, criteria=code, period=period)
        return named
    if not found:
        raise Refused(Refusal.NO_CRITERIA, period=period)
    return found[0]


def criteria_of_unit(
    connection: Connection, period: Period, kind: str, form: str | None = None
) -> tuple[KeptCriteria, ...]:
    """The tables that rank units of that kind (on that self-score form), the main one first."""
    return tuple(
        one
        for one in criteria_in_force(connection, period)
        if one.table.ranks(kind) and form in (None, one.table.form)
    )


def self_score_forms(connection: Connection) -> tuple[str, ...]:
    """Codes of the forms made from tables, in force or not; tu-cham always is one."""
    forms = {one.table.form for one in criteria_versions(connection)}
    return (self_score.CODE, *sorted(forms - {self_score.CODE}))


def criteria_versions(connection: Connection) -> tuple[KeptCriteria, ...]:
    """The newest text of every version of every table, in the order they were brought in."""
    kept = tables.criteria_set.c
    numbers = connection.execute(select(kept.id).where(_newest_criteria()).order_by(kept.id))
    return tuple(criteria_by_id(connection, number) for number in numbers.scalars())


def criteria_by_id(connection: Connection, number: int) -> KeptCriteria:
    kept = tables.criteria_set.c
    chosen = select(kept.sha256, kept.document).where(kept.id == number)
    sha256, text = connection.execute(chosen).one()
    table = _must_parse(criteria_from_text(text)[0], "criteria")
    return KeptCriteria(number, sha256, table, text)


def programmes(
    connection: Connection, year: int | None = None, day: date | None = None
) -> tuple[Programme, ...]:
    """The newest text of each programme that is in force on `day`, by year and code; without a day
    the newest of all."""
    return programmes_on(connection, None if year is None else (year,), day)


def keep_criteria(connection: Connection, table: CriteriaSet, text: str) -> None:
    _keep_version(connection, tables.criteria_set, table, text)


def keep_programme(
    connection: Connection,
    programme: Programme,
    text: str,
    in_force_from: date | None = None,
    basis: str = "",
    moments: Moments | None = None,
) -> None:
    """`in_force_from`: the day from which this text counts (None: since ever). The next text of a
    programme is of the same year: what hangs on it is found by its code and year."""
    _require_same_year(connection, programme)
    at = moments_for(connection, moments)
    connection.execute(
        tables.programme.insert().values(
            code=programme.code,
            year=programme.year,
            sha256=fingerprint(text),
            document=text,
            imported=at.official,
            in_force_from=in_force_from,
            basis=basis,
            recorded=at.recorded,
        )
    )


def _require_same_year(connection: Connection, programme: Programme) -> None:
    kept = tables.programme.c
    known = connection.execute(select(kept.year).where(kept.code == programme.code)).scalar()
    if known not in (None, programme.year):
        named = {"programme": programme.code, "year": known, "given": programme.year}
        raise Refused(Refusal.PROGRAMME_OF_ANOTHER_YEAR, **named)


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
            sha256=fingerprint(text),
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


def _newest_criteria() -> ColumnElement[bool]:
    kept = tables.criteria_set
    return kept.c.id.in_(select(func.max(kept.c.id)).group_by(kept.c.code, kept.c.version))


def _must_parse(parsed: Parsed | None, what: str) -> Parsed:
    if parsed is None:
        raise RuntimeError(f"stored {what} no longer reads: it was checked when it was imported")
    return parsed


def fingerprint(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()

"""What there is: units, periods, forms, accounts, programmes, the table in force."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from data_access import catalogue, documents, permissions, tables, trees
from data_access.accounts import OPERATOR, Actor, Role
from data_access.catalogue import Demonstration, Tile
from data_access.database import reading
from scoring import progress, self_score
from scoring.criteria import CriteriaSet
from scoring.periods import Period, periods_of_year
from scoring.programmes import Programme, ReportDuty
from scoring.refusals import Refusal, Refused
from scoring.units import Unit


@dataclass(frozen=True)
class FormEntry:
    """A form that some programme asks for, in the version of the latest year."""

    code: str
    title: str
    version: str


@dataclass(frozen=True)
class Account:
    user: str
    name: str
    role: Role
    unit: str | None


def units(engine: Engine) -> tuple[Unit, ...]:
    with reading(engine) as connection:
        return catalogue.units(connection)


def unit(engine: Engine, code: str) -> Unit:
    with reading(engine) as connection:
        return catalogue.unit(connection, code)


def home(engine: Engine) -> str | None:
    """The topmost unit of the committee that keeps this database, where one was named."""
    with reading(engine) as connection:
        return trees.home(connection)


def tree(engine: Engine, actor: Actor) -> frozenset[str] | None:
    """Codes of the units whose affairs the actor sees; None: all."""
    with reading(engine) as connection:
        return trees.tree_of(connection, actor)


def acted_for(engine: Engine, actor: Actor) -> frozenset[str]:
    """Codes of the units that a unit's people act for."""
    with reading(engine) as connection:
        return permissions.units_of(connection, actor)


def groups(engine: Engine) -> tuple[str, ...]:
    with reading(engine) as connection:
        return catalogue.groups(connection)


def tiles(engine: Engine) -> tuple[Tile, ...]:
    with reading(engine) as connection:
        return catalogue.tiles(connection)


def programmes(engine: Engine) -> tuple[Programme, ...]:
    with reading(engine) as connection:
        return documents.programmes(connection)


def periods(engine: Engine, actor: Actor = OPERATOR) -> tuple[Period, ...]:
    """The quarters and years that have a programme in the actor's tree, oldest first, each year
    after its quarters."""
    with reading(engine) as connection:
        tree = trees.tree_of(connection, actor)
        kept = documents.programmes(connection)
    years = sorted({one.year for one in kept if tree is None or one.issuer in tree})
    return tuple(period for year in years for period in periods_of_year(year))


def forms(engine: Engine) -> tuple[FormEntry, ...]:
    with reading(engine) as connection:
        found = {
            duty.form: _form_entry(connection, programme, duty)
            for programme in documents.programmes(connection)
            for duty in programme.reports
        }
    return tuple(found[code] for code in sorted(found))


def accounts(engine: Engine) -> tuple[Account, ...]:
    kept = tables.account.c
    chosen = select(kept.user, kept.name, kept.role, kept.unit).where(kept.active)
    with reading(engine) as connection:
        rows = connection.execute(chosen).all()
    found = (Account(user, name, Role(role), unit) for user, name, role, unit in rows)
    return tuple(sorted(found, key=lambda account: account.user))


def criteria_for(engine: Engine, period: Period, code: str | None = None) -> CriteriaSet:
    """The main table in force in the period, or the one of that code."""
    with reading(engine) as connection:
        return documents.criteria_for(connection, period, code).table


def demonstration(engine: Engine) -> Demonstration | None:
    with reading(engine) as connection:
        return catalogue.demonstration(connection)


def _form_entry(connection: Connection, programme: Programme, duty: ReportDuty) -> FormEntry:
    if duty.form == progress.CODE:
        return FormEntry(duty.form, duty.title, programme.code)
    try:
        version = _version(connection, duty.form, Period(programme.year))
    except Refused:
        version = ""  # The programme was imported before what it asks for.
    return FormEntry(duty.form, duty.title, version)


def _version(connection: Connection, form: str, period: Period) -> str:
    if self_score.is_self_score(form):
        return self_score.form_version(_table_of(connection, form, period))
    return documents.form_definition_for(connection, form, period).version


def _table_of(connection: Connection, form: str, period: Period) -> CriteriaSet:
    """Of several tables of other kinds of units on the same form, the main one."""
    kept = documents.criteria_in_force(connection, period)
    found = next((one.table for one in kept if one.table.form == form), None)
    if found is None:
        raise Refused(Refusal.NO_CRITERIA, period=period)
    return found
